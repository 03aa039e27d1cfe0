package org.warmplan.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.warmplan.problem.GpuSpec;

/** A gpu as the search sees it: compared by identity. */
public final class Card {
    private final GpuSpec spec;
    private final Rig rig;
    private final int index;
    private final int place;
    private final long room;
    private final List<Candidate> current;
    private final List<Candidate> allowed = new ArrayList<>();

    Card(GpuSpec spec, Rig rig, int index, long classVramMib, List<Candidate> current) {
        this.spec = spec;
        this.rig = rig;
        this.index = index;
        this.place = rig.cards().size();
        this.room = Math.max(0, classVramMib - spec.reservedMib());
        this.current = List.copyOf(current);
    }

    void allow(Candidate[] candidates) {
        for (Candidate candidate : candidates) {
            if (candidate.hostedBy(this) && !isForbidden(candidate)) {
                allowed.add(candidate);
            }
        }
    }

    String id() {
        return spec.id();
    }

    GpuSpec spec() {
        return spec;
    }

    Rig rig() {
        return rig;
    }

    /** Position among all gpus of the problem. */
    int index() {
        return index;
    }

    /** Position among the gpus of its worker. */
    int place() {
        return place;
    }

    String gpuClass() {
        return spec.gpuClass();
    }

    int slots() {
        return spec.slots();
    }

    /** MiB that replicas may fill. */
    long room() {
        return room;
    }

    List<Candidate> current() {
        return current;
    }

    /** What may stand on this card at all, in the problem's order. */
    List<Candidate> allowed() {
        return Collections.unmodifiableList(allowed);
    }

    /** Forbidden here or on the worker, and not warm here now. */
    boolean isForbidden(Candidate candidate) {
        return !current.contains(candidate)
                && (spec.forbid().contains(candidate.id())
                        || rig.spec().forbid().contains(candidate.id()));
    }

    /** Replicas in {@code now} that are not in the current state, each as often as it is new. */
    List<Candidate> added(List<Candidate> now) {
        return without(now, current);
    }

    /** Changed slots when the card holds {@code now}: a swap is one, reordering none. */
    int changedSlots(List<Candidate> now) {
        return Math.max(added(now).size(), without(current, now).size());
    }

    private static List<Candidate> without(List<Candidate> all, List<Candidate> taken) {
        List<Candidate> rest = new ArrayList<>(all);
        taken.forEach(rest::remove);
        return rest;
    }

    @Override
    public String toString() {
        return spec.id();
    }
}
