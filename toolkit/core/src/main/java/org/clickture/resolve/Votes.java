package org.clickture.resolve;

import it.unimi.dsi.fastutil.booleans.BooleanArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/**
 * What images were clicked for, as votes: each distinct normalised query of an image is one vote for the labels that it
 * names. Immutable; kept in primitive arrays, about 40 bytes a vote.
 *
 * <p>The numbers of a vote's labels are half-open ranges into one array, growing; so are the votes of an image.
 */
public final class Votes {

    private final List<String> labels;
    private final List<String> imageKeys;
    private final int[] firstVote;
    private final int[] firstLabel;
    private final int[] labelIds;
    private final int[] sources;
    private final int sourceCount;
    private final long[] clicks;
    private final boolean[] crossing;
    private final double[] spellingShares;

    private Votes(Builder builder) {
        labels = builder.labels;
        imageKeys = List.copyOf(builder.imageKeys);
        firstVote = closed(builder.firstVote, builder.clicks.size());
        firstLabel = closed(builder.firstLabel, builder.labelIds.size());
        labelIds = builder.labelIds.toIntArray();
        sources = builder.sources.toIntArray();
        sourceCount = builder.sourceCount;
        clicks = builder.clicks.toLongArray();
        crossing = builder.crossing.toBooleanArray();
        spellingShares = spellingShares(builder);
    }

    private double[] spellingShares(Builder builder) {
        long[] byLabel = new long[labels.size()];
        long[] bySpelling = new long[builder.spellingIds.size()];
        for (int vote = 0; vote < votes(); vote++) {
            if (size(vote) == 1) {
                byLabel[labelIds[firstLabel[vote]]]++;
                bySpelling[builder.spellings.getInt(vote)]++;
            }
        }
        double[] shares = new double[votes()];
        for (int vote = 0; vote < shares.length; vote++) {
            if (size(vote) == 1) {
                shares[vote] =
                        (double) bySpelling[builder.spellings.getInt(vote)] / byLabel[labelIds[firstLabel[vote]]];
            }
        }
        return shares;
    }

    private static int[] closed(IntArrayList starts, int end) {
        int[] closed = new int[starts.size() + 1];
        starts.getElements(0, closed, 0, starts.size());
        closed[starts.size()] = end;
        return closed;
    }

    /** Every label that could be given, sorted by UTF-16 code units; a label's id is its position. */
    public List<String> labels() {
        return labels;
    }

    /** How many images; image {@code i} is the i-th that was added. */
    public int images() {
        return imageKeys.size();
    }

    /** The key of an image. */
    public String imageKey(int image) {
        return imageKeys.get(image);
    }

    /** How many votes all images have. */
    public int votes() {
        return clicks.length;
    }

    /** The first vote of an image; its last is before the first of the next. */
    int firstVote(int image) {
        return firstVote[image];
    }

    /** Whether the votes of an image name two or more labels. */
    boolean ambiguous(int image) {
        int from = firstLabel[firstVote[image]];
        for (int i = from + 1; i < firstLabel[firstVote[image + 1]]; i++) {
            if (labelIds[i] != labelIds[from]) {
                return true;
            }
        }
        return false;
    }

    /** Where a vote's labels begin; they end where those of the next begin. */
    int firstLabel(int vote) {
        return firstLabel[vote];
    }

    /** The id of the label at a position in [{@code firstLabel(vote)}, {@code firstLabel(vote + 1)}). */
    int labelId(int position) {
        return labelIds[position];
    }

    /** How many labels the vote names, at least 1. */
    int size(int vote) {
        return firstLabel[vote + 1] - firstLabel[vote];
    }

    /** The clicks of the vote's query on its image, at least 1. */
    long clicks(int vote) {
        return clicks[vote];
    }

    /** The number of the vote's query template, in [0, {@link #sources()}). */
    int source(int vote) {
        return sources[vote];
    }

    int sources() {
        return sourceCount;
    }

    /** How often those who name the vote's label alone spell it like the vote; 0 if it names several. */
    double spellingShare(int vote) {
        return spellingShares[vote];
    }

    /** Whether the query speaks of a cross of breeds ("husky lab mix"). */
    boolean crossing(int vote) {
        return crossing[vote];
    }

    /** Collects votes, image by image. Not thread-safe. */
    public static final class Builder {

        private static final int NO_SOURCE = -1;
        private static final int NONE_BEFORE = -1;

        private final List<String> labels;
        private final List<String> imageKeys = new ArrayList<>();
        private final IntArrayList firstVote = new IntArrayList();
        private final IntArrayList firstLabel = new IntArrayList();
        private final IntArrayList labelIds = new IntArrayList();
        private final IntArrayList sources = new IntArrayList();
        private final LongArrayList clicks = new LongArrayList();
        private final BooleanArrayList crossing = new BooleanArrayList();
        private final IntArrayList spellings = new IntArrayList();
        private final Long2IntOpenHashMap spellingIds = new Long2IntOpenHashMap();
        /** The source of each template, or {@link #NO_SOURCE}: sources are numbered as they come. */
        private final IntArrayList sourceOf = new IntArrayList();

        private int sourceCount;
        private final Object2IntOpenHashMap<String> texts = new Object2IntOpenHashMap<>();

        /** @param labels sorted by UTF-16 code units */
        public Builder(List<String> labels) {
            this.labels = List.copyOf(labels);
            spellingIds.defaultReturnValue(NONE_BEFORE);
        }

        /** Begins the next image. */
        public void image(String imageKey) {
            imageKeys.add(imageKey);
            firstVote.add(clicks.size());
        }

        /**
         * Adds a vote to the image begun last.
         *
         * @param template the query with a placeholder for each name: votes of one template are one source
         * @param speaksOfCross whether the query speaks of a cross of breeds
         * @param clickCount at least 1
         * @param named ids of the labels it names, growing, at least one
         */
        public void vote(String template, boolean speaksOfCross, long clickCount, int... named) {
            vote(template, "", speaksOfCross, clickCount, named);
        }

        /**
         * Adds a vote to the image begun last.
         *
         * @param spelling the names as they stand in the query
         */
        public void vote(String template, String spelling, boolean speaksOfCross, long clickCount, int... named) {
            vote(number(template), number(spelling), speaksOfCross, clickCount, named, 0, named.length);
        }

        private int number(String text) {
            int known = texts.size();
            return texts.computeIfAbsent(text, any -> known);
        }

        /**
         * The same with numbers from 0 on, which one who knows few texts may give to them; with the labels named[from, to).
         */
        void vote(int template, int spelling, boolean speaksOfCross, long clickCount, int[] named, int from, int to) {
            while (sourceOf.size() <= template) {
                sourceOf.add(NO_SOURCE);
            }
            if (sourceOf.getInt(template) == NO_SOURCE) {
                sourceOf.set(template, sourceCount++);
            }
            sources.add(sourceOf.getInt(template));
            long spelled = (long) named[from] << Integer.SIZE | spelling;
            int known = spellingIds.size();
            int before = spellingIds.putIfAbsent(spelled, known);
            spellings.add(before == NONE_BEFORE ? known : before);
            firstLabel.add(labelIds.size());
            labelIds.addElements(labelIds.size(), named, from, to - from);
            crossing.add(speaksOfCross);
            clicks.add(clickCount);
        }

        /** The votes added so far. */
        public Votes build() {
            return new Votes(this);
        }
    }
}
