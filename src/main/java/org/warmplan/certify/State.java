package org.warmplan.certify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first gpus filled in one way: the best of all ways that leave the same to decide.
 *
 * @param key what the rest depends on
 * @param sum what is decided, in 1/scale gwei at the prices
 * @param surplus Σ S_w of what can still come of it
 * @param filling of the last gpu
 * @param before the gpus before that; null at the start
 */
record State(
        Key key,
        Exact sum,
        Exact surplus,
        @Nullable Filling filling,
        @Nullable State before) {
    /**
     * What the rest depends on.
     *
     * @param replicas workload and class of each replica so far as one number, ascending
     * @param missing workloads that the worker's pins still demand
     * @param held replicas on the worker so far
     * @param changed whether the worker has a changed slot
     * @param changes changed slots in all; 0 where no limit counts them
     */
    record Key(List<Integer> replicas, List<Integer> missing, int held, boolean changed, long changes) {}
}
