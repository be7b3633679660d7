package org.clickture.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the libraries' log lines off the terminal, warnings too: what a user must know comes as an exception. Named by
 * {@code java.util.logging.config.class}, so that it costs nothing until a library logs.
 */
public final class QuietLogging {

    /** Called by the JDK's log manager. */
    public QuietLogging() {
        Logger.getLogger("").setLevel(Level.OFF);
    }
}
