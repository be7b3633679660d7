package org.clickture.resolve;

import java.util.List;
import org.clickture.LabelSet;

/**
 * How many ambiguous images have a type.
 *
 * @param type the type
 * @param images how many
 * @param share their share of all ambiguous images, in [0, 1]; NaN if there are none at all
 * @param examples some of them, by image key (unsigned bytes)
 */
public record TypeRow(AmbiguityType type, long images, double share, List<LabelSet> examples) {

    public TypeRow {
        examples = List.copyOf(examples);
    }
}
