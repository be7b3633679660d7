package org.clickture;

import java.util.List;
import java.util.Optional;

/**
 * What a recipe makes of a query, and why.
 *
 * @param query as it was given; untrusted text
 * @param gateWord the first word of the gate in it; empty if there is none, or the gate has no words
 * @param exclusion the first excluded phrase in it
 * @param names the names in it, by their places; also filled when the gate is closed
 * @param drop why the query gives its image no label: {@link DropReason#GATE}, {@link DropReason#EXCLUSION} or {@link
 *     DropReason#NAME}; empty if it gives one
 */
public record QueryReading(
        String query,
        Optional<TextSpan> gateWord,
        Optional<TextSpan> exclusion,
        List<FoundName> names,
        Optional<DropReason> drop) {

    public QueryReading {
        names = List.copyOf(names);
    }

    /** Whether the query meets the gate and no exclusion. */
    public boolean passesGate() {
        return drop.isEmpty() || drop.get() == DropReason.NAME;
    }

    /** The names that count, by their places. */
    public List<FoundName> countedNames() {
        return names.stream().filter(FoundName::counts).toList();
    }

    /**
     * The names that give the query labels that it is known to have: of each label those that count, or, if more than the
     * query decided that, all.
     */
    public List<FoundName> namesFor(List<String> labels) {
        return names.stream()
                .filter(name -> labels.contains(name.label()))
                .filter(name -> name.counts() || !labels().contains(name.label()))
                .toList();
    }

    /** The labels of the names that count, sorted by UTF-16 code units; also filled when the gate is closed. */
    public List<String> labels() {
        return countedNames().stream().map(FoundName::label).distinct().sorted().toList();
    }
}
