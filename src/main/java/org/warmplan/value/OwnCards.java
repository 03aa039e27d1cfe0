package org.warmplan.value;

import java.util.SortedSet;
import java.util.TreeSet;
import org.warmplan.fleet.Fleet;

/**
 * What we have to serve with, as far as values depend on it.
 *
 * @param slots most replicas of one workload
 * @param nodes processes that gateways keep a session with, from 1: each combined worker, and one for all remote ones
 * @param gpuNames names of our cards
 */
public record OwnCards(int slots, int nodes, SortedSet<String> gpuNames) {
    public OwnCards {
        gpuNames = new TreeSet<>(gpuNames);
    }

    /** Reference cards in one process. */
    public static OwnCards of(int slots) {
        return new OwnCards(slots, 1, new TreeSet<>());
    }

    /** The cards of a fleet. */
    public static OwnCards of(Fleet fleet) {
        SortedSet<String> names = new TreeSet<>();
        fleet.workers().forEach(worker -> worker.gpus().forEach(gpu -> names.add(gpu.name())));
        int remote = fleet.remoteWorkers().size();
        return new OwnCards(fleet.slots(), fleet.workers().size() - remote + (remote > 0 ? 1 : 0), names);
    }
}
