package org.warmplan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Demand;
import org.warmplan.demand.Evidence;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.HourProfile;
import org.warmplan.demand.Rate;
import org.warmplan.demand.share.LiveShares;
import org.warmplan.domain.Workload;

final class CurveTest {
    private static final ValuePolicy NO_RISK = new ValuePolicy(200, 0, 0, 1, new TreeMap<>());

    /** So many live streams at any moment, as sure as {@code looks} looks make it. */
    private static Demand streams(double streams, double looks, HourProfile profile) {
        Workload workload = Workload.find("live-video-to-video/streamdiffusion").orElseThrow();
        return new Demand(
                workload,
                Rate.gamma(streams * looks, looks),
                profile,
                0,
                27_648_000.0 * 604_800,
                1,
                List.of(new Evidence(EvidenceKind.LIVE_IN_USE, streams * looks, looks, "")));
    }

    private static Curve curve(double streams, double looks, int rivals, double wei, int served, int most) {
        return curve(streams(streams, looks, HourProfile.FLAT), rivals, wei, served, most, NO_RISK);
    }

    private static Curve curve(Demand demand, int rivals, double wei, int served, int most, ValuePolicy policy) {
        Market market = new LiveMarket(new LiveShares(1200, 1), rivals, 2L * rivals);
        return new CurveMaker(demand, market, wei, policy).curve(served, most, new TreeMap<>());
    }

    @Test
    void paysWhatABusyContainerBills() {
        Curve curve = curve(50, 1_000, 0, 1_588, 0, 1);

        // One container nearly always busy: 27,648,000 * 604,800 pixels at 1,588 wei, in gwei, times 50/51.
        double full = 27_648_000.0 * 604_800 * 1_588 / 1e9;
        assertThat(curve.marginal().get(0)).isBetween((long) (full * 0.95), (long) (full * 1.0001));
    }

    @Test
    void neverRisesAndEndsWhereNothingComes() {
        Curve curve = curve(0.5, 2, 0, 1_588, 0, 100);

        assertThat(curve.marginal()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(curve.marginal().size()).isBetween(3, 99);
    }

    @Test
    void beginsAfterWhatIsServedElsewhere() {
        long all = curve(3, 5, 0, 1_588, 0, 3).marginal().get(2);
        long rest = curve(3, 5, 0, 1_588, 2, 1).marginal().get(0);

        assertThat(rest).isBetween((long) (all * 0.99), (long) (all * 1.01));
    }

    @Test
    void hasARangeAroundTheFirstReplica() {
        Curve curve = curve(3, 1, 3, 1_588, 0, 1);

        assertThat(curve.low().amount()).isLessThan(curve.marginal().get(0));
        assertThat(curve.high().amount()).isGreaterThan(curve.marginal().get(0));
    }

    @Test
    void isWorthNothingForFree() {
        assertThat(curve(3, 1, 0, 0, 0, 5).marginal()).isEmpty();
    }

    @Test
    void crowdedHoursBringLessThanEvenOnes() {
        double[] weights = new double[HourProfile.HOURS];
        Arrays.fill(weights, 0, 24, 1);
        Demand crowded = streams(1, 1_000, HourProfile.of(weights));

        assertThat(curve(crowded, 0, 1_588, 0, 1, NO_RISK).marginal().get(0))
                .isLessThan(curve(1, 1_000, 0, 1_588, 0, 1).marginal().get(0) / 2);
    }

    @Test
    void riskTakesOffWhatIsUncertain() {
        ValuePolicy risky = new ValuePolicy(200, 0.5, 0, 1, new TreeMap<>());
        Demand unsure = streams(0.5, 2, HourProfile.FLAT);
        Demand sure = streams(0.5, 10_000, HourProfile.FLAT);

        assertThat(part(unsure, risky)).isLessThan(0.8);
        assertThat(part(sure, risky)).isBetween(0.95, 1.0);
    }

    private static double part(Demand demand, ValuePolicy risky) {
        return (double) curve(demand, 0, 1_588, 0, 1, risky).marginal().get(0)
                / curve(demand, 0, 1_588, 0, 1, NO_RISK).marginal().get(0);
    }
}
