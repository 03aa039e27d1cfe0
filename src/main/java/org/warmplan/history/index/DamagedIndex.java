package org.warmplan.history.index;

/** The index is not what it should be; made anew it will be. */
final class DamagedIndex extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** {@code reason}: goes into "The index ... REASON, so it is made anew". */
    DamagedIndex(String reason) {
        super(reason);
    }

    DamagedIndex(String reason, Throwable cause) {
        super(reason, cause);
    }
}
