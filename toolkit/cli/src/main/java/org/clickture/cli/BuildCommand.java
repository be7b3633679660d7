package org.clickture.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clickture.run.BuildRequest;
import org.clickture.run.Clickture;
import org.clickture.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "build",
        description = "Scan a click log once into a new store.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  clickture build --recipe data/recipes/dog.yaml --out dog.store log.tsv",
            "  clickture build --recipe dog.yaml --out dog.store shards/ 'more/*.tsv.gz'",
            "  clickture build --recipe r.yaml --out s --columns key,-,query,clicks log.tsv"
        })
final class BuildCommand implements Callable<Integer> {

    private static final long MIN_MEMORY_BYTES = 4L << 20;

    @Spec
    private CommandSpec spec;

    @Option(names = "--recipe", required = true, paramLabel = "RECIPE", description = "What to look for (YAML).")
    private Path recipe;

    @Option(names = "--out", required = true, paramLabel = "STORE", description = "The folder to make.")
    private Path out;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = MemorySize.class,
            description = "Heap for the rows that match, such as 512m or 2g; more of them go into a temporary file"
                    + " beside the store (default: half of -Xmx).")
    private long memoryBytes = BuildRequest.defaultMemoryBytes();

    @Option(names = "--strict", description = "Stop at the first malformed row.")
    private boolean strict;

    @Option(names = "--force", description = "Replace the store if it exists.")
    private boolean force;

    @Mixin
    private ProgressOption progress;

    @Mixin
    private LogArguments log;

    @Override
    public Integer call() {
        if (memoryBytes < MIN_MEMORY_BYTES) {
            throw new ParameterException(spec.commandLine(), "--memory takes 4m or more");
        }
        Misuse.refuseStandardOutput(spec, "--out", out);
        int workers = threads.threads();
        JavaRuntime.refuseUnsafe();
        BuildRequest request = Misuse.refused(
                spec,
                () -> new BuildRequest(recipe, out, log.logs(), log.columns(), workers, strict, force, memoryBytes));
        try (ProgressLines lines = progress.open();
                Store store = Clickture.build(request, lines)) {
            if (!progress.quiet()) {
                new CountsReport(store.counts()).print(spec.commandLine().getOut());
            }
            Clickture.whyEmpty(store, log.logs()).ifPresent(this::warn);
        }
        return ExitCode.OK;
    }

    private void warn(String warning) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(PrintableText.line(warning));
        err.flush();
    }
}
