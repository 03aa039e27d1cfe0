package org.warmplan.collect.ask;

/** The collection was called off. No failure of a source: nothing more is asked of any. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("The collection was called off.");
    }
}
