package org.warmplan.worker.lint;

import org.warmplan.domain.DataIssue;
import org.warmplan.worker.AiModel;

/**
 * One finding.
 *
 * @param path where in the file, like {@code [2].capacity}, or which flag or card
 * @param value the offending value; empty when it may be a secret or there is none
 * @param message one sentence without its full stop, with what follows from it
 */
public record Lint(LintCode code, String path, String value, String message) {
    static Lint of(LintCode code, AiModel entry, String field, Object value, String message) {
        return new Lint(code, entry.path(field), value.toString(), message);
    }

    public Severity severity() {
        return code.severity();
    }

    /** For a report that lists what is odd about its inputs. */
    public DataIssue toIssue(String file) {
        return new DataIssue(code.key(), file, path, value, message);
    }

    /** Two sentences for the operator. */
    public String sentences() {
        return "%s: %s. Maybe %s.".formatted(path, message, code.wayOut());
    }
}
