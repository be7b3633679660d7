package org.clickture.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.clickture.Recipe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTemplatesTest {

    @TempDir
    private Path folder;

    private Recipe recipe;
    private QueryTemplates templates;

    @BeforeEach
    void compile() throws IOException {
        Files.writeString(folder.resolve("l.tsv"), """
                breed\taliases\tparent\tkind\thomonym
                boxer\t\t\tpure\tyes
                german shepherd\talsatian\tshepherd\tpure\tno
                puggle\tpug beagle\t\tcross\tno
                pug\t\t\tpure\t
                """);
        Files.writeString(folder.resolve("r.yaml"), "label: breed\nlexicon: l.tsv\nkinds: [pure]\n");
        recipe = RecipeReader.read(folder.resolve("r.yaml"));
        templates = new QueryTemplates(CompiledRecipe.of(recipe, LexiconReader.read(recipe)));
    }

    @ParameterizedTest
    @CsvSource({
        "cute pug puppies,cute pug puppies,cute {} puppies,pug",
        "Boxer's & German-Shepherd dogs,boxer german shepherd dogs,{} {} dogs,boxer;german shepherd",
        "alsatians,alsatians,{},alsatians",
        "german dogs,german dogs,german dogs,''",
        "pug beagle dog,pug beagle dog,{} beagle dog,pug",
        "dög pug,dog pug,dog {},pug"
    })
    void putsAPlaceholderForEachName(String query, String normalised, String template, String names) {
        templates.read(query);

        assertThat(templates.normalised()).isEqualTo(normalised);
        assertThat(templates.template()).isEqualTo(template);
        assertThat(templates.names()).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "bernese mountain dog photos,{} dog photos,bernese mountain",
        "pug dog photos,{} dog photos,pug",
        "bernese mountain dog dog photos,{} dog photos,bernese mountain dog",
        "dog dog,{} dog,dog",
        "doggy puppies,doggy puppies,''",
        "guard spitz,{},guard spitz"
    })
    void leavesWordsThatSayOfWhatKindTheThingIs(String query, String template, String names) throws IOException {
        Files.writeString(folder.resolve("l.tsv"), """
                breed\taliases
                bernese mountain dog\t
                pug\tdog dog
                guard spitz\t
                spitz\t
                """);
        for (String rules :
                List.of("gate: [dog, puppies, spitz]", "homonyms: h.tsv\ncontext: [dog, \"* photos\", spitz]")) {
            Files.writeString(folder.resolve("h.tsv"), "term\tnegative_context\npug\tnose\n");
            Files.writeString(folder.resolve("r.yaml"), "label: breed\nlexicon: l.tsv\n" + rules + "\n");
            templates = new QueryTemplates(CompiledRecipe.of(RecipeReader.read(folder.resolve("r.yaml"))));

            templates.read(query);

            assertThat(templates.template()).isEqualTo(template);
            assertThat(templates.names()).isEqualTo(names);
            assertThat(templates.joinsWithPrevious(2)).isEqualTo(query.startsWith("bernese"));
        }
    }

    @Test
    void knowsWhichTokensANameJoins() {
        templates.read("german shepherd or german pug");

        assertThat(IntStream.range(0, 5).filter(templates::joinsWithPrevious)).containsExactly(1);
        templates.read("my pug");
        assertThat(IntStream.range(0, 2).filter(templates::joinsWithPrevious)).isEmpty();
    }

    @Test
    void readsTheHintsOfAllRows() {
        assertThat(LexiconHints.read(recipe))
                .containsExactly(
                        new LexiconHints.Hint(2, "boxer", List.of(), "", "pure", true),
                        new LexiconHints.Hint(3, "german shepherd", List.of("alsatian"), "shepherd", "pure", false),
                        new LexiconHints.Hint(4, "puggle", List.of("pug beagle"), "", "cross", false),
                        new LexiconHints.Hint(5, "pug", List.of(), "", "pure", false));
    }

    @Test
    void takesColumnsThatAreNotThereForEmpty() throws IOException {
        Files.writeString(folder.resolve("l.tsv"), "breed\taliases\npug\t\n");

        assertThat(LexiconHints.read(recipe))
                .containsExactly(new LexiconHints.Hint(2, "pug", List.of(), "", "", false));
    }
}
