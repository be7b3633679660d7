package org.clickture.lexicon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clickture.Recipe;

/** A folder with a recipe and a lexicon, written by a test. */
record RecipeFolder(Path folder) {

    Recipe recipe(String yaml) {
        return RecipeReader.read(write("recipe.yaml", yaml));
    }

    CompiledRecipe compile(String yaml, String lexicon) {
        write("lexicon.tsv", lexicon);
        Recipe recipe = recipe("label: breed\nlexicon: lexicon.tsv\n" + yaml);
        return CompiledRecipe.of(recipe, LexiconReader.read(recipe));
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
