package org.warmplan.replay.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.replay.market.SelectionTrial.Choice;
import org.warmplan.replay.market.SelectionTrial.Outcome;
import org.warmplan.replay.market.SelectionTrial.Seller;

/** What is known about shares from formulas and by hand. */
final class SelectionTrialTest {
    private static final int REQUESTS = 100_000;

    @ParameterizedTest(name = "{0}: {1} containers, load {2}")
    @CsvSource({"ON_CHAIN,1,0.5", "ON_CHAIN,3,2", "OFF_CHAIN,2,1.5", "LIVE,4,3", "LIVE,1,2"})
    void aSoleSellerLosesWhatErlangSays(Choice choice, int containers, double load) {
        Outcome outcome = SelectionTrial.of(choice, List.of(Seller.of(10, containers)), load, REQUESTS)
                .run(1);
        assertThat((double) outcome.lost() / outcome.requested()).isCloseTo(erlang(containers, load), within(0.012));
        assertThat(outcome.busy().get(0)).isCloseTo(load * (1 - erlang(containers, load)), within(0.03));
    }

    @Test
    void atLowLoadOnChainSharesAreSevenTenthsByStakeAndTheRestEven() {
        List<Seller> sellers = List.of(Seller.of(700, 8), Seller.of(200, 8), Seller.of(100, 8));
        Outcome outcome =
                SelectionTrial.of(Choice.ON_CHAIN, sellers, 0.002, REQUESTS).run(2);
        assertThat(outcome.share(0)).isCloseTo(0.7 * 0.7 + 0.1, within(0.005));
        assertThat(outcome.share(1)).isCloseTo(0.7 * 0.2 + 0.1, within(0.005));
        assertThat(outcome.share(2)).isCloseTo(0.7 * 0.1 + 0.1, within(0.005));
        assertThat(outcome.lost()).isZero();
    }

    @Test
    void aSecondNodeOfAnAddressBringsNoLargerShare() {
        Seller two = new Seller(100, 2, 4, 1, 0.05, 1);
        Outcome outcome = SelectionTrial.of(Choice.ON_CHAIN, List.of(two, Seller.of(100, 4)), 0.002, REQUESTS)
                .run(3);
        assertThat(outcome.share(0)).isCloseTo(0.5, within(0.005));
    }

    @Test
    void withoutAnyStakeTheChoiceIsEven() {
        Outcome outcome = SelectionTrial.of(Choice.ON_CHAIN, List.of(Seller.of(0, 4), Seller.of(0, 4)), 0.002, REQUESTS)
                .run(4);
        assertThat(outcome.share(0)).isCloseTo(0.5, within(0.005));
    }

    @Test
    void aBusySessionLeavesThePoolSoThatLoadSpreads() {
        List<Seller> sellers = List.of(Seller.of(1000, 1), Seller.of(1, 1));
        double quiet = SelectionTrial.of(Choice.ON_CHAIN, sellers, 0.0005, 20_000)
                .run(5)
                .share(1);
        double busy = SelectionTrial.of(Choice.ON_CHAIN, sellers, 1.5, REQUESTS)
                .run(5)
                .share(1);
        assertThat(quiet).isLessThan(0.16);
        assertThat(busy).isGreaterThan(0.4);
    }

    @Test
    void anOffChainGatewayGivesNearlyAllToTheQuickest() {
        Seller slow = Seller.of(1000, 2);
        Seller quick = new Seller(1, 1, 2, 2, 0.05, 1);
        Outcome outcome = new SelectionTrial(
                        Choice.OFF_CHAIN, 1, List.of(slow, quick), 0.01, 20_000, 0, Double.POSITIVE_INFINITY)
                .run(6);
        assertThat(outcome.share(1)).isGreaterThan(0.99);
    }

    @Test
    void liveVideoGoesToTheNearestAndOverflowsToTheNext() {
        Outcome outcome = live(1, 1_000);
        assertThat(outcome.share(1)).isBetween(0.65, 1 - erlang(2, 1));
        assertThat(live(0.01, 1_000).share(1)).isEqualTo(1);
    }

    @Test
    void aFullSellerOfLiveVideoIsPassedOverUntilTheNextRefreshSoThatShortStreamsSpreadMore() {
        assertThat(live(1, 20_000).share(1)).isLessThan(live(1, 1_000).share(1) - 0.05);
    }

    /** Seller 1 is near and seller 0 is far, with two containers each. */
    private static Outcome live(double load, int requests) {
        Seller near = new Seller(1, 1, 2, 1, 0.01, 1);
        Seller far = new Seller(1000, 1, 2, 1, 0.1, 1);
        return SelectionTrial.of(Choice.LIVE, List.of(far, near), load, requests)
                .run(7);
    }

    @Test
    void aPriceOverTheCapSellsNothing() {
        Seller dear = new Seller(1000, 1, 4, 1, 0.01, 2);
        SelectionTrial trial =
                new SelectionTrial(Choice.ON_CHAIN, 1, List.of(dear, Seller.of(1, 1)), 0.1, 10_000, 0, 1.5);
        assertThat(trial.run(8).served().get(0)).isZero();
        assertThat(trial.run(8).served().get(1)).isGreaterThan(8_000);
    }

    @Test
    void theSameSeedGivesTheSameOutcome() {
        SelectionTrial trial = SelectionTrial.of(Choice.ON_CHAIN, List.of(Seller.of(3, 1), Seller.of(5, 2)), 2, 10_000);
        assertThat(trial.run(9)).isEqualTo(trial.run(9)).isNotEqualTo(trial.run(10));
    }

    @Test
    void severalGatewaysKnowNothingOfEachOthersSessionsButMeetTheSameContainers() {
        List<Seller> sellers = List.of(Seller.of(1, 1), Seller.of(1, 1));
        Outcome outcome =
                new SelectionTrial(Choice.ON_CHAIN, 5, sellers, 1.5, REQUESTS, 1, Double.POSITIVE_INFINITY).run(11);
        assertThat((double) outcome.lost() / outcome.requested()).isCloseTo(erlang(2, 1.5), within(0.02));
    }

    @Test
    void theHeapGivesBackInOrderOfTimeThenOfPuttingIn() {
        EventHeap heap = new EventHeap();
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            heap.add(random.nextInt(500), 0, i);
        }
        double last = -1;
        long lastTicket = -1;
        while (!heap.isEmpty()) {
            assertThat(heap.nextAt()).isGreaterThanOrEqualTo(last);
            if (heap.nextAt() == last) {
                assertThat(heap.nextTicket()).isGreaterThan(lastTicket);
            }
            last = heap.nextAt();
            lastTicket = heap.nextTicket();
            heap.remove();
        }
    }

    /** Erlang's loss formula. */
    private static double erlang(int servers, double load) {
        double blocked = 1;
        for (int k = 1; k <= servers; k++) {
            blocked = load * blocked / (k + load * blocked);
        }
        return blocked;
    }
}
