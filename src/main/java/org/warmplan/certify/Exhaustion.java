package org.warmplan.certify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.problem.Assignment;

/**
 * Goes through all assignments worth more than a value, gpu by gpu. Ways that leave the same to decide are one state, so
 * that the order of equal cards says nothing; a state is left out when the prices prove that nothing better comes of it.
 */
final class Exhaustion {
    /** States of one gpu that are kept at a time; what is beyond is followed to the end first. */
    private static final int MOST_STATES = 20_000;

    private final PriceBound bound;
    private final Priced priced;
    private final @Nullable Long maxChanges;
    private final Exact claimed;
    private final Budget budget;
    private final List<Layer> layers = new ArrayList<>();
    private @Nullable Assignment better;

    /**
     * How it ended.
     *
     * @param complete whether every assignment was looked at or ruled out
     * @param nodes states and fillings looked at
     * @param better an assignment worth more, if one was found
     */
    record Outcome(boolean complete, long nodes, @Nullable Assignment better) {}

    private Exhaustion(PriceBound bound, Exact claimed, long limit) {
        this.bound = bound;
        this.priced = bound.priced();
        this.maxChanges = priced.problem().maxChanges();
        this.claimed = claimed;
        this.budget = new Budget(limit);
    }

    /**
     * Looks for an assignment worth more.
     *
     * @param value gwei; null looks for any assignment that keeps the rules
     * @param limit nodes looked at before giving up
     */
    static Outcome search(PriceBound bound, @Nullable BigInteger value, long limit) {
        int scale = bound.priced().scale();
        Exact claimed = value == null
                ? Exact.NONE
                : Exact.of(value.add(BigInteger.ONE)
                        .multiply(BigInteger.valueOf(scale))
                        .subtract(BigInteger.ONE));
        Exhaustion search = new Exhaustion(bound, claimed, limit);
        boolean complete = search.run();
        return new Outcome(complete, search.budget.spent(), search.better);
    }

    private boolean run() {
        if (bound.total().compareTo(claimed) <= 0) {
            return true;
        }
        if (bound.workers().stream()
                .anyMatch(w -> w.gpus().isEmpty() && !w.kind().pins().isEmpty())) {
            return true;
        }
        if (Layers.cells(bound) > budget.left()) {
            return false;
        }
        Exact slack = claimed.isNone() ? Exact.NONE : bound.total().minus(claimed);
        layers.addAll(Layers.of(bound, slack, budget));
        if (!budget.isSpent()) {
            explore(0, List.of(start()));
        }
        return !budget.isSpent();
    }

    private State start() {
        return new State(new State.Key(List.of(), pins(0), 0, false, 0), Exact.ZERO, bound.surplusInAll(), null, null);
    }

    /** What the worker of a gpu must hold. */
    private List<Integer> pins(int depth) {
        return depth < layers.size() ? layers.get(depth).worker().pins() : List.of();
    }

    private void explore(int depth, Collection<State> states) {
        Collection<State> here = states;
        for (int at = depth; at < layers.size(); at++) {
            Map<State.Key, State> next = new HashMap<>();
            for (State state : here) {
                if (better != null || budget.isSpent()) {
                    return;
                }
                expand(at, state, next);
                if (next.size() >= MOST_STATES) {
                    explore(at + 1, new ArrayList<>(next.values()));
                    next.clear();
                }
            }
            here = next.values();
        }
        here.forEach(this::finish);
    }

    private void expand(int depth, State state, Map<State.Key, State> next) {
        Layer layer = layers.get(depth);
        for (int size = 0; size < layer.fillings().size(); size++) {
            int held = state.key().held() + size;
            if (!layer.mayHold(state.key().held(), size)) {
                continue;
            }
            Exact most = state.sum()
                    .plus(state.surplus())
                    .plus(layer.rest(held, true)
                            .max(layer.rest(held, state.key().changed())));
            for (Filling filling : layer.fillings().get(size)) {
                if (most.plus(filling.worth()).compareTo(claimed) <= 0 || !budget.take()) {
                    break;
                }
                State after = after(depth, state, filling);
                if (after != null) {
                    next.merge(after.key(), after, (a, b) -> a.sum().compareTo(b.sum()) >= 0 ? a : b);
                }
            }
        }
    }

    /** The state with one more gpu filled; null when it keeps no rules or leads to nothing better. */
    private @Nullable State after(int depth, State state, Filling filling) {
        Layer layer = layers.get(depth);
        State.Key key = state.key();
        int held = key.held() + filling.replicas().size();
        boolean changed = key.changed() || filling.changed() > 0;
        long changes = maxChanges == null ? 0 : key.changes() + filling.changed();
        List<Integer> missing = without(key.missing(), filling.replicas());
        boolean ends = layer.endsWorker();
        if ((maxChanges != null && changes > maxChanges) || (ends && !missing.isEmpty())) {
            return null;
        }
        List<Integer> replicas = with(key.replicas(), filling.replicas(), layer.gpuClass());
        Exact sum = state.sum().plus(filling.worth());
        Exact surplus = layer.surplus(replicas);
        if (sum.plus(surplus).plus(layer.rest(held, changed)).compareTo(claimed) <= 0) {
            return null;
        }
        State.Key after = ends
                ? new State.Key(replicas, pins(depth + 1), 0, false, changes)
                : new State.Key(replicas, missing, held, changed, changes);
        return new State(after, ends ? sum.plus(layer.end(held, changed)) : sum, surplus, filling, state);
    }

    private List<Integer> with(List<Integer> replicas, List<Integer> added, int gpuClass) {
        List<Integer> all = new ArrayList<>(replicas);
        added.forEach(w -> all.add(w * priced.classes() + gpuClass));
        all.sort(null);
        return List.copyOf(all);
    }

    private static List<Integer> without(List<Integer> missing, List<Integer> held) {
        if (missing.isEmpty()) {
            return missing;
        }
        List<Integer> left = new ArrayList<>(missing);
        held.forEach(left::remove);
        return List.copyOf(left);
    }

    /** With no gpu left the surplus is exact, and so is the value once the price of changes is given back. */
    private void finish(State state) {
        Exact value = state.sum()
                .plus(state.surplus())
                .plus(Exact.product(priced.changePrice(), state.key().changes()));
        if (value.compareTo(claimed) > 0) {
            better = assignment(state);
        }
    }

    private Assignment assignment(State last) {
        SortedMap<String, List<String>> byGpu = new TreeMap<>();
        State state = last;
        for (int depth = layers.size() - 1; depth >= 0 && state != null; depth--) {
            Filling filling = state.filling();
            if (filling != null) {
                byGpu.put(layers.get(depth).gpu(), priced.ids(filling.replicas()));
            }
            state = state.before();
        }
        return new Assignment(byGpu);
    }
}
