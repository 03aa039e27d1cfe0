package org.warmplan.plan.price;

import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;

/**
 * Prices to begin with: every unit costs what the last one brings when all slots are filled with the units that bring most,
 * as if every card hosted everything.
 */
public final class FirstPrices {
    private FirstPrices() {}

    /** By workload and class, in gwei; with one more for changed slots when those are limited. */
    public static double[] of(Board board) {
        int classes = board.classes();
        double[] prices = new double[board.candidates().size() * classes + (board.limitsChanges() ? 1 : 0)];
        long slots = board.slots();
        double high = 0;
        for (Candidate candidate : board.candidates()) {
            high = Math.max(high, (double) candidate.worth((long) Math.ceil(usual(board, candidate))));
        }
        double low = 0;
        for (int i = 0; i < 40; i++) {
            double level = (low + high) / 2;
            if (filled(board, level) > slots) {
                low = level;
            } else {
                high = level;
            }
        }
        for (Candidate candidate : board.candidates()) {
            long units = units(candidate, high / usual(board, candidate));
            for (int c = 0; c < classes; c++) {
                double unit = candidate.gain(Math.max(0, units - 1), 1);
                prices[candidate.index() * classes + c] = unit * candidate.unitsOn(c);
            }
        }
        return prices;
    }

    private static double filled(Board board, double level) {
        double slots = 0;
        for (Candidate candidate : board.candidates()) {
            double usual = usual(board, candidate);
            slots += units(candidate, level / usual) / usual;
        }
        return slots;
    }

    /** Units that bring at least so much each. */
    private static long units(Candidate candidate, double level) {
        int low = 0;
        int high = candidate.curveLength();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (candidate.gain(middle - 1, 1) >= level) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static double usual(Board board, Candidate candidate) {
        double sum = 0;
        for (int c = 0; c < board.classes(); c++) {
            sum += candidate.unitsOn(c);
        }
        return Math.max(1, sum / Math.max(1, board.classes()));
    }
}
