package org.clickture.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.clickture.run.Clickture;
import org.clickture.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "dataset",
        description = "Write the data set: one row for each label and image key, as CSV.",
        footerHeading = "%nExamples:%n",
        footer = {"  clickture dataset dog.store --out dog.csv", "  clickture dataset dog.store --out - | head"})
final class DatasetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreArgument store;

    @Mixin
    private ExportOptions export;

    @Override
    public Integer call() throws IOException {
        export.requireWritable();
        try (Store opened = store.open()) {
            export.write(
                    csv -> Clickture.writeDataset(opened, csv),
                    (csv, force) -> Clickture.writeDataset(opened, csv, force));
            PrintWriter err = spec.commandLine().getErr();
            err.println(Clickture.exportNote(opened));
            err.flush();
        }
        return ExitCode.OK;
    }
}
