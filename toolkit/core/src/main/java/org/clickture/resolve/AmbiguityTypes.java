package org.clickture.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clickture.Evidence;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.LabelledImages;
import org.clickture.label.ImageWalk;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.QueryTemplates;

/** Tells why images have several labels. Not thread-safe. */
public final class AmbiguityTypes {

    /** The share of the clicks from which on one label holds nearly all. */
    private static final double NEARLY_ALL = 0.9;

    private final List<String> labels;
    private final LabelTree tree;
    private final QueryTemplates templates;
    private final CrossWords crosses;
    private final Homonyms homonyms;

    /**
     * @param recipe the recipe that found the labels
     * @param hints the hints of its lexicon
     */
    public AmbiguityTypes(CompiledRecipe recipe, List<LexiconHints.Hint> hints, Homonyms homonyms) {
        labels = recipe.labels();
        tree = LabelTree.of(labels, hints);
        templates = new QueryTemplates(recipe);
        crosses = new CrossWords(hints);
        this.homonyms = homonyms;
    }

    /**
     * How many images have each type: a row for each, in their order. Reads the evidence of all ambiguous images.
     *
     * @param examples the most examples of a type, at least 0
     * @throws org.clickture.ClicktureException if the thread is interrupted
     */
    public List<TypeRow> count(LabelledImages images, int examples) {
        List<LabelSet> ambiguous = new ArrayList<>();
        ImageWalk.over(images, image -> {
            if (image.size() > 1) {
                ambiguous.add(image.labelSet(images.labels()));
            }
        });
        ambiguous.sort(Comparator.comparing(LabelSet::imageKey));
        Map<AmbiguityType, List<LabelSet>> found = new EnumMap<>(AmbiguityType.class);
        for (LabelSet image : ambiguous) {
            found.computeIfAbsent(of(image, images.evidence(image.imageKey())), type -> new ArrayList<>())
                    .add(image);
        }
        return Arrays.stream(AmbiguityType.values())
                .map(type -> {
                    List<LabelSet> of = found.getOrDefault(type, List.of());
                    return new TypeRow(
                            type,
                            of.size(),
                            (double) of.size() / ambiguous.size(),
                            of.subList(0, Math.min(examples, of.size())));
                })
                .toList();
    }

    /**
     * The type of an ambiguous image: the first one that holds.
     *
     * @param image two or more labels
     * @param evidence the triads behind them
     */
    public AmbiguityType of(LabelSet image, List<Evidence> evidence) {
        if (onOneLine(image.labels())) {
            return AmbiguityType.PARENT_AND_CHILD;
        }
        if (evidence.stream().anyMatch(this::speaksOfCross)) {
            return AmbiguityType.CROSS_NAMED;
        }
        if (evidence.stream().anyMatch(triad -> triad.labels().size() > 1)) {
            return AmbiguityType.COMPARISON;
        }
        LabelCount leader = image.labels().stream()
                .max(Comparator.comparingLong(LabelCount::clicks))
                .orElseThrow();
        if (evidence.stream().anyMatch(triad -> homonyms.deceives(triad.query()))
                || image.labels().stream()
                        .anyMatch(label -> !label.equals(leader) && homonyms.doubtful(label.label()))) {
            return AmbiguityType.HOMONYM;
        }
        double clicks = image.labels().stream().mapToDouble(LabelCount::clicks).sum();
        return leader.clicks() >= NEARLY_ALL * clicks ? AmbiguityType.MINORITY_NOISE : AmbiguityType.TRUE_CONFLICT;
    }

    private boolean onOneLine(List<LabelCount> counts) {
        for (LabelCount one : counts) {
            for (LabelCount other : counts) {
                if (tree.steps(id(one), id(other)) < 0 && tree.steps(id(other), id(one)) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private int id(LabelCount count) {
        return Collections.binarySearch(labels, count.label());
    }

    private boolean speaksOfCross(Evidence triad) {
        templates.read(triad.query());
        return crosses.spokenOf(templates);
    }
}
