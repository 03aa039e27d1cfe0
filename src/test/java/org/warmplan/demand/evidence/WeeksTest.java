package org.warmplan.demand.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.warmplan.demand.evidence.Scene.NOW;
import static org.warmplan.demand.evidence.Scene.daysAgo;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WeeksTest {
    private final Weeks weeks = Weeks.of(NOW, Duration.ofDays(28));

    @Test
    void aWeekHoldsItsEndAndNotItsStart() {
        assertThat(weeks.ago(NOW)).isZero();
        assertThat(weeks.ago(daysAgo(7).plusMillis(1))).isZero();
        assertThat(weeks.ago(daysAgo(7))).isEqualTo(1);
        assertThat(weeks.ago(daysAgo(28).plusMillis(1))).isEqualTo(3);
        assertThat(weeks.ago(daysAgo(28))).isEqualTo(Weeks.NONE);
        assertThat(weeks.ago(NOW.plusMillis(1))).isEqualTo(Weeks.NONE);
    }

    @Test
    void aWindowTouchesAWeekItEndsIn() {
        assertThat(Weeks.of(NOW, Duration.ofDays(1)).count()).isEqualTo(1);
        assertThat(Weeks.of(NOW, Duration.ofDays(8)).count()).isEqualTo(2);
    }

    @Test
    void tellsThePartOfAWeekThatASpanCovers() {
        assertThat(weeks.partOf(0, daysAgo(10), daysAgo(3.5))).isCloseTo(0.5, within(1e-9));
        assertThat(weeks.partOf(1, daysAgo(10), daysAgo(3.5))).isCloseTo(3 / 7.0, within(1e-9));
        assertThat(weeks.partOf(2, daysAgo(10), daysAgo(3.5))).isZero();
    }
}
