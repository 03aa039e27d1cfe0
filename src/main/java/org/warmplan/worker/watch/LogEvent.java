package org.warmplan.worker.watch;

/** Something a line of a log tells. {@link #words} shows it again: fixed words, and names, but nothing else of the line. */
sealed interface LogEvent permits NodeEvent, RunnerEvent {
    String words();
}
