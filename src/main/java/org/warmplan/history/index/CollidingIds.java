package org.warmplan.history.index;

/** Two things of which each would have the same number: the index cannot hold them both. */
final class CollidingIds extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CollidingIds(long id) {
        super("two different contents have the number " + id);
    }
}
