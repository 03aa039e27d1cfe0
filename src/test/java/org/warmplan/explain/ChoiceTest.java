package org.warmplan.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.warmplan.plan.Solved;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.Solution;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;
import org.warmplan.value.ChangePolicy;

final class ChoiceTest {
    private static Problem problem(long needOfCurrent) {
        return new Problem(
                List.of(new GpuClass("c", 100)),
                List.of(new WorkerSpec("rig", 0, true, List.of(), new TreeSet<>())),
                List.of(new GpuSpec("rig/0", "rig", "c", 1, 0, List.of("old"), new TreeSet<>())),
                List.of(workload("old", needOfCurrent, 1_000), workload("new", 10, 1_100)),
                List.of(),
                null);
    }

    private static WorkloadSpec workload(String id, long need, long worth) {
        return new WorkloadSpec(
                id, new TreeMap<>(Map.of("c", need)), new TreeMap<>(), new TreeMap<>(), List.of(worth), 0, 9, 0);
    }

    private static final Solved CHANGED = new Solved(
            Assignment.of(Map.of("rig/0", List.of("new"))),
            1_100,
            1_100,
            Solution.FoundBy.SEARCH,
            new Certificate(Certificate.Method.PRICES, BigInteger.valueOf(1_100), 1, new TreeMap<>(), 0),
            false);

    @Test
    void keepsWhatRunsWhenTheGainIsTooSmall() {
        Choice choice = Choice.of(problem(10), CHANGED, new ChangePolicy(101, 0, 0, false), true);

        assertThat(choice.isKept()).isTrue();
        assertThat(choice.published().assignment().on("rig/0")).containsExactly("old");
        assertThat(choice.published().value()).isEqualTo(1_000);
        assertThat(choice.published().bound()).isEqualTo(1_100);
        assertThat(choice.gain()).hasValue(100);
    }

    @Test
    void changesWhenTheGainIsJustEnough() {
        assertThat(Choice.of(problem(10), CHANGED, new ChangePolicy(100, 0, 0, false), true)
                        .isKept())
                .isFalse();
    }

    @Test
    void takesTheLargerOfTheTwoMinimumGains() {
        Choice choice = Choice.of(problem(10), CHANGED, new ChangePolicy(50, 11, 0, false), true);

        assertThat(choice.minimumGain()).isEqualTo(110);
        assertThat(choice.isKept()).isTrue();
    }

    @Test
    void keepsNothingWhenARestartHappensAnyway() {
        assertThat(Choice.of(problem(10), CHANGED, new ChangePolicy(101, 0, 0, false), false)
                        .isKept())
                .isFalse();
    }

    @Test
    void cannotKeepWhatBreaksARule() {
        Choice choice = Choice.of(problem(101), CHANGED, new ChangePolicy(1_000_000, 0, 0, false), true);

        assertThat(choice.isKept()).isFalse();
        assertThat(choice.currentValue()).isEmpty();
    }
}
