package org.clickture.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.clickture.MalformedRow;
import org.clickture.manifest.CountsJson;
import org.clickture.manifest.InputFile;
import org.clickture.manifest.Manifest;
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
                out.println();
                origin(opened.manifest(), out);
                malformed(opened.manifest().malformed(), out);
            }
        }
        return ExitCode.OK;
    }

    private static void origin(Manifest manifest, PrintWriter out) {
        RowPrinter rows = new AlignedRows(out, List.of("made from", "", "bytes", "digest"));
        rows.row(
                "recipe",
                manifest.recipe().name(),
                "",
                "SHA-256 " + manifest.recipe().sha256());
        rows.row(
                "lexicon",
                manifest.lexicon().name(),
                "",
                "SHA-256 " + manifest.lexicon().sha256());
        for (InputFile input : manifest.inputs()) {
            rows.row(
                    manifest.synthetic() ? "log (synthetic)" : "log",
                    input.name(),
                    input.bytes(),
                    "CRC-32C " + input.crc32c());
        }
        rows.end();
        out.println();
        out.println("made by clickture " + manifest.toolkitVersion() + " (commit " + manifest.commit() + ") on Java "
                + manifest.jdk() + ", columns " + manifest.columns());
    }

    private static void malformed(List<MalformedRow> found, PrintWriter out) {
        if (found.isEmpty()) {
            return;
        }
        out.println();
        RowPrinter rows = new AlignedRows(out, List.of("malformed", "file", "row", "byte offset", "found"));
        for (MalformedRow row : found) {
            rows.row(row.reason().key(), row.file(), row.row(), row.byteOffset(), row.found());
        }
        rows.end();
    }
}
