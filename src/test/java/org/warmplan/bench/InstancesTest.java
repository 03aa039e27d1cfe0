package org.warmplan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmplan.plan.Planner;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

final class InstancesTest {
    static Stream<Size> small() {
        return Stream.of(Size.RIG, Size.RIG_TIGHT, Size.FORTY, Size.FLOW);
    }

    @ParameterizedTest
    @MethodSource("small")
    void theSameSeedGivesTheSameProblem(Size size) {
        assertThat(Instances.make(size, 7)).isEqualTo(Instances.make(size, 7));
        assertThat(Instances.make(size, 7)).isNotEqualTo(Instances.make(size, 8));
    }

    @ParameterizedTest
    @MethodSource("small")
    void sizesAreAsAsked(Size size) {
        for (long seed = 1; seed <= 20; seed++) {
            Problem problem = Instances.make(size, seed);
            assertThat(problem.workloads()).hasSize(size.workloads());
            assertThat(problem.gpus().size())
                    .isBetween(size.gpus().low(), size.gpus().high());
            assertThat(problem.workers().size()).isBetween(1, size.workers().high());
            assertThat(problem.workers())
                    .allSatisfy(
                            worker -> assertThat(problem.gpusOf(worker.id())).isNotEmpty());
            assertThat(problem.gpus().stream().map(GpuSpec::slots))
                    .allSatisfy(slots -> assertThat(slots)
                            .isBetween(size.slots().low(), size.slots().high()));
        }
    }

    @Test
    void inAFlowNothingTiesCardsTogether() {
        Problem problem = Instances.make(Size.FLOW, 3);
        assertThat(problem.workers()).extracting(WorkerSpec::reloadCost).containsOnly(0L);
        assertThat(problem.workloads())
                .allSatisfy(w -> assertThat(w.units().values()).isEmpty());
        assertThat(problem.pins()).isEmpty();
    }

    @Test
    void unitsDifferByClassElsewhere() {
        Problem problem = Instances.make(Size.FORTY, 3);
        assertThat(problem.workloads().stream().flatMap(w -> w.units().values().stream()))
                .allSatisfy(units -> assertThat(units).isBetween(6, 30));
        assertThat(problem.workloads())
                .anySatisfy(
                        w -> assertThat(w.units().values().stream().distinct().count())
                                .isGreaterThan(1));
    }

    @Test
    void theBestClassLosesNothing() {
        for (WorkloadSpec workload : Instances.make(Size.FORTY, 4).workloads()) {
            Stream<Long> amounts = workload.vramMib().keySet().stream().map(workload::linearOn);
            assertThat(amounts).contains(0L).allSatisfy(l -> assertThat(l).isNotPositive());
        }
    }

    @Test
    void everySizeHasItsName() {
        assertThat(Size.ALL)
                .allSatisfy(size -> assertThat(Size.named(size.name())).contains(size));
        assertThat(Size.named("none")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("small")
    void whatRunsNowMayStayOnMostSeeds(Size size) {
        assertThat(IntStream.rangeClosed(1, 20)
                        .mapToObj(seed -> Planner.valueOfCurrent(Instances.make(size, seed)))
                        .filter(Optional::isPresent)
                        .count())
                .isGreaterThan(12);
    }

    @Test
    void accidentsAndLimitsOccur() {
        List<Problem> problems = IntStream.rangeClosed(1, 40)
                .mapToObj(seed -> Instances.make(Size.RIG, seed))
                .toList();
        assertThat(problems)
                .anyMatch(p -> p.maxChanges() != null)
                .anyMatch(p -> !p.pins().isEmpty());
        assertThat(problems.stream().flatMap(p -> p.workloads().stream()))
                .anyMatch(w -> w.minReplicas() > 0)
                .anyMatch(w -> w.maxReplicas() < Integer.MAX_VALUE);
    }
}
