package org.clickture.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clickture.label.PolicyRow;
import org.clickture.run.Clickture;
import org.clickture.run.PoliciesRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "policies",
        description = {
            "Scan a click log once under several match policies and compare them.",
            "+ and - are what a policy adds to the recipe and removes from it; a triad that gains or loses one of several "
                    + "labels counts, too."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  clickture policies --recipe data/recipes/dog.yaml log.tsv",
            "  clickture policies --recipe dog.yaml --truth truth.tsv --examples 10 log.tsv"
        })
final class PoliciesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--recipe", required = true, paramLabel = "RECIPE", description = "What others are compared with.")
    private Path recipe;

    @Option(
            names = "--open",
            paramLabel = "RECIPE",
            description = "A recipe with homonyms in place of the gate (default: NAME-open.yaml beside NAME.yaml).")
    private @Nullable Path open;

    @Option(
            names = "--truth",
            paramLabel = "TRUTH.tsv",
            description =
                    "What 'clickture synth --truth' wrote, or lines of image key, TAB, label: tells how right each"
                            + " policy is.")
    private @Nullable Path truth;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "3",
            description = "Show at most N rows that a policy adds and N that it removes (default: ${DEFAULT-VALUE}).")
    private int examples;

    @Mixin
    private RowOptions options;

    @Mixin
    private ProgressOption progress;

    @Mixin
    private LogArguments log;

    @Override
    public Integer call() {
        if (examples < 0) {
            throw new ParameterException(spec.commandLine(), "--examples takes 0 or more, not " + examples);
        }
        int limit = options.limit();
        int workers = threads.threads();
        PoliciesRequest request = Misuse.refused(
                spec,
                () -> new PoliciesRequest(
                        recipe,
                        open == null ? PoliciesRequest.openBeside(recipe) : Optional.of(open),
                        log.logs(),
                        log.columns(),
                        workers,
                        examples,
                        Optional.ofNullable(truth)));
        List<PolicyRow> policies;
        try (ProgressLines lines = progress.open()) {
            policies = Clickture.policies(request, lines);
        }
        List<PolicyRow> shown = policies.subList(0, Math.min(limit, policies.size()));
        new PolicyTables(options, spec.commandLine().getOut()).print(shown, policies.size());
        return ExitCode.OK;
    }
}
