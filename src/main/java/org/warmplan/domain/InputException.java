package org.warmplan.domain;

/**
 * Something we were given is missing or cannot be read. The message is one line for the person who gave it: what, which
 * value, where, and "Maybe ..." with the way out. The program ends with exit code 3.
 */
public class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
