package org.warmplan.demand.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.warmplan.demand.evidence.Scene.LIVE;
import static org.warmplan.demand.evidence.Scene.SDXL;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.HourProfile;
import org.warmplan.demand.Offers;
import org.warmplan.domain.Workload;

final class ProfileEstimateTest {
    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final Workload OTHER = Offers.workload("text-to-image/maker/other");

    /** A day that peaks at 18:00 with 1.6 times the mean hour. */
    private static double daily(int hour) {
        return 1 + 0.6 * Math.cos(2 * Math.PI * (hour % 24 - 18) / 24);
    }

    private static HourCounts counted(int weeks, double perHour, IntToDoubleFunction factor, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        HourTally tally = new HourTally();
        for (int hour = 0; hour < weeks * HourProfile.HOURS; hour++) {
            double mean = perHour * factor.applyAsDouble(hour % HourProfile.HOURS);
            int events = -1;
            for (double product = 1; product > Math.exp(-mean); product *= random.nextDouble()) {
                events++;
            }
            tally.add(MONDAY.plus(Duration.ofHours(hour)), events, 1);
        }
        return tally.counts(4, 1);
    }

    private static ProfileEstimate estimate(Workload workload, HourCounts counts) {
        return ProfileEstimate.of(new TreeMap<>(Map.of(workload, counts)), 20);
    }

    private static double worst(HourProfile profile, IntToDoubleFunction factor) {
        double worst = 0;
        for (int hour = 0; hour < HourProfile.HOURS; hour++) {
            worst = Math.max(worst, Math.abs(profile.factor(hour) - factor.applyAsDouble(hour)));
        }
        return worst;
    }

    @Test
    void isFlatWithoutCounts() {
        ProfileEstimate none = ProfileEstimate.of(new TreeMap<>(), 20);

        assertThat(none.of(SDXL).factors()).isEqualTo(HourProfile.FLAT.factors());
        assertThat(estimate(SDXL, HourCounts.NONE).of(SDXL).factors()).isEqualTo(HourProfile.FLAT.factors());
    }

    @Test
    void staysNearFlatWhereThereIsNothingToFind() {
        assertThat(worst(estimate(SDXL, counted(4, 3, hour -> 1, 1)).of(SDXL), hour -> 1))
                .isLessThan(0.5);
    }

    @Test
    void recoversADailyCycle() {
        HourProfile much =
                estimate(SDXL, counted(8, 20, ProfileEstimateTest::daily, 2)).of(SDXL);
        HourProfile little =
                estimate(SDXL, counted(4, 2, ProfileEstimateTest::daily, 3)).of(SDXL);

        assertThat(worst(much, ProfileEstimateTest::daily)).isLessThan(0.25);
        assertThat(worst(little, ProfileEstimateTest::daily)).isLessThan(0.6);
        assertThat(little.factor(18) / little.factor(6)).isGreaterThan(1.8);
    }

    @Test
    void aSingleBurstMakesNoProfile() {
        HourTally tally = new HourTally();
        for (int hour = 0; hour < 4 * HourProfile.HOURS; hour++) {
            tally.add(MONDAY.plus(Duration.ofHours(hour)), hour == 100 ? 5_000 : 1, 1);
        }
        HourProfile profile = estimate(SDXL, tally.counts(4, 1)).of(SDXL);

        assertThat(profile.factor(100)).isLessThan(6);
        assertThat(profile.factor(99)).isGreaterThan(0.5);
    }

    @Test
    void whatIsBusyEveryDayIsNoBurst() {
        HourTally tally = new HourTally();
        for (int hour = 0; hour < 4 * HourProfile.HOURS; hour++) {
            tally.add(MONDAY.plus(Duration.ofHours(hour)), hour % 24 == 9 ? 50 : 0, 1);
        }
        HourProfile profile = estimate(SDXL, tally.counts(4, 1)).of(SDXL);

        assertThat(profile.factor(9)).isGreaterThan(15);
        assertThat(profile.factor(10)).isLessThan(0.5);
    }

    @Test
    void leansOnThePipelineAndThenOnTheNetwork() {
        SortedMap<Workload, HourCounts> counts = new TreeMap<>();
        counts.put(SDXL, counted(8, 10, ProfileEstimateTest::daily, 4));
        ProfileEstimate estimate = ProfileEstimate.of(counts, 20);

        assertThat(estimate.of(OTHER).factors()).isNotEqualTo(HourProfile.FLAT.factors());
        assertThat(worst(estimate.of(OTHER), ProfileEstimateTest::daily)).isLessThan(0.5);
        assertThat(worst(estimate.of(LIVE), ProfileEstimateTest::daily)).isLessThan(0.6);
    }

    @Test
    void ownCountsOutweighThoseOfOthers() {
        SortedMap<Workload, HourCounts> counts = new TreeMap<>();
        counts.put(SDXL, counted(8, 20, ProfileEstimateTest::daily, 5));
        counts.put(OTHER, counted(8, 20, hour -> 2 - daily(hour), 6));

        assertThat(worst(ProfileEstimate.of(counts, 20).of(OTHER), hour -> 2 - daily(hour)))
                .isLessThan(0.3);
    }

    @Test
    void countsRelativeToHowOftenAnHourWasWatched() {
        HourTally tally = new HourTally();
        for (int week = 0; week < 10; week++) {
            tally.add(MONDAY.plus(Duration.ofDays(7L * week)), 6, 1);
            tally.add(MONDAY.plus(Duration.ofDays(7L * week)).plusSeconds(3_600), 60, 10);
        }
        HourProfile profile = estimate(SDXL, tally.counts(4, 1)).of(SDXL);

        assertThat(profile.factor(0)).isCloseTo(profile.factor(1), within(1e-6));
        assertThat(Arrays.stream(profile.factors()).sum()).isCloseTo(168, within(1e-6));
    }
}
