package org.clickture.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.clickture.label.BreedRow;
import org.clickture.label.LabelStatistics;
import org.clickture.label.Plural;
import org.clickture.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "breeds",
        description = "List the breeds (or what the recipe calls a label), most images first.",
        footerHeading = "%nExamples:%n",
        footer = {"  clickture breeds dog.store", "  clickture breeds dog.store --csv > breeds.csv"})
final class BreedsCommand implements Callable<Integer> {

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
            List<BreedRow> breeds = LabelStatistics.breeds(opened);
            List<BreedRow> shown = breeds.subList(0, Math.min(limit, breeds.size()));
            RowPrinter rows = options.printer(spec.commandLine().getOut(), header(opened.labelName()));
            for (BreedRow breed : shown) {
                rows.row(
                        (long) breed.rank(),
                        breed.label(),
                        breed.images(),
                        breed.clicks(),
                        breed.imageQueries(),
                        breed.ambiguousImages(),
                        breed.ambiguousShare());
            }
            rows.end(shown.size(), breeds.size(), Plural.of(opened.labelName()));
        }
        return ExitCode.OK;
    }

    private static List<String> header(String labelName) {
        return List.of("rank", labelName, "images", "clicks", "image_queries", "ambiguous_images", "ambiguous_share");
    }
}
