package org.warmplan.worker.lint;

import java.util.Locale;

/** How much a finding matters, worst first. */
public enum Severity {
    /** By the figures a container or its jobs fail, or money is lost. */
    ERROR,
    /** It does not do what its author meant, or may fail. */
    WARNING,
    /** Good to know. */
    NOTE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
