package org.warmplan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ConcaveTest {
    @Test
    void leavesFallingAmountsAsTheyAre() {
        assertThat(Concave.majorant(List.of(5.0, 3.0, 3.0, 0.0))).containsExactly(5.0, 3.0, 3.0, 0.0);
    }

    @Test
    void sharesWhatRisesWithThoseBefore() {
        assertThat(Concave.majorant(List.of(2.0, 4.0, 1.0, 3.0))).containsExactly(3.0, 3.0, 2.0, 2.0);
    }

    @Test
    void takesACostOffTheFirst() {
        assertThat(Concave.net(List.of(100L, 20L, 5L), 30)).containsExactly(70L, 20L, 5L);
        assertThat(Concave.net(List.of(100L, 90L, 5L), 30)).containsExactly(80L, 80L, 5L);
        assertThat(Concave.net(List.of(10L, 8L), 30)).containsExactly(0L, 0L);
        assertThat(Concave.net(List.of(), 30)).isEmpty();
    }

    @Test
    void neverRisesAndNeverFallsShortOfTheSums() {
        Random random = new Random(1);
        for (int k = 0; k < 200; k++) {
            List<Double> amounts = new ArrayList<>();
            for (int n = random.nextInt(12); n > 0; n--) {
                amounts.add((double) random.nextInt(100));
            }
            List<Double> falling = Concave.majorant(amounts);
            double sum = 0;
            double most = 0;
            for (int n = 0; n < amounts.size(); n++) {
                sum += amounts.get(n);
                most += falling.get(n);
                assertThat(most).isGreaterThanOrEqualTo(sum - 1e-9);
            }
            assertThat(falling).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(Math.abs(most - sum)).isLessThan(1e-9);
        }
    }
}
