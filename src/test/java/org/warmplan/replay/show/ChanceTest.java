package org.warmplan.replay.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChanceTest {
    private static final int MANY = 20_000;

    private final Chance chance = new Chance(5, "a test");

    @Test
    void answersAQuestionAlikeWhateverWasAskedBefore() {
        double first = chance.fraction(3, 4);
        chance.fraction(9);

        assertThat(chance.fraction(3, 4)).isEqualTo(first).isNotEqualTo(chance.fraction(4, 3));
        assertThat(new Chance(6, "a test").fraction(3, 4)).isNotEqualTo(first);
        assertThat(new Chance(5, "another").fraction(3, 4)).isNotEqualTo(first);
    }

    @Test
    void drawsPoissonNumbersOfTheMeanAskedFor() {
        for (double mean : new double[] {0, 0.3, 4, 38, 400}) {
            double sum = IntStream.range(0, MANY)
                    .mapToDouble(i -> chance.poisson(mean, i))
                    .sum();

            assertThat(sum / MANY).isCloseTo(mean, within(5 * Math.sqrt(mean / MANY) + 1e-9));
        }
    }

    @Test
    void drawsNormally() {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < MANY; i++) {
            double number = chance.normal(i, 2);
            sum += number;
            squares += number * number;
        }

        assertThat(sum / MANY).isCloseTo(0, within(0.04));
        assertThat(squares / MANY).isCloseTo(1, within(0.05));
    }
}
