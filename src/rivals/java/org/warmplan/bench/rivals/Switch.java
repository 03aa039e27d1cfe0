package org.warmplan.bench.rivals;

/**
 * Whether a worker may change: a variable of 0 or 1, or 1 for sure.
 *
 * @param variable -1 for a worker that may change in any case
 */
record Switch(int variable) {
    static final Switch ON = new Switch(-1);

    boolean isFixed() {
        return variable < 0;
    }

    /** Adds {@code factor} times this. */
    void addTo(Sum sum, long factor) {
        if (isFixed()) {
            sum.add(factor);
        } else {
            sum.add(variable, factor);
        }
    }

    boolean isOn(long[] values) {
        return isFixed() || values[variable] > 0;
    }
}
