package org.warmplan.replay.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What the other orchestrators do: each thinks again now and then, of a few cards, by figures that are weeks old and
 * noisy: what a container of each workload earned, and what was asked for in vain where a source saw it.
 */
final class Rivals {
    private static final double RESTART = 0.03;
    private static final double COLD = 0.25;
    private static final double FREE = 0.06;

    /** Part of the mean income that counts for a workload of which nothing is hoped. */
    private static final double HOBBY = 0.1;

    private final Cast cast;
    private final long seed;
    /* By orchestrator. */
    private final double[] thinking;
    private final int[] delay;
    private final double[] noise;

    Rivals(Cast cast, long seed) {
        this.cast = cast;
        this.seed = seed;
        Dice dice = new Dice(seed, 2);
        int count = cast.orchestrators().size();
        thinking = new double[count];
        delay = new int[count];
        noise = new double[count];
        for (int o = 0; o < count; o++) {
            thinking[o] = dice.ratio(0.03, 0.4);
            delay[o] = dice.whole(1, 3);
            noise[o] = dice.between(0.4, 1.2);
        }
    }

    /** What everybody has in the first week: mostly what is asked for most, by guess. */
    List<WarmSet> begin(double[] weeklyGwei) {
        List<WarmSet> sets = new ArrayList<>();
        double hobby = HOBBY * Arrays.stream(weeklyGwei).average().orElse(0);
        for (int n = 0; n < cast.nodes().size(); n++) {
            Dice dice = new Dice(seed, 3, n);
            MarketNode node = cast.nodes().get(n);
            List<Integer> byCard = new ArrayList<>();
            for (MarketCard card : node.cards()) {
                double[] weights = new double[weeklyGwei.length];
                boolean free = node.orchestrator() != Cast.SELF && dice.chance(FREE);
                for (int w = 0; w < weights.length; w++) {
                    boolean offered = weeklyGwei[w] > 0 && fits(node, card, w);
                    weights[w] = offered && !free ? Math.pow(weeklyGwei[w] + hobby, 0.7) * dice.factor(0.7) : 0;
                }
                byCard.add(choose(dice, weights));
            }
            sets.add(new WarmSet(byCard, cold(dice, node, byCard, weeklyGwei)));
        }
        return sets;
    }

    /** A node with a card left free lists some models cold that fit there. */
    private List<Integer> cold(Dice dice, MarketNode node, List<Integer> byCard, double[] weeklyGwei) {
        if (!byCard.contains(WarmSet.NONE) && !dice.chance(COLD / 4)) {
            return List.of();
        }
        TreeSet<Integer> cold = new TreeSet<>();
        for (int w = 0; w < weeklyGwei.length; w++) {
            int workload = w;
            boolean everywhere = node.cards().stream().allMatch(card -> fits(node, card, workload));
            if (weeklyGwei[w] > 0 && everywhere && !byCard.contains(w) && dice.chance(COLD)) {
                cold.add(w);
            }
        }
        return List.copyOf(cold);
    }

    /** What everybody has in the next week. */
    Standing next(Standing last, List<WeekLog> logs, Prices prices) {
        int week = last.week() + 1;
        List<WarmSet> sets = new ArrayList<>();
        List<Boolean> restarted = new ArrayList<>();
        for (int n = 0; n < cast.nodes().size(); n++) {
            int orchestrator = cast.nodes().get(n).orchestrator();
            boolean thinks =
                    orchestrator != Cast.SELF && new Dice(seed, 4, week, orchestrator).chance(thinking[orchestrator]);
            WarmSet set = last.set(n);
            if (thinks) {
                set = rethink(n, set, logs.get(Math.max(0, logs.size() - delay[orchestrator])), week);
            }
            sets.add(set);
            boolean byChance = orchestrator != Cast.SELF && new Dice(seed, 5, week, n).chance(RESTART);
            restarted.add(byChance || !set.equals(last.set(n)));
        }
        return new Standing(week, sets, restarted, prices.week(week));
    }

    private WarmSet rethink(int n, WarmSet set, WeekLog log, int week) {
        MarketNode node = cast.nodes().get(n);
        Dice dice = new Dice(seed, 6, week, n);
        double[] figures = figures(log, dice, noise[node.orchestrator()]);
        List<Integer> byCard = new ArrayList<>(set.byCard());
        int changes = dice.whole(1, Math.max(1, byCard.size() / 3));
        for (int k = 0; k < changes; k++) {
            int card = worst(byCard, figures);
            double[] weights = new double[figures.length];
            for (int w = 0; w < weights.length; w++) {
                weights[w] = fits(node, node.cards().get(card), w) ? Math.pow(figures[w], 2) : 0;
            }
            int chosen = choose(dice, weights);
            double now = byCard.get(card) == WarmSet.NONE ? 0 : figures[byCard.get(card)];
            if (chosen != WarmSet.NONE && figures[chosen] > now) {
                byCard.set(card, chosen);
                figures[chosen] *= 0.6;
            }
        }
        List<Integer> cold =
                set.cold().stream().filter(w -> !byCard.contains(w)).toList();
        return new WarmSet(byCard, cold);
    }

    /** Gwei per container and week, as told: from what was earned, and half of what was asked for in vain in sight. */
    private double[] figures(WeekLog log, Dice dice, double spread) {
        int count = cast.workloads().size();
        double[] gwei = new double[count];
        double[] containers = new double[count];
        for (int offer = 0; offer < log.offers(); offer++) {
            gwei[log.offerWorkload(offer)] += log.offerWei(offer) / 1e9;
            containers[log.offerWorkload(offer)]++;
        }
        for (int w = 0; w < count; w++) {
            MarketWorkload workload = cast.workloads().get(w);
            double each = workload.unitsPerCall() * workload.usualWeiPerUnit() / 1e9;
            gwei[w] = (gwei[w] + each * unmetInSight(log, w) / 2) / (containers[w] + 1) * dice.factor(spread);
        }
        return gwei;
    }

    private long unmetInSight(WeekLog log, int workload) {
        long unmet = 0;
        for (int g = 0; g < cast.gateways().size(); g++) {
            MarketGateway gateway = cast.gateways().get(g);
            if (gateway.org() != null && !gateway.loadTester()) {
                for (int hour = 0; hour < WeekLog.HOURS; hour++) {
                    unmet += log.unmet(g, workload, hour);
                }
            }
        }
        return unmet;
    }

    private static int worst(List<Integer> byCard, double[] figures) {
        int worst = 0;
        for (int card = 1; card < byCard.size(); card++) {
            if (figure(byCard.get(card), figures) < figure(byCard.get(worst), figures)) {
                worst = card;
            }
        }
        return worst;
    }

    private static double figure(int workload, double[] figures) {
        return workload == WarmSet.NONE ? -1 : figures[workload];
    }

    private static int choose(Dice dice, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum > 0 ? dice.weighted(weights) : WarmSet.NONE;
    }

    private boolean fits(MarketNode node, MarketCard card, int w) {
        MarketWorkload workload = cast.workloads().get(w);
        return Fitting.fits(workload, card) && !(workload.isLive() && node.split());
    }
}
