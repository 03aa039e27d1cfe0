package org.warmplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.bench.Instances;
import org.warmplan.bench.Size;
import org.warmplan.problem.Problem;
import org.warmplan.problem.SolutionFile;

/** Work is shared among all cores; how many there are must not show in the answer. */
final class DeterminismTest {
    private static final Planner PLANNER = Planner.of(Path.of("solver-config", "solver.xml"));

    /** Parallel streams run in the pool that calls them. */
    private static String solvedWith(int cores, Problem problem) {
        ForkJoinPool pool = new ForkJoinPool(cores);
        try {
            Planner.Answer answer =
                    pool.submit(() -> PLANNER.find(problem, Order.USUAL)).join();
            assertThat(answer.cutShort()).isFalse();
            return SolutionFile.write(answer.toSolution());
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource({"rig, 4", "rig-tight, 2", "40, 1"})
    void givesTheSameFileOnAnyNumberOfCores(String size, long seed) {
        Problem problem = Instances.make(Size.named(size).orElseThrow(), seed);

        String alone = solvedWith(1, problem);

        assertThat(solvedWith(4, problem)).isEqualTo(alone);
        assertThat(alone).contains("\"assignment\"");
    }
}
