package org.warmplan.certify;

/** How many nodes of an exhaustion may still be looked at. */
final class Budget {
    private final long limit;
    private long spent;

    Budget(long limit) {
        this.limit = limit;
    }

    /** Takes one node; false when none is left. */
    boolean take() {
        spent++;
        return !isSpent();
    }

    /** Takes all that is left. */
    void giveUp() {
        spent = Math.max(spent, limit + 1);
    }

    boolean isSpent() {
        return spent > limit;
    }

    long left() {
        return limit - spent;
    }

    long spent() {
        return spent;
    }
}
