package org.warmplan.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.demand.Offers.LIVE;
import static org.warmplan.demand.Offers.MONDAY;
import static org.warmplan.demand.Offers.NEXT_MONDAY;
import static org.warmplan.demand.Offers.SDXL;
import static org.warmplan.demand.Offers.SELF;
import static org.warmplan.demand.Offers.address;
import static org.warmplan.demand.Offers.cold;
import static org.warmplan.demand.Offers.warm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Observation;
import org.warmplan.domain.StakeSeen;

final class SupplyTest {
    private static Supply supply(Observation... observations) {
        return Supply.of(List.of(observations), NEXT_MONDAY, Duration.ofDays(8));
    }

    @Test
    void keepsANodeThatWasNotReachedThisTime() {
        assertThat(supply(warm(MONDAY, 1, SDXL, 1, 0), warm(NEXT_MONDAY, 2, SDXL, 1, 0))
                        .rivals(SDXL, null))
                .hasSize(2);
    }

    @Test
    void keepsWhatANodeOfferedAtLeastHalfOfTheTime() {
        Supply supply = supply(
                warm(MONDAY, 1, SDXL, 1, 0),
                warm(MONDAY, 1, LIVE, 1, 0),
                warm(MONDAY.plus(Duration.ofDays(1)), 1, SDXL, 1, 0),
                warm(MONDAY.plus(Duration.ofDays(2)), 1, LIVE, 1, 0),
                warm(NEXT_MONDAY, 1, LIVE, 1, 0));

        assertThat(supply.rivals(SDXL, null)).hasSize(1);
        assertThat(supply.offersOf(SDXL).get(0).seenAt()).isEqualTo(MONDAY.plus(Duration.ofDays(1)));
        assertThat(supply.rivals(LIVE, null)).hasSize(1);
    }

    @Test
    void dropsWhatANodeOfferedLessThanHalfOfTheTimeAndNoLongerOffers() {
        Supply supply = supply(
                warm(MONDAY, 1, SDXL, 1, 0),
                warm(MONDAY.plus(Duration.ofDays(1)), 1, LIVE, 1, 0),
                warm(NEXT_MONDAY, 1, LIVE, 1, 0));

        assertThat(supply.rivals(SDXL, null)).isEmpty();
        assertThat(supply.rivals(LIVE, null)).hasSize(1);
    }

    @Test
    void countsWhatANodeHasJustBegunToOffer() {
        Supply supply = supply(
                warm(MONDAY, 1, LIVE, 1, 0),
                warm(MONDAY.plus(Duration.ofDays(1)), 1, LIVE, 1, 0),
                warm(NEXT_MONDAY, 1, SDXL, 1, 0));

        assertThat(supply.rivals(SDXL, null)).hasSize(1);
    }

    @Test
    void forgetsANodeNotSeenInTheWindow() {
        assertThat(Supply.of(List.of(warm(MONDAY, 1, SDXL, 1, 0)), NEXT_MONDAY, Duration.ofDays(6))
                        .offersOf(SDXL))
                .isEmpty();
    }

    @Test
    void ignoresWhatWasSeenLater() {
        assertThat(Supply.of(List.of(warm(NEXT_MONDAY, 1, SDXL, 1, 0)), MONDAY, Duration.ofDays(8))
                        .offersOf(SDXL))
                .isEmpty();
    }

    @Test
    void countsRivalsByAddressWithoutColdOnesAndOneself() {
        Supply supply =
                supply(warm(NEXT_MONDAY, 1, SDXL, 1, 0), cold(NEXT_MONDAY, 2, SDXL), warm(NEXT_MONDAY, 9, SDXL, 1, 0));

        assertThat(supply.rivals(SDXL, SELF)).extracting(Supply.Rival::address).containsExactly(address(1));
    }

    @Test
    void countsLiveContainersIdleAndBusy() {
        assertThat(supply(warm(NEXT_MONDAY, 1, LIVE, 3, 2))
                        .rivals(LIVE, null)
                        .get(0)
                        .replicas())
                .isEqualTo(5);
    }

    @Test
    void takesABatchCounterForOneReplica() {
        assertThat(supply(warm(NEXT_MONDAY, 1, SDXL, 35_968, 0))
                        .rivals(SDXL, null)
                        .get(0)
                        .replicas())
                .isEqualTo(1);
    }

    @Test
    void takesTheLatestStake() {
        Supply supply = supply(stake(NEXT_MONDAY, 7), stake(MONDAY, 5));

        assertThat(supply.findStake(address(1))).hasValue(BigDecimal.valueOf(7));
        assertThat(supply.findStake(address(2))).isEmpty();
    }

    private static StakeSeen stake(java.time.Instant at, long lpt) {
        return new StakeSeen(at, address(1), BigDecimal.valueOf(lpt), true);
    }
}
