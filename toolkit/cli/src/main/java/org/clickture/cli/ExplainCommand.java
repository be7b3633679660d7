package org.clickture.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clickture.ClicktureException;
import org.clickture.DroppedRows;
import org.clickture.ImageExplanation;
import org.clickture.run.Clickture;
import org.clickture.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = {
            "Show the labels of an image and the triads behind each of them, with their place in the log.",
            "[Brackets] mark the name that was found in a query."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  clickture explain dog.store 4ZpAsEJLOiMjVQ",
            "  clickture explain dog.store 4ZpAsEJLOiMjVQ --dropped",
            "  clickture explain dog.store 4ZpAsEJLOiMjVQ --dropped new/place/of/the/log/",
            "  clickture explain dog.store -- -a+key/that/begins/with-minus"
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreArgument store;

    @Parameters(paramLabel = "KEY", index = "1", description = "The image key.")
    private String imageKey;

    @Option(
            names = "--dropped",
            description = "Scan the log once more and show the rows of the image that give it no label, and why.")
    private boolean dropped;

    @Parameters(
            paramLabel = "LOG",
            index = "2..*",
            description = "With --dropped: the log that the store was built from, if it has moved.")
    private List<String> logs = List.of();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private ProgressOption progress;

    @Override
    public Integer call() {
        if (!dropped && !logs.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "a log is read with --dropped only");
        }
        int workers = threads.threads();
        PrintWriter out = spec.commandLine().getOut();
        try (Store opened = store.open()) {
            Optional<ImageExplanation> image = Clickture.explain(opened, imageKey);
            Optional<DroppedRows> rows = dropped ? Optional.of(scan(opened, workers)) : Optional.empty();
            if (image.isEmpty() && rows.map(DroppedRows::rows).orElse(0L) == 0) {
                throw unknown(opened);
            }
            if (json) {
                new ExplainJson(imageKey, image, rows).print(out);
            } else {
                new ExplainReport(image, rows).print(out);
            }
        }
        return ExitCode.OK;
    }

    private DroppedRows scan(Store opened, int workers) {
        try (ProgressLines lines = progress.open()) {
            return Clickture.dropped(opened, imageKey, logs, workers, lines);
        }
    }

    private ClicktureException unknown(Store opened) {
        return new ClicktureException("no image " + imageKey + " in " + store.folder()
                + (dropped
                        ? ", nor in its log"
                        : ". It may be in the log without a query that passes the gate and names a "
                                + opened.labelName() + ": --dropped tells")
                + "; 'clickture dataset' lists the keys that are there");
    }
}
