package org.warmplan.demand.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.warmplan.demand.EvidenceKind.LIVE_IN_USE;
import static org.warmplan.demand.evidence.Scene.LIVE;
import static org.warmplan.demand.evidence.Scene.NOW;
import static org.warmplan.demand.evidence.Scene.ago;
import static org.warmplan.demand.evidence.Scene.daysAgo;
import static org.warmplan.demand.evidence.Scene.rate;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Offers;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Workload;

final class LiveInUseTest {
    @Test
    void readsEachWeekByItself() {
        List<Reading> readings = new Scene()
                .warmAt(1, LIVE, 1, 2, daysAgo(7))
                .warmAt(1, LIVE, 0, 3, NOW)
                .readings(LIVE, LIVE_IN_USE);

        assertThat(readings).extracting(Reading::weeksAgo).containsExactly(0, 1);
        assertThat(readings.get(0).text()).isEqualTo("3 of 3 containers busy in 1 look");
        assertThat(rate(readings.get(0)) / rate(readings.get(1))).isBetween(1.2, 1.5 + 1e-9);
    }

    @Test
    void looksADayApartCountInFull() {
        Reading reading = new Scene()
                .warmAt(1, LIVE, 2, 1, daysAgo(3), daysAgo(2), daysAgo(1), NOW)
                .one(LIVE, LIVE_IN_USE);

        assertThat(reading.exposure()).isBetween(3.9, 4.0);
        assertThat(rate(reading)).isCloseTo(1, within(0.02));
    }

    @Test
    void looksAnHourApartSeePartlyTheSameStreams() {
        Instant[] hourly = IntStream.range(0, 168).mapToObj(Scene::ago).toArray(Instant[]::new);
        Reading reading = new Scene().warmAt(1, LIVE, 2, 1, hourly).one(LIVE, LIVE_IN_USE);

        // A week of 168 hours over twice the 3 hours in which streams change.
        assertThat(reading.exposure()).isBetween(27.0, 29.5);
        assertThat(rate(reading)).isCloseTo(1, within(1e-6));
        assertThat(reading.text()).contains("168 looks worth 28");
    }

    @Test
    void looksCloserThanTheSpacingAreOne() {
        Reading reading = new Scene().warmAt(1, LIVE, 0, 3, ago(0.5), NOW).one(LIVE, LIVE_IN_USE);

        assertThat(reading.text()).isEqualTo("3 of 3 containers busy in 1 look");
    }

    @Test
    void aNodeThatDidNotAnswerIsThoughtToBeBetweenBeforeAndAfter() {
        Reading reading = new Scene()
                .warmAt(1, LIVE, 2, 2, daysAgo(4), daysAgo(2), NOW)
                .warmAt(2, LIVE, 0, 4, daysAgo(4))
                .warmAt(2, LIVE, 2, 2, NOW)
                .one(LIVE, LIVE_IN_USE);

        // 6, then 2 seen and 3 guessed, then 4; the second look is half of one.
        assertThat(rate(reading)).isCloseTo((6 + 0.5 * 5 + 4) / 2.5, within(0.06));
        assertThat(reading.exposure()).isLessThan(3 * 0.97);
        assertThat(reading.text()).endsWith("4 more were not reached");
    }

    @Test
    void aNodeThatTurnedToSomethingElseHasNoneOfTheOldStreams() {
        Workload other = Offers.workload("live-video-to-video/other");
        Reading reading = new Scene()
                .warmAt(1, LIVE, 0, 1, daysAgo(2), NOW)
                .warmAt(2, LIVE, 0, 3, daysAgo(2))
                .warmAt(2, other, 3, 0, NOW)
                .one(LIVE, LIVE_IN_USE);

        assertThat(reading.text()).isEqualTo("5 of 5 containers busy in 2 looks");
        assertThat(rate(reading)).isCloseTo(2.5, within(0.05));
    }

    @Test
    void isWiderWhenOnlyOneHourOfTheDayIsLookedAt() {
        double same = new Scene()
                .warmAt(1, LIVE, 2, 1, daysAgo(2), daysAgo(1), NOW)
                .one(LIVE, LIVE_IN_USE)
                .spread();
        double apart = new Scene()
                .warmAt(1, LIVE, 2, 1, daysAgo(2.3), daysAgo(1.5), NOW)
                .one(LIVE, LIVE_IN_USE)
                .spread();

        assertThat(same).isCloseTo(Math.sqrt(0.01 + 0.16), within(1e-9));
        assertThat(apart).isCloseTo(Math.sqrt(0.01 + 0.16 / 3), within(1e-9));
    }

    /** Streams that begin by chance and last exponentially long: the mean of looks varies as their effective number says. */
    @Test
    void theEffectiveNumberOfLooksIsWhatTheirMeanVariesBy() {
        SplittableRandom random = new SplittableRandom(1);
        double mean = 4;
        double variance = 0;
        int runs = 3_000;
        EffectiveLooks effective = new EffectiveLooks(3);
        for (int look = 0; look < 48; look++) {
            effective.add(ago(48 - look), 1);
        }
        for (int run = 0; run < runs; run++) {
            double sum = 0;
            int streams = poisson(random, mean);
            for (int look = 0; look < 48; look++) {
                sum += streams;
                streams = binomial(random, streams, Math.exp(-1 / 3.0))
                        + poisson(random, mean * (1 - Math.exp(-1 / 3.0)));
            }
            variance += Math.pow(sum / 48 - mean, 2) / runs;
        }

        assertThat(mean / variance / effective.count()).isBetween(0.92, 1.08);
    }

    private static int poisson(SplittableRandom random, double mean) {
        int count = -1;
        double left = Math.exp(-mean);
        double product = 1;
        do {
            product *= random.nextDouble();
            count++;
        } while (product > left);
        return count;
    }

    private static int binomial(SplittableRandom random, int n, double p) {
        return (int) IntStream.range(0, n).filter(i -> random.nextDouble() < p).count();
    }
}
