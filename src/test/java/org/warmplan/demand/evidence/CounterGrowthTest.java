package org.warmplan.demand.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.OwnMetric;

final class CounterGrowthTest {
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void whatStoodBeforeTheFirstReadingDoesNotCount() {
        assertThat(CounterGrowth.of(List.of(reading(0, 100), reading(60, 130))))
                .isEqualTo(new CounterGrowth(30, 0, Duration.ofMinutes(60)));
    }

    @Test
    void afterARestartAllThatStandsCounts() {
        assertThat(CounterGrowth.of(List.of(reading(0, 100), reading(60, 7), reading(90, 9), reading(100, 0))))
                .isEqualTo(new CounterGrowth(9, 2, Duration.ofMinutes(100)));
    }

    @Test
    void aGapLosesNothing() {
        assertThat(CounterGrowth.of(List.of(reading(0, 1), reading(1, 2), reading(10_000, 500))))
                .isEqualTo(new CounterGrowth(499, 0, Duration.ofMinutes(10_000)));
    }

    @Test
    void oneReadingIsNoGrowth() {
        assertThat(CounterGrowth.of(List.of())).isEqualTo(new CounterGrowth(0, 0, Duration.ZERO));
        assertThat(CounterGrowth.of(List.of(reading(0, 5)))).isEqualTo(new CounterGrowth(0, 0, Duration.ZERO));
    }

    @Test
    void refusesReadingsThatAreNotOfOneCounterInOrder() {
        OwnMetric gauge = new OwnMetric(START, "", OwnMetric.Name.CONTAINERS_IDLE, null, "", 1);
        OwnMetric other = new OwnMetric(START, "", OwnMetric.Name.TICKETS, null, "sender=a", 1);

        for (List<OwnMetric> readings :
                List.of(List.of(gauge, gauge), List.of(reading(0, 1), other), List.of(reading(1, 1), reading(0, 1)))) {
            assertThatThrownBy(() -> CounterGrowth.of(readings))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be of one counter, oldest first");
        }
    }

    /** A node that counts, restarts at times and is read at times; the oracle knows what no reading could see. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void growthIsExactButForWhatARestartTookUnread(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < 200; run++) {
            Life life = Life.simulate(random);
            CounterGrowth growth = CounterGrowth.of(life.readings);

            assertThat(growth.growth()).isCloseTo(life.counted - life.lost, within(1e-6));
            assertThat(growth.growth()).isBetween(0.0, life.counted + 1e-6);
            assertThat(growth.resets()).isEqualTo(life.seenResets);
        }
    }

    private static final class Life {
        private final List<OwnMetric> readings = new ArrayList<>();
        private double counted;
        private double lost;
        private int seenResets;

        static Life simulate(SplittableRandom random) {
            Life life = new Life();
            double value = random.nextInt(1_000);
            double read = value;
            // Counted since the last reading by the process that runs now.
            double sinceRead = 0;
            boolean restarted = false;
            life.readings.add(reading(0, value));
            int events = random.nextInt(200);
            for (int minute = 1; minute <= events; minute++) {
                // The last event is a reading: what comes after it is not watched.
                double kind = minute == events ? 1 : random.nextDouble();
                if (kind < 0.6) {
                    double step = random.nextInt(20) / 4.0;
                    value += step;
                    sinceRead += step;
                    life.counted += step;
                } else if (kind < 0.7) {
                    life.lost += sinceRead;
                    sinceRead = 0;
                    value = 0;
                    restarted = true;
                } else {
                    boolean fell = value < read;
                    // A restart that the counter made good for before it was read looks like growth of the difference.
                    life.lost += restarted && !fell ? read : 0;
                    life.seenResets += fell ? 1 : 0;
                    life.readings.add(reading(minute, value));
                    read = value;
                    sinceRead = 0;
                    restarted = false;
                }
            }
            return life;
        }
    }

    private static OwnMetric reading(int minute, double value) {
        return new OwnMetric(START.plus(Duration.ofMinutes(minute)), "n", OwnMetric.Name.TICKETS, null, "", value);
    }
}
