package org.warmplan.plan.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Pin;
import org.warmplan.plan.board.Rig;

/**
 * What stands on every card, with running sums: what other contents of a few cards would bring is told without adding up the
 * rest. Cards keep their own rules and workers their slot order; rules over several cards that are missed are counted as
 * debts.
 */
final class Layout {
    private final Board board;
    private final double debtWeight;
    private final int[][] contents;
    private final long[] cardWorth;
    private final int[] cardChanged;
    private final int[] held;
    private final int[] rigChanged;
    private final long[] units;
    private final int[] replicas;
    private final boolean[] pinned;
    private long value;
    private long debts;
    private long changed;

    private final int[] trialCards;
    private final int[][] trialContents;
    private int trials;
    private final long[] moreUnits;
    private final int[] moreReplicas;
    private final int[] touched;
    private int touchedCount;
    private final int[] rigsTouched;
    private int rigsTouchedCount;
    private final int[] rigHeldMore;
    private final int[] rigChangedMore;
    private long moreValue;
    private long moreDebts;
    private long moreChanged;

    Layout(Board board, List<List<Candidate>> placed, double debtWeight) {
        this.board = board;
        this.debtWeight = debtWeight;
        int cards = board.cards().size();
        int workloads = board.candidates().size();
        int rigs = board.rigs().size();
        this.contents = new int[cards][0];
        this.cardWorth = new long[cards];
        this.cardChanged = new int[cards];
        this.held = new int[rigs];
        this.rigChanged = new int[rigs];
        this.units = new long[workloads];
        this.replicas = new int[workloads];
        this.pinned = new boolean[rigs];
        this.trialCards = new int[cards];
        this.trialContents = new int[cards][];
        this.moreUnits = new long[workloads];
        this.moreReplicas = new int[workloads];
        this.touched = new int[workloads];
        this.rigsTouched = new int[rigs];
        this.rigHeldMore = new int[rigs];
        this.rigChangedMore = new int[rigs];
        fill(placed);
    }

    private void fill(List<List<Candidate>> placed) {
        for (Card card : board.cards()) {
            int g = card.index();
            contents[g] = placed.get(g).stream().mapToInt(Candidate::index).toArray();
            cardWorth[g] = Contents.worth(board, card, contents[g]);
            cardChanged[g] = Contents.changedSlots(card, contents[g]);
            held[card.rig().index()] += contents[g].length;
            rigChanged[card.rig().index()] += cardChanged[g];
            changed += cardChanged[g];
            value += cardWorth[g];
            for (int w : contents[g]) {
                units[w] += board.candidates().get(w).unitsOn(card.classIndex());
                replicas[w]++;
            }
        }
        for (Rig rig : board.rigs()) {
            value += rigWorth(rig, held[rig.index()], rigChanged[rig.index()]);
            pinned[rig.index()] = !board.pinsOn(rig).isEmpty();
            debts += pinDebts(rig);
        }
        for (Candidate candidate : board.candidates()) {
            value += candidate.worth(units[candidate.index()]);
            debts += replicaDebts(candidate, replicas[candidate.index()]);
        }
        debts += changeDebts(changed);
    }

    long value() {
        return value;
    }

    long debts() {
        return debts;
    }

    double score() {
        return value - debtWeight * debts;
    }

    int[] on(Card card) {
        return contents[card.index()];
    }

    int heldBy(Rig rig) {
        return held[rig.index()];
    }

    long unitsOf(Candidate candidate) {
        return units[candidate.index()];
    }

    int replicasOf(Candidate candidate) {
        return replicas[candidate.index()];
    }

    int changedOn(Rig rig) {
        return rigChanged[rig.index()];
    }

    /** What is on every card now, to come back to. */
    int[][] snapshot() {
        return contents.clone();
    }

    void restore(int[][] snapshot) {
        begin();
        for (Card card : board.cards()) {
            if (!Arrays.equals(contents[card.index()], snapshot[card.index()])) {
                set(card, snapshot[card.index()]);
            }
        }
        gain();
        accept();
    }

    /** The replicas by card index, each card's in the board's order. */
    List<List<Candidate>> placed() {
        List<List<Candidate>> placed = new ArrayList<>();
        for (int[] replicas : contents) {
            placed.add(Arrays.stream(replicas)
                    .sorted()
                    .mapToObj(board.candidates()::get)
                    .toList());
        }
        return placed;
    }

    /** Begins to try other contents. */
    void begin() {
        trials = 0;
    }

    /** Tries these replicas on the card; they must keep the card's own rules. */
    void set(Card card, int[] replicas) {
        trialCards[trials] = card.index();
        trialContents[trials++] = replicas;
    }

    /** By how much the score would rise with what was set since {@link #begin}. */
    double gain() {
        moreValue = 0;
        moreDebts = 0;
        moreChanged = 0;
        for (int i = 0; i < trials; i++) {
            Card card = board.cards().get(trialCards[i]);
            int g = card.index();
            int r = card.rig().index();
            int[] next = trialContents[i];
            int changes = Contents.changedSlots(card, next);
            moreValue += Contents.worth(board, card, next) - cardWorth[g];
            spread(card, contents[g], -1);
            spread(card, next, 1);
            noteRig(r);
            rigHeldMore[r] += next.length - contents[g].length;
            rigChangedMore[r] += changes - cardChanged[g];
            moreChanged += changes - cardChanged[g];
        }
        for (int i = 0; i < rigsTouchedCount; i++) {
            int r = rigsTouched[i];
            Rig rig = board.rigs().get(r);
            moreValue += rigWorth(rig, held[r] + rigHeldMore[r], rigChanged[r] + rigChangedMore[r])
                    - rigWorth(rig, held[r], rigChanged[r]);
            if (pinned[r]) {
                moreDebts -= pinDebts(rig);
                exchange();
                moreDebts += pinDebts(rig);
                exchange();
            }
            rigHeldMore[r] = 0;
            rigChangedMore[r] = 0;
        }
        rigsTouchedCount = 0;
        for (int i = 0; i < touchedCount; i++) {
            int w = touched[i];
            Candidate candidate = board.candidates().get(w);
            moreValue += candidate.gain(units[w], moreUnits[w]);
            if (moreReplicas[w] != 0) {
                moreDebts +=
                        replicaDebts(candidate, replicas[w] + moreReplicas[w]) - replicaDebts(candidate, replicas[w]);
            }
            moreUnits[w] = 0;
            moreReplicas[w] = 0;
        }
        touchedCount = 0;
        moreDebts += changeDebts(changed + moreChanged) - changeDebts(changed);
        return moreValue - debtWeight * moreDebts;
    }

    private void exchange() {
        for (int i = 0; i < trials; i++) {
            int[] now = contents[trialCards[i]];
            contents[trialCards[i]] = trialContents[i];
            trialContents[i] = now;
        }
    }

    /** Slots of the worker that would be changed with what was set, which must be all of its cards. */
    int changedBy(Rig rig) {
        int sum = 0;
        for (int i = 0; i < trials; i++) {
            Card card = board.cards().get(trialCards[i]);
            sum += card.rig() == rig ? Contents.changedSlots(card, trialContents[i]) : 0;
        }
        return sum;
    }

    /** By how much debts would rise, right after {@link #gain}. */
    long moreDebts() {
        return moreDebts;
    }

    /** What was set since {@link #begin}. */
    Trial trial() {
        return new Trial(Arrays.copyOf(trialCards, trials), Arrays.copyOf(trialContents, trials));
    }

    /** Other contents of some cards. */
    @SuppressWarnings("ArrayRecordComponent") // Made by the million; never handed out.
    record Trial(int[] cards, int[][] contents) {
        static final Trial NONE = new Trial(new int[0], new int[0][]);
    }

    /** Takes what was set, right after {@link #gain}. */
    void accept() {
        value += moreValue;
        debts += moreDebts;
        changed += moreChanged;
        for (int i = 0; i < trials; i++) {
            Card card = board.cards().get(trialCards[i]);
            int g = card.index();
            int r = card.rig().index();
            int[] next = trialContents[i];
            held[r] += next.length - contents[g].length;
            int changes = Contents.changedSlots(card, next);
            rigChanged[r] += changes - cardChanged[g];
            for (int w : contents[g]) {
                units[w] -= board.candidates().get(w).unitsOn(card.classIndex());
                replicas[w]--;
            }
            for (int w : next) {
                units[w] += board.candidates().get(w).unitsOn(card.classIndex());
                replicas[w]++;
            }
            cardWorth[g] = Contents.worth(board, card, next);
            cardChanged[g] = changes;
            contents[g] = next;
        }
    }

    private void noteRig(int r) {
        for (int i = 0; i < rigsTouchedCount; i++) {
            if (rigsTouched[i] == r) {
                return;
            }
        }
        rigsTouched[rigsTouchedCount++] = r;
    }

    private void spread(Card card, int[] replicas, int sign) {
        for (int w : replicas) {
            boolean known = false;
            for (int i = 0; i < touchedCount && !known; i++) {
                known = touched[i] == w;
            }
            if (!known) {
                touched[touchedCount++] = w;
            }
            moreUnits[w] += (long) sign * board.candidates().get(w).unitsOn(card.classIndex());
            moreReplicas[w] += sign;
        }
    }

    private static long rigWorth(Rig rig, int held, int changed) {
        return rig.worthOfFree(rig.slots() - held) - (changed > 0 ? rig.reloadCost() : 0);
    }

    private static long replicaDebts(Candidate candidate, int count) {
        return Math.max(0L, candidate.minReplicas() - (long) count)
                + Math.max(0L, count - (long) candidate.maxReplicas());
    }

    private long changeDebts(long slots) {
        return Math.max(0, slots - board.maxChanges());
    }

    private long pinDebts(Rig rig) {
        long debts = 0;
        for (Pin pin : board.pinsOn(rig)) {
            long standing = 0;
            for (Card card : pin.cards()) {
                for (int w : contents[card.index()]) {
                    standing += w == pin.candidate().index() ? 1 : 0;
                }
            }
            debts += Math.max(0, pin.count() - standing);
        }
        return debts;
    }
}
