package org.warmplan.demand;

import org.warmplan.domain.Workload;

/**
 * What one kind of evidence says of one workload in one week: {@code events} counted where {@code exposure} times the
 * network's weekly demand was watched, so that {@code events / exposure} estimates the network's rate of that week
 * (batch: requests per week; live video: mean streams at once).
 *
 * @param weeksAgo 0 for the seven days before the estimate's instant, 1 for those before that ...
 * @param events at least 0, finite: requests, or for live video the streams of all independent looks together
 * @param exposure above 0, finite: batch, the part of the network's demand that was watched times the part of the week;
 *     live video, the number of independent looks
 * @param spread standard deviation of the logarithm of what counting more would not cure, at least 0: a share that is not
 *     known well, gateways that are not seen
 * @param text one sentence for the report, with the figures it came from
 */
public record Reading(
        EvidenceKind kind,
        Workload workload,
        int weeksAgo,
        double events,
        double exposure,
        double spread,
        String text) {
    public Reading {
        if (weeksAgo < 0 || !isAmount(events) || !isAmount(exposure) || exposure == 0 || !isAmount(spread)) {
            throw new IllegalArgumentException(
                    "The reading %s of %s, %d weeks ago, of %f events over %f, spread %f, must be finite and not negative."
                            .formatted(kind, workload, weeksAgo, events, exposure, spread));
        }
    }

    private static boolean isAmount(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }

    /** The same, known as well as {@code other} says. */
    public Reading withSpread(double other) {
        return new Reading(kind, workload, weeksAgo, events, exposure, other, text);
    }
}
