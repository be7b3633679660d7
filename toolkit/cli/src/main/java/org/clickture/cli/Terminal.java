package org.clickture.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody watches. */
final class Terminal {

    private Terminal() {}

    /**
     * Whether standard error is a terminal, as far as Java can tell: standard input and output must be one too, as only
     * Linux names the file behind standard error.
     */
    @SuppressWarnings("SystemConsoleNull") // it is null on 17, and isTerminal() settles it later on
    static boolean showsErrors() {
        Console console = System.console();
        return console != null && isTerminal(console) && errorsGoToADevice();
    }

    /** Up to JDK 21 a console is a terminal; since JDK 22 there may be one without, and it says so. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static boolean errorsGoToADevice() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/2")).startsWith("/dev");
        } catch (IOException | UnsupportedOperationException e) {
            return true;
        }
    }
}
