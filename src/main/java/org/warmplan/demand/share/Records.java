package org.warmplan.demand.share;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How often each session comes first at an off-chain gateway with little load. The gateway keeps asking the one whose last
 * request was quickest, until that one is slower than the next one's last; the time it then has is the longest it ever had,
 * or else it would have been set aside before. So the times set aside climb slowly, and every seller is asked until it
 * exceeds them. One that does so with chance 1/g a request is asked g times in a row on average, and its part of all
 * requests so far is the integral over s from 0 of g / (1 + g s) * product over all sessions of 1 / (1 + g s): with equal
 * sellers, equal parts, with one twice as fast, nearly all.
 */
final class Records {
    /** Standard deviation of the logarithm of what requests of one kind take. */
    private static final double SPREAD = 0.5;

    /**
     * Requests after which parts are looked at, as the power of ten: with nothing else under way, and what a full load takes
     * off. The busier all are, the sooner each is asked again and the record forgotten. Fitted to the simulated market.
     */
    private static final double FIRST = 3;

    private static final double LESS = 2.2;
    private static final int HALVINGS = 50;
    private static final int TIMES = 60;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Records() {}

    /**
     * By seller: the part of a session, as a weight of mean 1.
     *
     * @param fill the load as a part of what all can serve, from 0
     */
    static double[] odds(double[] speeds, int[] nodes, double fill) {
        SortedMap<Double, Integer> sessions = new TreeMap<>();
        for (int i = 0; i < speeds.length; i++) {
            sessions.merge(speeds[i], nodes[i], Integer::sum);
        }
        double[] odds = new double[speeds.length];
        Arrays.fill(odds, 1);
        if (sessions.size() == 1) {
            return odds;
        }
        double[] distinct =
                sessions.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[] counts =
                sessions.values().stream().mapToDouble(Integer::doubleValue).toArray();
        double[] parts = parts(asked(distinct, counts, Math.pow(10, FIRST - LESS * Math.min(1, fill))), counts);
        for (int i = 0; i < odds.length; i++) {
            odds[i] = parts[Arrays.binarySearch(distinct, speeds[i])];
        }
        return odds;
    }

    /** By speed: how often one session was asked when all together were asked so often. */
    private static double[] asked(double[] speeds, double[] sessions, double requests) {
        double low = -10;
        double high = 10;
        double[] asked = new double[speeds.length];
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (low + high) / 2;
            double all = 0;
            for (int i = 0; i < speeds.length; i++) {
                double exceeds = NORMAL.survivalProbability((middle + Math.log(speeds[i])) / SPREAD);
                asked[i] = 1 / Math.max(1e-12, exceeds);
                all += sessions[i] * asked[i];
            }
            low = all < requests ? middle : low;
            high = all < requests ? high : middle;
        }
        return asked;
    }

    /** By speed: the part of one session, as a weight of mean 1 over all sessions. */
    private static double[] parts(double[] asked, double[] sessions) {
        double from = Math.log(1e-4 / Arrays.stream(asked).max().orElseThrow());
        double step = (Math.log(1e4) - from) / TIMES;
        double[] parts = new double[asked.length];
        for (int k = 0; k <= TIMES; k++) {
            double s = Math.exp(from + step * k);
            double none = s * step;
            for (int j = 0; j < asked.length; j++) {
                none *= Math.pow(1 + asked[j] * s, -sessions[j]);
            }
            for (int i = 0; i < parts.length; i++) {
                parts[i] += none * asked[i] / (1 + asked[i] * s);
            }
        }
        double all = 0;
        for (int i = 0; i < parts.length; i++) {
            all += parts[i] * sessions[i];
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i] *= Arrays.stream(sessions).sum() / all;
        }
        return parts;
    }
}
