package org.warmplan.plan;

import java.util.List;
import java.util.Map;
import org.warmplan.problem.WorkloadSpec;

/** A workload as the search sees it: compared by identity, its curve summed up beforehand. */
public final class Candidate {
    private final WorkloadSpec spec;
    private final int index;
    private final long[] sums;

    Candidate(WorkloadSpec spec, int index) {
        this.spec = spec;
        this.index = index;
        this.sums = sums(spec.marginal());
    }

    String id() {
        return spec.id();
    }

    int index() {
        return index;
    }

    WorkloadSpec spec() {
        return spec;
    }

    /** F_w: gwei per week of the first {@code units} units. */
    long worth(long units) {
        return sums[(int) Math.min(units, sums.length - 1)];
    }

    /** Gwei per week of unit number {@code units}, counted from 1; 0 past the curve's end. */
    long marginal(long units) {
        return worth(units) - worth(units - 1);
    }

    /** Units past which more bring nothing. */
    int curveLength() {
        return sums.length - 1;
    }

    boolean hostedBy(Card card) {
        Long need = spec.vramMib().get(card.gpuClass());
        return need != null && need <= card.room();
    }

    long vramOn(Card card) {
        return spec.vramMib().getOrDefault(card.gpuClass(), Long.MAX_VALUE);
    }

    int unitsOn(Card card) {
        return spec.unitsOn(card.gpuClass());
    }

    long linearOn(Card card) {
        return spec.linearOn(card.gpuClass());
    }

    static long[] sums(List<Long> marginal) {
        long[] sums = new long[marginal.size() + 1];
        for (int k = 0; k < marginal.size(); k++) {
            sums[k + 1] = sums[k] + marginal.get(k);
        }
        return sums;
    }

    static Candidate[] of(List<WorkloadSpec> specs, Map<String, Candidate> byId) {
        Candidate[] all = new Candidate[specs.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Candidate(specs.get(i), i);
            byId.put(specs.get(i).id(), all[i]);
        }
        return all;
    }

    @Override
    public String toString() {
        return spec.id();
    }
}
