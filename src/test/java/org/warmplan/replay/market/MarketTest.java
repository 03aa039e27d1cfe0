package org.warmplan.replay.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.warmplan.replay.market.MarketSize.Ends;

/** Whole markets. */
final class MarketTest {
    private static final MarketSize SMALL =
            new MarketSize(new Ends(20, 24), new Ends(25, 30), new Ends(4, 5), new Ends(4_000, 6_000));

    @Test
    void theSameSeedGivesTheSameWeeks() {
        Market one = Markets.of(SMALL, 11);
        Market two = Markets.of(SMALL, 11);
        Market other = Markets.of(SMALL, 12);
        for (int week = 0; week < 3; week++) {
            int hash = hash(one.play());
            assertThat(hash(two.play())).isEqualTo(hash);
            assertThat(hash(other.play())).isNotEqualTo(hash);
        }
        assertThat(two.cast()).isEqualTo(one.cast());
    }

    @Test
    void everyRequestIsServedOrUnmetOrFailedOrGivenUp() {
        Market market = Markets.of(SMALL, 13);
        WeekLog log = market.play();
        for (int call = 0; call < log.requested.length; call++) {
            assertThat(log.served[call] + log.unmet[call] + log.failed[call] + log.abandoned[call])
                    .isEqualTo(log.requested[call]);
        }
        assertThat(Scene.sum(log.served)).isGreaterThan(1_000);
        assertThat(Scene.sum(log.unmet)).isPositive();
    }

    @Test
    void whatOffersEarnIsWhatOrchestratorsEarn() {
        Market market = Markets.of(SMALL, 14);
        WeekLog log = market.play();
        double byOffer = Arrays.stream(log.offerWei).sum();
        double byHour = Arrays.stream(log.wei).sum();
        assertThat(byOffer).isPositive();
        assertThat(byHour / byOffer).isBetween(1 - 1e-9, 1 + 1e-9);
        assertThat(Arrays.stream(log.testWei).sum()).isPositive();
    }

    @Test
    void playingAWeekAgainWithTheSameSetsGivesTheSameWeek() {
        Market market = Markets.of(SMALL, 15);
        market.play();
        WeekLog log = market.play();
        List<WarmSet> before = List.of(market.standing(0).set(0));
        List<WarmSet> own = List.of(market.standing(1).set(0));
        assertThat(market.again(1, before, own).wei(Cast.SELF)).isEqualTo(log.wei(Cast.SELF));
    }

    @Test
    void usersComeAsTheyComeWhateverWeOffer() {
        Market market = Markets.of(SMALL, 16);
        market.play();
        WeekLog log = market.play();
        WarmSet had = market.standing(0).set(0);
        WarmSet nothing = WarmSet.empty(had.byCard().size());
        WeekLog other = market.again(1, List.of(nothing), List.of(nothing));
        assertThat(other.requested).isEqualTo(log.requested);
        assertThat(other.wantedUnits).isEqualTo(log.wantedUnits);
        assertThat(other.wei(Cast.SELF)).isZero();
    }

    @Test
    void ourOwnSetIsWhatWeAreTold() {
        Market market = Markets.of(SMALL, 17);
        market.play();
        WarmSet had = market.standing(0).set(0);
        WarmSet all = new WarmSet(Collections.nCopies(had.byCard().size(), 0), List.of());
        WeekLog log = market.play(List.of(all));
        assertThat(market.standing(1).set(0)).isEqualTo(all);
        assertThat(market.standing(1).isRestarted(0)).isEqualTo(!had.equals(all));
        assertThat(log.findOffer(0, 0)).isNotNegative();
        assertThat(market.standing(2).set(0)).as("kept until told otherwise").isEqualTo(all);
    }

    @Test
    void modelsAreBornAndDieAndRivalsMove() {
        int born = 0;
        int died = 0;
        Set<Integer> changed = new HashSet<>();
        for (int seed = 1; seed <= 6; seed++) {
            Market market = Markets.of(SMALL, seed);
            WeekLog first = market.play();
            WeekLog last = first;
            while (market.weeks() < 20) {
                last = market.play();
            }
            for (int w = 0; w < market.cast().workloads().size(); w++) {
                born += first.intendedUnits(w) == 0 && last.intendedUnits(w) > 0 ? 1 : 0;
                died += first.intendedUnits(w) > 0 && last.intendedUnits(w) == 0 ? 1 : 0;
                if (market.cast().workloads().get(w).bornWeek() > 0) {
                    assertThat(first.wantedUnits(w)).isZero();
                }
            }
            for (int n = 1; n < market.cast().nodes().size(); n++) {
                if (!market.standing(0).set(n).equals(market.standing(19).set(n))) {
                    changed.add(100 * seed + n);
                }
            }
        }
        assertThat(born).isGreaterThan(10);
        assertThat(died).isGreaterThan(2);
        assertThat(changed).hasSizeGreaterThan(20);
    }

    @Test
    void moreContainersEarnNoLessButEachNoMoreThanTheOneBefore() {
        Market market = Markets.of(SMALL, 18);
        market.play();
        WhatIf curves = WhatIf.of(market, 0);
        double all = 0;
        for (int w = 0; w < market.cast().workloads().size(); w++) {
            for (int k = 2; k <= WhatIf.MOST; k++) {
                assertThat(curves.marginal(w, k)).isBetween(0.0, curves.marginal(w, k - 1) * (1 + 1e-9));
            }
            all += curves.gwei(w, 1);
        }
        assertThat(all).isPositive();
    }

    @Test
    void hindsightEarnsMoreThanLastWeeksBestAndThatMoreThanChance() {
        Worth worth = Worth.of(Markets.of(SMALL, 3), 3);
        assertThat(worth.keep()).isLessThan(1).isGreaterThan(worth.random());
        assertThat(worth.hindsightGwei()).isPositive();
    }

    @Test
    void halfOfTheUsersComeByGatewaysThatNobodySees() {
        Market market = Markets.of(SMALL, 19);
        Cast cast = market.cast();
        double hidden = 0;
        double all = 0;
        for (MarketGateway gateway : cast.gateways()) {
            double users =
                    gateway.users().stream().mapToDouble(Double::doubleValue).sum();
            all += users;
            hidden += gateway.org() == null ? users : 0;
        }
        assertThat(all)
                .isBetween(cast.workloads().size() - 1e-6, cast.workloads().size() + 1e-6);
        assertThat(hidden / all).isBetween(0.4, 0.6);
        assertThat(cast.gateways().stream().filter(MarketGateway::loadTester)).hasSize(1);
    }

    private static int hash(WeekLog log) {
        return Arrays.deepHashCode(new Object[] {
            log.requested, log.served, log.finished, log.inUse, log.capacity, log.wei, log.wantedUnits, log.busySeconds
        });
    }
}
