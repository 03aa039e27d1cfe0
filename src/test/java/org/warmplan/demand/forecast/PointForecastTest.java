package org.warmplan.demand.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each method against figures published with an implementation of it (intermittent-forecast by pmrgn, its tests). */
final class PointForecastTest {
    private static final double[] FITS_AND_STARTS = {0, 0, 3, 0, 4, 0, 0, 0, 2, 0};
    private static final double[] STEADY = {40, 28, 35, 41, 33, 21, 37, 20, 28, 31, 31, 22};

    @ParameterizedTest
    @CsvSource({"3, 1.029", "4, 0.9261", "5, 1.2468390", "6, 1.1221551", "9, 1.0123723", "10, 0.9111351"})
    void tsbGivesThePublishedFigures(int steps, double published) {
        double next = new Tsb(0.3, 0.1).next(Arrays.copyOf(FITS_AND_STARTS, steps));

        assertThat(next).isCloseTo(published, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"3, 0.9", "5, 1.125", "8, 1.125", "9, 0.8141447", "10, 0.8141447"})
    void sbaGivesThePublishedFigures(int steps, double published) {
        double next = new Sba(0.5, 0.2).next(Arrays.copyOf(FITS_AND_STARTS, steps));

        assertThat(next).isCloseTo(published, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"2, 36.4", "3, 35.98", "4, 37.486", "6, 31.59814", "8, 29.2530886", "12, 27.571866"})
    void smoothingGivesThePublishedFigures(int steps, double published) {
        double next = ExponentialSmoothing.smoothed(Arrays.copyOf(STEADY, steps), 0.3);

        assertThat(next).isCloseTo(published, within(1e-5));
    }

    @Test
    void smoothingFollowsASeriesThatOnlyClimbs() {
        assertThat(new ExponentialSmoothing().next(new double[] {1, 2, 3, 4, 5, 6}))
                .isEqualTo(6);
    }

    @Test
    void smoothingAveragesASeriesThatOnlyShakes() {
        double next = new ExponentialSmoothing().next(new double[] {10, 14, 6, 14, 6, 14, 6, 14, 6, 14, 6});

        assertThat(next).isCloseTo(10, within(0.5));
    }

    @Test
    void naiveRepeatsTheLastSeason() {
        assertThat(new Naive(1).next(STEADY)).isEqualTo(22);
        assertThat(new Naive(4).next(STEADY)).isEqualTo(28);
        assertThat(new Naive(4).next(new double[] {5, 7})).isEqualTo(7);
    }

    @Test
    void methodsForFitsAndStartsKnowOfNoDemandAtAll() {
        assertThat(new Tsb(0.3, 0.1).next(new double[] {0, 0})).isZero();
        assertThat(new Sba(0.3, 0.1).next(new double[] {0, 0})).isZero();
    }
}
