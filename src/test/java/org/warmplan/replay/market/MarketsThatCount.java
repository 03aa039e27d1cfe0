package org.warmplan.replay.market;

import java.util.Arrays;

/** How many markets count; run by hand: {@code from to}, both training seeds. */
final class MarketsThatCount {
    private MarketsThatCount() {}

    public static void main(String[] args) {
        int from = Integer.parseInt(args[0]);
        int to = Integer.parseInt(args[1]);
        double[] keep = new double[to - from + 1];
        double[] random = new double[to - from + 1];
        int count = 0;
        for (int seed = from; seed <= to; seed++) {
            long start = System.nanoTime();
            Market market = Markets.of(MarketSize.STUDY, seed);
            Worth worth = Worth.of(market, seed);
            keep[seed - from] = worth.keep();
            random[seed - from] = worth.random();
            count += worth.counts() ? 1 : 0;
            System.out.printf(
                    "%4d %s keep %.3f random %.3f hindsight %.4f ETH, %d requests in week 9, %.1f s%n",
                    seed,
                    worth.counts() ? "counts" : "      ",
                    worth.keep(),
                    worth.random(),
                    worth.hindsightGwei() / 1e9,
                    market.log(Worth.FROM).requested(),
                    (System.nanoTime() - start) / 1e9);
        }
        Arrays.sort(keep);
        Arrays.sort(random);
        System.out.printf(
                "%d of %d count; median keep %.3f, random %.3f%n",
                count, keep.length, keep[keep.length / 2], random[random.length / 2]);
    }
}
