package org.warmplan.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Demand;
import org.warmplan.demand.Evidence;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.HourProfile;
import org.warmplan.demand.Rate;
import org.warmplan.demand.share.Erlang;
import org.warmplan.demand.share.Gateways;
import org.warmplan.demand.share.LiveShares;
import org.warmplan.demand.share.Seller;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

final class CurveTest {
    private static final double WEEK_UNITS = 27_648_000.0 * 604_800;
    private static final SortedMap<String, Double> NO_SPEEDS = new TreeMap<>();
    private static final Gateways GATEWAYS = new Gateways(3, 0.8, 0.7);
    private static final ValuePolicy NEUTRAL = new ValuePolicy(200, 0, 0.5, 1.05, new TreeMap<>());

    /** So many live streams at any moment, as sure as {@code looks} looks make it. */
    private static Demand streams(double streams, double looks) {
        return streams(Rate.gamma(streams * looks, looks), HourProfile.FLAT);
    }

    private static Demand streams(Rate rate, HourProfile profile) {
        return demand(Pipeline.LIVE_VIDEO_TO_VIDEO, rate, profile, WEEK_UNITS);
    }

    /** As many batch jobs as keep {@code rate} containers busy. */
    private static Demand jobs(Rate rate) {
        return demand(Pipeline.TEXT_TO_IMAGE, rate, HourProfile.FLAT, 1e12);
    }

    private static Demand demand(Pipeline pipeline, Rate rate, HourProfile profile, double units) {
        return new Demand(
                new Workload(pipeline, "model"),
                rate,
                profile,
                OptionalDouble.of(0),
                units,
                1,
                List.of(new Evidence(EvidenceKind.LIVE_IN_USE, 1, 1, "")));
    }

    private static Market live(int rivals, long replicas) {
        return new LiveMarket(
                new LiveShares(900, 3), Collections.nCopies(rivals, (int) (replicas / Math.max(1, rivals))));
    }

    private static Market batch(List<Seller> rivals) {
        return new BatchMarket(GATEWAYS, 100.0, 1, rivals, true);
    }

    private static Curve curve(Demand demand, Market market, double wei, int served, int most) {
        return new CurveMaker(demand, market, wei, NEUTRAL, most).curve(served, NO_SPEEDS);
    }

    @Test
    void paysWhatABusyContainerBills() {
        Curve curve = curve(streams(50, 1_000), live(0, 0), 1_588, 0, 1);

        // One container nearly always busy: 27,648,000 * 604,800 pixels at 1,588 wei, in gwei, times 50/51.
        double full = WEEK_UNITS * 1_588 / 1e9;
        assertThat(curve.marginal().get(0)).isBetween((long) (full * 0.96), (long) (full * 0.99));
    }

    @Test
    void givesTheOnlyOneWarmAllThatItCanServe() {
        for (Market market : List.of(live(0, 0), batch(List.of()))) {
            Demand demand = market instanceof LiveMarket ? streams(Rate.of(1), HourProfile.FLAT) : jobs(Rate.of(1));
            List<Long> marginal = curve(demand, market, 1e6, 0, 2).marginal();

            assertThat(1e3 * marginal.get(0) / demand.unitsPerRate()).isCloseTo(0.5, within(0.003));
            assertThat(1e3 * (marginal.get(0) + marginal.get(1)) / demand.unitsPerRate())
                    .isCloseTo(0.8, within(0.003));
        }
    }

    @Test
    void averagesOverTheHoursOfAWeek() {
        double[] weights = new double[HourProfile.HOURS];
        for (int hour = 0; hour < weights.length; hour++) {
            weights[hour] = hour % 2 == 0 ? 3 : 1;
        }
        List<Long> marginal = curve(streams(Rate.of(1), HourProfile.of(weights)), live(0, 0), 1e6, 0, 1)
                .marginal();

        double expected = (Erlang.carried(1, 1.5) + Erlang.carried(1, 0.5)) / 2;
        assertThat(marginal.get(0) * 1e3 / WEEK_UNITS).isCloseTo(expected, within(0.004));
    }

    @Test
    void neverRisesAndEndsWhereNothingComes() {
        Curve curve = curve(streams(0.5, 2), live(0, 0), 1_588, 0, 100);

        assertThat(curve.marginal()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(curve.marginal().size()).isBetween(3, 20);
    }

    @Test
    void beginsAfterWhatIsServedElsewhere() {
        Curve all = curve(streams(3, 5), live(0, 0), 1_588, 0, 4);
        Curve rest = curve(streams(3, 5), live(0, 0), 1_588, 2, 2);

        assertThat(rest.marginal().get(0)).isCloseTo(all.marginal().get(2), within(2L));
    }

    @Test
    void hasARangeForTheFirstThreeReplicas() {
        Curve curve = curve(streams(3, 1), live(3, 6), 1_588, 0, 5);

        assertThat(curve.lows()).hasSize(3);
        assertThat(curve.low().amount()).isLessThan(curve.marginal().get(0));
        for (int k = 0; k < 3; k++) {
            assertThat(curve.highs().get(k).amount())
                    .isGreaterThan(curve.marginal().get(k));
        }
    }

    @Test
    void isWorthNothingForFree() {
        assertThat(curve(streams(3, 1), live(0, 0), 0, 0, 5)).isEqualTo(Curve.NOTHING);
    }

    @Test
    void isWorthNothingWithoutDemand() {
        assertThat(curve(streams(Rate.of(0), HourProfile.FLAT), live(1, 1), 1_588, 0, 5))
                .isEqualTo(Curve.NOTHING);
    }

    @Test
    void givesASecondReplicaAlmostNothingWhileRivalsAreIdle() {
        List<Long> marginal = curve(jobs(Rate.of(0.02)), batch(List.of(Seller.of(100, 20))), 1, 0, 2)
                .marginal();

        assertThat(marginal.get(0)).isCloseTo(10, within(1L));
        assertThat(marginal).hasSize(1);
    }

    @Test
    void catchesTheOverflowOfBusyRivals() {
        long besideBusy = curve(jobs(Rate.of(8)), batch(List.of(Seller.of(100, 1))), 1, 0, 4)
                .marginal()
                .get(3);
        long besideIdle = curve(jobs(Rate.of(8)), batch(List.of(Seller.of(100, 50))), 1, 0, 4)
                .marginal()
                .get(3);

        assertThat(besideBusy).isGreaterThan(besideIdle);
    }

    @Test
    void countsTheWorstFifthMoreTheMoreRiskIsFeared() {
        Demand demand = jobs(Rate.of(0.1, 0.2, 0.3, 0.4, 5));
        ValuePolicy neutral = new ValuePolicy(5, 0, 0.5, 1, new TreeMap<>());
        ValuePolicy afraid = new ValuePolicy(5, 1, 0.5, 1, new TreeMap<>());
        long mean = new CurveMaker(demand, batch(List.of()), 1, neutral, 1)
                .curve(0, NO_SPEEDS)
                .marginal()
                .get(0);
        long worst = new CurveMaker(demand, batch(List.of()), 1, afraid, 1)
                .curve(0, NO_SPEEDS)
                .marginal()
                .get(0);

        assertThat((double) worst).isCloseTo(1000 * Erlang.carried(1, 0.1), within(2.0));
        double[] rates = {0.1, 0.2, 0.3, 0.4, 5};
        double all = 0;
        for (double rate : rates) {
            all += 1000 * Erlang.carried(1, rate) / rates.length;
        }
        assertThat((double) mean).isCloseTo(all, within(0.02 * all));
    }

    @Test
    void fallsEverywhereOnRandomMarkets() {
        Random random = new Random(3);
        for (int k = 0; k < 40; k++) {
            Demand demand = k % 4 == 0
                    ? streams(Rate.gamma(2, 2 / rate(random)), HourProfile.FLAT)
                    : jobs(Rate.gamma(2, 2 / rate(random)));
            List<Seller> rivals = rivals(random);
            Market market = k % 4 == 0 ? live(rivals.size(), 2L * rivals.size()) : batch(rivals);
            List<Double> sums = new ArrayList<>();
            double[] loads = LoadGrid.of(demand, 50, 0).loads();
            LoadGrid grid = LoadGrid.of(demand, 50, 0);
            for (int n = 1; n <= 5; n++) {
                sums.add(grid.carried(
                        grid.expected(), market.carried(loads, n, 1).even()));
            }
            assertConcave(sums);
        }
    }

    /** What is not concave is a part in a thousand of the first: less than the formulas are off. */
    private static void assertConcave(List<Double> sums) {
        double last = sums.get(0);
        for (int n = 1; n < sums.size(); n++) {
            double more = sums.get(n) - sums.get(n - 1);
            assertThat(more).isBetween(-0.002 * sums.get(0), last + 0.005 * sums.get(0));
            last = more;
        }
    }

    @Test
    void isWorthNoMoreWhenARivalComesAndNoLessWhenMoreIsAsked() {
        Random random = new Random(4);
        for (int k = 0; k < 20; k++) {
            double rate = rate(random);
            List<Seller> rivals = rivals(random);
            long before = first(jobs(Rate.gamma(2, 2 / rate)), rivals);
            long asked = first(jobs(Rate.gamma(2, 2 / (1.5 * rate))), rivals);
            rivals.add(Seller.of(100, 2));

            assertThat(first(jobs(Rate.gamma(2, 2 / rate)), rivals)).isLessThanOrEqualTo(before);
            assertThat(asked).isGreaterThanOrEqualTo(before);
        }
    }

    private static long first(Demand demand, List<Seller> rivals) {
        return curve(demand, batch(rivals), 1e3, 0, 1).marginal().get(0);
    }

    @Test
    void countsAFastCardBetweenOneReplicaAndAsManyAsItIsFaster() {
        SortedMap<String, Double> speeds = new TreeMap<>(Map.of("fast", 2.0, "slow", 0.5));
        Curve idle = new CurveMaker(jobs(Rate.of(0.05)), batch(List.of()), 1e3, NEUTRAL, 3).curve(0, speeds);
        Curve busy = new CurveMaker(jobs(Rate.of(30)), batch(List.of()), 1e3, NEUTRAL, 3).curve(0, speeds);

        assertThat(idle.unitsOn("fast")).isBetween(10, 16);
        assertThat(busy.unitsOn("fast")).isBetween(19, 20);
        assertThat(idle.unitsOn("slow")).isBetween(9, 10);
        assertThat(busy.unitsOn("slow")).isBetween(5, 6);
        assertThat(busy.unitsOn("any other")).isEqualTo(10);
    }

    @Test
    void countsAllCardsAlikeForLiveVideo() {
        SortedMap<String, Double> speeds = new TreeMap<>(Map.of("fast", 2.0));

        assertThat(new CurveMaker(streams(2, 2), live(1, 1), 1_588, NEUTRAL, 3)
                        .curve(0, speeds)
                        .unitsOn("fast"))
                .isEqualTo(10);
    }

    @Test
    void looksAtManyContainersInBundles() {
        double one = curve(jobs(Rate.of(39)), batch(List.of(Seller.of(100, 30))), 1, 0, 60).marginal().stream()
                .mapToLong(Long::longValue)
                .sum();
        double ten = curve(jobs(Rate.of(390)), batch(List.of(Seller.of(100, 300))), 1, 0, 600).marginal().stream()
                .mapToLong(Long::longValue)
                .sum();

        assertThat(ten / 10).isCloseTo(one, within(0.05 * one));
    }

    @Test
    void givesFewerThanABundleTheirPartAndARange() {
        Curve few = curve(jobs(Rate.gamma(4, 4 / 150.0)), batch(List.of(Seller.of(100, 300))), 1, 0, 3);
        Curve many = curve(jobs(Rate.gamma(4, 4 / 150.0)), batch(List.of(Seller.of(100, 300))), 1, 0, 600);

        assertThat(few.marginal()).hasSize(3);
        assertThat((double) few.marginal().get(0))
                .isCloseTo(many.marginal().get(0), within(0.05 * many.marginal().get(0)));
        for (int k = 0; k < 3; k++) {
            assertThat(few.lows().get(k).amount())
                    .isPositive()
                    .isLessThan(few.marginal().get(k));
            assertThat(few.highs().get(k).amount()).isGreaterThan(few.marginal().get(k));
        }
    }

    @Test
    void standsLoadsBeyondAllReason() {
        for (double rate : new double[] {1e5, 1e9, 1e13}) {
            for (Market market : List.of(live(40, 120), batch(Collections.nCopies(40, Seller.of(100, 3))))) {
                Demand demand =
                        market instanceof LiveMarket ? streams(Rate.of(rate), HourProfile.FLAT) : jobs(Rate.of(rate));
                List<Long> marginal = curve(demand, market, 1e6, 0, 3).marginal();

                assertThat(marginal).hasSize(3);
                assertThat(1e3 * marginal.get(0) / demand.unitsPerRate()).isCloseTo(1, within(0.02));
            }
        }
    }

    private static double rate(Random random) {
        return Math.exp(Math.log(0.05) + random.nextDouble() * Math.log(200));
    }

    private static List<Seller> rivals(Random random) {
        List<Seller> rivals = new ArrayList<>();
        for (int k = random.nextInt(7); k > 0; k--) {
            rivals.add(Seller.of(100 * Math.exp(random.nextGaussian()), 1 + random.nextInt(3)));
        }
        return rivals;
    }
}
