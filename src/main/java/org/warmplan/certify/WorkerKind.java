package org.warmplan.certify;

import java.util.List;

/**
 * What workers must have in common to be worth the same.
 *
 * @param freeSlot gwei of the first, second ... free slot, without zeros at the end
 * @param gpus in the worker's order where that matters
 * @param pins workloads demanded anywhere on the worker, once per replica
 */
record WorkerKind(boolean prefix, List<Long> freeSlot, long reloadCost, List<GpuKind> gpus, List<Integer> pins) {
    int slots() {
        return gpus.stream().mapToInt(GpuKind::slots).sum();
    }
}
