package org.warmplan.problem;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One card of a worker.
 *
 * @param gpuClass id of its class
 * @param slots containers it may hold, 1 to 10,000
 * @param reservedMib VRAM that something else on the card uses
 * @param current what is warm on it now, empty slots left out; it may stay whatever {@code forbid} says
 * @param forbid workloads not allowed on this card, except those in {@code current}
 */
public record GpuSpec(
        String id,
        String worker,
        String gpuClass,
        int slots,
        long reservedMib,
        List<String> current,
        SortedSet<String> forbid) {
    public GpuSpec {
        Limits.id("gpu", id);
        Limits.between("slots of gpu " + id, slots, 1, Limits.MAX_UNITS);
        Limits.amount("reservedMib of gpu " + id, reservedMib);
        current = List.copyOf(current);
        if (current.size() > slots) {
            throw new IllegalArgumentException(
                    "The gpu %s has %d slots but %d current workloads.".formatted(id, slots, current.size()));
        }
        forbid = Collections.unmodifiableSortedSet(new TreeSet<>(forbid));
    }
}
