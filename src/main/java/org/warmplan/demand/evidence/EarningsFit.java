package org.warmplan.demand.evidence;

import java.util.List;

/**
 * Rates fitted to earnings by non-negative least squares. Tickets win by chance, so the variance of earnings grows with
 * them; the ridge draws a little towards nothing what the earnings leave open.
 */
final class EarningsFit {
    /** Part of the mean earnings that everybody's vary by anyhow. */
    private static final double FLOOR = 0.1;

    private final double[] scales;
    private final double[] fitted;
    private final double[] variances;
    private final double[] curvatures;
    private final double noise;

    private EarningsFit(double[] scales, double[] fitted, double[] variances, double[] curvatures, double noise) {
        this.scales = scales;
        this.fitted = fitted;
        this.variances = variances;
        this.curvatures = curvatures;
        this.noise = noise;
    }

    /**
     * The best fit.
     *
     * @param perRate by orchestrator and workload: gwei earned at a rate of 1; every workload somebody's
     * @param earned by orchestrator: gwei
     * @param ridge as a part of each workload's own curvature, above 0
     */
    static EarningsFit of(double[][] perRate, List<Double> earned, double ridge) {
        int columns = perRate[0].length;
        double[] scales = new double[columns];
        for (double[] row : perRate) {
            for (int j = 0; j < columns; j++) {
                scales[j] = Math.max(scales[j], row[j]);
            }
        }
        double mean = earned.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double[][] h = new double[columns][columns];
        double[] c = new double[columns];
        for (int o = 0; o < perRate.length; o++) {
            double weight = weight(earned.get(o), mean);
            for (int i = 0; i < columns; i++) {
                double own = scaled(perRate[o][i], scales[i]);
                c[i] += weight * own * earned.get(o);
                for (int j = 0; j < columns; j++) {
                    h[i][j] += weight * own * scaled(perRate[o][j], scales[j]);
                }
            }
        }
        double[] curvatures = new double[columns];
        for (int j = 0; j < columns; j++) {
            h[j][j] = h[j][j] > 0 ? h[j][j] * (1 + ridge) : 1;
            curvatures[j] = h[j][j];
        }
        NonNegativeLeastSquares squares = new NonNegativeLeastSquares(h, c);
        double[] x = squares.solve();
        double noise = noise(perRate, earned, scales, x, mean);
        return new EarningsFit(scales, x, squares.variances(x), curvatures, noise);
    }

    private static double scaled(double perRate, double scale) {
        return scale > 0 ? perRate / scale : 0;
    }

    private static double weight(double earned, double mean) {
        return 1 / Math.max(1, earned + FLOOR * mean);
    }

    /** The weighted variance of what the fit leaves over, per orchestrator that is not needed for fitting. */
    private static double noise(double[][] perRate, List<Double> earned, double[] scales, double[] x, double mean) {
        double sum = 0;
        int free = perRate.length;
        for (double value : x) {
            free -= value > 0 ? 1 : 0;
        }
        for (int o = 0; o < perRate.length; o++) {
            double left = earned.get(o);
            for (int j = 0; j < x.length; j++) {
                left -= x[j] * scaled(perRate[o][j], scales[j]);
            }
            sum += weight(earned.get(o), mean) * left * left;
        }
        return sum / Math.max(1, free);
    }

    /** The rate of a workload, at least 0. */
    double rate(int workload) {
        return scales[workload] > 0 ? fitted[workload] / scales[workload] : 0;
    }

    /** Standard deviation of a rate above 0, as a part of it. */
    double relativeError(int workload) {
        return fitted[workload] > 0
                ? Math.sqrt(noise * variances[workload]) / fitted[workload]
                : Double.POSITIVE_INFINITY;
    }

    /** How many times its variance grows because others are fitted too, at least 1 for a rate above 0. */
    double inflation(int workload) {
        return variances[workload] * curvatures[workload];
    }
}
