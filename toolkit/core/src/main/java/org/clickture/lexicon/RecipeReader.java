package org.clickture.lexicon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.clickture.ClicktureException;
import org.clickture.MatchPolicy;
import org.clickture.Recipe;
import org.clickture.TextFile;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads recipes: small YAML files with the keys of {@link Recipe}. {@code label} and {@code lexicon} must be there; the
 * others have defaults: no gate, all kinds, longest match, plurals, nothing excluded; every name that is found counts, and
 * none is misspelt.
 */
public final class RecipeReader {

    private static final List<String> KEYS = List.of(
            "gate",
            "label",
            "lexicon",
            "kinds",
            "match",
            "plural",
            "exclude",
            "homonyms",
            "context",
            "reject",
            "compounds",
            "spelling");

    /** Columns beside the label, or its plural, in lexicons and in the files that we write. */
    private static final Set<String> OTHER_COLUMNS = Set.of(
            "aliases",
            "kind",
            "parent",
            "homonym",
            "image_key",
            "clicks",
            "queries",
            "confidence",
            "candidates",
            "rank",
            "images",
            "image_queries",
            "ambiguous_images",
            "ambiguous_share",
            "entropy_bits",
            "subject",
            "noise",
            "noise_breed");

    private final Path file;
    private final Map<String, Node> values = new TreeMap<>();

    private RecipeReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a recipe.
     *
     * @throws ClicktureException if it cannot be used, with file, line and what to do
     */
    public static Recipe read(Path file) {
        return read(file, TextFile.read(file, "recipe"));
    }

    /**
     * Reads a recipe as far as it can be read, and shows every problem instead of the first one alone.
     *
     * @param problems gets what {@link #read(Path)} would throw if it were the only one
     * @return the recipe without the keys that cannot be used; empty if nothing is left to work with
     */
    public static Optional<Recipe> read(Path file, Consumer<ClicktureException> problems) {
        return new RecipeMending(file, problems).read();
    }

    /** Reads a recipe that has the given text. */
    static Recipe read(Path file, TextFile source) {
        return new RecipeReader(file).read(source);
    }

    private Recipe read(TextFile source) {
        readKeys(compose(source.text()));
        return new Recipe(
                file,
                source.sha256(),
                texts("gate"),
                label(),
                file.resolveSibling(text("lexicon")),
                texts("kinds"),
                match(),
                plural(),
                texts("exclude"),
                homonyms(),
                texts("context"),
                texts("reject"),
                compounds(),
                spelling());
    }

    private MappingNode compose(String yaml) {
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(yaml);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return mapping;
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new ClicktureException(file + ":" + line + ": not YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new ClicktureException(file + ": not YAML: " + e.getMessage(), e);
        }
        throw new ClicktureException(
                file + ":1: a recipe is a list of `key: value`; keys are " + String.join(", ", KEYS));
    }

    private void readKeys(MappingNode root) {
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple tuple : root.getValue()) {
            Node node = tuple.getKeyNode();
            String key = node instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!KEYS.contains(key)) {
                throw at(node, "unknown key `" + key + "`; did you mean `" + Nearest.of(key, KEYS) + "`?");
            }
            Integer first = lines.putIfAbsent(key, line(node));
            if (first != null) {
                throw at(node, "`" + key + "` stands also in line " + first + "; keep one");
            }
            values.put(key, tuple.getValueNode());
        }
    }

    private String text(String key) {
        Node node = values.get(key);
        if (node == null) {
            throw new ClicktureException(file + ": `" + key + "` is missing; add a line `" + key + ": ...`");
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw at(node, "`" + key + "` must be one text, such as `" + key + ": breed`");
    }

    private String label() {
        String label = text("label");
        String lower = label.toLowerCase(Locale.ROOT);
        for (String name : List.of(lower, Plurals.of(lower))) {
            if (OTHER_COLUMNS.contains(name)) {
                throw at(
                        values.get("label"),
                        "`label` is `" + label + "`, but a lexicon or a file that we write has another column `" + name
                                + "`; choose another word, here and in the lexicon's header");
            }
        }
        return label;
    }

    private List<String> texts(String key) {
        Node node = values.get(key);
        if (node == null || isEmpty(node)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw at(node, "`" + key + "` must be a list, such as `" + key + ": [one, two]`");
        }
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof ScalarNode scalar)) {
                throw at(item, "`" + key + "` must hold texts only");
            }
            texts.add(scalar.getValue());
        }
        return texts;
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    }

    private MatchPolicy match() {
        Node node = values.get("match");
        return switch (scalar(node, "longest")) {
            case "longest" -> MatchPolicy.LONGEST;
            case "all" -> MatchPolicy.ALL;
            default -> throw at(node, "`match` must be `longest` or `all`");
        };
    }

    private boolean plural() {
        Node node = values.get("plural");
        return switch (scalar(node, "true")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw at(node, "`plural` must be `true` or `false`");
        };
    }

    private @Nullable Path homonyms() {
        if (values.containsKey("homonyms")) {
            return file.resolveSibling(text("homonyms"));
        }
        if (values.containsKey("context")) {
            throw at(values.get("context"), "`context` is for homonyms; add a line `homonyms: ...`, or remove it");
        }
        return null;
    }

    private List<String> compounds() {
        if (values.containsKey("compounds") && !values.containsKey("context") && !values.containsKey("reject")) {
            throw at(
                    values.get("compounds"),
                    "`compounds` are for the phrases of `context` and `reject`; add a line `reject: [...]`, or remove it");
        }
        return texts("compounds");
    }

    private int spelling() {
        Node node = values.get("spelling");
        return switch (scalar(node, "0")) {
            case "0" -> 0;
            case "1" -> 1;
            default -> throw at(node, "`spelling` must be 0 or 1: so many edits a word may be away");
        };
    }

    private static String scalar(@Nullable Node node, String missing) {
        if (node == null) {
            return missing;
        }
        return node instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private static int line(@Nullable Node node) {
        return node == null ? 1 : node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private ClicktureException at(@Nullable Node node, String message) {
        return new ClicktureException(file + ":" + line(node) + ": " + message);
    }
}
