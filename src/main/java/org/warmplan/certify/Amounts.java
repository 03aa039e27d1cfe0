package org.warmplan.certify;

import java.util.Arrays;

/** A row of exact amounts, each {@link Exact#NONE} at first. Kept in two arrays, for there can be millions of them. */
final class Amounts {
    private final long[] high;
    private final long[] low;

    Amounts(int size) {
        high = new long[size];
        low = new long[size];
        Arrays.fill(high, Exact.NONE.high());
    }

    int size() {
        return high.length;
    }

    Exact get(int at) {
        return new Exact(high[at], low[at]);
    }

    boolean isNone(int at) {
        return high[at] == Exact.NONE.high();
    }

    void set(int at, Exact amount) {
        high[at] = amount.high();
        low[at] = amount.low();
    }

    /** Puts an amount there if it is more than what is there. */
    void raise(int at, Exact amount) {
        if (amount.compareTo(get(at)) > 0) {
            set(at, amount);
        }
    }
}
