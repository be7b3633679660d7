package org.clickture.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds {@code dog-open.yaml} against queries that were labelled by hand: {@code open-queries.tsv}. The recipe was tuned to
 * every second of them, and the others tell how good it is.
 */
class OpenRecipeTest {

    private static final Path RECIPES = Path.of("../../data/recipes");

    private final QueryMatcher matcher = Clickture.matcher(RECIPES.resolve("dog-open.yaml"));

    /** @param answers any of them is right */
    private record Labelled(String query, List<String> answers) {}

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(OpenRecipeTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private static List<Labelled> queries(String resource) throws IOException {
        return lines(resource).stream()
                .skip(2)
                .map(row -> row.split("\t", -1))
                .map(fields -> new Labelled(fields[0], List.of(fields[1].split("\\|", -1))))
                .toList();
    }

    private static List<Labelled> queries(int remainder) throws IOException {
        List<Labelled> queries = queries("open-queries.tsv");
        return IntStream.range(0, queries.size())
                .filter(row -> row % 2 == remainder)
                .mapToObj(queries::get)
                .toList();
    }

    private String labels(String query) {
        QueryMatcher.Match match = matcher.match(query.getBytes(UTF_8));
        return match.gate() ? String.join(";", match.labels()) : "";
    }

    private double accuracy(List<Labelled> queries) {
        long right = queries.stream()
                .filter(labelled -> labelled.answers().contains(labels(labelled.query())))
                .count();
        return (double) right / queries.size();
    }

    @Test
    void decidesQueriesThatItWasNotTunedTo() throws IOException {
        assertThat(queries(0)).hasSizeGreaterThan(200);
        assertThat(queries(1)).hasSizeGreaterThan(200);

        assertThat(accuracy(queries(1))).isGreaterThan(0.95);
        assertThat(accuracy(queries(0))).isGreaterThan(0.95);
    }

    @Test
    void decidesQueriesOfSomeoneWhoDidNotKnowIt() throws IOException {
        List<Labelled> queries = queries("blind-queries.tsv");

        assertThat(queries).hasSize(240);
        assertThat(accuracy(queries)).isGreaterThan(0.96);
    }

    @ParameterizedTest
    @CsvSource({
        "dachshund x ray,dachshund",
        "x-rays of a dachshund's back,dachshund",
        "dachshund x large sweater,dachshund",
        "cross eyed pug,pug",
        "beagle cross section,beagle",
        "siberian husky cross country skiing,siberian husky",
        "border collie cross stitch pattern,''",
        "dachshund x rayner mix,''",
        "pug x beagle,''",
        "poodle cross,''",
        "akita cross for sale,''",
        "pug hot dog bun costume,pug",
        "boxer hot dog,''",
        "boxer dog hot dog costume,boxer"
    })
    void tellsMixesFromWordsThatOnlyLookLikeThem(String query, String label) {
        assertThat(labels(query)).isEqualTo(label);
    }

    /** Real queries about other things, from MIMICS; about one in five hundred of the list is about a dog. */
    @Test
    void findsFewBreedsInQueriesAboutOtherThings() throws IOException {
        List<String> queries = lines("/org/clickture/synth/background-queries.txt");

        assertThat(queries).hasSizeGreaterThan(5000);
        assertThat(queries.stream().filter(query -> !labels(query).isEmpty()).count())
                .isLessThan(queries.size() / 400);
    }
}
