package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.clickture.ClicktureException;
import org.clickture.Counts;
import org.clickture.Evidence;
import org.clickture.ImageCursor;
import org.clickture.LabelSet;
import org.clickture.LabelledImages;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.QueryTemplates;
import org.clickture.lexicon.RecipeReader;
import org.clickture.lexicon.Tokenizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoteReaderTest {

    private static final List<String> WORDS = List.of(
            "boxer",
            "Boxers",
            "german",
            "shepherd",
            "alsatian",
            "pug",
            "puggle",
            "beagle",
            "dog",
            "dogs",
            "mix",
            "cross",
            "x",
            "cute",
            "Löwe",
            "’s",
            "𐐔",
            "\uD83D\uDE00",
            "한국",
            "ﬁne",
            "-");

    @TempDir
    private Path folder;

    private CompiledRecipe recipe;
    private List<LexiconHints.Hint> hints;

    @BeforeEach
    void compile() throws IOException {
        Files.writeString(folder.resolve("l.tsv"), """
                breed\taliases\tkind
                boxer\t\tpure
                german shepherd\talsatian;shepherd\tpure
                pug\t\tpure
                puggle\tpug beagle;pug mix\tcross
                """);
        Path file = Files.writeString(folder.resolve("r.yaml"), "label: breed\nlexicon: l.tsv\nkinds: [pure]\n");
        recipe = CompiledRecipe.of(RecipeReader.read(file));
        hints = LexiconHints.read(recipe.recipe());
    }

    /** Images that know nothing but their evidence. */
    private record Images(List<String> labels, Map<String, List<Evidence>> byKey) implements LabelledImages {

        @Override
        public String labelName() {
            return "breed";
        }

        @Override
        public Counts counts() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<LabelSet> find(String imageKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Evidence> evidence(String imageKey) {
            return byKey.getOrDefault(imageKey, List.of());
        }

        @Override
        public ImageCursor images() {
            Iterator<String> keys = byKey.keySet().iterator();
            return new ImageCursor() {
                private String key = "";

                @Override
                public boolean next() {
                    if (!keys.hasNext()) {
                        return false;
                    }
                    key = keys.next();
                    return true;
                }

                @Override
                public String imageKey() {
                    return key;
                }

                @Override
                public int size() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int labelId(int i) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public long clicks(int i) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public long queries(int i) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    private Images random(Random random) {
        Map<String, List<Evidence>> byKey = new LinkedHashMap<>();
        for (int image = 0; image < 300; image++) {
            List<Evidence> triads = new ArrayList<>();
            for (int i = random.nextInt(image % 50 == 0 ? 200 : 12); i >= 0; i--) {
                List<String> words = new ArrayList<>();
                for (int word = random.nextInt(6); word >= 0; word--) {
                    words.add(WORDS.get(random.nextInt(WORDS.size())));
                }
                String query = String.join(" ", words);
                // The labels of triads with one normalised query are the same.
                List<String> labels = new ArrayList<>(recipe.labels());
                int seed = Tokenizer.tokens(query).toString().hashCode();
                Collections.shuffle(labels, new Random(seed));
                triads.add(new Evidence(
                        query,
                        1 + random.nextInt(9),
                        labels.subList(0, 1 + (seed & 1)).stream().sorted().toList(),
                        "f",
                        i));
            }
            byKey.put(Integer.toString(random.nextInt(1 << 20), 36) + "/" + image, triads);
        }
        return new Images(recipe.labels(), byKey);
    }

    /** The same with maps and strings. */
    private Votes naive(Images images) {
        Votes.Builder votes = new Votes.Builder(images.labels());
        QueryTemplates templates = new QueryTemplates(recipe);
        new TreeMap<>(images.byKey()).forEach((key, triads) -> {
            votes.image(key);
            TreeMap<String, List<Evidence>> byQuery = new TreeMap<>();
            for (Evidence triad : triads) {
                byQuery.computeIfAbsent(Tokenizer.tokens(triad.query()).toString(), any -> new ArrayList<>())
                        .add(triad);
            }
            byQuery.forEach((query, same) -> {
                templates.read(query);
                votes.vote(
                        templates.template(),
                        templates.names(),
                        speaksOfCross(query, templates.template()),
                        same.stream().mapToLong(Evidence::clicks).sum(),
                        same.get(0).labels().stream()
                                .mapToInt(images.labels()::indexOf)
                                .toArray());
            });
        });
        return votes.build();
    }

    private static boolean speaksOfCross(String query, String template) {
        Set<String> words = new HashSet<>(Arrays.asList(template.split(" ")));
        return words.contains("mix")
                || words.contains("cross")
                || template.contains("{} x {}")
                || (" " + query + " ").matches(".* (puggle|pug beagle|pug mix) .*");
    }

    @Test
    void readsTheVotesThatMapsAndStringsGive() {
        for (int seed = 0; seed < 5; seed++) {
            Images images = random(new Random(seed));

            Votes votes = VoteReader.read(images, recipe, hints);

            Votes expected = naive(images);
            assertThat(rows(votes)).isEqualTo(rows(expected));
            assertThat(votes.sources()).isEqualTo(expected.sources());
        }
    }

    private static List<String> rows(Votes votes) {
        List<String> rows = new ArrayList<>();
        for (int image = 0; image < votes.images(); image++) {
            for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
                rows.add("%s: source %d, %d clicks, cross %s, share %s, labels %s"
                        .formatted(
                                votes.imageKey(image),
                                votes.source(vote),
                                votes.clicks(vote),
                                votes.crossing(vote),
                                votes.spellingShare(vote),
                                IntStream.range(votes.firstLabel(vote), votes.firstLabel(vote + 1))
                                        .map(votes::labelId)
                                        .boxed()
                                        .toList()));
            }
        }
        return rows;
    }

    @Test
    void refusesClicksThatAddUpToTooMany() {
        Evidence many = new Evidence("pug", Long.MAX_VALUE, List.of("pug"), "f", 0);
        Evidence one = new Evidence("Pug!", 1, List.of("pug"), "f", 1);

        assertThatThrownBy(() ->
                        VoteReader.read(new Images(recipe.labels(), Map.of("key", List.of(many, one))), recipe, hints))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("image key");
    }
}
