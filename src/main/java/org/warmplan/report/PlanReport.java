package org.warmplan.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.evidence.LeftOut;
import org.warmplan.domain.Address;
import org.warmplan.domain.CountedIssue;
import org.warmplan.explain.Explanation;
import org.warmplan.explain.LookBack;
import org.warmplan.explain.MixSweep;
import org.warmplan.explain.Money;

/**
 * Everything a run has to say.
 *
 * @param at the instant the plan is for
 * @param example whether it was made from the shipped example data
 * @param orchestrator null when the operator did not say which it is
 * @param inputs by source and instant
 * @param settings what was set over policy.yaml for this run
 * @param lookBack what was forecast, now and before, and what came of it
 * @param mixes how the plan moves with the mix of gateways
 * @param leftOut traffic that was seen and is no demand
 * @param fileChanges by worker, what its file changes besides what is warm where
 * @param warnings sentences for the top of the report, most urgent first
 */
public record PlanReport(
        Instant at,
        boolean example,
        @Nullable Address orchestrator,
        List<SeenInput> inputs,
        List<String> warnings,
        List<Setting> settings,
        LookBack lookBack,
        Explanation explanation,
        MixSweep mixes,
        List<LeftOut> leftOut,
        List<CountedIssue> issues,
        SortedMap<String, List<String>> fileChanges,
        BigDecimal usdPerEth) {
    public PlanReport {
        inputs = List.copyOf(inputs);
        warnings = List.copyOf(warnings);
        settings = List.copyOf(settings);
        leftOut = List.copyOf(leftOut);
        issues = List.copyOf(issues);
        fileChanges = Collections.unmodifiableSortedMap(new TreeMap<>(fileChanges));
    }

    /** The same report with other issues and with what changes in the files. */
    PlanReport with(List<CountedIssue> others, SortedMap<String, List<String>> changes) {
        return new PlanReport(
                at,
                example,
                orchestrator,
                inputs,
                warnings,
                settings,
                lookBack,
                explanation,
                mixes,
                leftOut,
                others,
                changes,
                usdPerEth);
    }

    /** Whether the plan changes anything, on a card or in a file; files count once they are written. */
    public boolean changesAnything() {
        return explanation.changesAnything() || fileChanges.values().stream().anyMatch(lines -> !lines.isEmpty());
    }

    /** What a worker's file changes besides what is warm where; nothing before the files are written. */
    List<String> fileChangesOf(String worker) {
        return fileChanges.getOrDefault(worker, List.of());
    }

    Money money() {
        return new Money(usdPerEth);
    }
}
