package org.warmplan.demand.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.warmplan.demand.EvidenceKind.EARNINGS;
import static org.warmplan.demand.Offers.address;
import static org.warmplan.demand.evidence.Scene.LIVE;
import static org.warmplan.demand.evidence.Scene.NOW;
import static org.warmplan.demand.evidence.Scene.SDXL;
import static org.warmplan.demand.evidence.Scene.daysAgo;
import static org.warmplan.demand.evidence.Scene.earned;
import static org.warmplan.demand.evidence.Scene.rate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Offers;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Earnings;
import org.warmplan.domain.Gwei;
import org.warmplan.domain.Offer;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;

final class EarningsTest {
    private static final Workload WHISPER = Offers.workload("audio-to-text/openai/whisper-large-v3");
    private static final Weeks WEEKS = new Weeks(NOW, 4);

    private static Offer priced(int who, Workload workload, long wei) {
        Offer offer = Offers.warm(NOW, who, workload, 1, 0);
        return new Offer(
                NOW,
                offer.orchestrator(),
                offer.uri(),
                workload,
                offer.warmth(),
                1,
                0,
                UnitPrice.ofWei(wei),
                List.of(),
                "");
    }

    /** What one of {@code sellers} alike earns in ETH a week at a rate and a price in wei. */
    private static double eth(Workload workload, double rate, long wei, int sellers) {
        return rate * Scene.POLICY.unitsPerRate(workload.pipeline()) * wei / 1e18 / sellers;
    }

    @Test
    void findsTheRatesThatExplainWhatWasEarned() {
        Scene scene = new Scene();
        double sdxl = eth(SDXL, 900, 4_000_000, 4);
        double whisper = eth(WHISPER, 300, 9_000_000, 4);
        for (int who = 1; who <= 6; who++) {
            boolean first = who <= 4;
            boolean second = who >= 3;
            scene.seen(first ? priced(who, SDXL, 4_000_000) : priced(who, WHISPER, 9_000_000));
            if (first && second) {
                scene.seen(priced(who, WHISPER, 9_000_000));
            }
            scene.seen(earned(daysAgo(7), NOW, who, (first ? sdxl : 0) + (second ? whisper : 0)));
        }

        Reading images = scene.one(SDXL, EARNINGS);
        assertThat(rate(images)).isCloseTo(900, within(0.5));
        assertThat(images.spread()).isEqualTo(0.7);
        assertThat(rate(scene.one(WHISPER, EARNINGS))).isCloseTo(300, within(0.5));
    }

    @Test
    void findsTheStreamsOfLiveVideo() {
        Scene scene = new Scene();
        for (int who = 1; who <= 5; who++) {
            scene.seen(priced(who, LIVE, 2_000), earned(daysAgo(7), NOW, who, eth(LIVE, 3, 2_000, 5)));
        }

        assertThat(rate(scene.one(LIVE, EARNINGS))).isCloseTo(3, within(0.01));
    }

    @Test
    void saysNothingOfWorkloadsThatTheEarningsDoNotTellApart() {
        Scene scene = new Scene();
        for (int who = 1; who <= 5; who++) {
            scene.seen(priced(who, SDXL, 4_000_000), priced(who, WHISPER, 9_000_000));
            scene.seen(earned(daysAgo(7), NOW, who, 0.001));
        }

        assertThat(scene.readings(SDXL, EARNINGS)).isEmpty();
        assertThat(scene.readings(WHISPER, EARNINGS)).isEmpty();
    }

    @Test
    void isLessSureWhereEarningsFollowNoRate() {
        double even = events(0.010, 0.010, 0.010, 0.0101);
        double uneven = events(0.002, 0.018, 0.004, 0.0161);

        assertThat(even).isEqualTo(100);
        assertThat(uneven).isBetween(1.0, 20.0);
    }

    private static double events(double... eth) {
        Scene scene = new Scene();
        for (int who = 1; who <= eth.length; who++) {
            scene.seen(priced(who, SDXL, 4_000_000), earned(daysAgo(7), NOW, who, eth[who - 1]));
        }
        return scene.one(SDXL, EARNINGS).events();
    }

    @Test
    void saysNothingWithoutPricesAndNamesThat() {
        Scene scene = new Scene();
        for (int who = 1; who <= 5; who++) {
            Offer offer = priced(who, SDXL, 1);
            scene.seen(
                    new Offer(NOW, offer.orchestrator(), offer.uri(), SDXL, offer.warmth(), 1, 0, null, List.of(), ""));
            scene.seen(earned(daysAgo(7), NOW, who, 0.01));
        }

        assertThat(scene.readings(SDXL, EARNINGS)).isEmpty();
        assertThat(scene.issueKinds()).contains("pricesUnknown");
    }

    @Test
    void spreadsWhatAMonthTellsBeyondItsWeekOverTheOtherDays() {
        DailyEarnings daily = DailyEarnings.of(
                List.of(
                        earned(daysAgo(7), NOW, 1, 7e-9),
                        earned(daysAgo(28), NOW, 1, 28e-9),
                        earned(daysAgo(28), daysAgo(21), 1, 0)),
                WEEKS);

        // 7 gwei in the last week, none in the first of the month: 21 in the 14 days between.
        assertThat(daily.findWeek(address(1), 0)).hasValueCloseTo(7.0, within(1e-9));
        assertThat(daily.findWeek(address(1), 1)).hasValueCloseTo(10.5, within(1e-9));
        assertThat(daily.findWeek(address(1), 2)).hasValueCloseTo(10.5, within(1e-9));
        assertThat(daily.findWeek(address(1), 3)).hasValue(0);
        assertThat(daily.perWeek(address(1))).isCloseTo(7, within(1e-9));
    }

    @Test
    void theLatestSnapshotStandsForASpanToldTwice() {
        List<Earnings> twice = List.of(
                new Earnings(NOW, address(1), daysAgo(7), NOW, Earnings.Jobs.AI, new BigDecimal("1E-9"), 1L),
                new Earnings(
                        NOW.plusSeconds(1), address(1), daysAgo(7), NOW, Earnings.Jobs.AI, new BigDecimal("2E-9"), 1L));

        assertThat(DailyEarnings.of(twice, WEEKS).findWeek(address(1), 0)).hasValueCloseTo(2.0, within(1e-9));
    }

    @Test
    void whoIsNotListedEarnedNothingAndWhatIsNotForAiDoesNotCount() {
        DailyEarnings daily = DailyEarnings.of(
                List.of(
                        earned(daysAgo(7), NOW, 1, 1),
                        new Earnings(NOW, address(2), daysAgo(7), NOW, Earnings.Jobs.ALL, BigDecimal.ONE, null)),
                WEEKS);

        assertThat(daily.findWeek(address(2), 0)).hasValue(0);
        assertThat(daily.findWeek(address(2), 1)).isEmpty();
    }

    @Test
    void survivesSpansOfAnyKind() {
        List<Earnings> odd = new ArrayList<>();
        for (Instant from : List.of(Instant.parse("2015-01-01T00:00:00Z"), daysAgo(36), daysAgo(0.2), NOW)) {
            for (Instant to : List.of(NOW, NOW.plus(Duration.ofDays(400)), daysAgo(0.1))) {
                odd.add(new Earnings(NOW, address(1), from, to, Earnings.Jobs.AI, new BigDecimal("1E30"), null));
            }
        }

        assertThat(DailyEarnings.of(odd, WEEKS).findWeek(address(1), 3)).isEmpty();
    }

    @Test
    void putsPricesInTiersWithWhatTheyEarn() {
        Scene scene = new Scene()
                .seen(priced(1, SDXL, 50), priced(2, SDXL, 100), priced(3, SDXL, 105), priced(4, SDXL, 300))
                .seen(priced(4, WHISPER, 7))
                .seen(earned(daysAgo(7), NOW, 1, 1e-9), earned(daysAgo(7), NOW, 2, 2e-9))
                .seen(earned(daysAgo(7), NOW, 4, 8e-9));
        PriceTiers tiers = scene.tiers(SDXL);

        assertThat(tiers.median()).isEqualTo(100);
        assertThat(tiers.tiers())
                .containsExactly(
                        new PriceTiers.Tier(PriceTiers.Place.BELOW, 50, 50, 1, 1, new Gwei(1), new Gwei(1)),
                        new PriceTiers.Tier(PriceTiers.Place.AROUND, 100, 105, 2, 2, new Gwei(2), new Gwei(2)),
                        new PriceTiers.Tier(PriceTiers.Place.ABOVE, 300, 300, 1, 1, new Gwei(0), new Gwei(8)));
        assertThat(tiers.tiers().get(2).place()).hasToString("above");
    }

    @Test
    void tellsTiersWithoutEarningsToo() {
        PriceTiers tiers = new Scene().seen(priced(1, SDXL, 50)).tiers(SDXL);

        assertThat(tiers.tiers())
                .singleElement()
                .satisfies(tier -> assertThat(tier.known()).isZero());
    }
}
