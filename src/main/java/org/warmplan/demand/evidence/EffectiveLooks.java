package org.warmplan.demand.evidence;

import java.time.Duration;
import java.time.Instant;

/**
 * How many independent looks a row of looks is worth. Streams last, so looks close together see partly the same ones: the
 * correlation of the number of streams falls about as e^(-time / correlation time) (exactly so for streams that begin by
 * chance and last exponentially long, with their mean length). A weighted mean of such looks varies as one of (sum of
 * weights)^2 / (sum over pairs of weight * weight * correlation) independent looks. Hourly looks of a week with a correlation
 * time of 3 hours are worth 28, and no number of looks in that week more.
 */
final class EffectiveLooks {
    private static final double MILLIS_PER_HOUR = 3_600_000;

    private final double correlationHours;
    private Instant last = Instant.MIN;
    private double carried;
    private double weights;
    private double pairs;

    EffectiveLooks(double correlationHours) {
        this.correlationHours = correlationHours;
    }

    /** A look, not before the ones so far, with a weight above 0. */
    void add(Instant at, double weight) {
        double likeness = weights == 0
                ? 0
                : Math.exp(-Duration.between(last, at).toMillis() / MILLIS_PER_HOUR / correlationHours);
        carried *= likeness;
        pairs += weight * weight + 2 * weight * carried;
        carried += weight;
        weights += weight;
        last = at;
    }

    double count() {
        return pairs > 0 ? weights * weights / pairs : 0;
    }

    double weights() {
        return weights;
    }
}
