package org.warmplan.demand;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.domain.Workload;

/**
 * What the own node counted in a span, brought to a whole week.
 *
 * @param watched part of the span between the first and the last look at the node, above 0 to 1
 * @param jobs batch jobs done, by workload; a workload that is not named did none
 * @param streams live streams at any moment, by workload, as far as it was looked often enough
 * @param gwei expected value of the tickets received, by workload; only where the node tells it
 * @param allGwei the same for everything; empty when no ticket was received
 * @param shown what the network showed of the own address meanwhile
 */
public record OwnWeek(
        double watched,
        SortedMap<Workload, Double> jobs,
        SortedMap<Workload, Double> streams,
        SortedMap<Workload, Double> gwei,
        OptionalDouble allGwei,
        Seen shown) {
    public OwnWeek {
        jobs = Collections.unmodifiableSortedMap(new TreeMap<>(jobs));
        streams = Collections.unmodifiableSortedMap(new TreeMap<>(streams));
        gwei = Collections.unmodifiableSortedMap(new TreeMap<>(gwei));
    }

    /**
     * What the network showed of the own address.
     *
     * @param isShown whether it was shown at all
     * @param warm what it was shown to have warm, at least once
     */
    public record Seen(boolean isShown, Set<Workload> warm) {
        public Seen {
            warm = Collections.unmodifiableSet(new TreeSet<>(warm));
        }
    }

    /** Billed units a week, by the units that a rate of 1 bills; empty for a live workload that was hardly looked at. */
    public Optional<Double> findUnits(Workload workload, double unitsPerRate) {
        Double rate = workload.pipeline().isLive() ? streams.get(workload) : jobs.getOrDefault(workload, 0.0);
        return Optional.ofNullable(rate).map(known -> known * unitsPerRate);
    }

    /** Whether the network showed the own address without this workload warm all the time: then it did not run. */
    public boolean neverWarm(Workload workload) {
        return shown.isShown() && !shown.warm().contains(workload);
    }
}
