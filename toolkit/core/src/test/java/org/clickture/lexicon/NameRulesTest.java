package org.clickture.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clickture.ClicktureException;
import org.clickture.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameRulesTest {

    private static final String LEXICON = """
            breed\taliases
            boxer\tgerman boxer
            labrador retriever\tlab;labrador
            retriever\t
            newfoundland\t
            chow chow\tchow
            mongrel\tmixed breed
            pug\t
            poodle\t
            """;

    private static final String HOMONYMS = """
            term\tstrength\tnegative_context
            boxer\tstrong\tshorts;engine
            lab\tstrong\tcoat;report
            newfoundland\tstrong\tcanada;st johns
            labrador\tweak\tcanada;newfoundland
            chow\tstrong\tpuppy chow;mein
            no name of this lexicon\tstrong\t
            """;

    @TempDir
    Path temp;

    private RecipeFolder folder;
    private CompiledRecipe recipe;

    @BeforeEach
    void compile() {
        folder = new RecipeFolder(temp);
        folder.write("homonyms.tsv", HOMONYMS);
        recipe = folder.compile("""
                homonyms: homonyms.tsv
                context: [dog, puppy, puppies, for adoption, "* for sale", "how big do * get", "* vs *"]
                reject: [mix, mixed, how to draw, "* x", "x *", "* cross"]
                spelling: 1
                """, LEXICON);
    }

    @Test
    void takesNoWordOfACompoundForOneOfAPhrase() {
        recipe = folder.compile("""
                homonyms: homonyms.tsv
                context: [dog, "* for sale"]
                reject: ["* x", "* cross", how to draw]
                compounds: [hot dog, x ray, cross eyed, for sale sign, pug life]
                """, LEXICON);

        assertThat(labels("pug x ray")).containsExactly("pug");
        assertThat(labels("pug x-ray of a boxer dog")).containsExactly("boxer", "pug");
        assertThat(labels("cross eyed poodle")).containsExactly("poodle");
        assertThat(labels("pug cross eyed cross")).containsExactly("pug");
        assertThat(labels("pug x poodle x ray")).containsExactly("poodle");
        assertThat(labels("pug cross")).isEmpty();
        assertThat(labels("pug x rated")).isEmpty();
        assertThat(labels("boxer hot dog")).isEmpty();
        assertThat(labels("boxer hot dog dog")).containsExactly("boxer");
        assertThat(labels("lab for sale")).containsExactly("labrador retriever");
        assertThat(labels("lab for sale sign")).isEmpty();
        assertThat(labels("how to draw a pug life"))
                .as("a compound that holds a name is none")
                .isEmpty();
    }

    @Test
    void takesNamesWithLettersLeftOutForTheTerm() {
        folder.write("homonyms.tsv", """
                term\tstrength\tnegative_context
                saint bernard\tweak\tparish
                papillon\tstrong\tfilm
                bassett\tstrong\tchair
                basset\tweak\tclarinet
                """);
        recipe = folder.compile("homonyms: homonyms.tsv\ncontext: [dog]\n", """
                breed\taliases
                saint bernard\tst bernard;bernhardiner;saint bernhard
                papillon\tpapilon
                papion\t
                basset hound\tbasset;bassett
                """);

        assertThat(labels("st bernards")).containsExactly("saint bernard");
        assertThat(labels("St. Bernard Parish")).isEmpty();
        assertThat(labels("st bernards of the parish")).isEmpty();
        assertThat(labels("bernhardiner parish")).containsExactly("saint bernard");
        assertThat(labels("saint bernhard parish")).containsExactly("saint bernard");
        assertThat(labels("papilon")).isEmpty();
        assertThat(labels("papilon dog")).containsExactly("papillon");
        assertThat(labels("papion")).as("another label").containsExactly("papion");
        assertThat(labels("basset chair")).as("a term of its own").containsExactly("basset hound");
    }

    @Test
    void takesBothTermsForANameThatShortensTwo() {
        String first = "saint bernard\tweak\tparish\n";
        String second = "sanct bernard\tstrong\tabbey\n";
        String plurals = "pug\tweak\tmill\npugs\tstrong\tteam\n";
        for (String lines :
                List.of(first + second + plurals, "pugs\tstrong\tteam\npug\tweak\tmill\n" + second + first)) {
            folder.write("homonyms.tsv", "term\tstrength\tnegative_context\n" + lines);
            recipe = folder.compile("homonyms: homonyms.tsv\ncontext: [dog]\n", """
                    breed\taliases
                    pug\t
                    saint bernard\tsanct bernard;st bernard
                    """);

            assertThat(labels("st bernard")).as("one is strong").isEmpty();
            assertThat(labels("st bernard dog")).containsExactly("saint bernard");
            assertThat(labels("dog st bernards parish")).isEmpty();
            assertThat(labels("dog st bernard abbey")).isEmpty();
            assertThat(labels("saint bernard abbey")).containsExactly("saint bernard");
            assertThat(labels("pug")).containsExactly("pug");
            assertThat(labels("pugs")).as("a plural with a line of its own").isEmpty();
            assertThat(labels("pugs mill dog")).containsExactly("pug");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "st bernard,saint bernard,true",
        "papilon,papillon,true",
        "saint bernard,saint bernard,false",
        "bernard,saint bernard,false",
        "sa bernard,saint bernard,false",
        "nt bernard,saint bernard,false",
        "s bernard,saint bernard,false",
        "sz bernart,saint bernard,false",
        "stt,saint,false",
        "saiint,saint,false"
    })
    void tellsWordsWithLettersLeftOut(String name, String term, boolean shortened) {
        assertThat(HomonymNames.shortens(name, term)).isEqualTo(shortened);
    }

    /** The labels; those of misspelt names with a question mark, those inside misspelt names with an exclamation mark. */
    private List<String> labels(String query) {
        Matcher matcher = read(query);
        List<String> labels = new ArrayList<>();
        int all = recipe.labels().size();
        for (int i = 0, count = matcher.findLabels(); i < count; i++) {
            int label = matcher.labelIds()[i];
            labels.add(recipe.labels().get(label % all) + List.of("", "?", "!").get(label / all));
        }
        return labels;
    }

    private List<String> labelsAlone(String query) {
        Matcher matcher = read(query);
        List<String> labels = new ArrayList<>();
        for (int i = 0, count = matcher.findLabelsAlone(); i < count; i++) {
            labels.add(recipe.labels().get(matcher.labelIds()[i]));
        }
        return labels;
    }

    private Matcher read(String query) {
        Matcher matcher = recipe.newMatcher();
        byte[] bytes = query.getBytes(StandardCharsets.UTF_8);
        matcher.read(bytes, 0, bytes.length);
        return matcher;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boxer |",
                "boxers |",
                "german boxer | boxer",
                "boxer puppies | boxer",
                "puppies, boxers | boxer",
                "Boxer's for adoption | boxer",
                "how big do boxers get | boxer",
                "how big do they get boxers |",
                "labs for sale | labrador retriever",
                "cottages for sale in newfoundland |",
                "boxer shorts |",
                "puppies, boxer engines |",
                "dog in boxer shorts |",
                "boxer dog shorts | boxer",
                "boxer puppies with shorts | boxer",
                "labrador | labrador retriever",
                "labrador canada |",
                "newfoundland puppy st. johns | newfoundland",
                "st johns newfoundland with a dog |",
                "puppy chow |",
                "chow puppy chow | chow chow",
                "pug boxer | boxer;pug",
                "boxer lab |",
                "boxer vs lab | boxer;labrador retriever",
            })
    void asksHomonymsForWordsThatSpeakForThem(String query, String labels) {
        assertThat(String.join(";", labels(query))).isEqualTo(labels == null ? "" : labels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pug poodle mix |",
                "mixed breed | mongrel",
                "mixed breed pug | mongrel;pug",
                "pug x poodle |",
                "pug and x poodle | pug",
                "pug poodle cross | pug",
                "cross pug | pug",
                "how to draw a pug |",
                "how to really draw a pug | pug",
            })
    void givesNoLabelToNamesThatAPhraseRejects(String query, String labels) {
        assertThat(String.join(";", labels(query))).isEqualTo(labels == null ? "" : labels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "poodel | poodle?",
                "pooodle | poodle?",
                "poode | poodle?",
                "pxodle | poodle?",
                "poodlse | poodle?",
                "ppoodel |",
                "pugg |",
                "puug |",
                "poodle poodel | poodle",
                "labradoor retriever | labrador retriever?;retriever!",
                "labradoor retriever retriever | retriever;labrador retriever?",
                "labrador retreevers | labrador retriever?;labrador retriever!",
                "labradoor retreever | labrador retriever?;retriever?",
                "bexers | ",
                "dog bexers | boxer?",
                "how to draw a poodel |",
                "noodle | poodle?",
            })
    void marksTheLabelsOfMisspeltNames(String query, String labels) {
        assertThat(String.join(";", labels(query))).isEqualTo(labels == null ? "" : labels);
    }

    @Test
    void takesNoWordForMisspeltThatTheRecipeKnows() {
        folder.write("homonyms.tsv", "term\tnegative_context\nboxer\tnoodle\n");
        recipe = folder.compile("homonyms: homonyms.tsv\nspelling: 1\ngate: [boodle]\nreject: [doodle]\n", LEXICON);

        assertThat(labels("noodle boodle")).isEmpty();
        assertThat(labels("doodle poodlx")).isEmpty();
        assertThat(labels("poodlx")).containsExactly("poodle?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boston terrior | boston terrier?;terrier!",
                "boston terriors | boston terrier?;terrier!",
                "terrior | terrier",
                "german shepard | german shepherd",
                "belgian shepard dog | belgian shepherd?",
                "belgian sheperd | belgian shepherd?",
                "boston terrior terrier | terrier;boston terrier?",
                "shepard |",
                "toy morkie | morkie",
            })
    void findsNamesWithWordsThatTheLexiconSpellsInTwoWays(String query, String labels) {
        recipe = folder.compile("spelling: 1\n", """
                breed\taliases
                terrier\tterrior
                boston terrier\t
                german shepherd\tgerman shepard
                belgian shepherd\t
                yorkie\ttoy yorkie
                morkie\t
                """);

        assertThat(String.join(";", labels(query))).isEqualTo(labels == null ? "" : labels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noodle |",
                "poodel |",
                "poodel puppies | poodle",
                "puppies poodel |",
                "labrador retreevers | labrador retriever",
                "retriewer | retriever",
                "labradoor retriever | labrador retriever",
                "poodel retriever | retriever",
                "newfoundlandd |",
                "newfoundlandd dog |",
            })
    void countsMisspeltNamesOfSingleQueriesThatTheQuerySupports(String query, String labels) {
        assertThat(String.join(";", labelsAlone(query))).isEqualTo(labels == null ? "" : labels);
    }

    @ParameterizedTest
    @CsvSource({
        "pug mix, REJECTED",
        "boxer shorts, NEGATIVE_WORD",
        "boxers, NO_CONTEXT",
        "poodel, MISSPELT",
        "boxer shorts mix, REJECTED",
    })
    void tellsWhyANameDoesNotCount(String query, Refusal refusal) {
        assertThat(new QueryReader(recipe).read(query).names())
                .singleElement()
                .satisfies(name -> assertThat(name.refusal()).contains(refusal.reason()));
    }

    @Test
    void findsNamesInsideOthersWithEveryRule() {
        recipe = folder.compile(
                "match: all\nhomonyms: homonyms.tsv\ncontext: [\"* vs *\"]\nreject: [\"* cross\"]\nspelling: 1\n",
                LEXICON);

        assertThat(labels("labrador retriever")).containsExactly("labrador retriever", "retriever");
        assertThat(labels("labrador retreever")).containsExactly("labrador retriever", "retriever?");
        assertThat(labels("labrador retriever cross")).containsExactly("labrador retriever");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strength;negative_context | a;b | 1 | `term` and `negative_context`",
                "term;strength;negative_context | boxer;strong | 2 | 2 fields, the header has 3",
                "term;strength;negative_context | boxer;often;x | 2 | it is `strong` or `weak`",
                "term;strength;negative_context | ?;weak;x | 2 | has no letter or digit",
            })
    void refusesListsOfHomonymsThatCannotBeMeant(String header, String row, int line, String message) {
        Path file = folder.write("bad.tsv", header.replace(';', '\t') + "\n" + row.replace(';', '\t') + "\n");

        assertThatThrownBy(() -> HomonymList.read(file))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("bad.tsv:" + line + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void refusesATermThatStandsTwice() {
        Path file = folder.write("bad.tsv", "term\tnegative_context\nBoxer\tx\n\nboxer's\ty\n");

        assertThatThrownBy(() -> HomonymList.read(file))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("bad.tsv:4: ")
                .hasMessageContaining("line 2");
    }

    @Test
    void refusesAPhraseWithoutAWord() {
        assertThatThrownBy(() -> folder.compile("reject: [\"* *\"]\n", LEXICON))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("recipe.yaml")
                .hasMessageContaining("`reject`");
    }

    @Test
    void correctsWhatOneEditMakesOfAWordAndNothingElse() {
        Corrections corrections = new Corrections();
        List<String> words = List.of("poodle", "poodles", "boxer", "boxes", "shepherd", "pug");
        for (int i = 0; i < words.size(); i++) {
            byte[] word = words.get(i).getBytes(StandardCharsets.US_ASCII);
            corrections.add(i, word, 0, word.length);
        }
        for (String token : List.of(
                "poodle",
                "oodle",
                "pooodle",
                "opodle",
                "poodls",
                "boxers",
                "boxe",
                "bxoer",
                "shepher",
                "shephedr",
                "shehperds",
                "pugs",
                "puxg",
                "boxeß",
                "boxer1")) {
            byte[] bytes = ("·" + token + "·").getBytes(StandardCharsets.UTF_8);
            List<String> found = new ArrayList<>();
            for (int id : corrections.of(bytes, 2, bytes.length - 2)) {
                found.add(words.get(id));
            }
            assertThat(found)
                    .as(token)
                    .containsExactlyInAnyOrderElementsOf(words.stream()
                            .filter(word -> word.length() >= 5 && token.length() >= 5 && token.matches("[a-z]+"))
                            .filter(word -> edits(word).contains(token))
                            .collect(Collectors.toList()));
        }
    }

    private static Set<String> edits(String word) {
        Set<String> edits = new TreeSet<>();
        for (int i = 0; i <= word.length(); i++) {
            String before = word.substring(0, i);
            String rest = word.substring(i);
            for (char c = 'a'; c <= 'z'; c++) {
                edits.add(before + c + rest);
                edits.add(before + c + rest.replaceFirst("^.", ""));
            }
            edits.add(before + rest.replaceFirst("^.", ""));
            edits.add(before + rest.replaceFirst("^(.)(.)", "$2$1"));
        }
        edits.remove(word);
        return edits;
    }
}
