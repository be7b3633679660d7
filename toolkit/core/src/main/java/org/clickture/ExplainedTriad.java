package org.clickture;

import java.util.List;

/**
 * A triad behind labels of an image, with the names that make it so.
 *
 * @param triad what people typed and clicked, and where it stands
 * @param names the names in its query that count, by their places
 */
public record ExplainedTriad(Evidence triad, List<FoundName> names) {

    public ExplainedTriad {
        names = List.copyOf(names);
    }

    /** The names that stand for a label. */
    public List<FoundName> namesOf(String label) {
        return names.stream().filter(name -> name.label().equals(label)).toList();
    }
}
