package org.warmplan.demand.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * Least squares over numbers that cannot be negative: the x of least {@code x'Hx / 2 - c'x}, one coordinate after the other
 * to its best value. With H positive definite that ends at the one best x.
 */
final class NonNegativeLeastSquares {
    private static final int MOST_SWEEPS = 20_000;
    private static final double TOLERANCE = 1e-12;

    private final double[][] h;
    private final double[] c;

    /**
     * A problem in its normal form.
     *
     * @param h symmetric and positive definite: A'WA and the ridge
     * @param c A'Wy and the ridge's pull
     */
    NonNegativeLeastSquares(double[][] h, double[] c) {
        this.h = h;
        this.c = c;
        for (int i = 0; i < c.length; i++) {
            if (!(h[i][i] > 0)) {
                throw new IllegalArgumentException(
                        "The curvature (%f) of coordinate %d must be above zero.".formatted(h[i][i], i));
            }
        }
    }

    double[] solve() {
        double[] x = new double[c.length];
        boolean moved = true;
        for (int sweep = 0; sweep < MOST_SWEEPS && moved; sweep++) {
            moved = false;
            for (int i = 0; i < x.length; i++) {
                double best = Math.max(0, x[i] + (c[i] - row(i, x)) / h[i][i]);
                moved |= Math.abs(best - x[i]) > TOLERANCE * (1 + Math.abs(best));
                x[i] = best;
            }
        }
        return x;
    }

    private double row(int i, double... x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += h[i][j] * x[j];
        }
        return sum;
    }

    /**
     * The variance of each coordinate above zero if the noise has variance 1, given that the others stay at zero; 0 for those
     * at zero. It is the diagonal of the inverse of H over the coordinates above zero.
     */
    double[] variances(double... x) {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                free.add(i);
            }
        }
        double[][] inverse = inverse(free);
        double[] variances = new double[x.length];
        for (int i = 0; i < free.size(); i++) {
            variances[free.get(i)] = inverse[i][i];
        }
        return variances;
    }

    /** By Gauss and Jordan; a positive definite matrix needs no exchange of rows. */
    private double[][] inverse(List<Integer> free) {
        int n = free.size();
        double[][] left = new double[n][n];
        double[][] right = new double[n][n];
        for (int i = 0; i < n; i++) {
            right[i][i] = 1;
            for (int j = 0; j < n; j++) {
                left[i][j] = h[free.get(i)][free.get(j)];
            }
        }
        for (int pivot = 0; pivot < n; pivot++) {
            scale(left[pivot], right[pivot], 1 / left[pivot][pivot]);
            for (int i = 0; i < n; i++) {
                if (i != pivot) {
                    double times = left[i][pivot];
                    subtract(left[i], left[pivot], times);
                    subtract(right[i], right[pivot], times);
                }
            }
        }
        return right;
    }

    private static void scale(double[] left, double[] right, double factor) {
        for (int j = 0; j < left.length; j++) {
            left[j] *= factor;
            right[j] *= factor;
        }
    }

    private static void subtract(double[] from, double[] row, double times) {
        for (int j = 0; j < from.length; j++) {
            from[j] -= times * row[j];
        }
    }
}
