package org.warmplan.demand.forecast;

import java.util.function.DoubleUnaryOperator;

/**
 * A step on the logarithm of a rate, as weights of whole cells that sum to 1. What steps over an end stays there;
 * cell 0 (no demand) neither gives nor takes.
 */
final class Kernel {
    private static final double NORMAL_REACH = 3.5;
    private static final double HEAVY_REACH = 8;

    private final double[] weights;
    private final int first;

    private Kernel(double[] weights, int first) {
        this.weights = weights;
        this.first = first;
    }

    /** A normal step of mean {@code drift} and standard deviation {@code sigma}; without either, no step. */
    static Kernel normal(double drift, double sigma) {
        double wide = Math.max(sigma, LogGrid.STEP / 4);
        return of(drift, NORMAL_REACH * wide, x -> Math.exp(-x * x / (2 * wide * wide)));
    }

    /** A step with heavy tails (Student's t of 2 degrees of freedom): even a thousandfold one is not excluded. */
    static Kernel heavy(double drift, double scale) {
        return of(drift, Math.max(HEAVY_REACH, scale), x -> Math.pow(1 + x * x / (2 * scale * scale), -1.5));
    }

    private static Kernel of(double drift, double reach, DoubleUnaryOperator density) {
        int first = (int) Math.floor((drift - reach) / LogGrid.STEP);
        int last = (int) Math.ceil((drift + reach) / LogGrid.STEP);
        double[] weights = new double[last - first + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = density.applyAsDouble((first + i) * LogGrid.STEP - drift);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new Kernel(weights, first);
    }

    /** Adds {@code part} of what {@code from} becomes by the step to {@code to}. */
    void spread(double[] from, double part, double[] to) {
        int last = from.length - 1;
        for (int cell = 1; cell <= last; cell++) {
            double mass = from[cell] * part;
            if (mass > 0) {
                for (int i = 0; i < weights.length; i++) {
                    int there = Math.max(1, Math.min(last, cell + first + i));
                    to[there] += mass * weights[i];
                }
            }
        }
    }

    /** The mean of {@code values} after a step from each cell: the step taken backwards. Cell 0 keeps its value. */
    double[] mean(double[] values) {
        int last = values.length - 1;
        double[] means = new double[values.length];
        means[0] = values[0];
        for (int cell = 1; cell <= last; cell++) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * values[Math.max(1, Math.min(last, cell + first + i))];
            }
            means[cell] = sum;
        }
        return means;
    }
}
