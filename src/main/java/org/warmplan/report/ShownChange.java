package org.warmplan.report;

import org.warmplan.explain.Change;
import org.warmplan.files.Visible;

/**
 * A line of what changes in report.html.
 *
 * @param mark a character that says the same as the word
 * @param worker where, with the number of replicas when there are several
 */
record ShownChange(String kind, String mark, ShownWorkload workload, String worker, String reason) {
    static ShownChange of(Change change) {
        return new ShownChange(
                change.kind().word(),
                mark(change.kind()),
                ShownWorkload.of(change.workload()),
                Visible.of(change.worker()) + (change.count() > 1 ? ", " + change.count() + " replicas" : ""),
                Visible.of(change.reason()));
    }

    private static String mark(Change.Kind kind) {
        return switch (kind) {
            case WARMED -> "+";
            case COOLED -> "−";
            case MOVED -> "→";
            case KEPT -> "=";
        };
    }
}
