package org.warmplan.demand.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SharesTest {
    private static Gateways onChain() {
        return new Gateways(1, 1, 0.7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 2, 6})
    void aSellerAloneCarriesWhatErlangSays(double load) {
        Split batch = new BatchShares(List.of(Seller.of(10, 3)), onChain()).split(load);
        Split live = new LiveShares(1200, 1).split(List.of(Seller.of(10, 3)), load);

        assertThat(batch.carried(0)).isCloseTo(Erlang.carried(3, load), within(0.01 * load));
        assertThat(live.carried(0)).isCloseTo(Erlang.carried(3, load), within(0.02 * load));
    }

    @Test
    void atLowLoadStakeAndChanceDecide() {
        Split split = new BatchShares(List.of(Seller.of(3, 1), Seller.of(1, 1)), onChain()).split(0.001);

        assertThat(split.share(0)).isCloseTo(0.7 * 0.75 + 0.3 * 0.5, within(0.002));
    }

    /**
     * Two sellers with one container each, one gateway. By the chain over (first busy, second busy): from nobody busy the
     * first is drawn with chance p; whoever is left takes the next request; each ends at rate 1. Solved by hand for load 1:
     * P(0) = 0.4, P(2) = 0.2, and the first is busy 0.2 + 0.4 * (1 + 2 p) / 4 of the time.
     */
    @Test
    void twoSellersFollowTheChainSolvedByHand() {
        double p = 0.7 * 0.75 + 0.3 * 0.5;
        Split split = new BatchShares(List.of(Seller.of(3, 1), Seller.of(1, 1)), onChain()).split(1);

        assertThat(split.carried(0)).isCloseTo(0.2 + 0.4 * (1 + 2 * p) / 4, within(0.01));
        assertThat(split.lost()).isCloseTo(0.2, within(0.01));
    }

    @Test
    void aSecondNodeOfAnAddressBringsNoShareWhileAllAreIdle() {
        List<Seller> sellers = List.of(new Seller(1, 2, 1, 1), new Seller(1, 1, 1, 1));

        assertThat(new BatchShares(sellers, onChain()).split(0.001).share(0)).isCloseTo(0.5, within(0.005));
        assertThat(new BatchShares(sellers, onChain()).split(30).share(0)).isGreaterThan(0.6);
    }

    @Test
    void liveVideoGoesToTheNearestFirst() {
        List<Seller> sellers = List.of(Seller.of(0, 1), Seller.of(99, 1), Seller.of(0, 1));
        Split little = new LiveShares(1200, 1).split(sellers, 0.02);
        Split much = new LiveShares(1200, 1).split(sellers, 20);

        assertThat(little.share(0)).isGreaterThan(0.95);
        assertThat(much.share(2)).isCloseTo(1.0 / 3, within(0.03));
    }
}
