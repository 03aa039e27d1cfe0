package org.warmplan.demand.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NonNegativeLeastSquaresTest {
    /** Tries every set of coordinates above zero and keeps the best that is sound. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void findsWhatTryingEverythingFinds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < 50; run++) {
            int n = 1 + random.nextInt(6);
            double[][] h = positiveDefinite(random, n);
            double[] c = random.doubles(n, -1, 1).toArray();
            double[] x = new NonNegativeLeastSquares(h, c).solve();

            assertThat(Arrays.stream(x).allMatch(value -> value >= 0)).isTrue();
            assertThat(objective(h, c, x)).isCloseTo(bruteForce(h, c), within(1e-7));
        }
    }

    @Test
    void tellsTheVarianceOfWhatIsAboveZero() {
        // Two coordinates that see partly the same: the inverse of {{2, 1}, {1, 2}} is {{2, -1}, {-1, 2}} / 3.
        NonNegativeLeastSquares squares =
                new NonNegativeLeastSquares(new double[][] {{2, 1, 0}, {1, 2, 0}, {0, 0, 1}}, new double[] {3, 3, -1});

        assertThat(squares.solve()).containsExactly(new double[] {1, 1, 0}, within(1e-9));
        assertThat(squares.variances(1, 1, 0)).containsExactly(new double[] {2 / 3.0, 2 / 3.0, 0}, within(1e-9));
    }

    @Test
    void refusesWhatHasNoCurvature() {
        assertThatThrownBy(() -> new NonNegativeLeastSquares(new double[][] {{0}}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be above zero");
    }

    private static double[][] positiveDefinite(SplittableRandom random, int n) {
        double[][] h = new double[n][n];
        for (int row = 0; row < n + 2; row++) {
            double[] a = random.doubles(n, -1, 1).toArray();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    h[i][j] += a[i] * a[j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            h[i][i] += 0.05;
        }
        return h;
    }

    private static double bruteForce(double[][] h, double[] c) {
        double best = 0;
        for (int set = 1; set < 1 << c.length; set++) {
            double[] x = unconstrained(h, c, set);
            boolean sound = true;
            for (double value : x) {
                sound &= value >= 0;
            }
            best = sound ? Math.min(best, objective(h, c, x)) : best;
        }
        return best;
    }

    /** Gradient descent to the end over one set: slow, and nothing like what is tested. */
    private static double[] unconstrained(double[][] h, double[] c, int set) {
        double[] x = new double[c.length];
        double trace = 0;
        for (int i = 0; i < c.length; i++) {
            trace += h[i][i];
        }
        for (int step = 0; step < 8_000; step++) {
            double[] gradient = new double[c.length];
            for (int i = 0; i < c.length; i++) {
                gradient[i] = -c[i];
                for (int j = 0; j < c.length; j++) {
                    gradient[i] += h[i][j] * x[j];
                }
            }
            for (int i = 0; i < c.length; i++) {
                x[i] -= (set >> i & 1) == 1 ? gradient[i] / trace : 0;
            }
        }
        return x;
    }

    private static double objective(double[][] h, double[] c, double[] x) {
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            sum -= c[i] * x[i];
            for (int j = 0; j < c.length; j++) {
                sum += x[i] * h[i][j] * x[j] / 2;
            }
        }
        return sum;
    }
}
