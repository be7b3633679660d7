package org.clickture.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clickture.ClicktureException;
import org.clickture.Evidence;
import org.clickture.LabelledImages;
import org.clickture.label.ImageWalk;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.QueryTemplates;

/** Makes votes of labelled images and their evidence. One object for one run. */
public final class VoteReader {

    private final LabelledImages images;
    private final QueryTemplates templates;
    private final CrossWords crosses;
    private final Votes.Builder votes;

    /** The triads of an image with one normalised query: their clicks add up, their labels are the same. */
    private static final class Vote {

        private final String template;
        private final String spelling;
        private final boolean crossing;
        private final int[] labels;
        private long clicks;

        private Vote(String template, String spelling, boolean crossing, int[] labels) {
            this.spelling = spelling;
            this.crossing = crossing;
            this.template = template;
            this.labels = labels;
        }
    }

    private VoteReader(LabelledImages images, CompiledRecipe recipe, List<LexiconHints.Hint> hints) {
        this.images = images;
        templates = new QueryTemplates(recipe);
        crosses = new CrossWords(hints);
        votes = new Votes.Builder(images.labels());
    }

    /**
     * Reads the votes of all images, sorted by image key, those of an image by normalised query: an order that does not
     * depend on how the log was cut into files.
     *
     * @param recipe the recipe that found the labels
     * @param hints the hints of its lexicon
     * @throws ClicktureException if the clicks of a query on an image add up to more than 2^63 − 1 or the thread is
     *     interrupted
     */
    public static Votes read(LabelledImages images, CompiledRecipe recipe, List<LexiconHints.Hint> hints) {
        VoteReader reader = new VoteReader(images, recipe, hints);
        List<String> keys = new ArrayList<>();
        ImageWalk.over(images, image -> keys.add(image.imageKey()));
        Collections.sort(keys);
        keys.forEach(reader::add);
        return reader.votes.build();
    }

    private void add(String imageKey) {
        Map<String, Vote> byQuery = new TreeMap<>();
        for (Evidence triad : images.evidence(imageKey)) {
            templates.read(triad.query());
            Vote vote = byQuery.computeIfAbsent(
                    templates.normalised(),
                    query -> new Vote(
                            templates.template(), templates.names(), crosses.spokenOf(templates), ids(triad.labels())));
            try {
                vote.clicks = Math.addExact(vote.clicks, triad.clicks());
            } catch (ArithmeticException e) {
                throw new ClicktureException(
                        "the clicks of a query on image " + imageKey + " add up to more than 2^63 - 1", e);
            }
        }
        votes.image(imageKey);
        byQuery.forEach(
                (query, vote) -> votes.vote(vote.template, vote.spelling, vote.crossing, vote.clicks, vote.labels));
    }

    private int[] ids(List<String> labels) {
        int[] ids = new int[labels.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Collections.binarySearch(images.labels(), labels.get(i));
        }
        return ids;
    }
}
