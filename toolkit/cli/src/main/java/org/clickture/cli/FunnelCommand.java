package org.clickture.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.clickture.FunnelStep;
import org.clickture.run.BuildRequest;
import org.clickture.run.Clickture;
import org.clickture.run.FunnelRequest;
import org.clickture.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "funnel",
        description = {
            "Scan a click log and tell how many rows fall out at each step, with a sample of them.",
            "The sample depends on the rows alone: the same log gives the same sample."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  clickture funnel --recipe data/recipes/dog.yaml log.tsv",
            "  clickture funnel --recipe dog.yaml --sample 10 --json shards/",
            "  clickture funnel --store dog.store"
        })
final class FunnelCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    private static final class Source {
        @Option(names = "--recipe", paramLabel = "RECIPE", description = "What to look for (YAML).")
        private @Nullable Path recipe;

        @Option(names = "--store", paramLabel = "STORE", description = "Take the recipe, columns and log of a store.")
        private @Nullable Path store;
    }

    @Option(
            names = "--columns",
            paramLabel = "COLUMNS",
            description = "With --recipe: where the fields stand; - skips one (default: "
                    + BuildRequest.CLICKTURE_COLUMNS + ").")
    private @Nullable String columns;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "3",
            description = "Show at most N rows for each step (default: ${DEFAULT-VALUE}).")
    private int sample;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private RowOptions options;

    @Mixin
    private ProgressOption progress;

    @Parameters(
            paramLabel = "LOG",
            arity = "0..*",
            description =
                    "Click logs: files, folders or globs; plain, .gz or .zst. With --store only if they have moved.")
    private List<String> logs = List.of();

    @Override
    public Integer call() {
        if (sample < 0) {
            throw misused("--sample takes 0 or more, not " + sample);
        }
        int limit = options.limit();
        new FunnelReport(steps(), limit).print(options, spec.commandLine().getOut());
        return ExitCode.OK;
    }

    private List<FunnelStep> steps() {
        int workers = threads.threads();
        Path recipe = source.recipe;
        if (recipe != null) {
            if (logs.isEmpty()) {
                throw misused("name the click log behind --recipe RECIPE");
            }
            String where = columns == null ? BuildRequest.CLICKTURE_COLUMNS : columns;
            FunnelRequest request = Misuse.refused(spec, () -> new FunnelRequest(recipe, logs, where, workers, sample));
            try (ProgressLines lines = progress.open()) {
                return Clickture.funnel(request, lines);
            }
        }
        if (columns != null) {
            throw misused("a store knows its columns: leave --columns out");
        }
        try (Store store = Clickture.open(Objects.requireNonNull(source.store));
                ProgressLines lines = progress.open()) {
            return Clickture.funnel(store, logs, workers, sample, lines);
        }
    }

    private ParameterException misused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
