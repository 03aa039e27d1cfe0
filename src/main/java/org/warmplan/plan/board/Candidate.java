package org.warmplan.plan.board;

import java.util.List;
import org.warmplan.problem.WorkloadSpec;

/** A workload as the planner sees it: compared by identity, its curve summed up and its figures by class at hand. */
public final class Candidate {
    /** The need of a workload on a class that cannot host it. */
    static final long CANNOT = Long.MAX_VALUE;

    private final WorkloadSpec spec;
    private final int index;
    private final long[] sums;
    private final long[] vram;
    private final int[] units;
    private final long[] linear;

    Candidate(WorkloadSpec spec, int index, List<String> classes) {
        this.spec = spec;
        this.index = index;
        this.sums = sums(spec.marginal());
        this.vram = classes.stream()
                .mapToLong(c -> spec.vramMib().getOrDefault(c, CANNOT))
                .toArray();
        this.units = classes.stream().mapToInt(spec::unitsOn).toArray();
        this.linear = classes.stream().mapToLong(spec::linearOn).toArray();
    }

    public String id() {
        return spec.id();
    }

    /** Position among all workloads of the problem. */
    public int index() {
        return index;
    }

    public int minReplicas() {
        return spec.minReplicas();
    }

    public int maxReplicas() {
        return spec.maxReplicas();
    }

    /** Gwei for each replica on a card that does not hold it now. */
    public long changeCost() {
        return spec.changeCost();
    }

    /** F_w: gwei per week of the first {@code units} units. */
    public long worth(long units) {
        return sums[(int) Math.min(units, sums.length - 1)];
    }

    /** What {@code more} units add where {@code units} are there already; of any sign of {@code more}. */
    public long gain(long units, long more) {
        return worth(units + more) - worth(units);
    }

    /** Units past which more bring nothing. */
    public int curveLength() {
        return sums.length - 1;
    }

    /** Whether it runs on cards of this class at all. */
    public boolean runsOn(int gpuClass) {
        return vram[gpuClass] != CANNOT;
    }

    public boolean hostedBy(Card card) {
        return vram[card.classIndex()] <= card.room();
    }

    public long vramOn(int gpuClass) {
        return vram[gpuClass];
    }

    public int unitsOn(int gpuClass) {
        return units[gpuClass];
    }

    public long linearOn(int gpuClass) {
        return linear[gpuClass];
    }

    static long[] sums(List<Long> marginal) {
        long[] sums = new long[marginal.size() + 1];
        for (int k = 0; k < marginal.size(); k++) {
            sums[k + 1] = sums[k] + marginal.get(k);
        }
        return sums;
    }

    @Override
    public String toString() {
        return spec.id();
    }
}
