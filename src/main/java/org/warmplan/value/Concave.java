package org.warmplan.value;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Sums that never rise faster than before. */
final class Concave {
    private Concave() {}

    /**
     * The least amounts that never rise and whose sums are nowhere below those of {@code amounts}: where one is larger than
     * those before it, they share evenly.
     */
    static List<Double> majorant(List<Double> amounts) {
        Deque<double[]> blocks = new ArrayDeque<>();
        for (double amount : amounts) {
            double[] block = {amount, 1};
            while (!blocks.isEmpty() && blocks.getLast()[0] * block[1] < block[0] * blocks.getLast()[1]) {
                double[] before = blocks.removeLast();
                block = new double[] {before[0] + block[0], before[1] + block[1]};
            }
            blocks.addLast(block);
        }
        List<Double> result = new ArrayList<>();
        for (double[] block : blocks) {
            for (int k = 0; k < block[1]; k++) {
                result.add(block[0] / block[1]);
            }
        }
        return result;
    }

    /** The same amounts without the first {@code cost} of their sum, never below nothing, and again never rising. */
    static List<Long> net(List<Long> amounts, long cost) {
        List<Double> rest = new ArrayList<>();
        double owed = cost;
        for (long amount : amounts) {
            double paid = Math.min(owed, (double) amount);
            owed -= paid;
            rest.add(amount - paid);
        }
        return majorant(rest).stream().map(amount -> (long) Math.floor(amount)).toList();
    }
}
