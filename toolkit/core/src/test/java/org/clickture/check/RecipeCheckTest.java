package org.clickture.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clickture.ClicktureException;
import org.clickture.Recipe;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.HomonymList;
import org.clickture.lexicon.LexiconReader;
import org.clickture.lexicon.RecipeReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeCheckTest {

    private static final String HEADER = "breed\taliases\tparent\tkind\thomonym\n";

    @TempDir
    private Path folder;

    private List<String> queries = List.of();

    @BeforeEach
    void aSoundRecipe() throws IOException {
        recipe("");
        lexicon("boxer\tgerman boxer\t\tpure\tno\n");
    }

    private void recipe(String lines) throws IOException {
        Files.writeString(
                folder.resolve("r.yaml"), "gate: [dog]\nlabel: breed\nlexicon: l.tsv\n" + lines.replace('/', '\n'));
    }

    /** @param rows with {@code ~} for a TAB, {@code /} between rows; short rows are filled up */
    private void lexicon(String rows) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (String row : rows.split("/", -1)) {
            StringBuilder filled = new StringBuilder(row.replace('~', '\t'));
            while (filled.chars().filter(c -> c == '\t').count() < 4) {
                filled.append('\t');
            }
            text.append(filled).append('\n');
        }
        Files.writeString(folder.resolve("l.tsv"), text);
    }

    private List<Finding> check() {
        return RecipeCheck.check(folder.resolve("r.yaml"), null, queries);
    }

    private List<String> found() {
        return lines(check());
    }

    /** What is found with another file of homonyms. */
    private List<String> foundWith(Path homonyms) {
        return lines(RecipeCheck.check(folder.resolve("r.yaml"), homonyms, queries));
    }

    private static List<String> lines(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + " " + Path.of(finding.file()).getFileName() + ":" + finding.line()
                        + ": " + finding.what())
                .toList();
    }

    @Test
    void findsNothingInASoundRecipe() {
        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "a~x|b~X!|two-labels l.tsv:3: \"x\" stands for \"b\" here and for \"a\" in line 2",
                "a|b~a|two-labels l.tsv:3: \"a\" stands for \"b\" here and for \"a\" in line 2",
                "a~...|b|empty-name l.tsv:2: the name \"...\" of \"a\"",
                "a~x;|b~y|empty-name l.tsv:2: the name \"\" of \"a\"",
                "pony|ponie|two-plurals l.tsv:3: \"ponies\" is the plural of \"ponie\" here and of \"pony\" in line 2",
                "a~~c~pure~no~more|b|lexicon l.tsv:2: 6 fields, the header has 5",
                "akita|clown;fish|lexicon l.tsv:3: breed \"clown;fish\" holds `;` or a control character",
                "akita|akita|lexicon l.tsv:3: breed \"akita\" stands also in line 2",
                "akita~no 7|7 up~12 34|short-name l.tsv:3: \"12 34\" is a name of \"7 up\"",
                "akita~ab|pug|short-name l.tsv:2: \"ab\" is a name of \"akita\"",
                "toy poodle|poodle|longer-names l.tsv:3: \"poodle\" is inside 1 name of another label (toy poodle)",
                "tose~x|toses~y|plural-is-name l.tsv:2: \"toses\" is the plural of \"tose\" and a name of \"toses\"",
                "dog~hound|pug~x1y|name-is-gate l.tsv:2: \"dog\" is a name of \"dog\"",
                "sheep dog~x1y|pug~y1x|gate-in-names r.yaml:1: \"dog\" is in 1 name (sheep dog)",
                "pug~mops~puug|akita~inu|no-such-parent l.tsv:2: \"pug\" has the parent \"puug\"",
                "pug~mops~akita|akita~inu~pug|parent-circle l.tsv:2: pug < akita < pug",
                "pug~mops;Mops|akita~inu|needless-alias l.tsv:2: \"Mops\" is \"mops\" again",
                "pug~pugs|akita~inu|needless-alias l.tsv:2: \"pugs\" is the plural of \"pug\"",
                "pug|akita|no-aliases l.tsv:2: 2 labels have no aliases (pug, akita)",
            })
    void findsWhatIsWrongWithNames(String first, String second, String finding) throws IOException {
        lexicon(first + "/" + second);
        assertThat(found()).anyMatch(line -> line.startsWith(finding));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "akita~abc|pug~no 7|short-name",
                "pugs~pug|akita~inu|needless-alias",
                "toy poodle~poodle|akita~inu|longer-names",
                "tose~x1;toses|akita~inu|plural-is-name",
                "pug~mops~akita|akita~inu|parent-circle",
                "pug~mops~akita|akita~inu~akita|no-such-parent",
            })
    void findsNothingWrongWithSoundNames(String first, String second, String rule) throws IOException {
        lexicon(first + "/" + second);
        assertThat(found()).noneMatch(line -> line.startsWith(rule));
    }

    @Test
    void namesTheFirstThreeOfMany() throws IOException {
        lexicon("akita/boxer/pug");
        assertThat(found()).containsExactly("no-aliases l.tsv:2: 3 labels have no aliases (akita, boxer, pug)");
        lexicon("akita/boxer/pug/saluki");
        assertThat(found()).containsExactly("no-aliases l.tsv:2: 4 labels have no aliases (akita, boxer, pug, ...)");
    }

    @Test
    void findsParentsThatTheKindsLeaveOut() throws IOException {
        lexicon("boxer~german boxer~mastiff~pure/bullmastiff~x1y~boxer~pure/mastiff~y1x~~type/bandog~z1~mastiff~type");
        recipe("kinds: [pure]");
        assertThat(found())
                .containsExactly("parent-left-out l.tsv:2: 1 label has a parent of another kind (boxer < mastiff)");
    }

    @Test
    void tellsOfACircleOnlyThoseThatAreInIt() throws IOException {
        lexicon("akita~x1y~boxer/boxer~y1x~pug/pug~z1z~boxer");
        assertThat(found())
                .filteredOn(line -> line.startsWith("parent-circle"))
                .containsExactly(
                        "parent-circle l.tsv:3: boxer < pug < boxer", "parent-circle l.tsv:4: pug < boxer < pug");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kinds: [pure, puer]|no-such-kind r.yaml:4: kind \"puer\"; the lexicon has cross, pure",
                "exclude: [hot dog, '!']|exclusion r.yaml:4: exclusion \"!\"",
                "exclude: [german boxer]|exclusion-hides-name r.yaml:4: "
                        + "\"german boxer\" is in \"german boxer\", a name of \"boxer\"",
                "colour: red|recipe r.yaml:4: unknown key `colour`; did you mean `plural`?",
                "plural: maybe|recipe r.yaml:4: `plural` must be `true` or `false`",
            })
    void findsWhatIsWrongWithARecipe(String line, String finding) throws IOException {
        lexicon("boxer~german boxer~~pure/boxador~box lab~~cross");
        recipe(line);
        assertThat(found()).contains(finding);
    }

    @Test
    void findsTheLineOfAGateWord() throws IOException {
        lexicon("hound dogs~x1y/sea dog~y1x");
        Files.writeString(folder.resolve("r.yaml"), """
                \uFEFFgate: # words
                  - dogs
                  - dog
                label: breed
                lexicon: l.tsv
                exclude: [dog star, star]
                """);
        assertThat(found())
                .filteredOn(line -> line.startsWith("gate-in-names"))
                .containsExactly(
                        "gate-in-names r.yaml:2: \"dogs\" is in 1 name (hound dogs)",
                        "gate-in-names r.yaml:3: \"dog\" is in 1 name (sea dog)");
        Files.writeString(
                folder.resolve("r.yaml"),
                "\uFEFFgate: [\"do\\x67\"]\r\nlabel: breed\r\nlexicon: l.tsv\r\nexclude: [dog]\r\n");
        assertThat(found()).contains("gate-in-names r.yaml:1: \"dog\" is in 1 name (sea dog)");
    }

    @Test
    void findsPhrasesWithoutALetter() throws IOException {
        recipe("reject:/  - toy */  - '!'/homonyms: h.tsv/context: [puppy, \"*\"]/compounds: [x ray, '?']");
        Files.writeString(folder.resolve("h.tsv"), "term\tnegative_context\nboxer\tshorts\n");

        assertThat(found())
                .containsExactly(
                        "phrase r.yaml:6: the phrase \"!\" of `reject`",
                        "phrase r.yaml:8: the phrase \"*\" of `context`",
                        "phrase r.yaml:9: the phrase \"?\" of `compounds`");
    }

    @Test
    void findsNamesThatAnotherKindHasToo() throws IOException {
        lexicon("boxer~german boxer~~pure/boxador~box lab;Boxer~~cross");
        recipe("kinds: [pure]");
        assertThat(found())
                .contains("other-kind l.tsv:2: "
                        + "\"Boxer\" counts for \"boxer\"; line 3 has it for \"boxador\" of kind cross");
    }

    @Test
    void findsNamesThatMeetWhenAllMatch() throws IOException {
        lexicon("toy poodle~x1/poodle mix~x2;mix breed/poodle~x3");
        recipe("match: all");
        assertThat(found())
                .contains(
                        "names-inside-names l.tsv:4: \"poodle\" is inside 2 names of other labels (toy poodle, poodle mix)",
                        "names-across-names l.tsv:2: "
                                + "\"poodle\" ends one name and begins the other in 1 pair (toy poodle / poodle mix)")
                .noneMatch(line -> line.contains("\"mix\""));
    }

    @Test
    void findsAllErrorsAtOnceWithTheirPlaces() throws IOException {
        Files.writeString(folder.resolve("r.yaml"), """
                gate: [dog, hot dog, '!']
                colour: red
                label: breed
                label: race
                lexicon: l.tsv
                match: shortest
                """);
        lexicon("a1~x1/b1~x1/c1~...~~~~~/b1/d1~;/e1~X1");
        assertThat(check().stream().filter(Finding::error).map(finding -> finding.rule() + ":" + finding.line()))
                .containsExactly(
                        "recipe:2",
                        "recipe:4",
                        "recipe:6",
                        "lexicon:4",
                        "lexicon:5",
                        "gate-word:1",
                        "gate-word:1",
                        "empty-name:6",
                        "empty-name:6",
                        "two-labels:3",
                        "two-labels:7");
    }

    @Test
    void looksForNamesInRealQueries() throws IOException {
        lexicon("rose~red rose/lotus~lotos/aster~asta/pink~pinke");
        queries = List.of(
                "rose wine", "rose bowl dog", "red rose dog", "rose", "lotus car", "lotus dog", "asters", "nothing");
        assertThat(found())
                .contains(
                        "ordinary-word l.tsv:2: \"rose\", a name of \"rose\", is in 3 of 8 real web queries; "
                                + "1 of these pass the gate; such as \"rose bowl dog\"",
                        "word-behind-gate l.tsv:3: \"lotus\", a name of \"lotus\", is in 1 of 8 real web queries; "
                                + "0 of these pass the gate; such as \"lotus car\"",
                        "word-behind-gate l.tsv:4: \"asters\", a name of \"aster\", is in 1 of 8 real web queries; "
                                + "0 of these pass the gate; such as \"asters\"")
                .noneMatch(line -> line.contains("pink"));
    }

    @Test
    void takesListedHomonymsForKnown() throws IOException {
        lexicon("rose~red rose/lotus~lotos/aster~asta");
        queries = List.of("rose bowl dog", "roses for a dog", "lotus dog car");
        recipe("homonyms: h.tsv");
        Files.writeString(folder.resolve("h.tsv"), "term\tnegative_context\nRose\tbowl\n");

        assertThat(found()).noneMatch(line -> line.contains("rose")).anyMatch(line -> line.contains("lotus"));

        Files.writeString(folder.resolve("h.tsv"), "term\tnegative_context\nrose\n");
        assertThat(found())
                .anyMatch(line -> line.startsWith("homonyms h.tsv:2"))
                .anyMatch(line -> line.startsWith("ordinary-word l.tsv:2: \"rose\""));
    }

    @Test
    void checksHomonyms() throws IOException {
        lexicon("boxer~german boxer~~pure~yes/lab~labby~~pure~yes/chug~chugger~~cross~yes");
        recipe("kinds: [pure]");
        Path homonyms = Files.writeString(folder.resolve("h.tsv"), """
                term\tbreed\tnegative_context
                Boxers\tboxer\tshorts
                boxers\tboxer\trebellion
                chug\tchug\tbeer
                husky\thusky\tvoice
                broken
                """);
        assertThat(RecipeCheck.check(folder.resolve("r.yaml"), homonyms, queries).stream()
                        .map(finding -> finding.rule() + ":" + finding.line() + ": " + finding.what()))
                .contains(
                        "homonyms:6: 1 field, the header has 3",
                        "homonym-twice:3: \"boxers\" stands in line 2 as well",
                        "homonym-no-name:5: \"husky\"",
                        "marked-not-listed:3: 1 label (lab)")
                .noneMatch(line -> line.contains("chug"));
        assertThat(foundWith(folder.resolve("none.tsv")))
                .contains("homonyms none.tsv:0: there is no such list of homonyms; check the path");
        Files.writeString(homonyms, "name\n");
        assertThat(RecipeCheck.check(folder.resolve("r.yaml"), homonyms, queries))
                .anyMatch(finding -> finding.rule().equals("homonyms") && finding.line() == 1);
    }

    @Test
    void tellsWhichStrongHomonymsPassTheGateByThemselves() throws IOException {
        lexicon("hot dog~dog of war;dog star/pug~mops/sea dog~x1y");
        recipe("homonyms: h.tsv/context: [bone]/exclude: [dog star]");
        Files.writeString(folder.resolve("h.tsv"), """
                term\tstrength\tnegative_context
                Hot-Dogs\tstrong\tbun
                dog of war\tstrong\tfilm
                pug\tstrong\tnose
                sea dog\tweak\tpirate
                top dog\tstrong\tboss
                dog star\tstrong\tsirius
                """);

        assertThat(found())
                .filteredOn(line -> line.startsWith("homonym-"))
                .containsExactly(
                        "homonym-no-name h.tsv:6: \"top dog\"",
                        "homonym-passes-gate h.tsv:3: \"dog of war\" holds \"dog\"");
    }

    @Test
    void tellsThatStrongHomonymsNeedContext() throws IOException {
        lexicon("pug/boxer~boxers/spitz");
        Files.writeString(folder.resolve("h.tsv"), """
                term\tstrength\tnegative_context
                pug\tstrong\tnose
                boxer\tstrong\tshorts
                spitz\tweak\tswimmer
                mops\tstrong\tfloor
                """);
        recipe("homonyms: h.tsv");

        assertThat(found()).contains("homonym-without-context h.tsv:0: 2 terms (pug, boxer)");

        recipe("homonyms: h.tsv/context: [puppy]");
        assertThat(found()).noneMatch(line -> line.startsWith("homonym-without-context"));
    }

    @Test
    void tellsWhichHomonymsGetALabelBecauseTheRecipeDoesNotUseTheFile() throws IOException {
        lexicon("hot dog~dog of war/pug~mops");
        Path given = Files.writeString(
                folder.resolve("given.tsv"), "term\tstrength\tnegative_context\ndog of war\tstrong\tfilm\n");

        assertThat(foundWith(given)).containsOnlyOnce("homonym-unused given.tsv:2: \"dog of war\" holds \"dog\"");

        Files.writeString(folder.resolve("h.tsv"), "term\tnegative_context\npug\tnose\nmopps\tx\n");
        recipe("homonyms: h.tsv");
        assertThat(foundWith(given))
                .as("both files")
                .contains(
                        "homonym-no-name h.tsv:3: \"mopps\"",
                        "homonym-unused given.tsv:2: \"dog of war\" holds \"dog\"");

        recipe("homonyms: given.tsv/context: [bone]");
        assertThat(foundWith(folder.resolve("./given.tsv")))
                .filteredOn(line -> line.startsWith("homonym-"))
                .containsExactly("homonym-passes-gate given.tsv:2: \"dog of war\" holds \"dog\"");
    }

    @Test
    void refusesAFileOfHomonymsWheneverItCannotBeRead() throws IOException {
        lexicon("pug~mops");
        Path own = folder.resolve("own.tsv");
        Path given = folder.resolve("given.tsv");
        List<String> cells = List.of("pug", "PUGS", "mops", "...", "", "strong", "weak", "Strong", "term");
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
            StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
            boolean strengths = random.nextBoolean();
            text.append(random.nextInt(20) == 0 ? "name" : "term")
                    .append(strengths ? "\tstrength" : "")
                    .append("\tnegative_context")
                    .append(end);
            for (int lines = random.nextInt(4); lines > 0; lines--) {
                text.append(cells.get(random.nextInt(cells.size())));
                text.append(!strengths || random.nextInt(30) == 0 ? "" : "\t" + cells.get(4 + random.nextInt(4)));
                text.append("\tnose").append(end);
            }
            Files.writeString(own, text);
            Files.writeString(given, text);
            boolean refused = catchThrowable(() -> HomonymList.read(own)) != null;

            recipe("");
            assertThat(RecipeCheck.check(folder.resolve("r.yaml"), given, queries).stream()
                            .anyMatch(Finding::error))
                    .as("given: %s", text)
                    .isEqualTo(refused);
            recipe("homonyms: own.tsv");
            assertThat(check().stream().filter(Finding::error).map(Finding::file))
                    .as("the recipe's own: %s", text)
                    .allMatch(file -> file.endsWith("own.tsv"))
                    .matches(files -> files.isEmpty() != refused);
        }
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        recipe("");
        Files.delete(folder.resolve("l.tsv"));
        assertThat(found()).singleElement().asString().contains("lexicon l.tsv:0: there is no such lexicon");
        Files.writeString(folder.resolve("l.tsv"), "name\taliases\n");
        assertThat(found()).singleElement().asString().contains("lexicon l.tsv:1: no column `breed`");
        Files.writeString(folder.resolve("r.yaml"), "gate: [dog\n");
        assertThat(check()).isNotEmpty().allMatch(Finding::error);
        Files.delete(folder.resolve("r.yaml"));
        assertThat(found()).singleElement().asString().contains("recipe r.yaml:0: there is no such recipe");
    }

    @Test
    void hasAnErrorExactlyIfABuildRefuses() throws IOException {
        Random random = new Random(1);
        String[] words = {"pug", "pugs", "boxy", "boxie", "Pug", "toy pug", "...", "dög", "dog's", "boxies", "x"};
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            List<String> rows = new ArrayList<>();
            for (int i = 0, count = 1 + random.nextInt(3); i < count; i++) {
                String label = random.nextInt(4) == 0 ? words[random.nextInt(words.length)] : "label " + i;
                rows.add(label + "~" + words[random.nextInt(words.length)]
                        + (random.nextBoolean() ? ";" + words[random.nextInt(words.length)] : ""));
            }
            lexicon(String.join("/", rows));
            recipe(random.nextInt(5) == 0 ? "exclude: ['?']" : "plural: " + random.nextBoolean());
            boolean refuses = refuses();
            refused += refuses ? 1 : 0;
            assertThat(check().stream().anyMatch(Finding::error))
                    .as("round %d: %s", round, rows)
                    .isEqualTo(refuses);
        }
        assertThat(refused).isBetween(100, 300);
    }

    private boolean refuses() {
        try {
            Recipe recipe = RecipeReader.read(folder.resolve("r.yaml"));
            CompiledRecipe.of(recipe, LexiconReader.read(recipe));
            return false;
        } catch (ClicktureException e) {
            return true;
        }
    }
}
