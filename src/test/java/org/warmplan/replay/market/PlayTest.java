package org.warmplan.replay.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.replay.market.Scene.cold;
import static org.warmplan.replay.market.Scene.sum;
import static org.warmplan.replay.market.Scene.warm;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of gateways and nodes, one by one. */
final class PlayTest {
    private static final double PATIENT = 1e9;

    @Test
    void nothingGoesToTheColdWhileAnybodyIsWarmEvenIfBusy() {
        WeekLog log = new Scene()
                .batch(100, 5, PATIENT)
                .node(1, 0, false, warm(0))
                .node(1000, 0, false, cold(1, 0))
                .ask(0, 10, 50, 1000)
                .play();
        assertThat(sum(log, log.finished, 1, 0)).isZero();
        assertThat(sum(log, log.finished, 0, 0)).isEqualTo(sum(log.served));
        assertThat(sum(log.unmet)).isBetween(450, 700);
    }

    @Test
    void theColdServeWhenNobodyIsWarmAndThenStayLoaded() {
        WeekLog log = new Scene()
                .batch(10, 50, PATIENT)
                .node(1, 0, false, cold(1, 0))
                .ask(0, 3590)
                .ask(0, 3700)
                .play();
        assertThat(log.finished(0, 1)).as("after loading, then at once").isEqualTo(2);
        assertThat(log.busySeconds(0)).isGreaterThan(19.9).isLessThan(20.1);
    }

    @Test
    void anImpatientUserGivesUpOnAColdLoadButTheModelStays() {
        WeekLog log = new Scene()
                .batch(10, 50, 1e-6)
                .node(1, 0, false, cold(1, 0))
                .ask(0, 100)
                .ask(0, 8000)
                .play();
        assertThat(log.abandoned(0, 0, 0)).isEqualTo(1);
        assertThat(log.served(0, 0, 2)).isEqualTo(1);
    }

    @Test
    void aColdModelNeedsACardThatIsFree() {
        WeekLog log = new Scene()
                .batch(10, 50, PATIENT)
                .batch(10, 50, PATIENT)
                .node(1, 0, false, new WarmSet(List.of(0), List.of(1)))
                .ask(1, 100)
                .play();
        assertThat(log.unmet(0, 1, 0)).isEqualTo(1);
    }

    @Test
    void anIdleColdModelMakesRoomForAnother() {
        WeekLog log = new Scene()
                .batch(10, 50, PATIENT)
                .batch(10, 50, PATIENT)
                .node(1, 0, false, cold(1, 0, 1))
                .ask(0, 100)
                .ask(1, 200)
                .ask(0, 300)
                .play();
        assertThat(sum(log.served)).isEqualTo(3);
    }

    @Test
    void aColdLoadBlocksTheWholeWorker() {
        Scene scene = new Scene()
                .batch(1, 10, 1e-6)
                .batch(1, 100, PATIENT)
                .node(1, 0, false, new WarmSet(List.of(0, WarmSet.NONE), List.of(1)))
                .ask(0, 50)
                .ask(1, 100)
                .ask(0, 150)
                .ask(0, 4000);
        WeekLog log = scene.play();
        assertThat(log.served(0, 0, 0)).isEqualTo(1);
        assertThat(log.abandoned(0, 0, 0)).isEqualTo(1);
        assertThat(log.served(0, 0, 1)).isEqualTo(1);
        assertThat(log.served(0, 1, 0)).isEqualTo(1);
    }

    @Test
    void aSellerThatFailsIsSuspendedUntilTheFourthRefresh() {
        Scene scene = new Scene().batch(0.1, 10, PATIENT).node(1e9, 1, false, warm(0));
        for (int k = 0; k < 16; k++) {
            scene.node(1, 0, false, warm(0));
        }
        WeekLog log = scene.ask(0, 0, 60, 10_000).play();
        // Refreshes come with the first request after 600 s, so every 660 s; four of them make 2640 s.
        assertThat(sum(log, log.broken, 0, 0)).isBetween(600_000 / 2640 - 12, 600_000 / 2640 + 1);
        assertThat(sum(log.failed)).isZero();
    }

    @Test
    void anEmptyPoolLiftsSuspensionsAtOnce() {
        WeekLog log = new Scene()
                .batch(1000, 10, PATIENT)
                .node(1, 1, false, warm(0))
                .ask(0, 0, 2000, 100)
                .play();
        assertThat(sum(log, log.broken, 0, 0)).isEqualTo(100);
        assertThat(sum(log.failed)).isEqualTo(100);
    }

    @Test
    void aJobThatFailsLateIsNotTriedAgain() {
        Scene scene = new Scene().batch(1000, 10, PATIENT).node(1e9, 1, false, warm(0));
        scene.node(1, 0, false, warm(0));
        WeekLog log = scene.ask(0, 0, 5000, 100).play();
        // Every request refreshes, so that it is asked again by every fifth.
        assertThat(sum(log.failed)).isBetween(15, 30).isEqualTo(sum(log, log.broken, 0, 0));
        assertThat(sum(log.served)).isEqualTo(100 - sum(log.failed));
    }

    @Test
    void whatBreaksOfAStreamGoesOnElsewhere() {
        WeekLog log = new Scene()
                .live(600)
                .node(1, 1, false, warm(0, 0))
                .node(1, 0, false, warm(0, 0))
                .ask(0, 0, 3000, 100)
                .play();
        assertThat(sum(log.served)).isEqualTo(100);
        double busy = log.busySeconds(0) + log.busySeconds(1);
        assertThat(busy).isBetween(59_990.0, 60_010.0);
    }

    @Test
    void aRestartStopsEverythingForStoppingAndLoading() {
        WeekLog log = new Scene()
                .batch(1, 92, PATIENT)
                .batch(1, 92, PATIENT)
                .node(1, 0, false, warm(0, 0), warm(0, 1))
                .ask(0, 5, 10, 360)
                .play();
        // Two containers: 2 * (8 + 92) s. Nobody else is there, so that every request asks around again.
        assertThat(log.unmet(0, 0, 0)).isEqualTo(20);
        assertThat(log.isDown(0, 1)).isFalse();
        assertThat(log.served(0, 0, 0)).isEqualTo(340);
    }

    @Test
    void aRestartedNodeIsSuspendedWhereItWasAskedMeanwhile() {
        Scene scene = new Scene().batch(1, 92, PATIENT);
        scene.node(1e9, 0, false, warm(0, WarmSet.NONE), warm(0, 0));
        for (int k = 0; k < 16; k++) {
            scene.node(1, 0, false, warm(0));
        }
        WeekLog log = scene.ask(0, -3000, 10, 300).ask(0, 5, 10, 1000).play();
        assertThat(sum(log.unmet)).isZero();
        assertThat(log.finished(0, 0)).as("back after some 40 minutes").isBetween(60, 160);
        assertThat(log.finished(0, 1)).isGreaterThan(200);
    }

    @Test
    void aSplitNodeAdvertisesOneMorePerJobFinishedOrFailedUntilItRestarts() {
        Scene scene = new Scene().batch(1, 10, PATIENT);
        scene.released = new long[] {70};
        WeekLog log = scene.node(1, 0.5, true, warm(0, 0)).ask(0, 0, 1000, 400).play();
        assertThat(log.capacity(0, 0)).isEqualTo(72);
        for (int hour = 1; hour < 100; hour++) {
            int jobs = log.finished(0, hour - 1) + log.broken(0, hour - 1);
            assertThat(log.capacity(0, hour) - log.capacity(0, hour - 1)).isEqualTo(jobs);
        }
        Scene restarted = new Scene().batch(1, 10, PATIENT);
        restarted.released = new long[] {70};
        WeekLog after =
                restarted.node(1, 0, true, warm(0, WarmSet.NONE), warm(0, 0)).play();
        assertThat(after.capacity(0, 1)).isEqualTo(2);
    }

    @Test
    void aCombinedNodeAdvertisesWhatIsNotReserved() {
        WeekLog log = new Scene()
                .batch(7000, 10, PATIENT)
                .live(7000)
                .node(1, 0, false, warm(0, 0, 1, 1, 1))
                .ask(0, 3000)
                .ask(1, 3000)
                .play();
        assertThat(log.capacity(0, 1)).isEqualTo(1);
        assertThat(log.inUse(0, 1)).isEqualTo(1);
        assertThat(log.capacity(1, 1)).isEqualTo(2);
        assertThat(log.inUse(1, 1)).isEqualTo(1);
        assertThat(log.capacity(1, 3)).isEqualTo(3);
    }

    @Test
    void aSplitNodeServesNoLiveVideo() {
        WeekLog log =
                new Scene().live(600).node(1, 0, true, warm(0)).ask(0, 100).play();
        assertThat(log.unmet(0, 0, 0)).isEqualTo(1);
    }

    @Test
    void aStreamIsPaidInTheHoursInWhichItRuns() {
        WeekLog log =
                new Scene().live(3600).node(1, 0, false, warm(0)).ask(0, 1800).play();
        assertThat(log.wei(0, 0)).isBetween(1799e9, 1801e9);
        assertThat(log.wei(0, 1)).isBetween(1799e9, 1801e9);
        assertThat(log.minutes(0, 0, 0)).isBetween(29.9, 30.1);
        assertThat(log.wantedUnits(0, 0)).isEqualTo(3600);
    }

    @Test
    void anOffChainGatewayTriesEverybodyOnceAndThenTheQuickest() {
        Scene scene = new Scene().offChain().batch(10, 10, PATIENT);
        for (int k = 0; k < 5; k++) {
            scene.node(1, 0, false, warm(0));
        }
        WeekLog log = scene.ask(0, 0, 100, 500).play();
        for (int k = 0; k < 5; k++) {
            assertThat(sum(log, log.finished, k, 0)).isPositive();
        }
    }

    @Test
    void whatIsBegunBeforeTheWeekIsNotCounted() {
        WeekLog log = new Scene()
                .batch(1, 10, PATIENT)
                .node(1, 0, false, warm(0))
                .ask(0, -100)
                .ask(0, 100)
                .play();
        assertThat(log.requested()).isEqualTo(1);
        assertThat(log.served(0, 0, 0)).isEqualTo(1);
    }
}
