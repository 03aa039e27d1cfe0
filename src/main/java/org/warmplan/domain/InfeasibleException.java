package org.warmplan.domain;

/** No plan obeys all the rules, or the file to publish would not start. The message names the rules. Exit code 4. */
public final class InfeasibleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InfeasibleException(String message) {
        super(message);
    }
}
