package org.clickture.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clickture.run.Clickture;
import org.clickture.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "dataset",
        description = "Write the data set: one row for each label and image key, as CSV.",
        footerHeading = "%nExamples:%n",
        footer = {"  clickture dataset dog.store --out dog.csv", "  clickture dataset dog.store --out - | head"})
final class DatasetCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private ClicktureCommand clickture;

    @Mixin
    private StoreArgument store;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "F.csv",
            description = "The file to write; - for standard output.")
    private String out;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        boolean toStandardOutput = out.equals(STANDARD_OUTPUT);
        if (!toStandardOutput) {
            Clickture.requireWritable(Path.of(out), force);
        }
        try (Store opened = store.open()) {
            if (toStandardOutput) {
                Clickture.writeDataset(opened, clickture.out());
            } else {
                Clickture.writeDataset(opened, Path.of(out), force);
            }
            PrintWriter err = spec.commandLine().getErr();
            err.println(Clickture.exportNote(opened));
            err.flush();
        }
        return ExitCode.OK;
    }
}
