package org.clickture.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.clickture.LabelSet;
import org.clickture.resolve.TypeRow;
import org.clickture.run.Clickture;
import org.clickture.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "types",
        description = {
            "Tell why images have several labels, with examples.",
            "An image has the first type that holds, from top to bottom."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  clickture types dog.store",
            "  clickture types dog.store --homonyms data/lexicons/dog-homonyms.tsv --examples 5 --json"
        })
final class TypesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreArgument store;

    @Option(
            names = "--homonyms",
            paramLabel = "F.tsv",
            description = "Names with another meaning and the words that speak for it.")
    private @Nullable Path homonyms;

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "2",
            description = "Show at most N images of each type (default: ${DEFAULT-VALUE}).")
    private int examples;

    @Mixin
    private RowOptions options;

    @Override
    public Integer call() {
        if (examples < 0) {
            throw new ParameterException(spec.commandLine(), "--examples takes 0 or more, not " + examples);
        }
        int limit = options.limit();
        try (Store opened = store.open()) {
            List<TypeRow> types = Clickture.ambiguityTypes(opened, homonyms, examples);
            List<TypeRow> shown = types.subList(0, Math.min(limit, types.size()));
            RowPrinter rows = options.printer(
                    spec.commandLine().getOut(), List.of("type", "meaning", "images", "share", "examples"));
            for (TypeRow row : shown) {
                rows.row(row.type().key(), row.type().meaning(), row.images(), row.share(), examples(row));
            }
            rows.end(shown.size(), types.size(), "types");
        }
        return ExitCode.OK;
    }

    /** As objects in JSON, else as {@code key: boxer 12, pug 8} (clicks). */
    private Object examples(TypeRow row) {
        return options.json()
                ? row.examples().stream().map(TypesCommand::object).toList()
                : row.examples().stream().map(TypesCommand::example).collect(Collectors.joining("; "));
    }

    private static Map<String, Object> object(LabelSet image) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("image_key", image.imageKey());
        object.put("labels", LabelJson.counts(image.labels()));
        return object;
    }

    private static String example(LabelSet image) {
        return image.imageKey() + ": "
                + image.labels().stream()
                        .map(label -> label.label() + " " + label.clicks())
                        .collect(Collectors.joining(", "));
    }
}
