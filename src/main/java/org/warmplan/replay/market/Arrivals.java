package org.warmplan.replay.market;

/** What users ask for, in order of time. Nothing that happens in the market changes it. */
interface Arrivals {
    /** Goes on to the next request; false when there is none. */
    boolean next();

    /** Seconds from the week's start; below 0 in the hour before it. */
    double at();

    int gateway();

    int workload();

    /** The key of everything that is left to chance about this request. */
    long luck();
}
