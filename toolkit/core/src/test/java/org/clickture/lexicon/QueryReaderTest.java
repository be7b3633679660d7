package org.clickture.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clickture.DropReason;
import org.clickture.FoundName;
import org.clickture.NameForm;
import org.clickture.QueryReading;
import org.clickture.TextSpan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryReaderTest {

    private static final String LEXICON = """
            breed\taliases
            poodle\tcaniche
            toy poodle\t
            german shepherd\tGSD;German Shepherd Dog
            husky\t
            L\u00F6wchen\tlittle lion dog
            """;

    @TempDir
    Path temp;

    private RecipeFolder folder;

    @BeforeEach
    void open() {
        folder = new RecipeFolder(temp);
    }

    private QueryReading read(String yaml, String query) {
        return new QueryReader(folder.compile(yaml, LEXICON)).read(query);
    }

    private static String show(QueryReading reading) {
        return reading.names().stream()
                .map(found -> found.span().in(reading.query()) + "=" + found.name() + "/"
                        + found.form().key() + "/" + found.label())
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource({
        "my Toy-Poodle's bed, Toy-Poodle=toy poodle/name/toy poodle",
        "gsd puppies, gsd=GSD/alias/german shepherd",
        "two HUSKIES, HUSKIES=husky/plural/husky",
        "german shepherd dogs & caniches, german shepherd dogs=German Shepherd Dog/plural/german shepherd; "
                + "caniches=caniche/plural/poodle",
        "lowchen, lowchen=L\u00F6wchen/name/L\u00F6wchen",
        "toy husky and toy, husky=husky/name/husky",
        "nothing, ''"
    })
    void tellsWhichNameStandsWhereAndHow(String query, String names) {
        assertThat(show(read("", query))).isEqualTo(names);
    }

    @Test
    void findsNamesInsideNamesIfTheRecipeMatchesAll() {
        assertThat(show(read("match: all\n", "toy poodles")))
                .isEqualTo("toy poodles=toy poodle/plural/toy poodle; poodles=poodle/plural/poodle");
        assertThat(show(read("", "toy poodles"))).isEqualTo("toy poodles=toy poodle/plural/toy poodle");
    }

    @Test
    void findsNoPluralsIfTheRecipeHasNone() {
        assertThat(show(read("plural: false\n", "huskies husky"))).isEqualTo("husky=husky/name/husky");
    }

    @Test
    void tellsTokensAndText() {
        assertThat(read("", "the German Shepherd").names())
                .extracting(FoundName::span)
                .containsExactly(new TextSpan(1, 3, 4, 19));
    }

    @Test
    void tellsWhatOpensAndClosesTheGate() {
        String yaml = "gate: [Dog, puppy]\nexclude: [Hot Dog]\n";

        QueryReading open = read(yaml, "husky DOG, puppy");
        assertThat(open.gateWord()).contains(new TextSpan(1, 2, 6, 9));
        assertThat(open.drop()).isEmpty();
        assertThat(open.passesGate()).isTrue();
        assertThat(open.labels()).containsExactly("husky");

        QueryReading closed = read(yaml, "husky");
        assertThat(closed.gateWord()).isEmpty();
        assertThat(closed.drop()).contains(DropReason.GATE);
        assertThat(closed.passesGate()).isFalse();
        assertThat(closed.labels()).containsExactly("husky");

        QueryReading excluded = read(yaml, "husky hot-dog dog");
        assertThat(excluded.exclusion()).contains(new TextSpan(1, 3, 6, 13));
        assertThat(excluded.drop()).contains(DropReason.EXCLUSION);
        assertThat(excluded.passesGate()).isFalse();

        QueryReading nameless = read(yaml, "dog");
        assertThat(nameless.drop()).contains(DropReason.NAME);
        assertThat(nameless.passesGate()).isTrue();
    }

    @Test
    void needsNoGateWordIfTheGateIsEmpty() {
        QueryReading reading = read("", "husky");

        assertThat(reading.gateWord()).isEmpty();
        assertThat(reading.drop()).isEmpty();
    }

    @Test
    void countsOnlyNamesThatAreNotRefused() {
        FoundName husky = new FoundName(
                new TextSpan(0, 1, 0, 5),
                "husky",
                NameForm.NAME,
                "husky",
                Optional.of("no word that speaks for a dog"));
        QueryReading reading = new QueryReading(
                "husky", Optional.empty(), Optional.empty(), List.of(husky), Optional.of(DropReason.NAME));

        assertThat(husky.counts()).isFalse();
        assertThat(reading.namesFor(List.of("husky")))
                .as("the image got the label all the same")
                .containsExactly(husky);
        assertThat(reading.namesFor(List.of("poodle"))).isEmpty();
        assertThat(reading.labels()).isEmpty();
    }
}
