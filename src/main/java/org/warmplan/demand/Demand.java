package org.warmplan.demand;

import java.util.List;
import java.util.OptionalDouble;
import org.warmplan.domain.Workload;

/**
 * What the whole network asks of a workload in a week.
 *
 * @param rate live video: streams at any moment. Batch: jobs per week
 * @param profile how the rate spreads over the hours of the week
 * @param trend growth a week as a logarithm, as far as readings tell: 0.1 is about 10 % more every week; empty
 *     while only one week was read
 * @param unitsPerRate billed units per week at a rate of 1
 * @param busyPerRate replicas kept busy at a rate of 1, at one replica per request
 * @param evidence what it rests on, most reliable first; never empty
 */
public record Demand(
        Workload workload,
        Rate rate,
        HourProfile profile,
        OptionalDouble trend,
        double unitsPerRate,
        double busyPerRate,
        List<Evidence> evidence) {
    public Demand {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("The demand of " + workload + " must rest on something.");
        }
    }

    /** Billed units per week that demand stays under one time in ten. */
    public long low() {
        return Math.round(rate.quantile(0.1) * unitsPerRate);
    }

    /** Billed units per week that demand exceeds as often as not. */
    public long mid() {
        return Math.round(rate.quantile(0.5) * unitsPerRate);
    }

    /** Billed units per week that demand exceeds one time in ten. */
    public long high() {
        return Math.round(rate.quantile(0.9) * unitsPerRate);
    }
}
