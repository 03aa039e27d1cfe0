package org.warmplan.demand.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Offer;

/** The advertised batch capacity of one workload on one node, from sample to sample. */
record CapacitySteps(List<Step> steps) {
    /** Capacity is a uint32 on the wire (net/lp_rpc.proto at 176aa415): what fell under 0 seems as large as this. */
    private static final long WRAPPED = 1L << 31;

    /** New maxima that only a counter reaches, when it never falls a little as capacity in use does. */
    private static final int CLIMBS = 3;

    CapacitySteps {
        steps = List.copyOf(steps);
    }

    /** From one sample to the next. */
    record Step(Instant from, Instant to, long before, long after) {
        boolean fell() {
            return after < before;
        }

        /** A fall that leaves more than half: capacity in use, or a worker that left, but no start from nothing. */
        boolean fellALittle() {
            return fell() && 2 * after > before;
        }

        /** Jobs in between, as far as it counts. */
        long growth() {
            return after - before;
        }
    }

    /**
     * Steps at least {@code spacing} long: gateways ask every 25 minutes or so, and two snapshots close together may hold one
     * answer.
     *
     * @param offers of one node and workload, oldest first
     */
    static CapacitySteps of(List<Offer> offers, Duration spacing, DataIssues issues) {
        List<Step> steps = new ArrayList<>();
        Offer before = null;
        for (Offer offer : offers) {
            if (offer.capacity() < 0 || offer.capacity() >= WRAPPED) {
                issues.add(negative(offer));
            } else if (offer.isWarm() && offer.capacity() > 0) {
                // No counter stands at nothing: it starts with what the worker can take. It was no sound number, or all
                // is in use.
                if (before == null) {
                    before = offer;
                } else if (Duration.between(before.seenAt(), offer.seenAt()).compareTo(spacing) >= 0) {
                    steps.add(new Step(before.seenAt(), offer.seenAt(), before.capacity(), offer.capacity()));
                    before = offer;
                }
            }
        }
        return new CapacitySteps(steps);
    }

    /**
     * Whether it surely counts jobs. Capacity that merely is large stays what it is, or falls and rises with use; only what
     * climbs and climbs is a counter, or what stood too high and fell to a start.
     *
     * @param least values that are too large for a real capacity
     */
    boolean isSurelyCounter(long least) {
        long most = steps.isEmpty() ? 0 : steps.get(0).before();
        int climbs = 0;
        boolean wavers = false;
        for (Step step : steps) {
            wavers |= step.fellALittle();
            if (step.before() >= least && step.fell() && !step.fellALittle()) {
                return true;
            }
            if (step.after() > most) {
                most = step.after();
                climbs++;
                if (most >= least && step.growth() > 0) {
                    return true;
                }
            }
            if (step.fell() && !step.fellALittle()) {
                most = step.after();
            }
        }
        return climbs >= CLIMBS && !wavers;
    }

    /** Jobs in all steps that tell. */
    double growth() {
        return steps.stream()
                .filter(step -> !step.fell())
                .mapToDouble(Step::growth)
                .sum();
    }

    /** The length of all steps that tell. */
    double weeks() {
        double millis = steps.stream()
                .filter(step -> !step.fell())
                .mapToDouble(step -> Duration.between(step.from(), step.to()).toMillis())
                .sum();
        return millis / Weeks.WEEK.toMillis();
    }

    private static DataIssue negative(Offer offer) {
        return new DataIssue(
                "capacityNegative",
                "network-capabilities",
                offer.orchestrator() + " " + offer.workload(),
                String.valueOf(offer.capacity()),
                "A capacity that is negative, or was before it was written without a sign, was left out.");
    }
}
