package org.clickture.resolve;

import it.unimi.dsi.fastutil.booleans.BooleanArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.List;
import org.clickture.ClicktureException;
import org.clickture.LabelledImages;
import org.clickture.TriadCursor;
import org.clickture.label.ImageWalk;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.QueryTemplates;
import org.clickture.lexicon.Vocabulary;

/**
 * Makes votes of labelled images and their evidence. One object for one run. Reads the images as they lie, makes no objects
 * for most triads, and sorts the images in the end.
 */
public final class VoteReader {

    private final QueryTemplates query;
    private final CrossWords crosses;
    private final Vocabulary templates = new Vocabulary();
    private final Vocabulary spellings = new Vocabulary();
    private final Votes.Builder votes;

    /** The normalised queries of the image that is read now; the number of one is that of its vote. */
    private final Vocabulary normalised = new Vocabulary();

    // The triads of an image with one normalised query are one vote: their clicks add up, their labels are the same.
    private final IntArrayList voteTemplates = new IntArrayList();
    private final IntArrayList voteSpellings = new IntArrayList();
    private final BooleanArrayList voteCrosses = new BooleanArrayList();
    private final LongArrayList clicks = new LongArrayList();
    private final IntArrayList firstLabels = new IntArrayList();
    private final IntArrayList labelIds = new IntArrayList();

    private VoteReader(List<String> labels, CompiledRecipe recipe, List<LexiconHints.Hint> hints) {
        votes = new Votes.Builder(labels);
        query = new QueryTemplates(recipe);
        crosses = new CrossWords(hints);
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
        VoteReader reader = new VoteReader(images.labels(), recipe, hints);
        ImageWalk.overTriads(images, reader::read);
        reader.templates.clear();
        reader.spellings.clear();
        return reader.votes.buildByKey();
    }

    private void read(TriadCursor image) {
        clear();
        while (image.nextTriad()) {
            query.read(image.query(), image.queryLength());
            int known = normalised.size();
            int vote = normalised.add(query.normalisedBytes(), 0, query.normalisedLength());
            if (vote == known) {
                add(image);
            } else {
                addClicks(vote, image);
            }
        }
        firstLabels.add(labelIds.size());
        int[] order = Votes.upTo(normalised.size());
        IntArrays.quickSort(order, normalised::compare);
        votes.image(image.imageKey());
        for (int vote : order) {
            votes.vote(
                    voteTemplates.getInt(vote),
                    voteSpellings.getInt(vote),
                    voteCrosses.getBoolean(vote),
                    clicks.getLong(vote),
                    labelIds.elements(),
                    firstLabels.getInt(vote),
                    firstLabels.getInt(vote + 1));
        }
    }

    private void clear() {
        normalised.clear();
        voteTemplates.clear();
        voteSpellings.clear();
        voteCrosses.clear();
        clicks.clear();
        firstLabels.clear();
        labelIds.clear();
    }

    private void add(TriadCursor triad) {
        voteTemplates.add(query.template(templates));
        voteSpellings.add(query.names(spellings));
        voteCrosses.add(crosses.spokenOf(query));
        clicks.add(triad.clicks());
        firstLabels.add(labelIds.size());
        for (int i = 0; i < triad.size(); i++) {
            labelIds.add(triad.labelId(i));
        }
    }

    private void addClicks(int vote, TriadCursor triad) {
        try {
            clicks.set(vote, Math.addExact(clicks.getLong(vote), triad.clicks()));
        } catch (ArithmeticException e) {
            throw new ClicktureException(
                    "the clicks of a query on image " + triad.imageKey() + " add up to more than 2^63 - 1", e);
        }
    }
}
