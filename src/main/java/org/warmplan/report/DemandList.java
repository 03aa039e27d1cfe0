package org.warmplan.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.CountedIssue;
import org.warmplan.explain.Money;
import org.warmplan.value.Calibration;
import org.warmplan.value.ValuedWorkload;

/**
 * What the command {@code demand} has to say.
 *
 * @param orchestrator for whom; null when that is not known
 * @param entries the most valuable first
 * @param leftOut sentences on traffic that was seen and is no demand
 * @param notes sentences on what is not known or is as it is for a reason
 */
public record DemandList(
        Instant at,
        BigDecimal usdPerEth,
        @Nullable Address orchestrator,
        List<Setting> settings,
        List<Entry> entries,
        Calibration calibration,
        List<String> leftOut,
        List<String> notes,
        List<CountedIssue> issues) {
    public DemandList {
        settings = List.copyOf(settings);
        entries = List.copyOf(entries);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
        issues = List.copyOf(issues);
    }

    /**
     * One workload.
     *
     * @param valued with demand
     * @param tiers who has it warm at which price and earns what; empty where that is not known
     */
    public record Entry(ValuedWorkload valued, Trend trend, List<PriceTier> tiers) {
        public Entry {
            tiers = List.copyOf(tiers);
            if (valued.demand() == null) {
                throw new IllegalArgumentException("The workload " + valued.workload() + " has no demand to list.");
            }
        }
    }

    Money money() {
        return new Money(usdPerEth);
    }
}
