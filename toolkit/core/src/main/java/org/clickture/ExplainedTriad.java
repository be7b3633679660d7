package org.clickture;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A triad behind labels of an image, with the names that make it so.
 *
 * @param triad what people typed and clicked, and where it stands
 * @param names the names in its query that give it its labels, by their places
 */
public record ExplainedTriad(Evidence triad, List<FoundName> names) {

    public ExplainedTriad {
        names = List.copyOf(names);
    }

    /** The query with brackets around the names that stand for a label, such as {@code cute [boxer] dog}. */
    public String marked(String label) {
        return TextSpan.mark(triad.query(), namesOf(label).map(FoundName::span).toList());
    }

    /**
     * In which forms the names stand there that stand for a label, such as {@code name} or {@code alias, plural of husky}
     * or {@code misspelt husky}. (An alias can be seen in the query; of the others the name cannot always be guessed.)
     */
    public String forms(String label) {
        return namesOf(label)
                .map(name -> switch (name.form()) {
                    case NAME, ALIAS -> name.form().key();
                    case PLURAL -> "plural of " + name.name();
                    case MISSPELT -> "misspelt " + name.name();
                })
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Stream<FoundName> namesOf(String label) {
        return names.stream().filter(name -> name.label().equals(label));
    }
}
