package org.warmplan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Demand;
import org.warmplan.demand.Evidence;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.HourProfile;
import org.warmplan.demand.Rate;
import org.warmplan.demand.SharePolicy.Share;
import org.warmplan.domain.Workload;

final class CurveTest {
    private static final Market ALONE = new Market(true, 0, new Share(1, 1), 0, 0);

    /** So many live streams at any moment, as sure as {@code looks} looks make it. */
    private static Demand streams(double streams, double looks) {
        Workload workload = Workload.find("live-video-to-video/streamdiffusion").orElseThrow();
        return new Demand(
                workload,
                Rate.gamma(streams * looks, looks),
                HourProfile.FLAT,
                0,
                27_648_000.0 * 604_800,
                1,
                List.of(new Evidence(EvidenceKind.LIVE_IN_USE, streams * looks, looks, "")));
    }

    @Test
    void paysWhatABusyContainerBills() {
        Curve curve = Curve.of(streams(50, 1_000), ALONE, 1_588, 0, 1);

        // One container nearly always busy: 27,648,000 * 604,800 pixels at 1,588 wei, in gwei, times 50/51.
        double full = 27_648_000.0 * 604_800 * 1_588 / 1e9;
        assertThat(curve.marginal().get(0)).isBetween((long) (full * 0.97), (long) (full * 0.99));
    }

    @Test
    void neverRisesAndEndsWhereNothingComes() {
        Curve curve = Curve.of(streams(0.5, 2), ALONE, 1_588, 0, 100);

        assertThat(curve.marginal()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(curve.marginal().size()).isBetween(3, 99);
    }

    @Test
    void beginsAfterWhatIsServedElsewhere() {
        Curve all = Curve.of(streams(3, 5), ALONE, 1_588, 0, 4);
        Curve rest = Curve.of(streams(3, 5), ALONE, 1_588, 2, 2);

        assertThat(rest.marginal()).isEqualTo(all.marginal().subList(2, 4));
    }

    @Test
    void hasARangeAroundTheFirstReplica() {
        Market among = new Market(true, 0, new Share(1, 1), 3, 6);
        Curve curve = Curve.of(streams(3, 1), among, 1_588, 0, 1);

        assertThat(curve.low().amount()).isLessThan(curve.marginal().get(0));
        assertThat(curve.high().amount()).isGreaterThan(curve.marginal().get(0));
    }

    @Test
    void isWorthNothingForFree() {
        assertThat(Curve.of(streams(3, 1), ALONE, 0, 0, 5).marginal()).isEmpty();
    }
}
