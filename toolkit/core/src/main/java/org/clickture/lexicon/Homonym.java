package org.clickture.lexicon;

import java.util.List;
import java.util.stream.Stream;

/**
 * A name that also means something else.
 *
 * @param term the name as written
 * @param strong whether it hardly ever stands for the label when it is alone
 * @param against phrases that speak for the other meaning, as written
 */
public record Homonym(String term, boolean strong, List<String> against) {

    public Homonym {
        against = List.copyOf(against);
    }

    /** The same with the plurals of what is against it, too. */
    Homonym withPlurals() {
        return new Homonym(
                term,
                strong,
                against.stream()
                        .flatMap(phrase -> Stream.of(
                                phrase,
                                CompiledRecipe.plural(Tokenizer.tokens(phrase)).toString()))
                        .toList());
    }
}
