package org.warmplan.plan.search;

import static org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore.ONE_HARD;
import static org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore.ONE_SOFT;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.count;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sum;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sumLong;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.toList;
import static org.optaplanner.core.api.score.stream.Joiners.filtering;

import java.util.List;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.bi.BiConstraintStream;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Pin;
import org.warmplan.plan.board.Rig;

/** The rules of a plan. One method is one rule; the soft score of a feasible plan is its value in gwei per week. */
public final class PlanConstraints implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            // Hard constraints
            vramFits(factory),
            slotsFilledInOrder(factory),
            pinKept(factory),
            forbiddenHere(factory),
            tooFewReplicas(factory),
            tooManyReplicas(factory),
            tooManyChanges(factory),
            // Soft constraints
            workloadWorth(factory),
            linearIncome(factory),
            linearCost(factory),
            freeSlotWorth(factory),
            changeCost(factory),
            reloadCost(factory)
        };
    }

    /** The replicas on a card fit its VRAM together. */
    Constraint vramFits(ConstraintFactory factory) {
        return factory.forEach(Slot.class)
                .groupBy(Slot::card, sumLong(Slot::need))
                .filter((card, need) -> need > card.room())
                .penalizeLong(ONE_HARD, (card, need) -> need - card.room())
                .asConstraint("vramFits");
    }

    /** The worker starts warm entries on its slots one after another: it leaves no gap. */
    Constraint slotsFilledInOrder(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(Slot.class)
                .filter(slot -> slot.rig().fillsInOrder())
                .groupBy(Slot::rig, toList())
                .filter((rig, slots) -> misplaced(rig, slots) > 0)
                .penalizeLong(ONE_HARD, PlanConstraints::misplaced)
                .asConstraint("slotsFilledInOrder");
    }

    /** What the operator pinned stands where it was pinned. */
    Constraint pinKept(ConstraintFactory factory) {
        return factory.forEach(Pin.class)
                .join(factory.forEachIncludingNullVars(Slot.class), filtering((pin, slot) -> pin.covers(slot.card())))
                .groupBy((pin, slot) -> pin, sum((pin, slot) -> slot.holds(pin.candidate()) ? 1 : 0))
                .filter((pin, standing) -> standing < pin.count())
                .penalizeLong(ONE_HARD, (pin, standing) -> pin.count() - standing)
                .asConstraint("pinKept");
    }

    /** A workload stays off the cards and workers where it is forbidden, unless it is warm there now. */
    Constraint forbiddenHere(ConstraintFactory factory) {
        return factory.forEach(Slot.class)
                .filter(slot -> slot.card().isForbidden(slot.filledWith()))
                .penalizeLong(ONE_HARD, slot -> 1)
                .asConstraint("forbiddenHere");
    }

    /** A workload has at least its least replicas. */
    Constraint tooFewReplicas(ConstraintFactory factory) {
        return factory.forEach(Candidate.class)
                .filter(candidate -> candidate.minReplicas() > 0)
                .join(factory.forEachIncludingNullVars(Slot.class))
                .groupBy((candidate, slot) -> candidate, sum((candidate, slot) -> slot.holds(candidate) ? 1 : 0))
                .filter((candidate, replicas) -> replicas < candidate.minReplicas())
                .penalizeLong(ONE_HARD, (candidate, replicas) -> candidate.minReplicas() - replicas)
                .asConstraint("tooFewReplicas");
    }

    /** A workload has at most its most replicas. */
    Constraint tooManyReplicas(ConstraintFactory factory) {
        return factory.forEach(Slot.class)
                .groupBy(Slot::filledWith, count())
                .filter((candidate, replicas) -> replicas > candidate.maxReplicas())
                .penalizeLong(ONE_HARD, (candidate, replicas) -> replicas - candidate.maxReplicas())
                .asConstraint("tooManyReplicas");
    }

    /** The operator said how many slots may change at most. */
    Constraint tooManyChanges(ConstraintFactory factory) {
        return replicasByCard(factory)
                .groupBy(sumLong((card, slots) -> card.changedSlots(replicas(slots))))
                .join(Placing.ChangeLimit.class)
                .filter((changed, limit) -> changed > limit.slots())
                .penalizeLong(ONE_HARD, (changed, limit) -> changed - limit.slots())
                .asConstraint("tooManyChanges");
    }

    /** Warm units of a workload earn along its curve: each one less than the one before. */
    Constraint workloadWorth(ConstraintFactory factory) {
        return factory.forEach(Slot.class)
                .groupBy(Slot::filledWith, sumLong(Slot::units))
                .rewardLong(ONE_SOFT, Candidate::worth)
                .asConstraint("workloadWorth");
    }

    /** A replica brings something on its class of card, whatever the demand. */
    Constraint linearIncome(ConstraintFactory factory) {
        return factory.forEach(Slot.class)
                .filter(slot -> slot.linear() > 0)
                .rewardLong(ONE_SOFT, Slot::linear)
                .asConstraint("linearIncome");
    }

    /** A replica costs something on its class of card, whatever the demand. */
    Constraint linearCost(ConstraintFactory factory) {
        return factory.forEach(Slot.class)
                .filter(slot -> slot.linear() < 0)
                .penalizeLong(ONE_SOFT, slot -> -slot.linear())
                .asConstraint("linearCost");
    }

    /** A free slot can serve cold workloads. */
    Constraint freeSlotWorth(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(Slot.class)
                .filter(Slot::isFree)
                .groupBy(Slot::rig, count())
                .rewardLong(ONE_SOFT, Rig::worthOfFree)
                .asConstraint("freeSlotWorth");
    }

    /** A replica that is not there now has to be brought there. */
    Constraint changeCost(ConstraintFactory factory) {
        return replicasByCard(factory)
                .filter((card, slots) -> card.changeCosts(replicas(slots)) > 0)
                .penalizeLong(ONE_SOFT, (card, slots) -> card.changeCosts(replicas(slots)))
                .asConstraint("changeCost");
    }

    /** One change restarts the whole worker: every model on it loads again while nothing earns. */
    Constraint reloadCost(ConstraintFactory factory) {
        return replicasByCard(factory)
                .filter((card, slots) -> card.changedSlots(replicas(slots)) > 0)
                .groupBy((card, slots) -> card.rig())
                .penalizeLong(ONE_SOFT, Rig::reloadCost)
                .asConstraint("reloadCost");
    }

    private static BiConstraintStream<Card, List<Slot>> replicasByCard(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(Slot.class).groupBy(Slot::card, toList());
    }

    private static List<Candidate> replicas(List<Slot> slots) {
        return slots.stream()
                .filter(slot -> !slot.isFree())
                .map(Slot::filledWith)
                .toList();
    }

    /** Replicas that stand on a card beyond or short of what the slot order gives it. */
    private static long misplaced(Rig rig, List<Slot> slots) {
        int[] held = new int[rig.cards().size()];
        int replicas = 0;
        for (Slot slot : slots) {
            if (!slot.isFree()) {
                held[slot.card().place()]++;
                replicas++;
            }
        }
        long misplaced = 0;
        for (int place = 0; place < held.length; place++) {
            misplaced += Math.abs(held[place] - rig.heldInOrder(place, replicas));
        }
        return misplaced;
    }
}
