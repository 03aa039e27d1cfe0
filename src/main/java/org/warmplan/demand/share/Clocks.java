package org.warmplan.demand.share;

import java.util.Arrays;

/**
 * Drawing by weight as a race of clocks: a session with weight w rings after an exponential time of mean 1/w, and the first
 * to ring is drawn. So the chance that one is drawn, when the others are there only with some probability, is an integral
 * over the time it rings of the chance that no other has rung before. The times are on a logarithmic grid.
 */
final class Clocks {
    private static final int TIMES = 12;
    private static final double LEAST = 1e-2;
    private static final double MOST = 6;
    /** Weights below this part of the sum count as this: they are never drawn by weight anyway. */
    private static final double LIGHT = 1e-5;

    private final int size;
    private final double[] weight;
    private final double[] span = new double[TIMES];
    /** By seller and time: the chance that its clock has not rung. */
    private final double[] silent;

    private final double[] before;

    Clocks(double[] weights) {
        size = weights.length;
        weight = new double[size];
        double lightest = 1;
        for (int i = 0; i < size; i++) {
            weight[i] = Math.max(LIGHT, weights[i]);
            lightest = Math.min(lightest, weight[i]);
        }
        silent = new double[size * TIMES];
        before = new double[size + 1];
        double from = Math.log(LEAST);
        double step = (Math.log(MOST / lightest) - from) / (TIMES - 1);
        for (int t = 0; t < TIMES; t++) {
            double time = Math.exp(from + step * t);
            span[t] = time * step;
            for (int i = 0; i < size; i++) {
                silent[i * TIMES + t] = Math.exp(-weight[i] * time);
            }
        }
    }

    /**
     * The chance of each to be drawn if it is there.
     *
     * @param there by seller: the chance that it is there, each for itself
     * @param ease by seller: the part of its draws that succeed, 1 for most
     */
    void drawn(double[] there, double[] ease, double[] result) {
        Arrays.fill(result, 0);
        for (int t = 0; t < TIMES; t++) {
            before[0] = 1;
            for (int i = 0; i < size; i++) {
                before[i + 1] = before[i] * (1 - there[i] * (1 - silence(i, t, ease)));
            }
            double after = 1;
            for (int i = size - 1; i >= 0; i--) {
                double silence = silence(i, t, ease);
                result[i] += span[t] * weight[i] * ease[i] * silence * before[i] * after;
                after *= 1 - there[i] * (1 - silence);
            }
        }
    }

    /** The same when exactly {@code count} are there on average, the one looked at among them. */
    void drawnOf(double count, double[] there, double sum, double[] result) {
        Arrays.fill(result, 0);
        for (int i = 0; i < size; i++) {
            double others = sum - there[i];
            double factor = others > 1e-12 ? Math.max(0, count - 1) / others : 0;
            for (int t = 0; t < TIMES; t++) {
                double none = span[t] * weight[i] * silent[i * TIMES + t];
                for (int j = 0; j < size; j++) {
                    if (j != i) {
                        none *= 1 - Math.min(1, there[j] * factor) * (1 - silent[j * TIMES + t]);
                    }
                }
                result[i] += none;
            }
        }
    }

    private double silence(int seller, int time, double[] ease) {
        double silence = silent[seller * TIMES + time];
        return ease[seller] == 1 ? silence : Math.pow(silence, ease[seller]);
    }
}
