package org.clickture.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clickture.ClicktureException;
import org.clickture.run.Clickture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "match",
        description = {
            "Try a recipe on queries, one a line.",
            "Prints for each: whether it passes the gate (true or false), TAB, its labels joined by ';', TAB, the query.",
            "Names that the recipe does not count, such as homonyms without context, give no label."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  echo 'boxer puppies' | clickture match --recipe data/recipes/dog.yaml",
            "  clickture match --recipe dog.yaml queries.txt | grep ^true"
        })
final class MatchCommand implements Callable<Integer> {

    @ParentCommand
    private ClicktureCommand clickture;

    @Option(names = "--recipe", required = true, paramLabel = "RECIPE", description = "What to look for (YAML).")
    private Path recipe;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The queries (default: standard input).")
    private @Nullable Path file;

    @Override
    public Integer call() {
        QueryLines lines = new QueryLines(Clickture.matcher(recipe)::match, clickture.out());
        try (InputStream queries = file == null ? clickture.in() : new FileInputStream(file.toFile())) {
            lines.matchAll(queries);
        } catch (IOException e) {
            throw new ClicktureException("cannot read the queries: " + e.getMessage(), e);
        }
        return ExitCode.OK;
    }
}
