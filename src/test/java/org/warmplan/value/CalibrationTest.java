package org.warmplan.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Pipeline;
import org.warmplan.value.Calibration.Outcome;

final class CalibrationTest {
    private static final CalibrationPolicy POLICY = new CalibrationPolicy(4, 0.2, 5, 8, 0.5);

    private static Outcome outcome(int week, double watched, double expected, double actual) {
        return new Outcome(Pipeline.TEXT_TO_IMAGE, week, watched, expected, actual);
    }

    private static double factor(Outcome... outcomes) {
        return Calibration.of(List.of(outcomes), POLICY).factor(Pipeline.TEXT_TO_IMAGE);
    }

    @Test
    void withoutOutcomesNothingChanges() {
        assertThat(Calibration.of(List.of(), POLICY)).isEqualTo(Calibration.NONE);
        assertThat(Calibration.NONE.factor(Pipeline.LLM)).isEqualTo(1);
    }

    @Test
    void oneWeekOfHalfShrinksALittle() {
        // (0.5 * 1 + 4) / (1 + 4)
        assertThat(factor(outcome(0, 1, 100, 50))).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void fourWeeksOfHalfGoHalfTheWay() {
        // (0.5 * 4 + 4) / (4 + 4)
        assertThat(factor(outcome(0, 1, 100, 50), outcome(1, 1, 10, 5), outcome(2, 1, 100, 50), outcome(3, 1, 100, 50)))
                .isCloseTo(0.75, within(1e-12));
    }

    @Test
    void whatIsLargeCountsForMore() {
        // (30 + 100) / (10 + 100) over one week: (1.1818 + 4) / 5
        assertThat(factor(outcome(0, 1, 10, 30), outcome(0, 1, 100, 100)))
                .isCloseTo((130.0 / 110 + 4) / 5, within(1e-12));
    }

    @Test
    void halfAWatchedWeekCountsHalf() {
        // (0 * 0.5 + 4) / (0.5 + 4)
        assertThat(factor(outcome(0, 0.5, 100, 0))).isCloseTo(4 / 4.5, within(1e-12));
        assertThat(Calibration.of(List.of(outcome(0, 0.5, 100, 0), outcome(0, 0.75, 1, 0)), POLICY)
                        .factors())
                .hasEntrySatisfying(
                        Pipeline.TEXT_TO_IMAGE,
                        factor -> assertThat(factor.weeks()).isEqualTo(0.75));
    }

    @Test
    void nothingForEverStopsAtTheLowest() {
        List<Outcome> nothing = new ArrayList<>();
        List<Outcome> much = new ArrayList<>();
        for (int week = 0; week < 50; week++) {
            nothing.add(outcome(week, 1, 100, 0));
            much.add(outcome(week, 1, 100, 1e9));
        }
        assertThat(Calibration.of(nothing, POLICY).factor(Pipeline.TEXT_TO_IMAGE))
                .isEqualTo(0.2);
        assertThat(Calibration.of(much, POLICY).factor(Pipeline.TEXT_TO_IMAGE)).isEqualTo(5);
    }

    @Test
    void pipelinesStandApart() {
        Calibration calibration =
                Calibration.of(List.of(outcome(0, 1, 100, 50), new Outcome(Pipeline.LLM, 0, 1, 100, 200)), POLICY);

        assertThat(calibration.factor(Pipeline.TEXT_TO_IMAGE)).isCloseTo(0.9, within(1e-12));
        assertThat(calibration.factor(Pipeline.LLM)).isCloseTo(1.2, within(1e-12));
        assertThat(calibration.factor(Pipeline.UPSCALE)).isEqualTo(1);
    }

    @Test
    void refusesAnUnwatchedWeek() {
        assertThatThrownBy(() -> outcome(0, 0, 100, 50)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outcome(0, 1, 0, 50)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outcome(0, 1, 1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
