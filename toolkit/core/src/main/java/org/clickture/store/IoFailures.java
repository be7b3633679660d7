package org.clickture.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.clickture.ClicktureException;

/** Says in words what Java's input and output exceptions leave to their names. */
final class IoFailures {

    private IoFailures() {}

    /**
     * What to throw when something cannot be done with a file.
     *
     * @param action such as {@code cannot write}
     */
    static ClicktureException of(String action, Path file, IOException cause) {
        return new ClicktureException(action + " " + file + ": " + reason(cause), cause);
    }

    /** What went wrong, in words. */
    static String reason(IOException cause) {
        String place = cause instanceof FileSystemException e && e.getFile() != null ? " (" + e.getFile() + ")" : "";
        if (cause instanceof NoSuchFileException) {
            return "there is no such file" + place;
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied" + place;
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "it exists" + place;
        }
        if (cause instanceof ClosedByInterruptException) {
            return "interrupted";
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }
}
