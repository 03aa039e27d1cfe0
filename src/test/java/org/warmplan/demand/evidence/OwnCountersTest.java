package org.warmplan.demand.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.warmplan.demand.EvidenceKind.OWN_COUNTERS;
import static org.warmplan.demand.Offers.address;
import static org.warmplan.demand.evidence.Scene.LIVE;
import static org.warmplan.demand.evidence.Scene.NOW;
import static org.warmplan.demand.evidence.Scene.SDXL;
import static org.warmplan.demand.evidence.Scene.SELF;
import static org.warmplan.demand.evidence.Scene.ago;
import static org.warmplan.demand.evidence.Scene.daysAgo;
import static org.warmplan.demand.evidence.Scene.page;
import static org.warmplan.demand.evidence.Scene.rate;
import static org.warmplan.demand.evidence.Scene.requests;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Offers;
import org.warmplan.demand.Reading;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.TestRun;

final class OwnCountersTest {
    private static final Instant[] WEEK = {daysAgo(6.9), NOW};

    /** The own node and one rival, both warm in the last week. */
    private static Scene twoWarm() {
        return new Scene().warmAt(9, SDXL, 1, 0, WEEK).warmAt(1, SDXL, 1, 0, WEEK);
    }

    @Test
    void dividesOwnJobsByTheOwnShare() {
        Reading reading = twoWarm()
                .seen(requests(daysAgo(7), SDXL, 500), requests(NOW, SDXL, 600))
                .one(SDXL, OWN_COUNTERS);

        // 100 jobs less 30 % tests, by one of two of whom nothing is known.
        assertThat(reading.events()).isCloseTo(70, within(1e-9));
        assertThat(reading.exposure()).isCloseTo(0.5, within(1e-9));
        assertThat(reading.spread()).isGreaterThan(0.2);
    }

    @Test
    void countsInTheWeekInWhichJobsCame() {
        List<Reading> readings = twoWarm()
                .warmAt(9, SDXL, 1, 0, daysAgo(9))
                .warmAt(1, SDXL, 1, 0, daysAgo(9))
                .seen(requests(daysAgo(10.5), SDXL, 0), requests(daysAgo(7), SDXL, 40), requests(NOW, SDXL, 45))
                .readings(SDXL, OWN_COUNTERS);

        // 40 in the half week that was watched, then 5 in all of the next.
        assertThat(readings).extracting(Reading::weeksAgo).containsExactly(0, 1);
        assertThat(readings.get(1).events() / readings.get(0).events()).isCloseTo(8, within(1e-9));
        assertThat(readings.get(1).exposure()).isCloseTo(readings.get(0).exposure() / 2, within(1e-9));
    }

    @Test
    void takesNoMoreForTestsThanTestersAreThoughtToAskFor() {
        Reading reading = twoWarm()
                .seen(requests(daysAgo(7), SDXL, 0), requests(NOW, SDXL, 10_000))
                .one(SDXL, OWN_COUNTERS);

        assertThat(reading.events()).isCloseTo(9_900, within(1e-6));
    }

    @Test
    void leavesOutTestsThatWereSeen() {
        TestRun run = new TestRun(NOW, daysAgo(2), SELF, SDXL, "FRA", 1, 2, true);
        Scene scene = twoWarm()
                .seen(requests(daysAgo(7), SDXL, 0), requests(NOW, SDXL, 10))
                .seen(run, run, new TestRun(NOW, daysAgo(3), SELF, SDXL, "FRA", 1, 2, true));

        assertThat(scene.one(SDXL, OWN_COUNTERS).events()).isCloseTo(8, within(1e-9));
        assertThat(scene.gather().leftOut()).singleElement().satisfies(left -> {
            assertThat(left.reason()).isEqualTo(LeftOut.Reason.TESTS);
            assertThat(left.jobs()).isCloseTo(2, within(1e-9));
        });
    }

    @Test
    void aCounterThatComesToBeCountsFromNothing() {
        Reading reading = twoWarm()
                .seen(page(daysAgo(7)), page(daysAgo(1)), requests(NOW, SDXL, 20))
                .one(SDXL, OWN_COUNTERS);

        assertThat(reading.events()).isCloseTo(14, within(1e-9));
        assertThat(reading.exposure()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void whatIsWarmAndHasNoCounterWasNotAskedFor() {
        Reading reading = twoWarm().seen(page(daysAgo(7)), page(NOW)).one(SDXL, OWN_COUNTERS);

        assertThat(reading.events()).isZero();
        assertThat(reading.exposure()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void namesARestartAndCountsWhatCameAfterIt() {
        Scene scene = twoWarm()
                .seen(requests(daysAgo(7), SDXL, 500), requests(daysAgo(3), SDXL, 40), requests(NOW, SDXL, 100));

        assertThat(scene.one(SDXL, OWN_COUNTERS).events()).isCloseTo(70, within(1e-9));
        assertThat(scene.issueKinds()).contains("counterReset");
    }

    @Test
    void jobsOfAColdModelStandForNothingWhileOthersHaveItWarm() {
        Scene scene = new Scene()
                .warmAt(1, SDXL, 1, 0, WEEK)
                .seen(Offers.cold(daysAgo(6.9), 9, SDXL), Offers.cold(NOW, 9, SDXL))
                .seen(requests(daysAgo(7), SDXL, 0), requests(NOW, SDXL, 100));

        assertThat(scene.readings(SDXL, OWN_COUNTERS)).isEmpty();
    }

    @Test
    void standsForItselfWithoutAnAddress() {
        Scene scene = new Scene()
                .withoutSelf()
                .warmAt(1, SDXL, 1, 0, WEEK)
                .seen(requests(daysAgo(7), SDXL, 0), requests(NOW, SDXL, 100));

        assertThat(rate(scene.one(SDXL, OWN_COUNTERS))).isCloseTo(140, within(1e-9));
        assertThat(scene.one(SDXL, OWN_COUNTERS).text()).contains("whose address is not known");
    }

    @Test
    void countsOwnStreamsOnlyWhenNobodyLooksAtTheNetwork() {
        Scene scene = new Scene()
                .warmAt(9, LIVE, 1, 0, daysAgo(5), NOW)
                .warmAt(1, LIVE, 3, 0, daysAgo(5), NOW)
                .seen(inUse(daysAgo(4), 1), inUse(daysAgo(3), 0), inUse(ago(0.5), 1), inUse(NOW, 1));
        Reading reading = scene.one(LIVE, OWN_COUNTERS);

        // One stream in two looks by the owner of one container in four; the last two looks are the network's.
        assertThat(rate(reading)).isCloseTo(2, within(1e-9));
        assertThat(reading.spread()).isGreaterThan(0.8);
    }

    @Test
    void takesTheContainersOfOthersOnAGatewaysPageForNoneOfItsOwn() {
        OwnMetric others = new OwnMetric(
                daysAgo(4), "n1", OwnMetric.Name.CONTAINERS_IN_USE, LIVE, "orchestrator_uri=https://orch-1.example", 3);
        Scene scene = new Scene().warmAt(1, LIVE, 3, 0, NOW).seen(others);

        assertThat(scene.readings(LIVE, OWN_COUNTERS)).isEmpty();
        assertThat(address(1)).isNotEqualTo(SELF);
    }

    private static OwnMetric inUse(Instant at, double containers) {
        return new OwnMetric(at, "n1", OwnMetric.Name.CONTAINERS_IN_USE, LIVE, "", containers);
    }
}
