package org.clickture.jupyter;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** Keeps what libraries log out of the cells: it goes to the kernel's own log. */
final class Silence {

    private Silence() {}

    static void keepLibrariesOutOfCells() {
        if (System.getProperty("slf4j.internal.verbosity") == null) {
            System.setProperty("slf4j.internal.verbosity", "ERROR");
        }
        Logger root = LogManager.getLogManager().getLogger("");
        root.setLevel(Level.WARNING); // the level below is chatter, the kernel's own too
        // The console handler keeps the System.err of its first use, which in a kernel is the output of a cell.
        for (Handler handler : root.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                root.removeHandler(handler);
                root.addHandler(new ProcessErrorHandler());
            }
        }
    }

    /** Writes to the standard error of the process, whatever {@code System.err} is. */
    private static final class ProcessErrorHandler extends StreamHandler {
        ProcessErrorHandler() {
            super(new FileOutputStream(FileDescriptor.err), new SimpleFormatter());
        }

        @Override
        public synchronized void publish(LogRecord message) {
            super.publish(message);
            flush();
        }
    }
}
