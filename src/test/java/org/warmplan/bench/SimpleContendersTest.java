package org.warmplan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmplan.certify.Certifier;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.PinSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkloadSpec;

final class SimpleContendersTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int ANY = Integer.MAX_VALUE;

    private final WorkloadSpec dear = Hand.workload("dear", 7, ANY, 100L, 1L);
    private final WorkloadSpec cheap = Hand.workload("cheap", 3, ANY, 50L, 40L);

    @Test
    void theMostValuableGoesOnEveryCard() {
        Problem problem = Hand.problem(
                List.of(Hand.card(0, 1, "cheap"), Hand.card(1, 1, "cheap")), List.of(cheap, dear), List.of());

        assertThat(seedRule(problem)).isEqualTo(Map.of("r/0", List.of("dear"), "r/1", List.of("dear")));
    }

    @Test
    void slotsAreFilledWithWhatStillFitsAndWhatStaysComesFirst() {
        Problem problem = Hand.problem(List.of(Hand.card(0, 3, "cheap")), List.of(cheap, dear), List.of());

        assertThat(seedRule(problem)).isEqualTo(Map.of("r/0", List.of("cheap", "dear")));
    }

    @Test
    void limitsAndPinsComeBeforeWorth() {
        WorkloadSpec once = Hand.workload("dear", 7, 1, 100L);
        Problem problem = Hand.problem(
                List.of(Hand.card(0, 1), Hand.card(1, 1)),
                List.of(cheap, once),
                List.of(new PinSpec(true, "r/0", "cheap")));

        assertThat(seedRule(problem)).isEqualTo(Map.of("r/0", List.of("cheap"), "r/1", List.of("dear")));
    }

    @Test
    void whatTheFleetMustHaveComesBeforeWorth() {
        WorkloadSpec wanted =
                new WorkloadSpec("cheap", cheap.vramMib(), cheap.units(), cheap.linear(), cheap.marginal(), 1, ANY, 1);
        Problem problem = Hand.problem(List.of(Hand.card(0, 1), Hand.card(1, 1)), List.of(wanted, dear), List.of());

        assertThat(seedRule(problem)).isEqualTo(Map.of("r/0", List.of("cheap"), "r/1", List.of("dear")));
    }

    @Test
    void keepingAnswersOnlyWhereItMay() {
        Problem sound = Hand.problem(List.of(Hand.card(0, 1, "dear")), List.of(dear), List.of());
        Problem hole = Hand.problem(List.of(Hand.card(0, 1), Hand.card(1, 1, "dear")), List.of(dear), List.of());

        assertThat(new KeepCurrent().solve(sound, LIMIT).assignment()).contains(Assignment.current(sound));
        assertThat(new KeepCurrent().solve(hole, LIMIT)).isEqualTo(Answer.NONE);
    }

    @Test
    void worthIsCurvesAndFreeSlotsLessChangesAndReload() {
        Problem problem = Hand.problem(
                List.of(Hand.card(0, 1, "cheap"), Hand.card(1, 1, "cheap")), List.of(cheap, dear), List.of());

        assertThat(worth(problem, List.of("cheap"), List.of("cheap"))).isEqualTo(90);
        assertThat(worth(problem, List.of("dear"), List.of("cheap"))).isEqualTo(100 + 50 - 1 - 5);
        assertThat(worth(problem, List.of("cheap"), List.of())).isEqualTo(50 + 2 - 5);
    }

    @ParameterizedTest
    @MethodSource("org.warmplan.bench.InstancesTest#small")
    void theSeedRuleBreaksNoRule(Size size) {
        for (long seed = 1; seed <= 10; seed++) {
            Problem problem = Instances.make(size, seed);
            assertThat(new MostValuableFirst().solve(problem, LIMIT).assignment())
                    .satisfiesAnyOf(
                            a -> assertThat(a).isEmpty(),
                            a -> assertThat(Certifier.worth(problem, a.orElseThrow()))
                                    .isPresent());
        }
    }

    private static Map<String, List<String>> seedRule(Problem problem) {
        return new MostValuableFirst()
                .solve(problem, LIMIT)
                .assignment()
                .orElseThrow()
                .byGpu();
    }

    private static long worth(Problem problem, List<String> first, List<String> second) {
        return valuation(problem, first, second).orElseThrow().longValueExact();
    }

    private static Optional<BigInteger> valuation(Problem problem, List<String> first, List<String> second) {
        return Certifier.worth(problem, Assignment.of(new TreeMap<>(Map.of("r/0", first, "r/1", second))));
    }
}
