package org.clickture.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether and how a command shows how far it has come. */
final class ProgressOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show neither progress nor counts.")
    private boolean quiet;

    boolean quiet() {
        return quiet;
    }

    /** A progress on standard error: one line in place on a terminal, a line now and then elsewhere. */
    ProgressLines open() {
        return new ProgressLines(spec.commandLine().getErr(), style(), System::nanoTime);
    }

    private ProgressLines.Style style() {
        if (quiet) {
            return ProgressLines.Style.SILENT;
        }
        return Terminal.showsErrors() ? ProgressLines.Style.IN_PLACE : ProgressLines.Style.LINES;
    }
}
