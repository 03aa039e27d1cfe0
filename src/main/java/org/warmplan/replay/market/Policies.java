package org.warmplan.replay.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Simple ways to fill our own machine, for others to be measured against. */
public final class Policies {
    private final Market market;
    private final long seed;
    private final Map<Integer, WarmSet> best = new HashMap<>();

    /** @param market played at least as far as the weeks asked for */
    public Policies(Market market, long seed) {
        this.market = market;
        this.seed = seed;
    }

    /**
     * What would have been best in a week, known only when it is over: of the two choices that the week's curves of income
     * suggest, with regard to which card is how fast and without, the one that really earns more.
     */
    public WarmSet hindsight(int week) {
        return best.computeIfAbsent(week, w -> {
            WhatIf curves = WhatIf.of(market, w);
            WarmSet byCard = BestFill.of(market.cast(), curves, true);
            WarmSet anyCard = BestFill.of(market.cast(), curves, false);
            return byCard.equals(anyCard) || gwei(w, byCard) >= gwei(w, anyCard) ? byCard : anyCard;
        });
    }

    private double gwei(int week, WarmSet set) {
        return market.again(week, List.of(set), List.of(set)).wei(Cast.SELF) / 1e9;
    }

    /** What would have been best in the week before. */
    public WarmSet keepLastWeek(int week) {
        return hindsight(week - 1);
    }

    /** Any workload that is known by then on every card that it fits. */
    public WarmSet random(int week) {
        Cast cast = market.cast();
        Dice dice = new Dice(seed, 20, week);
        List<Integer> byCard = new ArrayList<>();
        for (MarketCard card : cast.nodes().get(market.ownNodes().get(0)).cards()) {
            List<Integer> fitting = new ArrayList<>();
            for (int w = 0; w < cast.workloads().size(); w++) {
                MarketWorkload workload = cast.workloads().get(w);
                if (workload.bornWeek() <= week && !workload.isNoop() && Fitting.fits(workload, card)) {
                    fitting.add(w);
                }
            }
            byCard.add(fitting.isEmpty() ? WarmSet.NONE : dice.any(fitting));
        }
        return new WarmSet(byCard, List.of());
    }
}
