package org.warmplan.replay.market;

import java.util.ArrayList;
import java.util.List;

/**
 * What each node asks, week by week: around the usual price, an orchestrator's whole list dearer or cheaper, some over what
 * gateways allow. Some set dollars, so that their wei move against the price of ETH; some change their mind.
 */
final class Prices {
    private static final double DOLLARS = 0.3;
    private static final double REPRICING = 0.02;
    private static final double DEAR = 0.08;

    private final Cast cast;
    private final Dice dice;
    private final double[] lists;
    private final boolean[] inDollars;
    private final double[][] words;
    private final List<Double> dollar = new ArrayList<>(List.of(1.0));
    private final List<double[][]> weeks = new ArrayList<>();

    Prices(Cast cast, long seed) {
        this.cast = cast;
        dice = new Dice(seed, 7);
        int count = cast.orchestrators().size();
        lists = new double[count];
        inDollars = new boolean[count];
        words = new double[count][cast.workloads().size()];
        for (int o = 0; o < count; o++) {
            boolean self = o == Cast.SELF;
            lists[o] = self ? dice.between(0.85, 1.05) : list();
            inDollars[o] = !self && dice.chance(DOLLARS);
            for (int w = 0; w < words[o].length; w++) {
                words[o][w] = dice.factor(self ? 0.05 : 0.15);
            }
        }
    }

    private double list() {
        return dice.chance(DEAR) ? dice.ratio(1.5, 4) : dice.factor(0.25);
    }

    /** Wei per unit by node and workload. */
    double[][] week(int week) {
        while (weeks.size() <= week) {
            weeks.add(draw(dollar.get(weeks.size())));
            dollar.add(dollar.get(weeks.size() - 1) * dice.factor(0.04));
            for (int o = 1; o < lists.length; o++) {
                lists[o] = dice.chance(REPRICING) ? list() : lists[o];
            }
        }
        return weeks.get(week);
    }

    private double[][] draw(double weekDollar) {
        double[][] prices = new double[cast.nodes().size()][cast.workloads().size()];
        for (int n = 0; n < prices.length; n++) {
            int o = cast.nodes().get(n).orchestrator();
            for (int w = 0; w < prices[n].length; w++) {
                prices[n][w] = cast.workloads().get(w).usualWeiPerUnit()
                        * lists[o]
                        * words[o][w]
                        * (inDollars[o] ? weekDollar : 1);
            }
        }
        return prices;
    }
}
