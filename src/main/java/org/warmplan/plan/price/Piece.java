package org.warmplan.plan.price;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One answer a block gave: what it is worth without prices, and how it moves the balance of each price. */
final class Piece {
    final double value;
    final int[] index;
    final double[] amount;
    final @Nullable Column column;
    double weight;
    int idle;

    Piece(double value, int[] index, double[] amount, @Nullable Column column) {
        this.value = value;
        this.index = index;
        this.amount = amount;
        this.column = column;
    }

    /** Of a worker's piece. */
    Column getColumn() {
        return Objects.requireNonNull(column);
    }

    /** What it is worth at these prices. */
    double at(double[] prices) {
        double sum = value;
        for (int i = 0; i < index.length; i++) {
            sum += prices[index[i]] * amount[i];
        }
        return sum;
    }

    boolean isSame(Piece other) {
        return value == other.value && Arrays.equals(index, other.index) && Arrays.equals(amount, other.amount);
    }
}
