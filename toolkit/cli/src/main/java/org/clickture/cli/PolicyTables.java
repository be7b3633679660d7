package org.clickture.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clickture.label.PolicyChange;
import org.clickture.label.PolicyExample;
import org.clickture.label.PolicyRow;

/** Prints policies: a row each as CSV or JSON; for people what they give, what they change, and examples. */
final class PolicyTables {

    private static final List<String> COUNTS = List.of("triads", "pairs", "images", "ambiguous");
    private static final List<String> SCORES = List.of("precision", "recall", "f1");

    private final RowOptions options;
    private final PrintWriter out;

    PolicyTables(RowOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    /** @param all how many policies there are, shown or not */
    void print(List<PolicyRow> shown, int all) {
        boolean scored = shown.stream().anyMatch(policy -> policy.score().isPresent());
        List<String> scores = scored ? SCORES : List.of();
        if (options.json() || options.csv()) {
            RowPrinter rows = options.printer(
                    out,
                    join(
                            List.of("policy", "meaning"),
                            COUNTS,
                            scores,
                            changes("added_", "removed_"),
                            List.of("added_examples", "removed_examples")));
            shown.forEach(policy -> rows.row(join(
                            List.of(policy.policy(), policy.meaning()),
                            counts(policy),
                            scores(policy),
                            changes(policy),
                            List.of(examples(policy.added()), examples(policy.removed())))
                    .toArray()));
            rows.end(shown.size(), all, "policies");
            return;
        }
        RowPrinter given = options.printer(out, join(List.of("policy"), COUNTS, scores, List.of("meaning")));
        shown.forEach(policy ->
                given.row(join(List.of(policy.policy()), counts(policy), scores(policy), List.of(policy.meaning()))
                        .toArray()));
        given.end(shown.size(), all, "policies");
        out.println();
        RowPrinter changed = options.printer(out, join(List.of("policy"), changes("+", "-")));
        shown.stream()
                .skip(1)
                .forEach(policy -> changed.row(
                        join(List.of(policy.policy()), changes(policy)).toArray()));
        changed.end();
        out.println();
        RowPrinter lines = options.printer(out, List.of("policy", "label", "image", "query"));
        shown.forEach(policy -> {
            policy.added().examples().forEach(example -> example(lines, policy, "+", example));
            policy.removed().examples().forEach(example -> example(lines, policy, "-", example));
        });
        lines.end();
    }

    private static void example(RowPrinter lines, PolicyRow policy, String sign, PolicyExample example) {
        String labels = example.labels().stream().map(label -> sign + label).collect(Collectors.joining("; "));
        lines.row(policy.policy(), labels, example.imageKey(), example.query());
    }

    private static List<Object> counts(PolicyRow policy) {
        return List.of(policy.triads(), policy.pairs(), policy.images(), policy.ambiguous());
    }

    private static List<Object> scores(PolicyRow policy) {
        return policy.score()
                .map(score -> List.<Object>of(score.precision(), score.recall(), score.f1()))
                .orElse(List.of());
    }

    private static List<String> changes(String added, String removed) {
        return COUNTS.stream()
                .flatMap(count -> Stream.of(added + count, removed + count))
                .toList();
    }

    private static List<Object> changes(PolicyRow policy) {
        PolicyChange added = policy.added();
        PolicyChange removed = policy.removed();
        return List.of(
                added.triads(),
                removed.triads(),
                added.pairs(),
                removed.pairs(),
                added.images(),
                removed.images(),
                added.ambiguous(),
                removed.ambiguous());
    }

    /** As objects in JSON, else as {@code boxer: boxer puppies} with a bar between two. */
    private Object examples(PolicyChange change) {
        return options.json()
                ? change.examples().stream().map(PolicyTables::object).toList()
                : change.examples().stream()
                        .map(example -> String.join(";", example.labels()) + ": " + example.query())
                        .collect(Collectors.joining(" | "));
    }

    private static Map<String, Object> object(PolicyExample example) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("labels", example.labels());
        object.put("image_key", example.imageKey());
        object.put("query", example.query());
        object.put("file", example.file());
        object.put("byte_offset", example.byteOffset());
        return object;
    }

    @SafeVarargs
    private static <T> List<T> join(List<? extends T>... parts) {
        List<T> all = new ArrayList<>();
        for (List<? extends T> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
