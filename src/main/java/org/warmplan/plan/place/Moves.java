package org.warmplan.plan.place;

import java.util.List;
import java.util.SplittableRandom;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Rig;

/**
 * Draws small changes of a layout: another workload in a slot, two slots exchanged, a replica more or fewer, a worker's whole
 * contents, or a worker left as it is today. Rules of a card, and the slot order, hold before and after.
 */
final class Moves {
    private static final int CHANGE = 50;
    private static final int SWAP = 85;
    private static final int RESIZE = 95;
    private static final int COLUMN = 98;
    private static final int ALL = 100;

    private final Fleet fleet;
    private final Layout layout;
    private final int[][] liked;
    private final SplittableRandom random;
    private final Card[] cards;
    private final int rigs;
    private final boolean[] held;
    private final boolean[] heldWhole;

    /** @param liked by card, the workloads that are tried on it */
    Moves(Fleet fleet, Layout layout, int[][] liked, SplittableRandom random) {
        this.fleet = fleet;
        this.layout = layout;
        this.liked = liked;
        this.random = random;
        this.cards = fleet.cards();
        this.rigs = fleet.board().rigs().size();
        this.held = new boolean[rigs];
        this.heldWhole = new boolean[rigs];
    }

    /** From now on a worker stays changed, or when {@code whole} stays as it is. */
    void hold(Rig rig, boolean whole) {
        held[rig.index()] = true;
        heldWhole[rig.index()] = whole;
    }

    void release(Rig rig) {
        held[rig.index()] = false;
        heldWhole[rig.index()] = false;
    }

    /** Sets out one random change in the layout; false when the one that was drawn cannot be. */
    boolean draw() {
        if (cards.length == 0) {
            return false;
        }
        int kind = random.nextInt(ALL);
        layout.begin();
        if (kind < CHANGE) {
            return change();
        }
        if (kind < SWAP) {
            return swap();
        }
        if (kind < RESIZE) {
            return resize();
        }
        Rig rig = fleet.board().rigs().get(random.nextInt(rigs));
        return !held[rig.index()] && (kind < COLUMN ? column(rig) : revert(rig));
    }

    private Card drawCard() {
        return cards[random.nextInt(cards.length)];
    }

    private boolean isFixed(Card card) {
        return heldWhole[card.rig().index()];
    }

    private boolean set(Card card, int[] next) {
        if (!fleet.fits(card, next)) {
            return false;
        }
        layout.set(card, next);
        return true;
    }

    private boolean change() {
        Card card = drawCard();
        int[] now = layout.on(card);
        int[] choice = liked[card.index()];
        if (now.length == 0 || choice.length == 0 || isFixed(card)) {
            return false;
        }
        int slot = random.nextInt(now.length);
        int next = choice[random.nextInt(choice.length)];
        return now[slot] != next && set(card, Contents.with(now, slot, next));
    }

    private boolean swap() {
        Card a = drawCard();
        Card b = drawCard();
        int[] onA = layout.on(a);
        int[] onB = layout.on(b);
        if (a == b || onA.length == 0 || onB.length == 0 || isFixed(a) || isFixed(b)) {
            return false;
        }
        int i = random.nextInt(onA.length);
        int j = random.nextInt(onB.length);
        return onA[i] != onB[j] && set(a, Contents.with(onA, i, onB[j])) && set(b, Contents.with(onB, j, onA[i]));
    }

    private boolean resize() {
        Card card = drawCard();
        boolean more = random.nextBoolean();
        Rig rig = card.rig();
        if (rig.fillsInOrder()) {
            int full = layout.heldBy(rig);
            if (more ? full == rig.slots() : full == 0) {
                return false;
            }
            card = rig.cards().get((more ? full : full - 1) % rig.cards().size());
        }
        int[] now = layout.on(card);
        int[] choice = liked[card.index()];
        if (isFixed(card) || (more ? now.length == card.slots() || choice.length == 0 : now.length == 0)) {
            return false;
        }
        return set(
                card,
                more
                        ? Contents.grown(now, choice[random.nextInt(choice.length)])
                        : Contents.without(now, random.nextInt(now.length)));
    }

    private boolean column(Rig rig) {
        List<int[][]> columns = fleet.columnsOf(rig);
        if (columns.isEmpty()) {
            return false;
        }
        setAll(rig, columns.get(random.nextInt(columns.size())));
        return true;
    }

    private boolean revert(Rig rig) {
        if (layout.changedOn(rig) == 0 || !fleet.mayKeep(rig)) {
            return false;
        }
        setToday(rig);
        return true;
    }

    /** Sets out a worker's whole contents. */
    void setAll(Rig rig, int[][] column) {
        List<Card> all = fleet.cardsOf(rig);
        for (int i = 0; i < column.length; i++) {
            layout.set(all.get(i), column[i]);
        }
    }

    /** Sets out what is warm on a worker today. */
    void setToday(Rig rig) {
        for (Card card : rig.cards()) {
            layout.set(card, Fleet.indexes(card.current()));
        }
    }
}
