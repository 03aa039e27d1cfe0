package org.warmplan.report;

import java.time.Instant;
import java.util.List;
import org.warmplan.worker.watch.Verdict;

/**
 * What {@code verify} found on a worker.
 *
 * @param warnings what comes first, because it makes the rest doubtful
 * @param verdicts one per slot that the plan warms, in slot order
 * @param notes what else was seen, or not looked at
 */
public record WarmCheck(String worker, Instant at, List<String> warnings, List<Verdict> verdicts, List<String> notes) {
    public WarmCheck {
        warnings = List.copyOf(warnings);
        verdicts = List.copyOf(verdicts);
        notes = List.copyOf(notes);
    }

    /** How many slots are as planned. */
    public int warm() {
        return (int) verdicts.stream().filter(Verdict::holds).count();
    }

    /** Whether all planned slots are warm, and nothing keeps them from earning. */
    public boolean holds() {
        return verdicts.stream().allMatch(Verdict::holds);
    }

    /** Whether waiting may still change the answer for the better. */
    public boolean isOpen() {
        return !holds() && verdicts.stream().noneMatch(Verdict::lasting);
    }
}
