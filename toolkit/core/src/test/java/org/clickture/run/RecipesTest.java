package org.clickture.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clickture.Progress;
import org.clickture.check.Finding;
import org.clickture.oracle.Oracle;
import org.clickture.oracle.Rules;
import org.clickture.synth.Knob;
import org.clickture.synth.Synth;
import org.clickture.synth.SynthRequest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recipes of {@code data/recipes} for other things than dogs. */
class RecipesTest {

    private static final Path DATA = Path.of("../../data");

    /**
     * What a recipe is about.
     *
     * @param atLeast so many rows has its lexicon
     * @param sources the ids of the sources that its rows may name
     * @param risks that are known and taken, by rule
     */
    record Thing(String key, String lexicon, String label, int atLeast, Set<String> sources, Set<String> risks) {

        @Override
        public String toString() {
            return key;
        }

        Path recipe() {
            return DATA.resolve("recipes/" + key + ".yaml");
        }

        Path homonyms() {
            return DATA.resolve("lexicons/" + key + "-homonyms.tsv");
        }

        Path lexiconFile() {
            return DATA.resolve("lexicons/" + lexicon + ".tsv");
        }
    }

    static List<Thing> things() {
        return List.of(
                new Thing(
                        "cat",
                        "cat-breeds",
                        "breed",
                        90,
                        Set.of("vbo", "corpora", "faker", "pets", "wordnet", "cur"),
                        Set.of()),
                new Thing(
                        "bird",
                        "bird-species",
                        "species",
                        900,
                        Set.of("faker", "cub", "corpora", "wordnet"),
                        Set.of("name-is-gate")),
                new Thing(
                        "car",
                        "car-models",
                        "model",
                        750,
                        Set.of("vehicles", "stanford", "faker"),
                        Set.of("ordinary-word", "plural-is-name")),
                new Thing(
                        "flower",
                        "flower-species",
                        "species",
                        700,
                        Set.of("wordnet", "oxford", "corpora", "cur"),
                        Set.of()));
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("things")
    void hasNoErrorAndOnlyRisksThatAreKnown(Thing thing) {
        List<Finding> findings = Clickture.checkRecipe(thing.recipe(), thing.homonyms());

        assertThat(findings).noneMatch(Finding::error);
        assertThat(findings.stream()
                        .filter(finding -> finding.grade().equals("risk"))
                        .map(Finding::rule)
                        .collect(Collectors.toSet()))
                .isEqualTo(thing.risks);
    }

    @ParameterizedTest
    @MethodSource("things")
    void leavesNoNameThatPassesTheGateWithoutALabelButFilmsAndBrands(Thing thing) {
        assertThat(Clickture.checkRecipe(thing.recipe(), null).stream()
                        .filter(finding -> finding.rule().equals("homonym-passes-gate"))
                        .map(Finding::what))
                .isEqualTo(
                        thing.key.equals("bird")
                                ? List.of("\"american eagle\" holds \"eagle\"", "\"black swan\" holds \"swan\"")
                                : List.of());
    }

    @ParameterizedTest
    @MethodSource("things")
    void readsExampleQueriesAsAPersonWould(Thing thing) throws IOException {
        QueryMatcher matcher = Clickture.matcher(thing.recipe());
        List<String> lines = resource(thing.key + "-queries.tsv").lines().toList();

        assertThat(lines).hasSizeGreaterThanOrEqualTo(40).allSatisfy(line -> {
            String[] fields = line.split("\t", 3);
            QueryMatcher.Match match = matcher.match(fields[2].getBytes(UTF_8));
            Set<String> expected = fields[1].isEmpty() ? Set.of() : Set.of(fields[1].split(";"));
            assertThat(match.gate()).isEqualTo(Boolean.parseBoolean(fields[0]));
            assertThat(new HashSet<>(match.labels())).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @MethodSource("things")
    void keepsItsLexiconSortedAndSaysWhereEachRowIsFrom(Thing thing) throws IOException {
        for (Path file : List.of(thing.lexiconFile(), thing.homonyms())) {
            String text = Files.readString(file);
            assertThat(text).endsWith("\n").doesNotContain("\r", " \n", "  ", " \t", "\t ", ";;");
            List<String> rows = text.lines().skip(1).toList();
            assertThat(rows.stream().map(row -> row.substring(0, row.indexOf('\t'))))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
        assertThat(Files.readAllLines(thing.homonyms()).stream().skip(1)).allSatisfy(row -> {
            String[] fields = row.split("\t", -1);
            assertThat(fields).hasSize(6);
            assertThat(fields[3]).isIn("strong", "weak");
            assertThat(fields[5]).isNotEmpty();
        });
        List<String> rows = Files.readAllLines(thing.lexiconFile());
        List<String> header = Arrays.asList(rows.get(0).split("\t", -1));
        assertThat(header).startsWith(thing.label, "aliases").contains("kind", "parent", "homonym");
        assertThat(rows.size()).isGreaterThan(thing.atLeast);
        assertThat(rows.stream().skip(1)).allSatisfy(row -> {
            String[] fields = row.split("\t", -1);
            assertThat(fields).hasSameSizeAs(header);
            assertThat(thing.sources).containsAll(List.of(fields[header.indexOf("sources")].split(";")));
        });
    }

    @ParameterizedTest
    @MethodSource("things")
    void buildsASyntheticLogLikeTheOracle(Thing thing) throws IOException {
        Path log = folder.resolve("log.tsv");
        SynthRequest request = SynthRequest.of(thing.recipe())
                .withSeed(5)
                .withImages(600)
                .with(Knob.DOG_SHARE, 0.5)
                .with(Knob.UNUSUAL_SHARE, 0.05)
                .with(Knob.MALFORMED_SHARE, 0.01);
        Synth.write(request, log, folder.resolve("truth.tsv"), false, Progress.NONE);

        Oracle.Outcome expected = Oracle.label(
                Rules.read(thing.recipe()),
                "key,query,clicks",
                new TreeMap<>(Map.of("log.tsv", Files.readAllBytes(log))));
        Oracle.Outcome outcome =
                new EngineRun(thing.recipe(), "key,query,clicks", log).outcome(folder.resolve("store"));

        assertThat(outcome).isEqualTo(expected);
        assertThat(outcome.counts().images()).isGreaterThan(250);
        assertThat(outcome.counts().breeds()).isGreaterThan(40);
        assertThat(outcome.counts().ambiguous()).isGreaterThan(20);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RecipesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
