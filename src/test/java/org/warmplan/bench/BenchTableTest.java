package org.warmplan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Problem;

final class BenchTableTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void gapsAreAgainstTheBestBoundOfAnyone() {
        Round round = new Round(Size.RIG, 1, List.of(run("a", 90L, 120L, 1), run("b", 80L, 100L, 2)));

        assertThat(round.bestBound()).contains(BigInteger.valueOf(100));
        assertThat(round.gap(round.runs().get(0)).orElseThrow()).isEqualTo(0.1, CLOSE);
        assertThat(round.looseness(round.runs().get(0)).orElseThrow()).isEqualTo(0.2, CLOSE);
    }

    @Test
    void aBoundThatSomeoneBeatsCountsForNothing() {
        Round round = new Round(Size.RIG, 1, List.of(run("liar", 50L, 60L, 1), run("b", 100L, 100L, 1)));

        assertThat(round.bestBound()).contains(BigInteger.valueOf(100));
        assertThat(BenchRow.of(List.of(round)).get(0).refuted()).isEqualTo(1);
        assertThat(BenchRow.of(List.of(round)).get(1).optimal()).isEqualTo(1);
    }

    @Test
    void rowsTakeMediansAndWorsts() {
        List<Round> rounds = List.of(
                new Round(Size.RIG, 1, List.of(run("a", 90L, 100L, 1))),
                new Round(Size.RIG, 2, List.of(run("a", 100L, 100L, 2))),
                new Round(Size.RIG, 3, List.of(run("a", 80L, 100L, 9))),
                new Round(Size.RIG, 4, List.of(run("a", null, 100L, 3))));
        BenchRow row = BenchRow.of(rounds).get(0);

        assertThat(row.answered()).isEqualTo(3);
        assertThat(row.gap().orElseThrow().median()).isEqualTo(0.1, CLOSE);
        assertThat(row.gap().orElseThrow().worst()).isEqualTo(0.2, CLOSE);
        assertThat(row.seconds()).isEqualTo(new Spread(2.5, 9));
        assertThat(row.optimal()).isEqualTo(1);
    }

    @Test
    void theTableShowsThem() {
        Round round = new Round(Size.RIG, 1, List.of(run("a", 90L, 100L, 1), run("none", null, null, 1)));
        String text = BenchTable.text(BenchRow.of(List.of(round)));

        assertThat(text)
                .contains("  rig          a                     90.00  10.000   10.000     0.000      1.00     1.00"
                        + "         1      0/1\n")
                .contains("1 without an answer");
    }

    @Test
    void anAnswerAgainstTheRulesIsWorthNothing() {
        Contender claims = new Contender() {
            @Override
            public String name() {
                return "claims";
            }

            @Override
            public Answer solve(Problem problem, Duration limit) {
                return Answer.of(Assignment.of(Map.of()));
            }
        };
        Round round =
                new Bench(List.of(claims), (problem, a) -> Optional.empty()).round(Size.RIG, 1, Duration.ofSeconds(1));

        assertThat(round.runs().get(0).broken()).isTrue();
        assertThat(round.runs().get(0).heapBytes()).isPositive();
    }

    private static Run run(String contender, @Nullable Long value, @Nullable Long bound, long seconds) {
        return new Run(
                contender,
                Optional.ofNullable(value).map(BigInteger::valueOf),
                false,
                Optional.ofNullable(bound).map(BigInteger::valueOf),
                "",
                Duration.ofSeconds(seconds),
                1 << 20);
    }
}
