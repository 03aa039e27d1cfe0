package org.warmplan.replay.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Rate;
import org.warmplan.domain.Workload;

final class ScoreTest {
    private static final Workload WORKLOAD = Workload.find("llm/a").orElseThrow();
    private static final Rate ONE_TO_HUNDRED =
            Rate.of(IntStream.rangeClosed(1, 100).asDoubleStream().toArray());

    @Test
    void losesNothingByAPointThatCameTrue() {
        assertThat(new Told(WORKLOAD, 0, Rate.of(7), 7, 1).loss()).isZero();
        assertThat(new Told(WORKLOAD, 0, Rate.of(7), 9, 1).loss()).isCloseTo(1, within(1e-9));
        assertThat(new Told(WORKLOAD, 0, Rate.of(7), 5, 1).loss()).isCloseTo(1, within(1e-9));
    }

    @Test
    void losesLeastByTheTrueDistribution() {
        double honest = mean(ONE_TO_HUNDRED);

        assertThat(honest).isLessThan(mean(Rate.of(50.5)));
        assertThat(honest).isLessThan(mean(Rate.of(1, 100)));
        assertThat(honest).isLessThan(mean(Rate.of(ONE_TO_HUNDRED.scenarios(50))) + 1e-3);
    }

    private static double mean(Rate rate) {
        return IntStream.rangeClosed(1, 100)
                .mapToDouble(truth -> new Told(WORKLOAD, 0, rate, truth, 1).loss())
                .average()
                .orElseThrow();
    }

    @Test
    void countsWhatFellInsideByThirdsOfVolume() {
        List<Told> told = IntStream.rangeClosed(1, 99)
                .mapToObj(truth -> new Told(WORKLOAD, 0, ONE_TO_HUNDRED, truth, 2))
                .toList();
        Score score = Score.of(told);

        // The range is 10.5 to 90.5.
        assertThat(score.covered()).isCloseTo(80.0 / 99, within(1e-9));
        assertThat(score.thirds().get(0)).isCloseTo(23.0 / 33, within(1e-9));
        assertThat(score.thirds().get(1)).isEqualTo(1);
        assertThat(score.count()).isEqualTo(99);
    }
}
