package org.clickture.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Whether somebody watches, and how much fits on a line there. */
final class Terminal {

    private Terminal() {}

    /** How many columns a line of standard output has; {@code otherwise} if it is no terminal, as far as Java can tell. */
    static int columns(int otherwise) {
        return isThere() ? Width.COLUMNS : otherwise;
    }

    /** Asked of the terminal by a process of its own, and therefore once. */
    private static final class Width {
        private static final int COLUMNS =
                new UsageMessageSpec().autoWidth(true).width();
    }

    /**
     * Whether standard error is a terminal, as far as Java can tell: standard input and output must be one too, as only
     * Linux names the file behind standard error.
     */
    static boolean showsErrors() {
        return isThere() && errorsGoToADevice();
    }

    /** Whether standard input and output are one. */
    @SuppressWarnings("SystemConsoleNull") // it is null on 17, and isTerminal() settles it later on
    private static boolean isThere() {
        Console console = System.console();
        return console != null && isTerminal(console);
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
