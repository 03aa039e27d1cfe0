package org.warmplan.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class HourProfileTest {
    @Test
    void hasMeanOne() {
        double[] weights = new double[HourProfile.HOURS];
        weights[3] = 6;
        weights[100] = 2;
        HourProfile profile = HourProfile.of(weights);

        assertThat(Arrays.stream(profile.factors()).average().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(profile.factor(3)).isEqualTo(3 * profile.factor(100));
    }

    @Test
    void beginsOnMondayAtMidnightUtc() {
        assertThat(HourProfile.hourOf(Instant.parse("2026-11-23T00:59:59Z"))).isZero();
        assertThat(HourProfile.hourOf(Instant.parse("2026-11-22T23:00:00Z"))).isEqualTo(167);
        assertThat(HourProfile.hourOf(Instant.parse("2026-11-25T06:30:00Z"))).isEqualTo(54);
    }

    @Test
    void needsAWeekOfWeightsWithSomethingInThem() {
        assertThatThrownBy(() -> HourProfile.of(new double[HourProfile.HOURS]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HourProfile.of(new double[24])).isInstanceOf(IllegalArgumentException.class);
    }
}
