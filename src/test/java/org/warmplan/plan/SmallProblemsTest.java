package org.warmplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.certify.Certifier;
import org.warmplan.problem.BruteForce;
import org.warmplan.problem.Problem;
import org.warmplan.problem.SmallProblems;
import org.warmplan.problem.Solution;

/** Small problems with every rule on and off at random, solved, judged, and held against every assignment there is. */
final class SmallProblemsTest {
    private static final Planner PLANNER = Planner.of(Path.of("solver-config", "solver.xml"));

    @ParameterizedTest
    @ValueSource(ints = {1, 501, 1001, 1501})
    void agreesWithBruteForce(int from) {
        for (long seed = from; seed < from + 500; seed++) {
            check(seed);
        }
    }

    /** Ten times as many, like {@code -Dtests.excluded=none -Dproblems=2001-20000}. */
    @Tag("long")
    @Test
    void agreesWithBruteForceOnVeryMany() {
        String[] ends = System.getProperty("problems", "2001-20000").split("-");
        for (long seed = Long.parseLong(ends[0]); seed <= Long.parseLong(ends[1]); seed++) {
            check(seed);
        }
    }

    private static void check(long seed) {
        Problem problem = SmallProblems.random(seed);
        OptionalLong best = BruteForce.best(problem);
        Solution solution = PLANNER.find(problem, Order.USUAL).toSolution();

        assertThat(solution.status())
                .as("seed %d", seed)
                .isEqualTo(best.isPresent() ? Solution.Status.OPTIMAL : Solution.Status.INFEASIBLE);
        assertThat(Certifier.certify(problem, solution).contradictions())
                .as("seed %d", seed)
                .isEmpty();
        if (best.isPresent()) {
            assertThat(solution.value()).as("seed %d", seed).isEqualTo(BigInteger.valueOf(best.getAsLong()));
            assertThat(Objects.requireNonNull(solution.certificate()).priceBound())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(solution.value());
        }
    }
}
