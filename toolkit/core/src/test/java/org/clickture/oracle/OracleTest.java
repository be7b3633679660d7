package org.clickture.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clickture.Evidence;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.MatchPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OracleTest {

    private static final String COLUMNS = "key,query,clicks";

    static List<Trap> traps() {
        return Trap.all();
    }

    @ParameterizedTest
    @MethodSource("traps")
    void labelsEveryTrapAsExpected(Trap trap) throws IOException {
        Oracle.Outcome outcome = Oracle.label(Rules.read(trap.recipe()), trap.columns(), trap.files());

        assertThat(outcome.dataset()).isEqualTo(trap.dataset());
        assertThat(outcome.counts()).isEqualTo(trap.counts());
        if (!trap.places().isEmpty()) {
            assertThat(outcome.places()).isEqualTo(trap.places());
        }
    }

    @Test
    void cutsTextsIntoTheTokensOfTheTable() {
        assertThat(Trap.table("tokens.tsv"))
                .hasSizeGreaterThan(80)
                .allSatisfy(row -> assertThat(String.join(" ", Text.tokens(row.get(0))))
                        .as(row.get(0))
                        .isEqualTo(row.get(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"longest", "all", "singular"})
    void findsTheLabelsOfTheTable(String policy) throws IOException {
        Oracle oracle = Oracle.of(Rules.read(Trap.recipe(policy)));

        assertThat(Trap.table("matches.tsv"))
                .filteredOn(row -> row.get(0).equals(policy))
                .isNotEmpty()
                .allSatisfy(row -> {
                    List<String> tokens = Text.tokens(row.get(1));
                    assertThat(oracle.passesGate(tokens) + "\t" + String.join(";", oracle.labels(tokens)))
                            .as(row.toString())
                            .isEqualTo(row.get(2) + "\t" + row.get(3));
                });
    }

    @Test
    void keepsTheEvidenceOfAnImage() throws IOException {
        Oracle.Outcome outcome = label("a\tboxer dog\t1\nb\tdog food\t2\n", "\uFEFFa\tpoodle's dog boxer\t4");

        assertThat(outcome.images())
                .isEqualTo(Map.of(
                        "a",
                        new LabelSet("a", List.of(new LabelCount("boxer", 5, 2), new LabelCount("poodle", 4, 1)))));
        assertThat(outcome.evidence())
                .isEqualTo(Map.of(
                        "a",
                        List.of(
                                new Evidence("boxer dog", 1, List.of("boxer"), "1", 0),
                                new Evidence("poodle's dog boxer", 4, List.of("boxer", "poodle"), "2", 3))));
    }

    @Test
    void readsRowsOfAnyLength() throws IOException {
        String query = "boxer dog ".repeat(20_000);

        assertThat(label("a\t" + query + "\t1\n" + "\0".repeat(200_000) + "\nb\tboxer dog\t2\n")
                        .dataset())
                .isEqualTo("breed,image_key,clicks,queries\nboxer,a,1,1\nboxer,b,2,1\n");
    }

    @Test
    void addsClicksUpToTheLargestLongAndNotBeyond() throws IOException {
        String log = "a\tboxer dog\t999999999999999\n".repeat(9223) + "a\tboxer dog\t372036854785030\n";

        assertThat(label(log).dataset()).endsWith("\nboxer,a,9223372036854775807,1\n");
        assertThat(label(log + "b\tboxer dog\t1\na\tpoodle dog\t1\n").counts().pairs())
                .isEqualTo(3);
        assertThatThrownBy(() -> label(log, "a\tboxer dog\t1\n")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesANameThatIsEmptyOrOfTwoLabels() {
        refuses(entry("!"));
        refuses(entry("fox", "fennec"), entry("wolf", "Fennec"));
        refuses(entry("fox"), entry("foxe"));
        assertThat(names(entry("fox"), entry("foxe"), entry("foxes")).find(List.of("foxes")))
                .extracting(Names.Found::label)
                .containsExactly("foxes");
    }

    private static void refuses(Rules.Entry... lexicon) {
        assertThatThrownBy(() -> names(lexicon)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Names names(Rules.Entry... lexicon) {
        return new Names(new Rules(List.of(), "breed", MatchPolicy.LONGEST, true, List.of(), List.of(lexicon)));
    }

    private static Rules.Entry entry(String label, String... aliases) {
        return new Rules.Entry(label, List.of(aliases));
    }

    private static Oracle.Outcome label(String... files) throws IOException {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        for (String file : files) {
            bytes.put(Integer.toString(bytes.size() + 1), file.getBytes(UTF_8));
        }
        return Oracle.label(Rules.read(Trap.recipe("longest")), COLUMNS, bytes);
    }
}
