package org.warmplan.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.Keep;
import org.warmplan.fleet.Pin;
import org.warmplan.value.CurrentState;
import org.warmplan.value.Curve;
import org.warmplan.value.ValuedWorkload;

/** Says of every workload on a worker what happens to it and why. */
final class Reasons {
    private final Fleet fleet;
    private final CurrentState current;
    private final SortedMap<Workload, ValuedWorkload> valued;
    private final Choice choice;
    private final Money money;

    Reasons(Fleet fleet, CurrentState current, SortedMap<Workload, ValuedWorkload> valued, Choice choice, Money money) {
        this.fleet = fleet;
        this.current = current;
        this.valued = valued;
        this.choice = choice;
        this.money = money;
    }

    private static final class Tally {
        private int before;
        private int now;
        private int stay;
    }

    /** Changes of one worker: first what is warmed, then moved, cooled and kept, each by workload. */
    List<Change> changes(WorkerPlan plan) {
        SortedMap<Workload, Tally> tallies = new TreeMap<>();
        Map<String, List<Workload>> nowOn = new LinkedHashMap<>();
        for (SlotPlan slot : plan.slots()) {
            nowOn.computeIfAbsent(slot.gpuId(), g -> new ArrayList<>());
            if (slot.workload() != null) {
                nowOn.get(slot.gpuId()).add(slot.workload());
            }
        }
        // Which container of a card holds what makes no difference, so each card counts as a whole.
        nowOn.forEach((gpu, now) -> count(tallies, current.warmOn(gpu), now));
        List<Change> changes = new ArrayList<>();
        tallies.forEach((workload, tally) -> add(changes, plan, workload, tally));
        changes.sort(Comparator.comparing(Change::kind, Comparator.comparingInt(Reasons::rank))
                .thenComparing(Change::workload));
        return changes;
    }

    private static void count(SortedMap<Workload, Tally> tallies, List<Workload> before, List<Workload> now) {
        List<Workload> gone = new ArrayList<>(before);
        for (Workload workload : now) {
            Tally tally = tallies.computeIfAbsent(workload, w -> new Tally());
            tally.now++;
            if (gone.remove(workload)) {
                tally.stay++;
            }
        }
        before.forEach(workload -> tallies.computeIfAbsent(workload, w -> new Tally()).before++);
    }

    private static int rank(Change.Kind kind) {
        return List.of(Change.Kind.WARMED, Change.Kind.MOVED, Change.Kind.COOLED, Change.Kind.KEPT)
                .indexOf(kind);
    }

    private void add(List<Change> changes, WorkerPlan plan, Workload workload, Tally tally) {
        int moved = Math.min(tally.before, tally.now) - tally.stay;
        int warmed = tally.now - tally.stay - moved;
        int cooled = tally.before - tally.stay - moved;
        String worker = plan.worker().name();
        if (warmed > 0) {
            changes.add(new Change(Change.Kind.WARMED, workload, worker, warmed, warmed(plan, workload)));
        }
        if (moved > 0) {
            String reason = isPinned(plan, workload, Keep.WARM)
                    ? "You pinned it warm there."
                    : "It goes to another card, so that the cards together hold what is worth most.";
            changes.add(new Change(Change.Kind.MOVED, workload, worker, moved, reason));
        }
        if (cooled > 0) {
            changes.add(new Change(Change.Kind.COOLED, workload, worker, cooled, cooled(plan, workload)));
        }
        if (tally.stay > 0) {
            changes.add(new Change(Change.Kind.KEPT, workload, worker, tally.stay, kept(plan, workload)));
        }
    }

    private String warmed(WorkerPlan plan, Workload workload) {
        if (isPinned(plan, workload, Keep.WARM)) {
            return "You pinned it warm. " + worth(workload);
        }
        return worth(workload) + runnerUp(plan, workload);
    }

    private String cooled(WorkerPlan plan, Workload workload) {
        if (isPinned(plan, workload, Keep.NEVER) || isPinned(plan, workload, Keep.COLD)) {
            return "You pinned it %s.".formatted(isPinned(plan, workload, Keep.NEVER) ? "never" : "cold");
        }
        if (current.isExternal(plan.worker().name(), workload)) {
            return "Its entry with a url answers all its jobs, so its own container never served one.";
        }
        if (plan.worker().isRemote() && workload.pipeline().isLive()) {
            return "go-livepeer sends no live video to remote workers, so it never served a stream there.";
        }
        List<String> instead = new ArrayList<>(new TreeSet<>(plan.slots().stream()
                .filter(s -> workload.equals(s.before()) && s.workload() != null && !workload.equals(s.workload()))
                .map(s -> String.valueOf(s.workload()))
                .toList()));
        String place =
                instead.isEmpty() ? "Its card stays free." : "Its card goes to " + String.join(", ", instead) + ".";
        return place + " " + worth(workload);
    }

    private String kept(WorkerPlan plan, Workload workload) {
        if (isPinned(plan, workload, Keep.WARM)) {
            return "You pinned it warm. " + worth(workload);
        }
        ValuedWorkload known = valued.get(workload);
        if (known == null || !known.isValued()) {
            return "Its worth is not known, and what runs is not replaced by guess (policy evictUnknown: false).";
        }
        if (choice.isKept()
                && !choice.best().assignment().equals(choice.published().assignment())) {
            return "The best change would gain %s a week, less than the %s that make a restart worth it."
                    .formatted(money.eth(choice.gain().orElse(0)), money.eth(choice.minimumGain()));
        }
        return worth(workload) + runnerUp(plan, workload);
    }

    private String worth(Workload workload) {
        Optional<ValuedWorkload> known = Optional.ofNullable(valued.get(workload));
        if (known.isEmpty() || !known.get().isValued()) {
            return "Its worth is not known.";
        }
        Curve curve = known.get().curve();
        long first = curve.marginal().isEmpty() ? 0 : Collections.max(curve.marginal());
        int rivals = known.get().warmRivals();
        String others = rivals == 0
                ? "nobody else has it warm"
                : rivals == 1 ? "one other has it warm" : rivals + " others have it warm";
        return "A first replica is worth about %s a week (%s to %s); %s."
                .formatted(
                        money.both(first),
                        money.eth(curve.low().amount()),
                        money.eth(curve.high().amount()),
                        others);
    }

    private String runnerUp(WorkerPlan plan, Workload workload) {
        Optional<SlotPlan> slot =
                plan.slots().stream().filter(s -> workload.equals(s.workload())).findFirst();
        Long flip = slot.map(SlotPlan::flipPrice).orElse(null);
        Workload next = slot.map(SlotPlan::runnerUp).orElse(null);
        if (flip == null) {
            return "";
        }
        return next == null
                ? " Nothing else would come in its place."
                : " Next would be %s, %s a week less.".formatted(next, money.eth(flip));
    }

    private boolean isPinned(WorkerPlan plan, Workload workload, Keep keep) {
        return fleet.pins().stream()
                .filter(pin -> pin.workload().equals(workload) && pin.keep() == keep)
                .map(Pin::worker)
                .anyMatch(
                        worker -> worker == null || worker.equals(plan.worker().name()));
    }
}
