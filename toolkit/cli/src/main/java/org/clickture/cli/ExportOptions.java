package org.clickture.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.clickture.run.Clickture;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command exports CSV to: a file, or standard output. */
final class ExportOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "F.csv",
            description = "The file to write; - for standard output.")
    private Path out;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    /** Writes into a stream, which stays open. */
    @FunctionalInterface
    interface ToStream {
        void write(OutputStream csv) throws IOException;
    }

    /** Writes a whole file or none. */
    @FunctionalInterface
    interface ToFile {
        void write(Path csv, boolean force);
    }

    /**
     * To be called before long work.
     *
     * @throws org.clickture.ClicktureException if the file cannot be written
     */
    void requireWritable() {
        if (!StandardOutput.isMeantBy(out)) {
            Clickture.requireWritable(out, force);
        }
    }

    /** Exports by one of the two. */
    void write(ToStream toStream, ToFile toFile) throws IOException {
        if (StandardOutput.isMeantBy(out)) {
            toStream.write(((ClicktureCommand) spec.parent().userObject()).out());
        } else {
            toFile.write(out, force);
        }
    }
}
