package org.warmplan.plan.price;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Rig;

/**
 * Lowers the bound: a proximal bundle method in which every kind of worker and every workload has a bundle of its own. It
 * asks all at some prices, blends their answers, and moves the prices against the imbalance that remains; prices that lower
 * the bound become the new middle.
 */
final class Bundle {
    private static final double SUFFICIENT = 0.1;

    /** With steps as large as this, prices hardly depend on the middle any more. */
    private static final double BOLD = 1000;

    private static final double TIMID = 1e-3;
    private static final int PATIENCE = 4;
    private static final int PASSES = 20;

    private final Market market;
    private final Board board;
    private final long scale;
    private final Blend blend;
    private final List<Blend.Block> rigBlocks = new ArrayList<>();
    private final List<Blend.Block> curveBlocks = new ArrayList<>();
    private final int dimension;
    private Tariff best;
    private Market.Answers bestAnswers;

    Bundle(Market market, long scale, double[] start) {
        this.market = market;
        this.board = market.board();
        this.scale = scale;
        this.dimension = start.length;
        this.best = market.rounded(start, scale);
        this.bestAnswers = market.ask(best);
        this.blend = new Blend(start, stiffness());
        market.rigs().forEach(kind -> rigBlocks.add(blend.block(kind.count())));
        board.candidates().forEach(c -> curveBlocks.add(blend.block(1)));
        addAllowance();
    }

    /** Changed slots that are allowed: all of them are sold at the price of a change, or none. */
    private void addAllowance() {
        if (board.limitsChanges()) {
            int[] change = {dimension - 1};
            Blend.Block allowance = blend.block(1);
            blend.mix(allowance, new Piece(0, change, new double[] {allowance()}, null), 1);
            blend.mix(allowance, new Piece(0, change, new double[] {0}, null), 0);
        }
    }

    /** Begins the blend with a plan: a column for every worker, which keeps its rules, and what that gives every workload. */
    void begin(Column[] columns) {
        int classes = board.classes();
        long[][] sold = new long[board.candidates().size()][classes];
        for (RigKind kind : market.rigs()) {
            for (Rig rig : kind.rigs()) {
                Column column = columns[rig.index()];
                blend.mix(rigBlocks.get(kind.index()), piece(column), 1.0 / kind.count());
                for (int i = 0; i < column.index().length; i++) {
                    sold[column.index()[i] / classes][column.index()[i] % classes] += column.replicas()[i];
                }
            }
        }
        for (Candidate candidate : board.candidates()) {
            long[] now = sold[candidate.index()];
            long replicas = Arrays.stream(now).sum();
            // Only what keeps the limits is an answer of the curve.
            boolean keeps = replicas >= candidate.minReplicas() && replicas <= candidate.maxReplicas();
            long[] answer = keeps ? now : bestAnswers.sold()[candidate.index()].replicas();
            blend.mix(curveBlocks.get(candidate.index()), piece(candidate, answer), 1);
        }
        blend.settle(0, 0);
        gather(bestAnswers);
    }

    boolean isImpossible() {
        return bestAnswers.isImpossible();
    }

    /**
     * Goes on until nothing is left to gain, or the effort is spent.
     *
     * @param reached in 1/scale gwei: the search ends when the bound meets it
     */
    void lower(Prices.Effort effort, BigInteger reached, BooleanSupplier isTimeUp) {
        int failures = 0;
        for (int round = 0; round < effort.rounds(); round++) {
            if (best().compareTo(reached) <= 0 || isTimeUp.getAsBoolean()) {
                return;
            }
            double now = best().doubleValue();
            blend.settle(PASSES, 1e-9 * Math.abs(now) + 1e-9);
            double expected = now - blend.worth();
            if (expected <= effort.tolerance() * Math.abs(now)) {
                if (blend.step() >= BOLD) {
                    return;
                }
                // With cautious steps little is expected even where much is left: look further.
                blend.setStep(Math.min(BOLD, blend.step() * 5));
                continue;
            }
            Tariff next = market.rounded(blend.prices(), scale);
            Market.Answers answers = market.ask(next);
            gather(answers);
            double gained = now - answers.sum().doubleValue();
            if (gained > 0 && gained >= SUFFICIENT * expected) {
                take(next, answers, gained > expected / 2);
                failures = 0;
            } else if (++failures >= PATIENCE) {
                blend.setStep(Math.max(TIMID, blend.step() * 0.7));
                failures = 0;
            }
            blend.forget();
        }
    }

    private void take(Tariff next, Market.Answers answers, boolean asExpected) {
        best = next;
        bestAnswers = answers;
        double[] middle = blend.prices().clone();
        if (asExpected) {
            blend.setStep(Math.min(BOLD, blend.step() * 1.5));
        }
        blend.setMiddle(middle);
    }

    /** The lowest sum so far, in 1/scale gwei. */
    BigInteger best() {
        return bestAnswers.sum();
    }

    Tariff tariff() {
        return best;
    }

    /** What each kind of worker was found to choose, with its part in the best blend; by kind. */
    List<List<Piece>> pieces() {
        return rigBlocks.stream().map(block -> List.copyOf(block.pieces)).toList();
    }

    private double allowance() {
        return Math.min(board.maxChanges(), board.slots());
    }

    private void gather(Market.Answers answers) {
        int classes = board.classes();
        for (RigKind kind : market.rigs()) {
            Column column = Column.of(kind, classes, answers.columns()[kind.index()].byCard());
            blend.add(rigBlocks.get(kind.index()), piece(column));
        }
        for (Candidate candidate : board.candidates()) {
            blend.add(
                    curveBlocks.get(candidate.index()), piece(candidate, answers.sold()[candidate.index()].replicas()));
        }
    }

    private Piece piece(Column column) {
        int paid = column.index().length;
        boolean changes = board.limitsChanges() && column.changedSlots() > 0;
        int[] index = Arrays.copyOf(column.index(), paid + (changes ? 1 : 0));
        double[] amount = new double[index.length];
        for (int i = 0; i < paid; i++) {
            amount[i] = column.replicas()[i];
        }
        if (changes) {
            index[paid] = dimension - 1;
            amount[paid] = -column.changedSlots();
        }
        return new Piece((double) scale * column.fixed(), index, amount, column);
    }

    private Piece piece(Candidate candidate, long[] replicas) {
        int classes = board.classes();
        int used = 0;
        long units = 0;
        for (int c = 0; c < classes; c++) {
            units += replicas[c] * candidate.unitsOn(c);
            used += replicas[c] > 0 ? 1 : 0;
        }
        int[] index = new int[used];
        double[] amount = new double[used];
        int at = 0;
        for (int c = 0; c < classes; c++) {
            if (replicas[c] > 0) {
                index[at] = candidate.index() * classes + c;
                amount[at++] = -replicas[c];
            }
        }
        return new Piece((double) scale * candidate.worth(units), index, amount, null);
    }

    /** By price: what a replica of it is worth at first, spread over as many as its curve, or the cards, can take. */
    private double[] stiffness() {
        double[] stiffness = new double[dimension];
        int classes = board.classes();
        double largest = 1;
        for (Candidate candidate : board.candidates()) {
            Surplus surplus = market.surpluses().get(candidate.index());
            for (int c = 0; c < classes; c++) {
                double first = (double) scale * candidate.worth(candidate.unitsOn(c));
                double most = Math.min(surplus.most(c), 1 + candidate.curveLength() / candidate.unitsOn(c));
                stiffness[candidate.index() * classes + c] = Math.max(1, first) / Math.max(1, most);
                largest = Math.max(largest, first);
            }
        }
        if (board.limitsChanges()) {
            stiffness[dimension - 1] = largest / (1 + allowance());
        }
        return stiffness;
    }
}
