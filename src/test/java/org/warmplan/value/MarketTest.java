package org.warmplan.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.demand.share.Erlang;
import org.warmplan.demand.share.Gateways;
import org.warmplan.demand.share.LiveShares;
import org.warmplan.demand.share.Seller;

final class MarketTest {
    private static Market batch(double onChain, int rivals, int containers) {
        return new BatchMarket(
                new Gateways(2, onChain, 0.7), 10.0, 1, Collections.nCopies(rivals, Seller.of(10, containers)), true);
    }

    private static Market live(int rivals, long replicas) {
        return new LiveMarket(
                new LiveShares(1200, 1), Collections.nCopies(rivals, (int) (replicas / Math.max(1, rivals))));
    }

    private static double even(Market market, double load, int replicas) {
        return replicas == 0
                ? 0
                : market.carried(new double[] {load}, replicas, 1).even()[0];
    }

    @Test
    void unknownStakeIsARangeAndItsMiddle() {
        Market unknown =
                new BatchMarket(new Gateways(1, 1, 0.7), null, 1, Collections.nCopies(3, Seller.of(10, 2)), true);
        Carried carried = unknown.carried(new double[] {0.1}, 1, 1);

        assertThat(carried.bad()[0]).isLessThan(carried.even()[0]);
        assertThat(carried.good()[0]).isGreaterThan(carried.even()[0]);
        // From 0.3/4 without any stake to an even quarter.
        assertThat(carried.bad()[0]).isCloseTo(0.1 * 0.075, within(2e-3));
        assertThat(carried.good()[0]).isCloseTo(0.1 * 0.25, within(2e-3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 3, 20})
    void moreRivalsNeverBringMore(double load) {
        for (List<Market> growing : List.of(
                Stream.of(0, 1, 3, 6).map(n -> batch(0.8, n, 2)).toList(),
                Stream.of(0, 1, 3, 6).map(n -> live(n, 2L * n)).toList())) {
            double before = Double.MAX_VALUE;
            for (Market market : growing) {
                double brings = even(market, load, 2);
                assertThat(brings).isLessThanOrEqualTo(before * 1.001);
                before = brings;
            }
        }
    }

    /** A large rival first or last is as likely: between what each of the two orders leaves. */
    @Test
    void takesRivalsOfDifferentSizesInAnyOrder() {
        Market market = new LiveMarket(new LiveShares(500_000, 1), List.of(4, 1));
        // Behind nobody; behind 1 and behind 4, each half the time; behind both.
        double behind = (Erlang.carried(2, 3) - Erlang.carried(1, 3) + Erlang.carried(5, 3) - Erlang.carried(4, 3)) / 2;
        double expected = (Erlang.carried(1, 3) + behind + Erlang.carried(6, 3) - Erlang.carried(5, 3)) / 3;

        assertThat(even(market, 3, 1)).isCloseTo(expected, within(0.02));
    }

    @Test
    void neverKeepsMoreBusyThanThereAre() {
        assertThat(even(batch(0.5, 0, 1), 100, 2)).isLessThanOrEqualTo(2.0001);
        assertThat(even(live(2, 3), 100, 2)).isLessThanOrEqualTo(2.0001);
    }
}
