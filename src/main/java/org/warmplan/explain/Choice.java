package org.warmplan.explain;

import java.util.OptionalLong;
import org.warmplan.plan.Planner;
import org.warmplan.plan.Solved;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Problem;
import org.warmplan.value.ChangePolicy;

/**
 * What is published: the plan, or what runs now when the plan gains too little.
 *
 * @param published the plan, or the current state with its own value
 * @param best the plan that was found, published or not
 * @param currentValue gwei per week of what runs now; empty when that breaks a rule
 * @param minimumGain gwei per week that a plan must gain to be published
 */
public record Choice(Solved published, Solved best, OptionalLong currentValue, long minimumGain, boolean isKept) {

    /**
     * Applies the keep rule.
     *
     * @param mayStay false when the operator wants something away that runs now: a restart happens anyway
     */
    public static Choice of(Problem problem, Solved best, ChangePolicy policy, boolean mayStay) {
        OptionalLong current = Planner.valueOfCurrent(problem).stream()
                .mapToLong(Long::longValue)
                .findFirst();
        if (current.isEmpty()) {
            return new Choice(best, best, current, 0, false);
        }
        long value = current.getAsLong();
        long minimum = policy.minimumGain(value);
        Assignment now = Assignment.current(problem);
        boolean keep = mayStay && (best.assignment().equals(now) || best.value() - value < minimum);
        Solved published = keep ? best.with(now, value) : best;
        return new Choice(published, best, current, minimum, keep);
    }

    /** What the best plan gains over what runs now; empty when that breaks a rule. */
    public OptionalLong gain() {
        return currentValue.isPresent() ? OptionalLong.of(best.value() - currentValue.getAsLong()) : currentValue;
    }
}
