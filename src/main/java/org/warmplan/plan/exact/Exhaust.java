package org.warmplan.plan.exact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Evaluation;
import org.warmplan.plan.board.Rig;
import org.warmplan.plan.price.Prices;
import org.warmplan.plan.price.Tariff;

/**
 * The exact finish: card by card, all plans that may still be worth more than the one at hand. Plans that have come to the
 * same replicas go on as one, and a plan is left out when what it is worth at the prices, with the best of the rest, is too
 * little.
 */
public final class Exhaust {
    /** Numbers in the keys of the states that are kept side by side: some hundred MiB. */
    private static final int MOST_COUNTS = 40_000_000;

    /** Sets of all cards together. */
    private static final int MOST_SETS = 1_500_000;

    /** Slots of a fleet whose plans can be gone through. */
    private static final int SMALL = 32;

    private final Board board;
    private final Tariff tariff;
    private final Limits limits;
    private final int mostStates;
    private final BooleanSupplier isTimeUp;
    private final List<Stage> stages = new ArrayList<>();
    private final State.Rules rules;
    private long atHand;
    private long nodes;
    private boolean hopeless;

    /**
     * When to give up.
     *
     * @param sets of replicas per card
     * @param nodes plans gone on with, over all cards
     * @param states kept side by side
     */
    public record Limits(int sets, long nodes, int states) {}

    /** At most so many replicas of a workload on the cards of one class of one worker. */
    public record Quota(Rig rig, int gpuClass, Candidate candidate, int most) {
        public boolean covers(Card card) {
            return card.rig() == rig && card.classIndex() == gpuClass;
        }

        /** Replicas that count against it. */
        public int count(List<List<Candidate>> placed) {
            int count = 0;
            for (Card card : rig.cards()) {
                if (covers(card)) {
                    count += Collections.frequency(placed.get(card.index()), candidate);
                }
            }
            return count;
        }
    }

    /**
     * How the search ended.
     *
     * @param proven whether every plan was looked at or ruled out
     * @param best the best plan worth more than what was at hand, if there is one
     */
    public record Outcome(boolean proven, Optional<List<List<Candidate>>> best) {}

    /** A worker, with the sets of its cards and what all workers after it are worth at the best. */
    private record Stage(Rig rig, List<CardSets> sets, long rest) {}

    private Exhaust(
            Board board, Tariff tariff, @Nullable Quota quota, long atHand, Limits limits, BooleanSupplier isTimeUp) {
        this.board = board;
        this.tariff = tariff;
        this.rules = State.Rules.of(board, tariff, quota, atHand == Long.MIN_VALUE);
        this.atHand = atHand;
        this.limits = limits;
        this.mostStates = Math.min(limits.states(), MOST_COUNTS / rules.length());
        this.isTimeUp = isTimeUp;
    }

    /** Whether going through all plans of a fleet is worth a try. */
    public static boolean suits(Board board) {
        return board.slots() <= SMALL;
    }

    /**
     * Looks for a plan worth more than {@code atHand}; from nothing at hand ({@link Long#MIN_VALUE}) for any plan first.
     *
     * @param quota one more rule, or null
     */
    public static Outcome search(
            Board board, Prices prices, @Nullable Quota quota, long atHand, Limits limits, BooleanSupplier isTimeUp) {
        Exhaust search = new Exhaust(board, prices.tariff(), quota, atHand, limits, isTimeUp);
        Outcome outcome = search.prepare() ? search.run(prices.surplus()) : new Outcome(false, Optional.empty());
        if (atHand > Long.MIN_VALUE || outcome.best().isEmpty()) {
            return outcome;
        }
        // Any plan at all is a value to hold the rest against.
        long value = Evaluation.of(board, outcome.best().get()).value();
        Outcome better = search(board, prices, quota, value, limits, isTimeUp);
        return new Outcome(better.proven(), better.best().or(outcome::best));
    }

    private boolean prepare() {
        long rest = 0;
        int setsInAll = 0;
        for (int r = board.rigs().size() - 1; r >= 0; r--) {
            Rig rig = board.rigs().get(r);
            List<CardSets> sets = new ArrayList<>();
            for (Card card : rig.cards()) {
                CardSets all = CardSets.of(board, card, tariff, limits.sets());
                setsInAll += all == null ? MOST_SETS : all.count();
                if (all == null || setsInAll >= MOST_SETS || isTimeUp.getAsBoolean()) {
                    return false;
                }
                sets.add(all);
            }
            Stage stage = new Stage(rig, sets, rest);
            stages.add(0, stage);
            long best = RigPaths.best(rig, sets, tariff);
            if (best == Long.MIN_VALUE) {
                hopeless = true;
                return true;
            }
            rest += best;
        }
        return true;
    }

    private Outcome run(long surplus) {
        if (hopeless) {
            return new Outcome(true, Optional.empty());
        }
        Map<State.Key, State> states = new LinkedHashMap<>();
        State first = State.empty(rules, surplus);
        states.put(first.key(), first);
        for (Stage stage : stages) {
            Map<State.Key, State> next = new LinkedHashMap<>();
            for (RigPaths path : RigPaths.of(stage.rig, stage.sets, tariff)) {
                if (!follow(path, states, stage.rest, next)) {
                    return new Outcome(false, Optional.empty());
                }
            }
            states = next;
        }
        return new Outcome(true, best(states.values()));
    }

    /** Goes through the cards of a worker in one of the ways it can be filled; false when that is too much. */
    private boolean follow(RigPaths path, Map<State.Key, State> from, long rest, Map<State.Key, State> into) {
        Map<State.Key, State> states = from;
        for (int place = 0; place < path.cards(); place++) {
            Map<State.Key, State> next = new LinkedHashMap<>();
            for (State state : states.values()) {
                if (!extend(path, place, state, rest, next)) {
                    return false;
                }
            }
            states = next;
        }
        for (State state : states.values()) {
            State done = state.leave(path.worthOfRig(state.held()), tariff.scale());
            if (done.atMost() + rest > limit() && isPinned(state, path.rig())) {
                into.merge(done.key(), done, State::better);
            }
        }
        return into.size() <= mostStates;
    }

    private boolean extend(RigPaths path, int place, State state, long rest, Map<State.Key, State> next) {
        Card card = path.rig().cards().get(place);
        for (int size : path.sizes(place)) {
            long best = path.bestAfter(place, state.held() + size);
            if (best == Long.MIN_VALUE) {
                continue;
            }
            for (CardSets.Option option : path.options(place, size)) {
                if (state.atMost() + option.priced() + best + rest <= limit()) {
                    break;
                }
                if (++nodes > limits.nodes()
                        || next.size() > mostStates
                        || ((nodes & 1023) == 0 && isTimeUp.getAsBoolean())) {
                    return false;
                }
                State after = state.with(card, option, rules);
                if (after != null && after.atMost() + best + rest > limit()) {
                    next.merge(after.key(), after, State::better);
                }
            }
        }
        return true;
    }

    /** A plan must be worth more than this at the prices to be worth more than what is at hand. */
    private long limit() {
        return atHand == Long.MIN_VALUE ? Long.MIN_VALUE : tariff.scale() * (atHand + 1) - 1 - changeAllowance();
    }

    private long changeAllowance() {
        return board.limitsChanges() ? Math.multiplyExact(tariff.changePrice(), board.maxChanges()) : 0;
    }

    private boolean isPinned(State state, Rig rig) {
        return board.pinsOn(rig).stream().allMatch(pin -> state.onRig(pin.candidate()) >= pin.count());
    }

    private Optional<List<List<Candidate>>> best(Iterable<State> states) {
        List<List<Candidate>> best = null;
        for (State state : states) {
            if (state.value(board) > atHand || (best == null && atHand == Long.MIN_VALUE)) {
                List<List<Candidate>> placed = state.placed(board);
                Evaluation evaluation = Evaluation.of(board, placed);
                if (evaluation.isFeasible() && evaluation.value() > atHand) {
                    atHand = evaluation.value();
                    best = placed;
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
