package org.warmplan.problem;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A go-livepeer process with its cards.
 *
 * @param reloadCost gwei, paid once when any slot of the worker changes
 * @param prefix whether filled slots must follow the worker's slot order without gaps
 * @param freeSlot gwei per week that the first, second ... free slot earns; never rises
 * @param forbid workloads not allowed on this worker, except where they are warm now
 */
public record WorkerSpec(String id, long reloadCost, boolean prefix, List<Long> freeSlot, SortedSet<String> forbid) {
    public WorkerSpec {
        Limits.id("worker", id);
        Limits.amount("reloadCost of worker " + id, reloadCost);
        freeSlot = List.copyOf(freeSlot);
        Limits.falling("freeSlot of worker " + id, freeSlot);
        forbid = Collections.unmodifiableSortedSet(new TreeSet<>(forbid));
    }
}
