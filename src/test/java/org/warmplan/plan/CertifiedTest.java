package org.warmplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.bench.Instances;
import org.warmplan.bench.Size;
import org.warmplan.certify.Certifier;
import org.warmplan.certify.Verdict;
import org.warmplan.problem.Problem;
import org.warmplan.problem.Solution;

/** What the planner claims of problems too large to try every assignment, held against the judge that shares no code with it. */
final class CertifiedTest {
    private static final Planner PLANNER = Planner.of(Path.of("solver-config", "solver.xml"));

    @ParameterizedTest
    @CsvSource({"rig, 1", "rig, 2", "rig, 3", "rig-tight, 1", "rig-tight, 2", "rig-tight, 3", "40, 1", "40, 2", "40, 3"
    })
    void nothingClaimedIsContradicted(String size, long seed) {
        Problem problem = Instances.make(Size.named(size).orElseThrow(), seed);

        Solution solution = PLANNER.find(problem, Order.USUAL.withoutSearch()).toSolution();
        Verdict verdict = Certifier.certify(problem, solution);

        assertThat(verdict.contradictions()).isEmpty();
        assertThat(verdict.value()).isEqualTo(solution.value());
        assertThat(verdict.priceBound())
                .isEqualTo(Objects.requireNonNull(solution.certificate()).priceBound());
        Planner.valueOfCurrent(problem)
                .ifPresent(today -> assertThat(
                                Objects.requireNonNull(solution.value()).longValue())
                        .isGreaterThanOrEqualTo(today));
        assertThat(solution.gap()).isLessThan(0.02);
    }
}
