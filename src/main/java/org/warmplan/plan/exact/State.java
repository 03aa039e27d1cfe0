package org.warmplan.plan.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Pin;
import org.warmplan.plan.price.Tariff;

/**
 * A plan for the cards up to one. Two that agree in their {@link Key} can go on in the same ways, so only the worthier is
 * kept.
 */
final class State {
    private final Key key;
    private final long fixed;
    private final long priced;
    private final long hoped;
    private final int held;
    private final @Nullable State before;
    private final @Nullable Card card;
    private final List<Candidate> replicas;

    /**
     * What the rest of a plan depends on: by workload its units, and its replicas where those are limited; then, of the worker
     * at hand, its replicas, those of workloads pinned to it, and those that are rationed; changed slots where those are limited.
     */
    @SuppressWarnings("ArrayRecordComponent") // Made by the million; never handed out.
    record Key(int[] counts) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(counts, key.counts);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(counts);
        }
    }

    /** Where in a key what is counted, and the limits it is held against. */
    @SuppressWarnings("ArrayRecordComponent") // Made by the million; never handed out.
    record Rules(Board board, Tariff tariff, Outlook[] outlooks, Exhaust.@Nullable Quota quota, boolean anyPlan) {
        /** @param anyPlan whether any plan will do: then only what rules count is told apart */
        static Rules of(Board board, Tariff tariff, Exhaust.@Nullable Quota quota, boolean anyPlan) {
            return new Rules(board, tariff, Outlook.of(board, tariff), quota, anyPlan);
        }

        boolean tellsApart(Candidate candidate) {
            return !anyPlan || candidate.minReplicas() > 0 || candidate.maxReplicas() < Integer.MAX_VALUE;
        }

        /** What all workloads can come to from nothing, in 1/scale gwei. */
        long outlook() {
            long sum = 0;
            for (Outlook outlook : outlooks) {
                sum += outlook.with(0, 0);
            }
            return sum;
        }

        int length() {
            return 3 * board.candidates().size() + 3;
        }

        int replicas(Candidate candidate) {
            return board.candidates().size() + candidate.index();
        }

        int onRig(Candidate candidate) {
            return 2 * board.candidates().size() + candidate.index();
        }

        int held() {
            return length() - 3;
        }

        int rationed() {
            return length() - 2;
        }

        int changed() {
            return length() - 1;
        }

        boolean isPinned(Card card, Candidate candidate) {
            for (Pin pin : board.pinsOn(card.rig())) {
                if (pin.candidate() == candidate) {
                    return true;
                }
            }
            return false;
        }

        boolean isRationed(Card card, Candidate candidate) {
            return quota != null && quota.covers(card) && quota.candidate() == candidate;
        }

        int most() {
            return quota == null ? Integer.MAX_VALUE : quota.most();
        }
    }

    private State(
            Key key,
            long fixed,
            long priced,
            long hoped,
            int held,
            @Nullable State before,
            @Nullable Card card,
            List<Candidate> replicas) {
        this.key = key;
        this.fixed = fixed;
        this.priced = priced;
        this.hoped = hoped;
        this.held = held;
        this.before = before;
        this.card = card;
        this.replicas = replicas;
    }

    /** @param surplus what all curves pay beyond the prices at most, in 1/scale gwei */
    static State empty(Rules rules, long surplus) {
        return new State(new Key(new int[rules.length()]), 0, surplus, rules.outlook(), 0, null, null, List.of());
    }

    Key key() {
        return key;
    }

    /** Replicas on the worker at hand. */
    int held() {
        return held;
    }

    /**
     * What it is worth at the most, in 1/scale gwei: at the prices, with all that curves pay beyond them, or with all that
     * workloads can still buy at the prices, whichever is less.
     */
    long atMost() {
        return Math.min(priced, hoped);
    }

    static State better(State a, State b) {
        return b.fixed > a.fixed ? b : a;
    }

    /** With a set on the next card; null when that breaks a limit. */
    @Nullable
    State with(Card next, CardSets.Option option, Rules rules) {
        int[] counts = key.counts().clone();
        long outlook = 0;
        for (Candidate candidate : option.replicas()) {
            Outlook ahead = rules.outlooks()[candidate.index()];
            outlook -= ahead.with(counts[candidate.index()], counts[rules.replicas(candidate)]);
            counts[candidate.index()] += rules.anyPlan() ? 0 : candidate.unitsOn(next.classIndex());
            if (rules.tellsApart(candidate) && ++counts[rules.replicas(candidate)] > candidate.maxReplicas()) {
                return null;
            }
            outlook += ahead.with(counts[candidate.index()], counts[rules.replicas(candidate)]);
            if (rules.isPinned(next, candidate)) {
                counts[rules.onRig(candidate)]++;
            }
            if (rules.isRationed(next, candidate) && ++counts[rules.rationed()] > rules.most()) {
                return null;
            }
        }
        counts[rules.held()] += option.replicas().size();
        if (rules.board().limitsChanges()) {
            counts[rules.changed()] += option.changedSlots();
            if (counts[rules.changed()] > rules.board().maxChanges()) {
                return null;
            }
        }
        return new State(
                new Key(counts),
                fixed + option.fixed(),
                priced + option.priced(),
                hoped
                        + outlook
                        + rules.tariff().scale() * option.fixed()
                        - rules.tariff().changePrice() * option.changedSlots(),
                held + option.replicas().size(),
                this,
                next,
                option.replicas());
    }

    /** Done with a worker: its free slots and its reload are added. */
    State leave(long worth, long scale) {
        int[] counts = key.counts().clone();
        int workloads = (counts.length - 3) / 3;
        Arrays.fill(counts, 2 * workloads, counts.length - 1, 0);
        return new State(
                new Key(counts),
                fixed + worth,
                priced + scale * worth,
                hoped + scale * worth,
                0,
                this,
                null,
                List.of());
    }

    /** Replicas on the worker at hand, of a workload pinned to it. */
    int onRig(Candidate candidate) {
        int workloads = (key.counts().length - 3) / 3;
        return key.counts()[2 * workloads + candidate.index()];
    }

    /** Gwei per week of a whole plan. */
    long value(Board board) {
        long value = fixed;
        for (Candidate candidate : board.candidates()) {
            value += candidate.worth(key.counts()[candidate.index()]);
        }
        return value;
    }

    List<List<Candidate>> placed(Board board) {
        List<List<Candidate>> placed =
                new ArrayList<>(Collections.nCopies(board.cards().size(), List.of()));
        for (State state = this; state != null; state = state.before) {
            if (state.card != null) {
                placed.set(state.card.index(), state.replicas);
            }
        }
        return placed;
    }
}
