package org.warmplan.certify;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.problem.GpuSpec;

/**
 * What happens on a gpu: the difference of two multisets, so that order says nothing.
 *
 * @param added replicas that are not warm there now
 * @param removed what is warm there now and goes
 */
record Change(List<String> added, List<String> removed) {
    static Change of(GpuSpec gpu, List<String> replicas) {
        return new Change(without(replicas, gpu.current()), without(gpu.current(), replicas));
    }

    /** Changed slots. */
    int slots() {
        return Math.max(added.size(), removed.size());
    }

    private static List<String> without(List<String> from, List<String> taken) {
        List<String> rest = new ArrayList<>(from);
        taken.forEach(rest::remove);
        return rest;
    }
}
