package org.clickture;

/**
 * A run cannot go on for a reason that its user can mend: the message says what is wrong, where (file, row or line, byte
 * offset) and what to do. Shown without a stack trace.
 */
public final class ClicktureException extends RuntimeException {

    public ClicktureException(String message) {
        super(message);
    }

    public ClicktureException(String message, Throwable cause) {
        super(message, cause);
    }
}
