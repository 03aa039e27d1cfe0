package org.warmplan.replay.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best choice for one machine by what is known afterwards: each card takes one container, and the n-th container of a
 * workload is worth what its curve says, more or less by the card. That is an assignment of cards to containers, which is
 * solved exactly (the Hungarian method).
 */
final class BestFill {
    private final Cast cast;
    private final WhatIf curves;
    private final List<MarketCard> cards;
    private final boolean byCard;

    private BestFill(Cast cast, WhatIf curves, boolean byCard) {
        this.cast = cast;
        this.curves = curves;
        this.byCard = byCard;
        cards = cast.nodes().get(cast.nodesOf(Cast.SELF).get(0)).cards();
    }

    /**
     * What to have warm on the first of our nodes.
     *
     * @param byCard whether it matters on which card a workload is, beyond that it fits
     */
    static WarmSet of(Cast cast, WhatIf curves, boolean byCard) {
        BestFill fill = new BestFill(cast, curves, byCard);
        int[] columns = assign(fill.values());
        List<Integer> chosen = new ArrayList<>();
        for (int card = 0; card < columns.length; card++) {
            int workload = columns[card] / WhatIf.MOST;
            boolean earns = workload < cast.workloads().size() && fill.value(card, workload, 1) > 0;
            chosen.add(earns ? workload : WarmSet.NONE);
        }
        return new WarmSet(chosen, List.of());
    }

    /** By card and column; columns are the containers of each workload, then nothing at all for each card. */
    private double[][] values() {
        int workloads = cast.workloads().size();
        double[][] values = new double[cards.size()][workloads * WhatIf.MOST + cards.size()];
        for (int card = 0; card < cards.size(); card++) {
            for (int w = 0; w < workloads; w++) {
                for (int k = 1; k <= WhatIf.MOST; k++) {
                    values[card][w * WhatIf.MOST + k - 1] = value(card, w, k);
                }
            }
        }
        return values;
    }

    private double value(int card, int workload, int replica) {
        MarketCard on = cards.get(card);
        double first = curves.gwei(workload, 1);
        if (!Fitting.fits(cast.workloads().get(workload), on) || first <= 0) {
            return 0;
        }
        double times = byCard ? curves.gweiOn(workload, on.name()) / first : 1;
        return curves.marginal(workload, replica) * times;
    }

    /**
     * Finds for every row a column of its own so that the sum of values is largest. There are at least as many columns as
     * rows.
     */
    static int[] assign(double[][] values) {
        int rows = values.length;
        int columns = rows == 0 ? 0 : values[0].length;
        double[] rowPrice = new double[rows + 1];
        double[] columnPrice = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        int[] before = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            rowOf[0] = row;
            int column = 0;
            double[] least = new double[columns + 1];
            boolean[] used = new boolean[columns + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            do {
                used[column] = true;
                int current = rowOf[column];
                int next = 0;
                double step = Double.POSITIVE_INFINITY;
                for (int j = 1; j <= columns; j++) {
                    if (!used[j]) {
                        double cost = -values[current - 1][j - 1] - rowPrice[current] - columnPrice[j];
                        if (cost < least[j]) {
                            least[j] = cost;
                            before[j] = column;
                        }
                        if (least[j] < step) {
                            step = least[j];
                            next = j;
                        }
                    }
                }
                for (int j = 0; j <= columns; j++) {
                    if (used[j]) {
                        rowPrice[rowOf[j]] += step;
                        columnPrice[j] -= step;
                    } else {
                        least[j] -= step;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            while (column != 0) {
                rowOf[column] = rowOf[before[column]];
                column = before[column];
            }
        }
        int[] chosen = new int[rows];
        for (int j = 1; j <= columns; j++) {
            if (rowOf[j] > 0) {
                chosen[rowOf[j] - 1] = j - 1;
            }
        }
        return chosen;
    }
}
