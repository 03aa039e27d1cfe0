package org.warmplan.replay.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
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
        assertThat(new Told(1, WORKLOAD, 0, Rate.of(7), 7, 1).loss()).isZero();
        assertThat(new Told(1, WORKLOAD, 0, Rate.of(7), 9, 1).loss()).isCloseTo(1, within(1e-9));
        assertThat(new Told(1, WORKLOAD, 0, Rate.of(7), 5, 1).loss()).isCloseTo(1, within(1e-9));
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
                .mapToDouble(truth -> new Told(1, WORKLOAD, 0, rate, truth, 1).loss())
                .average()
                .orElseThrow();
    }

    @Test
    void countsWhatFellInsideByThirdsOfMeanVolume() {
        List<Told> told = new ArrayList<>();
        for (int market = 1; market <= 3; market++) {
            for (int week = 0; week < 10; week++) {
                // A range of 10.5 to 90.5. The first market asks for 5 or 50, the second for 60, the third for 50 or
                // 200.
                double truth = market == 2 ? 60 : week % 2 == 0 ? 50 : market == 1 ? 5 : 200;
                told.add(new Told(market, WORKLOAD, week, ONE_TO_HUNDRED, truth, 2));
            }
        }
        Score score = Score.of(told);

        assertThat(score.covered()).isCloseTo(20.0 / 30, within(1e-9));
        assertThat(score.thirds()).containsExactly(0.5, 1.0, 0.5);
        assertThat(score.count()).isEqualTo(30);
    }
}
