package org.warmplan.collect.ask;

import java.time.Duration;

/** Waits between attempts. {@code Thread::sleep} in earnest, a list in tests. */
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration pause) throws InterruptedException;
}
