package org.clickture.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.clickture.ClicktureException;
import org.clickture.Evidence;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = "Show the labels of an image and the triads behind each of them, with their place in the log.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  clickture explain dog.store 4ZpAsEJLOiMjVQ",
            "  clickture explain dog.store -- -a+key/that/begins/with-minus"
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreArgument store;

    @Parameters(paramLabel = "KEY", index = "1", description = "The image key.")
    private String imageKey;

    @Override
    public Integer call() {
        try (Store opened = store.open()) {
            LabelSet image = opened.find(imageKey)
                    .orElseThrow(() -> new ClicktureException("no image " + imageKey + " in " + store.folder()
                            + ". It may be in the log without a query that passes the gate and names a "
                            + opened.labelName() + "; 'clickture dataset' lists the keys that are there"));
            print(
                    opened.labelName(),
                    image,
                    opened.evidence(imageKey),
                    spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }

    private static void print(String labelName, LabelSet image, List<Evidence> evidence, PrintWriter out) {
        RowPrinter labels = new AlignedRows(out, List.of(labelName, "clicks", "queries"));
        for (LabelCount label : image.labels()) {
            labels.row(label.label(), label.clicks(), label.queries());
        }
        labels.end();
        for (LabelCount label : image.labels()) {
            out.println();
            RowPrinter triads = new AlignedRows(out, List.of(label.label(), "clicks", "file", "byte offset"));
            for (Evidence triad : evidence) {
                if (triad.labels().contains(label.label())) {
                    triads.row(triad.query(), triad.clicks(), triad.file(), triad.byteOffset());
                }
            }
            triads.end();
        }
    }
}
