package org.warmplan.certify;

import java.util.Collections;
import java.util.List;

/**
 * What gpus must have in common to be worth the same. Workloads are numbers; all lists ascend.
 *
 * @param room MiB for replicas, from 0
 * @param current what is warm now
 * @param forbidden on the gpu or its worker; what is in {@code current} is allowed all the same
 * @param pins workloads demanded there, once per replica
 */
record GpuKind(int gpuClass, int slots, long room, List<Integer> current, List<Integer> forbidden, List<Integer> pins) {
    boolean allows(int workload) {
        return Collections.binarySearch(forbidden, workload) < 0 || Collections.binarySearch(current, workload) >= 0;
    }

    int currently(int workload) {
        return Collections.frequency(current, workload);
    }

    int pinned(int workload) {
        return Collections.frequency(pins, workload);
    }

    /** The same without what is warm and demanded. */
    GpuKind bare() {
        return new GpuKind(gpuClass, slots, room, List.of(), forbidden, List.of());
    }

    /** The most replicas of a workload that this gpu adds to N_c of DESIGN "Bound". */
    long capacity(Priced priced, int workload) {
        if (!priced.hosts(gpuClass, workload) || !allows(workload)) {
            return 0;
        }
        long need = priced.vram(workload, gpuClass);
        return need == 0 ? slots : Math.min(slots, room / need);
    }
}
