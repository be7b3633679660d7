package org.clickture.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.clickture.manifest.CountsJson;
import org.clickture.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "summary",
        description = "Show the counts of a store, where it came from and its first malformed rows.",
        footerHeading = "%nExamples:%n",
        footer = {"  clickture summary dog.store", "  clickture summary dog.store --json"})
final class SummaryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreArgument store;

    @Option(names = "--json", description = "Print the counts as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Store opened = store.open()) {
            if (json) {
                out.print(CountsJson.write(opened.counts()));
            } else {
                new CountsReport(opened.counts()).print(out);
                new OriginReport(opened.manifest()).print(out);
            }
        }
        return ExitCode.OK;
    }
}
