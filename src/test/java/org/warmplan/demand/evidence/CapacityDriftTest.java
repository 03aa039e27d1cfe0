package org.warmplan.demand.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.warmplan.demand.EvidenceKind.CAPACITY_DRIFT;
import static org.warmplan.demand.EvidenceKind.CAPACITY_SINCE_START;
import static org.warmplan.demand.EvidenceKind.OWN_COUNTERS;
import static org.warmplan.demand.evidence.Scene.NOW;
import static org.warmplan.demand.evidence.Scene.SDXL;
import static org.warmplan.demand.evidence.Scene.ago;
import static org.warmplan.demand.evidence.Scene.daysAgo;
import static org.warmplan.demand.evidence.Scene.rate;
import static org.warmplan.demand.evidence.Scene.requests;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.demand.Offers;
import org.warmplan.demand.Reading;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Workload;

final class CapacityDriftTest {
    private static final Workload WHISPER = Offers.workload("audio-to-text/openai/whisper-large-v3");

    private static Scene counter(int who, Workload workload, long... capacities) {
        return counter(new Scene(), who, workload, capacities);
    }

    /** A capacity every second day up to now. */
    private static Scene counter(Scene scene, int who, Workload workload, long... capacities) {
        for (int i = 0; i < capacities.length; i++) {
            scene.warmAt(who, workload, capacities[i], 0, daysAgo(2 * (capacities.length - 1 - i)));
        }
        return scene;
    }

    @Test
    void dividesGrowthByTheShareOfWhoeverGrew() {
        Scene scene = counter(1, SDXL, 1_000, 1_010, 1_030, 1_060).warmAt(2, SDXL, 1, 0, daysAgo(6), NOW);
        Reading reading = scene.one(SDXL, CAPACITY_DRIFT);

        // 60 jobs, 30 % of them tests, in six days, by one of two of whom nothing is known.
        assertThat(reading.events()).isCloseTo(42, within(1e-9));
        assertThat(reading.exposure()).isCloseTo(0.5 * 6 / 7, within(1e-9));
        assertThat(reading.spread()).isGreaterThan(0.5);
    }

    @Test
    void isNarrowerWithKnownStakes() {
        Scene scene = counter(1, SDXL, 1_000, 2_010, 3_030, 4_060).warmAt(2, SDXL, 1, 0, NOW);
        double unknown = scene.one(SDXL, CAPACITY_DRIFT).spread();

        assertThat(scene.stake(1, 100).stake(2, 100).one(SDXL, CAPACITY_DRIFT).spread())
                .isLessThan(unknown);
    }

    @Test
    void knowsGrowthByWeek() {
        List<Reading> readings = counter(1, SDXL, 1_000, 1_700, 2_400, 3_100, 3_800, 3_940, 4_080, 4_220)
                .readings(SDXL, CAPACITY_DRIFT);

        // 70 a day after 350 a day; the week between the two had 4 days at 350 of the 7.
        assertThat(readings).extracting(Reading::weeksAgo).containsExactly(0, 1);
        assertThat(readings.get(0).exposure()).isCloseTo(1, within(1e-9));
        assertThat(rate(readings.get(1)) / rate(readings.get(0))).isGreaterThan(2.5);
    }

    @Test
    void aRestartTellsNothingAndIsNamed() {
        Scene scene = counter(1, SDXL, 1_000, 1_010, 5, 15);

        assertThat(rate(scene.one(SDXL, CAPACITY_DRIFT))).isCloseTo(14 / (4 / 7.0), within(1e-9));
        assertThat(scene.issueKinds()).contains("capacityReset");
    }

    @Test
    void whatDoesNotGrowOnANodeThatCountsWasNotAskedFor() {
        Scene scene = counter(counter(1, SDXL, 1_000, 1_010, 1_020), 1, WHISPER, 1, 1, 1);
        Reading reading = scene.one(WHISPER, CAPACITY_DRIFT);

        assertThat(reading.events()).isZero();
        assertThat(reading.exposure()).isCloseTo(4 / 7.0, within(1e-9));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} {4} counts: {5}")
    @CsvSource({
        // A container elsewhere with a capacity of its own.
        "4, 4, 4, 4, 4, false",
        "4000, 4000, 4000, 4000, 4000, false",
        // One that is in use at times.
        "40, 37, 39, 40, 38, false",
        "35, 37, 38, 40, 39, false",
        // Jobs of a node that just started, and of one that has run for long.
        "1, 3, 4, 9, 9, true",
        "2000, 2000, 2000, 2000, 2001, true",
        "5000, 40, 40, 40, 40, true",
    })
    void onlyWhatClimbsIsACounter(long a, long b, long c, long d, long e, boolean counts) {
        assertThat(counter(1, SDXL, a, b, c, d, e)
                        .readings(SDXL, CAPACITY_DRIFT)
                        .isEmpty())
                .isEqualTo(!counts);
    }

    @Test
    void aCapacityUnderNothingIsNamedAndLeftOut() {
        Scene scene = counter(1, SDXL, 1_000, 4_294_967_295L, 1_020, 1_030);

        assertThat(rate(scene.one(SDXL, CAPACITY_DRIFT))).isCloseTo(0.7 * 30 * 7 / 6, within(1e-9));
        assertThat(scene.issueKinds()).contains("capacityNegative");
    }

    @Test
    void testersAskNobodyMoreThanTheSlowestCounterGrew() {
        Scene scene = counter(counter(1, SDXL, 1_000, 1_700, 2_400), 1, WHISPER, 1, 5, 9);

        // The slow one grew by 14 a week, 8 in four days: no more of the 1,400 can be tests.
        assertThat(scene.one(SDXL, CAPACITY_DRIFT).events()).isCloseTo(1_392, within(1e-6));
        assertThat(scene.one(WHISPER, CAPACITY_DRIFT).events()).isCloseTo(8 * 0.7, within(1e-6));
        assertThat(scene.one(WHISPER, CAPACITY_DRIFT).spread())
                .isGreaterThan(scene.one(SDXL, CAPACITY_DRIFT).spread() + 0.3);
    }

    @Test
    void twoNodesOfOneAddressHaveOneShare() {
        Scene scene = counter(1, SDXL, 1_000, 1_010, 1_020);
        for (Offer offer : List.of(Offers.warm(daysAgo(4), 1, SDXL, 2_000, 0), Offers.warm(NOW, 1, SDXL, 2_040, 0))) {
            scene.seen(at("https://second.example", offer));
        }

        assertThat(rate(scene.one(SDXL, CAPACITY_DRIFT))).isCloseTo(0.7 * 60 * 7 / 4, within(1e-9));
    }

    @Test
    void oneNodeOfTwoShowsHalfOfTheirShare() {
        Scene scene = counter(1, SDXL, 1_000, 1_010, 1_020);
        scene.seen(at("https://second.example", Offers.warm(daysAgo(4), 1, SDXL, 1, 0)));
        scene.seen(at("https://second.example", Offers.warm(NOW, 1, SDXL, 1, 0)));

        assertThat(scene.one(SDXL, CAPACITY_DRIFT).exposure()).isCloseTo(4 / 7.0 / 2, within(1e-9));
    }

    @Test
    void ownCountersTakeThePlaceOfTheOwnCapacity() {
        Scene scene = counter(9, SDXL, 1_000, 1_010, 1_020);
        assertThat(scene.readings(SDXL, CAPACITY_DRIFT)).hasSize(1);

        scene.seen(requests(daysAgo(4), SDXL, 0), requests(NOW, SDXL, 20));
        assertThat(scene.readings(SDXL, CAPACITY_DRIFT)).isEmpty();
        assertThat(scene.readings(SDXL, OWN_COUNTERS)).hasSize(1);
    }

    @Test
    void hourlyStepsTellTheHour() {
        Scene scene = new Scene();
        long jobs = 1_000;
        for (int hour = 24 * 14; hour >= 0; hour--) {
            scene.warmAt(1, SDXL, jobs, 0, ago(hour));
            // Ten jobs between noon and one.
            jobs += hour % 24 == 12 ? 10 : 0;
        }
        HourCounts counts = scene.hours(SDXL);
        assertThat(counts.events()[12]).isCloseTo(14, within(1e-6));
        assertThat(counts.events()[13]).isZero();
        assertThat(counts.expected()[13]).isPositive();
    }

    @Test
    void oneLargeCapacityIsJobsSinceAStart() {
        Reading reading = counter(1, SDXL, 6_000).one(SDXL, CAPACITY_SINCE_START);

        assertThat(rate(reading)).isCloseTo(700, within(1e-9));
        assertThat(reading.spread()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void aLargeCapacityThatStandsStillIsNoCounterAtAll() {
        Scene scene = counter(1, SDXL, 6_000, 6_000);

        assertThat(scene.readings(SDXL, CAPACITY_SINCE_START)).isEmpty();
        assertThat(scene.readings(SDXL, CAPACITY_DRIFT)).isEmpty();
    }

    @Test
    void stepsShorterThanTheSpacingAreNone() {
        List<Offer> offers = List.of(
                Offers.warm(ago(1), 1, SDXL, 5, 0),
                Offers.warm(ago(0.5), 1, SDXL, 6, 0),
                Offers.warm(NOW, 1, SDXL, 8, 0));

        assertThat(CapacitySteps.of(offers, Duration.ofHours(1), new DataIssues())
                        .steps())
                .containsExactly(new CapacitySteps.Step(ago(1), NOW, 5, 8));
    }

    private static Offer at(String uri, Offer offer) {
        return new Offer(
                offer.seenAt(),
                offer.orchestrator(),
                uri,
                offer.workload(),
                offer.warmth(),
                offer.capacity(),
                offer.inUse(),
                offer.price(),
                offer.gpus(),
                offer.runnerVersion());
    }
}
