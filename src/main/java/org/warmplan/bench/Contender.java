package org.warmplan.bench;

import java.time.Duration;
import org.warmplan.problem.Problem;

/** A way of solving problems. One is asked many times, one problem after the other. */
public interface Contender {
    /** What it is called in tables and options; a word. */
    String name();

    /** Solves a problem in about {@code limit}; empty-handed rather than failing. */
    Answer solve(Problem problem, Duration limit);
}
