package org.warmplan.plan.place;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Rig;

/**
 * The exact finish of the easy case: one slot per card, every replica one unit, no reload. Then a plan is a flow of least
 * convex cost. Cards pass workloads on in a ring, from one to the next, as long as some ring gains; when none does, the plan
 * is optimal and the distances between workloads are prices that prove it.
 */
final class Chains {
    private static final long NO_EDGE = Long.MIN_VALUE / 4;

    private final Board board;
    private final Fleet fleet;
    private final Layout layout;
    private final int nodes;
    private final int workloads;
    private final int outside;
    private final long[][] gain;
    private final int[][] via;
    private final int[][] targets;
    private final long[] distance;
    private final int[] from;

    private Chains(Fleet fleet, Layout layout) {
        this.fleet = fleet;
        this.board = fleet.board();
        this.layout = layout;
        this.workloads = board.candidates().size();
        this.outside = workloads + 2 * board.rigs().size();
        this.nodes = outside + 1;
        this.gain = new long[nodes][nodes];
        this.via = new int[nodes][nodes];
        this.targets = new int[nodes][];
        this.distance = new long[nodes];
        this.from = new int[nodes];
    }

    /** Whether rings decide everything. */
    static boolean suit(Board board) {
        return !board.limitsChanges()
                && board.cards().stream().allMatch(card -> card.slots() == 1)
                && board.rigs().stream().allMatch(rig -> rig.reloadCost() == 0)
                && board.candidates().stream().allMatch(candidate -> isSingle(board, candidate));
    }

    private static boolean isSingle(Board board, Candidate candidate) {
        for (int c = 0; c < board.classes(); c++) {
            if (candidate.unitsOn(c) != 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * Passes workloads on until no ring gains.
     *
     * @return the price of a replica by workload, gwei per week
     */
    static long[] settle(Fleet fleet, Layout layout) {
        Chains chains = new Chains(fleet, layout);
        do {
            chains.measure();
        } while (chains.passOn());
        long[] prices = new long[chains.workloads];
        for (int w = 0; w < prices.length; w++) {
            prices[w] = chains.distance[chains.outside] - chains.distance[w];
        }
        return prices;
    }

    /** What it brings when a card that holds one workload takes another; the best card for each pair. */
    private void measure() {
        for (long[] row : gain) {
            Arrays.fill(row, NO_EDGE);
        }
        for (Rig rig : board.rigs()) {
            measure(rig);
        }
        for (Candidate candidate : board.candidates()) {
            int w = candidate.index();
            long units = layout.unitsOf(candidate);
            if (layout.replicasOf(candidate) > candidate.minReplicas()) {
                gain[outside][w] = candidate.gain(units, -1);
            }
            if (layout.replicasOf(candidate) < candidate.maxReplicas()) {
                gain[w][outside] = candidate.gain(units, 1);
            }
        }
        for (int a = 0; a < nodes; a++) {
            long[] row = gain[a];
            targets[a] =
                    IntStream.range(0, nodes).filter(b -> row[b] != NO_EDGE).toArray();
        }
    }

    /**
     * A free slot of a worker is like a workload of its own, which earns what free slots earn there. In slot order only the
     * last full card can be emptied and only the first free one filled, and not both: then the two are apart.
     */
    private void measure(Rig rig) {
        int emptied = workloads + 2 * rig.index();
        int filled = rig.fillsInOrder() ? emptied + 1 : emptied;
        int full = layout.heldBy(rig);
        int left = rig.slots() - full;
        if (left > 0) {
            gain[outside][filled] = rig.worthOfFree(left - 1) - rig.worthOfFree(left);
        }
        if (full > 0) {
            gain[emptied][outside] = rig.worthOfFree(left + 1) - rig.worthOfFree(left);
        }
        for (Card card : rig.cards()) {
            boolean isFree = layout.on(card).length == 0;
            boolean mayResize = !rig.fillsInOrder() || card.place() == (isFree ? full : full - 1);
            if (!isFree || mayResize) {
                measure(card, isFree ? filled : layout.on(card)[0], mayResize && !isFree ? emptied : -1);
            }
        }
    }

    private void measure(Card card, int held, int free) {
        long today = held >= workloads ? 0 : worth(card, board.candidates().get(held));
        for (Candidate other : card.allowed()) {
            offer(card, held, other.index(), worth(card, other) - today);
        }
        if (free >= 0 && fleet.fits(card, new int[0])) {
            offer(card, held, free, -today);
        }
    }

    private void offer(Card card, int held, int other, long more) {
        if (held != other && more > gain[held][other] && (other >= workloads || fleet.fits(card, new int[] {other}))) {
            gain[held][other] = more;
            via[held][other] = card.index();
        }
    }

    private static long worth(Card card, Candidate candidate) {
        return candidate.linearOn(card.classIndex())
                - (card.current().contains(candidate) ? 0 : candidate.changeCost());
    }

    /** Finds a ring that gains, and passes on along it; false when there is none. */
    private boolean passOn() {
        Arrays.fill(distance, 0);
        Arrays.fill(from, -1);
        while (relax()) {
            int node = onRing();
            if (node >= 0) {
                passOn(node);
                return true;
            }
        }
        return false;
    }

    private void passOn(int start) {
        layout.begin();
        int node = start;
        do {
            int before = from[node];
            if (before != outside && node != outside) {
                Card card = board.cards().get(via[before][node]);
                layout.set(card, node >= workloads ? new int[0] : new int[] {node});
            }
            node = before;
        } while (node != start);
        layout.gain();
        layout.accept();
    }

    /** Lengthens distances along every edge that gains; false when none does. */
    private boolean relax() {
        boolean longer = false;
        for (int a = 0; a < nodes; a++) {
            for (int b : targets[a]) {
                if (distance[a] + gain[a][b] > distance[b]) {
                    distance[b] = distance[a] + gain[a][b];
                    from[b] = a;
                    longer = true;
                }
            }
        }
        return longer;
    }

    /** A node on a ring of the edges that lengthened distances last; -1 when there is no ring. */
    private int onRing() {
        int[] seen = new int[nodes];
        for (int first = 0; first < nodes; first++) {
            int node = first;
            while (node >= 0 && seen[node] == 0) {
                seen[node] = first + 1;
                node = from[node];
            }
            if (node >= 0 && seen[node] == first + 1) {
                return node;
            }
        }
        return -1;
    }
}
