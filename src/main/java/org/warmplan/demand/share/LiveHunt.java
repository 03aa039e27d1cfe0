package org.warmplan.demand.share;

import java.util.Arrays;
import java.util.List;

/** Live video as one more seller would meet it, whose place in the order is not known: what it carries behind any of the others. */
public final class LiveHunt {
    private static final double NEVER = 1e-6;

    private final LiveShares shares;
    private final double load;
    private final HuntStep[] others;
    private final int[] ends;
    private final double[][][] taken;
    private final double[][] exhausted;

    /**
     * A hunt without the one to be placed.
     *
     * @param containers of each other, the nearest first; none less than 1
     * @param load streams under way at once if none were lost, above 0
     */
    public LiveHunt(LiveShares shares, List<Integer> containers, double load) {
        this.shares = shares;
        this.load = load;
        int count = containers.size();
        others = new HuntStep[count];
        ends = new int[count];
        int before = 0;
        for (int k = 0; k < count; k++) {
            others[k] = shares.step(before, containers.get(k), load);
            before += containers.get(k);
            ends[k] = before;
        }
        taken = new double[count + 1][][];
        exhausted = new double[count + 1][shares.phases()];
        settle();
    }

    private void settle() {
        taken[0] = new double[shares.phases()][1];
        Arrays.fill(exhausted[others.length], 1);
        if (others.length > 0) {
            exhausted[others.length - 1] = exhausted[others.length];
            LiveShares.settle(Arrays.asList(others), Arrays.copyOf(exhausted, others.length), taken);
        }
    }

    /**
     * What it carries.
     *
     * @param place others asked before it, from 0 to all of them
     * @param containers its own, from 1
     */
    public double carried(int place, int containers) {
        if (place > 0 && Arrays.stream(others[place - 1].passed()).sum() < NEVER) {
            return 0;
        }
        HuntStep own = shares.step(place == 0 ? 0 : ends[place - 1], containers, load);
        double[] behind = exhausted[others.length];
        if (place < others.length) {
            behind = new double[shares.phases()];
            double[] here = place == 0 ? everything() : others[place - 1].passed();
            double[] last = others[others.length - 1].passed();
            for (int phase = 0; phase < shares.phases(); phase++) {
                double passed = here[phase];
                behind[phase] = passed > 1e-14 ? Math.min(1, last[phase] / passed) : 0;
            }
        }
        own.settle(taken[place], behind);
        return own.carried();
    }

    private double[] everything() {
        double[] all = new double[shares.phases()];
        Arrays.fill(all, 1.0 / shares.phases());
        return all;
    }
}
