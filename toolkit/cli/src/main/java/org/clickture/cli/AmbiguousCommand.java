package org.clickture.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.clickture.label.AmbiguousRow;
import org.clickture.label.LabelShare;
import org.clickture.label.LabelStatistics;
import org.clickture.label.Plural;
import org.clickture.label.Top;
import org.clickture.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "ambiguous",
        description = {
            "List the images with two or more labels, the least certain first.",
            "Entropy is that of the labels' shares of the clicks: 0 bits when one has them all."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  clickture ambiguous dog.store --top 50", "  clickture ambiguous dog.store --csv > ambiguous.csv"})
final class AmbiguousCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreArgument store;

    @Mixin
    private RowOptions options;

    @Override
    public Integer call() {
        int limit = options.limit();
        try (Store opened = store.open()) {
            Top<AmbiguousRow> images = LabelStatistics.ambiguous(opened, limit);
            String labels = options.json() ? "labels" : Plural.of(opened.labelName());
            RowPrinter rows = options.printer(
                    spec.commandLine().getOut(), List.of("image_key", labels, "clicks", "entropy_bits"));
            for (AmbiguousRow image : images.rows()) {
                rows.row(image.imageKey(), labels(image.labels()), image.clicks(), image.entropyBits());
            }
            rows.end(images.rows().size(), images.total(), "ambiguous images");
        }
        return ExitCode.OK;
    }

    /** As objects in JSON, as {@code boxer:12;pug:8} (clicks) in CSV, with percentages for people. */
    private Object labels(List<LabelShare> labels) {
        if (options.json()) {
            return LabelJson.shares(labels);
        }
        return options.csv()
                ? labels.stream()
                        .map(label -> label.label() + ":" + label.clicks())
                        .collect(Collectors.joining(";"))
                : labels.stream()
                        .map(label -> String.format(Locale.ROOT, "%s %.0f %%", label.label(), 100 * label.share()))
                        .collect(Collectors.joining(", "));
    }
}
