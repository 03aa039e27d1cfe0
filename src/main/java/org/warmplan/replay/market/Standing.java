package org.warmplan.replay.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who offers what, and at which price, in one week. It holds from the week's start, or from the end of a restart then. */
public final class Standing {
    private final int week;
    private final List<WarmSet> sets;
    private final List<Boolean> restarted;
    private final double[][] weiPerUnit;

    /**
     * @param sets by node
     * @param restarted by node: whether it restarted at the week's start
     * @param weiPerUnit by node and workload: the configured price in wei per unit, whether it offers it or not
     */
    Standing(int week, List<WarmSet> sets, List<Boolean> restarted, double[][] weiPerUnit) {
        this.week = week;
        this.sets = List.copyOf(sets);
        this.restarted = List.copyOf(restarted);
        this.weiPerUnit = Arrays.stream(weiPerUnit).map(double[]::clone).toArray(double[][]::new);
    }

    /** Counted from 0. */
    public int week() {
        return week;
    }

    /** What each node offers. */
    public List<WarmSet> sets() {
        return sets;
    }

    /** What a node offers. */
    public WarmSet set(int node) {
        return sets.get(node);
    }

    /** Whether a node restarted at the week's start, with new models or without. */
    public boolean isRestarted(int node) {
        return restarted.get(node);
    }

    /** The configured price in wei per unit. The advertised one is {@link MarketNode#overhead} times that. */
    public double weiPerUnit(int node, int workload) {
        return weiPerUnit[node][workload];
    }

    /** The same with other sets on some nodes; a node whose set differs restarts. */
    Standing withSets(List<Integer> nodes, List<WarmSet> others) {
        List<WarmSet> newSets = new ArrayList<>(sets);
        List<Boolean> newRestarted = new ArrayList<>(restarted);
        for (int k = 0; k < nodes.size(); k++) {
            WarmSet old = newSets.set(nodes.get(k), others.get(k));
            if (!old.equals(others.get(k))) {
                newRestarted.set(nodes.get(k), true);
            }
        }
        return new Standing(week, newSets, newRestarted, weiPerUnit);
    }

    /** The same, but that some nodes did not restart. */
    Standing withoutRestart(List<Integer> nodes) {
        List<Boolean> newRestarted = new ArrayList<>(restarted);
        nodes.forEach(node -> newRestarted.set(node, false));
        return new Standing(week, sets, newRestarted, weiPerUnit);
    }
}
