package org.warmplan.explain;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Flag;

/**
 * One optimisation flag tried on one workload of one worker.
 *
 * @param since when a plan first had it
 * @param verdict the operator's, null while it is awaited
 * @param note the operator's own words, null for none
 * @param settled the first plan after the verdict, null before that
 */
public record Experiment(
        String worker,
        Workload workload,
        Flag flag,
        Instant since,
        @Nullable Verdict verdict,
        @Nullable String note,
        @Nullable Instant settled) {
    /** What the operator found. */
    public enum Verdict {
        /** The flag stays. */
        GOOD,
        /** The flag goes, and is never tried on this workload again. */
        BAD;

        /** As in plan.json. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By the word in plan.json. */
        public static Optional<Verdict> find(String word) {
            return Arrays.stream(values()).filter(v -> v.word().equals(word)).findFirst();
        }
    }

    /** One that begins. */
    public static Experiment begin(String worker, Workload workload, Flag flag, Instant since) {
        return new Experiment(worker, workload, flag, since, null, null, null);
    }

    /** Whether the verdict is still awaited. */
    public boolean isOpen() {
        return verdict == null;
    }

    /** Whether published files set the flag: unless it was found bad. */
    public boolean isOn() {
        return verdict != Verdict.BAD;
    }

    /** The same with the operator's verdict. */
    public Experiment judged(Verdict word, @Nullable String words) {
        return new Experiment(worker, workload, flag, since, word, words, null);
    }

    /** The same, once a plan has told of the verdict. */
    public Experiment settledAt(Instant at) {
        return new Experiment(worker, workload, flag, since, verdict, note, at);
    }

    /** Whether it is about the same flag at the same place. */
    public boolean isSameAs(Experiment other) {
        return worker.equals(other.worker) && workload.equals(other.workload) && flag == other.flag;
    }
}
