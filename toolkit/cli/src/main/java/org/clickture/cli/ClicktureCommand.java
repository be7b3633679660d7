package org.clickture.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "clickture",
        description = "Turns image click logs into labelled image data sets whose every label can be defended.",
        versionProvider = VersionLine.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  clickture build --recipe data/recipes/dog.yaml --out dog.store log.tsv",
            "  clickture dataset dog.store --out dog.csv",
            "  clickture build --help"
        })
final class ClicktureCommand implements Callable<Integer> {

    private final InputStream in;
    private final OutputStream out;

    @Spec
    private CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the versions of the toolkit and of Java.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    ClicktureCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    InputStream in() {
        return in;
    }

    /** Standard output for bytes; whoever uses it leaves picocli's writer alone. */
    OutputStream out() {
        return out;
    }

    boolean debug() {
        return debug;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
