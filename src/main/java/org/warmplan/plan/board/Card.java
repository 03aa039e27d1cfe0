package org.warmplan.plan.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.warmplan.problem.GpuSpec;

/** A gpu as the planner sees it: compared by identity. */
public final class Card {
    private final GpuSpec spec;
    private final Rig rig;
    private final int index;
    private final int place;
    private final int classIndex;
    private final long room;
    private final List<Candidate> current;
    private List<Candidate> allowed = List.of();

    Card(GpuSpec spec, Rig rig, int index, int classIndex, long classVramMib, List<Candidate> current) {
        this.spec = spec;
        this.rig = rig;
        this.index = index;
        this.place = rig.cards().size();
        this.classIndex = classIndex;
        this.room = Math.max(0, classVramMib - spec.reservedMib());
        this.current = List.copyOf(current);
    }

    void allow(List<Candidate> candidates) {
        allowed = candidates;
    }

    public String id() {
        return spec.id();
    }

    public GpuSpec spec() {
        return spec;
    }

    public Rig rig() {
        return rig;
    }

    /** Position among all gpus of the problem. */
    public int index() {
        return index;
    }

    /** Position among the gpus of its worker. */
    public int place() {
        return place;
    }

    /** Position of its class among the classes of the problem. */
    public int classIndex() {
        return classIndex;
    }

    public int slots() {
        return spec.slots();
    }

    /** MiB that replicas may fill. */
    public long room() {
        return room;
    }

    public List<Candidate> current() {
        return current;
    }

    /** What may stand on this card at all, in the problem's order; the same list for all cards alike. */
    public List<Candidate> allowed() {
        return allowed;
    }

    /** Forbidden here or on the worker, and not warm here now. */
    public boolean isForbidden(Candidate candidate) {
        return (spec.forbid().contains(candidate.id()) || rig.spec().forbid().contains(candidate.id()))
                && !current.contains(candidate);
    }

    /** Replicas in {@code now} that are not in the current state, each as often as it is new. */
    public List<Candidate> added(List<Candidate> now) {
        return without(now, current);
    }

    /** Changed slots when the card holds {@code now}: a swap is one, reordering none. */
    public int changedSlots(List<Candidate> now) {
        int kept = now.size() - added(now).size();
        return Math.max(now.size(), current.size()) - kept;
    }

    /** Gwei for bringing what {@code now} adds. */
    public long changeCosts(List<Candidate> now) {
        long costs = 0;
        for (Candidate candidate : added(now)) {
            costs += candidate.changeCost();
        }
        return costs;
    }

    /** Most replicas of a workload that may stand here together; 0 where it may not stand at all. */
    public long most(Candidate candidate) {
        return allowed.contains(candidate) ? mostOf(candidate) : 0;
    }

    /** The same of a workload that may stand here. */
    public long mostOf(Candidate candidate) {
        long need = candidate.vramOn(classIndex);
        return need == 0 ? slots() : Math.min(slots(), room / need);
    }

    /** MiB that these replicas need here; {@link Long#MAX_VALUE} when one of them cannot run on this class. */
    public long need(List<Candidate> replicas) {
        long need = 0;
        for (Candidate candidate : replicas) {
            if (!candidate.runsOn(classIndex)) {
                return Long.MAX_VALUE;
            }
            need += candidate.vramOn(classIndex);
        }
        return need;
    }

    private static List<Candidate> without(List<Candidate> all, List<Candidate> taken) {
        if (all.isEmpty() || taken.isEmpty()) {
            return all;
        }
        List<Candidate> rest = new ArrayList<>(all);
        taken.forEach(rest::remove);
        return Collections.unmodifiableList(rest);
    }

    @Override
    public String toString() {
        return spec.id();
    }
}
