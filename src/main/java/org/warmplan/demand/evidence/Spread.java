package org.warmplan.demand.evidence;

/** Standard deviations of logarithms. */
final class Spread {
    /** Standard deviations from the middle of a normal distribution to where one in ten lies beyond. */
    private static final double TO_TENTH = 1.2815515655446004;

    /** Ends further apart than this are not told further apart. */
    private static final double MOST_RATIO = 1e4;

    private Spread() {}

    /** Of something that lies under {@code low} one time in ten and above {@code high} one time in ten. */
    static double ofRange(double low, double high) {
        if (!(high > 0) || high <= low) {
            return 0;
        }
        return Math.log(high / Math.max(low, high / MOST_RATIO)) / (2 * TO_TENTH);
    }

    /** Of a product of things that have nothing to do with each other. */
    static double together(double... spreads) {
        double sum = 0;
        for (double spread : spreads) {
            sum += spread * spread;
        }
        return Math.sqrt(sum);
    }
}
