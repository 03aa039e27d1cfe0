package org.warmplan.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.CountedIssue;
import org.warmplan.explain.Explanation;
import org.warmplan.explain.Money;

/**
 * Everything a run has to say.
 *
 * @param at the instant the plan is for
 * @param example whether it was made from the shipped example data
 * @param orchestrator null when the operator did not say which it is
 * @param inputs by source and instant
 * @param warnings sentences for the top of the report, most urgent first
 */
public record PlanReport(
        Instant at,
        boolean example,
        @Nullable Address orchestrator,
        List<SeenInput> inputs,
        List<String> warnings,
        Explanation explanation,
        List<CountedIssue> issues,
        BigDecimal usdPerEth) {
    public PlanReport {
        inputs = List.copyOf(inputs);
        warnings = List.copyOf(warnings);
        issues = List.copyOf(issues);
    }

    /** The same report with other issues. */
    public PlanReport withIssues(List<CountedIssue> others) {
        return new PlanReport(at, example, orchestrator, inputs, warnings, explanation, others, usdPerEth);
    }

    Money money() {
        return new Money(usdPerEth);
    }
}
