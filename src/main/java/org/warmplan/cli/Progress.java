package org.warmplan.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.warmplan.files.Visible;

/** How far a command is, on one line of a terminal that is drawn again; nothing where lines cannot be drawn again. */
record Progress(PrintStream err, Look look) {
    private static final String ERASE = "\r\u001B[K";
    private static final int BAR = 20;

    /** The steps of a plan, in order. */
    enum Step {
        READING_HISTORY(0),
        ESTIMATING(1),
        SOLVING(2),
        EXPLAINING(3),
        WRITING(4);

        private final int before;

        Step(int before) {
            this.before = before;
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    void at(Step step) {
        draw(step.before, Step.values().length, step.words());
    }

    /** Asking a source, the {@code number}-th from 1 of {@code count}. */
    void collecting(int number, int count, String source) {
        draw(number - 1, count, "collecting %d/%d %s".formatted(number, count, source));
    }

    /** Playing a market, the {@code number}-th part from 1 of {@code count}. */
    void playing(int number, int count, String what) {
        draw(number - 1, count, "playing " + what);
    }

    /** Solving a problem, the {@code number}-th from 1 of {@code count}. */
    void solving(int number, int count, String problem) {
        draw(number - 1, count, "solving " + problem);
    }

    /** Waiting for slots to be warm, {@code warm} of {@code count}. */
    void waiting(int warm, int count, Duration left) {
        draw(warm, count, "%d of %d warm, waiting %d s more".formatted(warm, count, left.toSeconds()));
    }

    /** Takes the line away, for other text to stand there. */
    void clear() {
        if (look.live()) {
            err.print(ERASE);
            err.flush();
        }
    }

    private void draw(int done, int count, String words) {
        if (look.live()) {
            int filled = BAR * done / count;
            String line = "[%s%s] %s".formatted("#".repeat(filled), "-".repeat(BAR - filled), words);
            // The last column stays free: some terminals go to the next line once it is filled.
            err.print(ERASE + Visible.brief(line, look.columns() - 1));
            err.flush();
        }
    }
}
