package org.warmplan.replay.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The best choice for one machine when every container of a workload is worth the same on any card that it fits: the most
 * valuable containers first, each taken when all taken so far still find cards together. Sets that find cards together
 * are a transversal matroid, so this greedy choice is the best there is.
 */
final class BestFill {
    private record Step(int workload, double gwei) {}

    private final List<MarketWorkload> workloads;
    private final List<MarketCard> cards;
    /* By card: the workload on it. */
    private final int[] on;

    private BestFill(List<MarketWorkload> workloads, List<MarketCard> cards) {
        this.workloads = workloads;
        this.cards = cards;
        on = new int[cards.size()];
        Arrays.fill(on, WarmSet.NONE);
    }

    /** What to have warm on the first of our nodes. */
    static WarmSet of(Cast cast, WhatIf curves) {
        MarketNode own = cast.nodes().get(cast.nodesOf(Cast.SELF).get(0));
        BestFill fill = new BestFill(cast.workloads(), own.cards());
        List<Step> steps = new ArrayList<>();
        for (int w = 0; w < cast.workloads().size(); w++) {
            for (int k = 1; k <= WhatIf.MOST; k++) {
                steps.add(new Step(w, curves.marginal(w, k)));
            }
        }
        // The sort is stable: of equal steps of a workload the first comes first.
        steps.sort(Comparator.comparingDouble(Step::gwei).reversed());
        for (Step step : steps) {
            if (step.gwei() > 0) {
                fill.place(step.workload(), new boolean[own.cards().size()]);
            }
        }
        return new WarmSet(IntStream.of(fill.on).boxed().toList(), List.of());
    }

    /** Finds a card, moving others to other cards where that helps. */
    private boolean place(int workload, boolean[] tried) {
        for (int card = 0; card < on.length; card++) {
            if (tried[card] || !Fitting.fits(workloads.get(workload), cards.get(card))) {
                continue;
            }
            tried[card] = true;
            if (on[card] == WarmSet.NONE || place(on[card], tried)) {
                on[card] = workload;
                return true;
            }
        }
        return false;
    }
}
