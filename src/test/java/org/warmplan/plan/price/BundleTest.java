package org.warmplan.plan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.bench.Instances;
import org.warmplan.bench.Size;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Evaluation;
import org.warmplan.problem.BruteForce;
import org.warmplan.problem.SmallProblems;

final class BundleTest {
    private static final BigInteger NOTHING_AT_HAND = BigInteger.valueOf(Long.MIN_VALUE);

    private static Bundle begun(Market market, double[] prices) {
        double[] scaled = prices.clone();
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] *= market.scale();
        }
        Bundle bundle = new Bundle(market, market.scale(), scaled);
        bundle.begin(market.first(prices).orElseThrow());
        return bundle;
    }

    @ParameterizedTest
    @CsvSource({"rig, 1", "rig, 2", "rig, 3", "rig-tight, 1", "rig-tight, 2", "rig-tight, 3", "40, 1"})
    void lowersTheBoundButNeverBelowAPlan(String size, long seed) {
        Board board = new Board(Instances.make(Size.named(size).orElseThrow(), seed));
        Market market = new Market(board);
        Bundle bundle = begun(market, FirstPrices.of(board));
        BigInteger first = bundle.best();
        BigInteger scale = BigInteger.valueOf(market.scale());

        bundle.lower(new Prices.Effort(60, 1e-8), NOTHING_AT_HAND, () -> false);

        assertThat(bundle.best()).isLessThan(first);
        BigInteger bound = market.askExactly(bundle.tariff()).sum();
        assertThat(bound).isGreaterThanOrEqualTo(bundle.best());
        Evaluation today = Evaluation.of(board, board.current());
        if (today.isFeasible()) {
            assertThat(bound.divide(scale)).isGreaterThanOrEqualTo(BigInteger.valueOf(today.value()));
        }
    }

    @Test
    void endsWhereTheBoundIsAsLowAsThePlanAtHand() {
        Board board = new Board(Instances.make(Size.RIG, 1));
        Market market = new Market(board);
        Bundle bundle = begun(market, FirstPrices.of(board));
        BigInteger first = bundle.best();

        bundle.lower(new Prices.Effort(60, 1e-8), first, () -> false);

        assertThat(bundle.best()).isEqualTo(first);
    }

    @Test
    void anyPricesProveABoundThatNoAssignmentPasses() {
        int proved = 0;
        for (long seed = 1; seed <= 80; seed++) {
            Board board = new Board(SmallProblems.random(seed));
            Market market = new Market(board);
            double[] first = FirstPrices.of(board);
            Optional<Column[]> plan = market.first(first);
            OptionalLong best = BruteForce.best(SmallProblems.random(seed));
            if (plan.isEmpty()) {
                assertThat(best).as("seed %d", seed).isEmpty();
            } else if (best.isPresent()) {
                Bundle bundle = begun(market, first);
                for (int rounds = 0; rounds <= 64; rounds = 1 + 4 * rounds) {
                    bundle.lower(new Prices.Effort(rounds, 1e-10), NOTHING_AT_HAND, () -> false);
                    assertThat(market.askExactly(bundle.tariff()).sum())
                            .as("seed %d", seed)
                            .isGreaterThanOrEqualTo(
                                    BigInteger.valueOf(best.getAsLong()).multiply(BigInteger.valueOf(market.scale())));
                }
                proved++;
            }
        }
        assertThat(proved).isGreaterThan(40);
    }
}
