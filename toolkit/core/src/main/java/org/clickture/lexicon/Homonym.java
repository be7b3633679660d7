package org.clickture.lexicon;

import java.util.List;

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
}
