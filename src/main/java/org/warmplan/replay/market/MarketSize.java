package org.warmplan.replay.market;

/**
 * How large markets are drawn, each figure evenly between its two ends.
 *
 * @param orchestrators at least 20 and at most 60
 * @param workloads at least 25 and at most 60, test streams not counted
 * @param gateways at least 4 and at most 12, the load tester not counted
 * @param requests of users in an ordinary week; even in the logarithm
 */
public record MarketSize(Ends orchestrators, Ends workloads, Ends gateways, Ends requests) {
    /** For studies over many markets and weeks. */
    public static final MarketSize STUDY =
            new MarketSize(new Ends(20, 36), new Ends(25, 40), new Ends(4, 8), new Ends(20_000, 60_000));

    /** Up to what one expects of a network. */
    public static final MarketSize MEDIUM =
            new MarketSize(new Ends(30, 60), new Ends(30, 60), new Ends(6, 12), new Ends(60_000, 150_000));

    /** One large market. */
    public static final MarketSize BIG =
            new MarketSize(new Ends(60, 60), new Ends(60, 60), new Ends(12, 12), new Ends(1_000_000, 1_000_000));

    /** Two ends, both included. */
    public record Ends(int low, int high) {
        public Ends {
            if (low < 0 || low > high) {
                throw new IllegalArgumentException(
                        "The ends (" + low + " and " + high + ") must go up from 0 or more.");
            }
        }
    }
}
