package org.clickture.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.clickture.check.Finding;
import org.clickture.run.Clickture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "recipe",
        description = "Look after recipes.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = RecipeCommand.Check.class,
        footerHeading = "%nExamples:%n",
        footer = "  clickture recipe check data/recipes/dog.yaml")
final class RecipeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "what about the recipe? There is: clickture recipe check RECIPE");
    }

    @Command(
            name = "check",
            description = {
                "Find what is wrong or risky in a recipe and its lexicon: errors, risks, notes.",
                "Shows the first 3 findings of each rule, or as many as --top says; as CSV or JSON all.",
                "Exits with 1 if there is an error."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  clickture recipe check data/recipes/dog.yaml",
                "  clickture recipe check dog.yaml --homonyms data/lexicons/dog-homonyms.tsv --all",
                "  clickture recipe check dog.yaml --json"
            })
    static final class Check implements Callable<Integer> {

        private static final int FOR_EACH_RULE = 3;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "RECIPE", description = "The recipe (YAML).")
        private Path recipe;

        @Option(
                names = "--homonyms",
                paramLabel = "F.tsv",
                description = "Names with another meaning; checked besides the recipe's own.")
        private @Nullable Path homonyms;

        @Option(names = "--all", description = "Show every finding, as --top 0 does.")
        private boolean all;

        @Mixin
        private RowOptions options;

        @Override
        public Integer call() {
            int limit = all ? Integer.MAX_VALUE : options.limit(FOR_EACH_RULE);
            List<Finding> findings = Clickture.checkRecipe(recipe, homonyms);
            if (options.json() || options.csv()) {
                RowPrinter rows = options.printer(
                        spec.commandLine().getOut(), List.of("grade", "rule", "file", "line", "what", "why", "remedy"));
                findings.stream()
                        .limit(limit)
                        .forEach(f -> rows.row(f.grade(), f.rule(), f.file(), f.line(), f.what(), f.why(), f.remedy()));
                rows.end();
            } else {
                new FindingsReport(spec.commandLine().getOut(), limit).print(recipe, findings);
            }
            return findings.stream().anyMatch(Finding::error) ? ExitCode.SOFTWARE : ExitCode.OK;
        }
    }
}
