package org.clickture.resolve;

import it.unimi.dsi.fastutil.booleans.BooleanArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

    /** @param order the builder's images in the order that they get here */
    private Votes(Builder builder, int[] order) {
        labels = builder.labels;
        List<String> keys = new ArrayList<>(order.length);
        for (int image : order) {
            keys.add(builder.imageKeys.get(image));
        }
        imageKeys = Collections.unmodifiableList(keys);
        Stretches labelled = new Stretches(builder.firstLabel, builder.labelIds.size(), order);
        Stretches voted = new Stretches(builder.firstVote, builder.clicks.size(), order);
        firstVote = voted.starts;
        labelIds = labelled.ints(builder.labelIds);
        clicks = voted.longs(builder.clicks);
        crossing = voted.booleans(builder.crossing);
        firstLabel = starts(voted.ints(builder.sizes));
        sources = voted.ints(builder.templates);
        sourceCount = numberAsTheyCome(sources, builder.templateCount);
        spellingShares = spellingShares(voted.ints(builder.spellings), builder.spellingIds.size());
    }

    /** The numbers in [0, end). */
    static int[] upTo(int end) {
        int[] numbers = new int[end];
        for (int i = 0; i < end; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private static int[] starts(int[] sizes) {
        int[] starts = new int[sizes.length + 1];
        for (int i = 0; i < sizes.length; i++) {
            starts[i + 1] = starts[i] + sizes[i];
        }
        return starts;
    }

    /** Replaces numbers in [0, count) by 0, 1, 2… in the order in which they first occur; returns how many there are then. */
    private static int numberAsTheyCome(int[] numbers, int count) {
        int[] renamed = new int[count];
        int next = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (renamed[numbers[i]] == 0) {
                renamed[numbers[i]] = ++next;
            }
            numbers[i] = renamed[numbers[i]] - 1;
        }
        return next;
    }

    private double[] spellingShares(int[] spellings, int spellingCount) {
        long[] byLabel = new long[labels.size()];
        long[] bySpelling = new long[spellingCount];
        for (int vote = 0; vote < votes(); vote++) {
            if (size(vote) == 1) {
                byLabel[labelIds[firstLabel[vote]]]++;
                bySpelling[spellings[vote]]++;
            }
        }
        double[] shares = new double[votes()];
        for (int vote = 0; vote < shares.length; vote++) {
            if (size(vote) == 1) {
                shares[vote] = (double) bySpelling[spellings[vote]] / byLabel[labelIds[firstLabel[vote]]];
            }
        }
        return shares;
    }

    /**
     * Puts columns that hold a stretch for each image into another order of images. Empties each column, so that only one of
     * them is there twice.
     */
    private static final class Stretches {

        /** Where the stretch of the i-th image of the new order begins in the columns. */
        private final int[] from;
        /** Where it begins in the new order; one more for the end. */
        private final int[] starts;

        Stretches(IntArrayList firsts, int end, int[] order) {
            from = new int[order.length];
            starts = new int[order.length + 1];
            for (int i = 0; i < order.length; i++) {
                int next = order[i] + 1;
                from[i] = firsts.getInt(order[i]);
                starts[i + 1] = starts[i] + (next == order.length ? end : firsts.getInt(next)) - from[i];
            }
        }

        /** Copies column[start, start + length) to where it comes to lie. */
        private interface Move {

            void of(int start, int to, int length);
        }

        private void forEach(Move move) {
            for (int i = 0; i < from.length; i++) {
                move.of(from[i], starts[i], starts[i + 1] - starts[i]);
            }
        }

        int[] ints(IntArrayList column) {
            int[] moved = new int[column.size()];
            forEach((start, to, length) -> column.getElements(start, moved, to, length));
            column.clear();
            column.trim();
            return moved;
        }

        long[] longs(LongArrayList column) {
            long[] moved = new long[column.size()];
            forEach((start, to, length) -> column.getElements(start, moved, to, length));
            column.clear();
            column.trim();
            return moved;
        }

        boolean[] booleans(BooleanArrayList column) {
            boolean[] moved = new boolean[column.size()];
            forEach((start, to, length) -> column.getElements(start, moved, to, length));
            column.clear();
            column.trim();
            return moved;
        }
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

    /** Collects votes, image by image, until they are built. Not thread-safe. */
    public static final class Builder {

        private static final int NONE_BEFORE = -1;

        private final List<String> labels;
        private final List<String> imageKeys = new ArrayList<>();
        private final IntArrayList firstVote = new IntArrayList();
        /** The first label of each image's votes. */
        private final IntArrayList firstLabel = new IntArrayList();

        private final IntArrayList labelIds = new IntArrayList();
        private final IntArrayList sizes = new IntArrayList();
        private final IntArrayList templates = new IntArrayList();
        private final LongArrayList clicks = new LongArrayList();
        private final BooleanArrayList crossing = new BooleanArrayList();
        private final IntArrayList spellings = new IntArrayList();
        private final Long2IntOpenHashMap spellingIds = new Long2IntOpenHashMap();
        private final Object2IntOpenHashMap<String> texts = new Object2IntOpenHashMap<>();
        private int templateCount;
        private boolean built;

        /** @param labels sorted by UTF-16 code units */
        public Builder(List<String> labels) {
            this.labels = List.copyOf(labels);
            spellingIds.defaultReturnValue(NONE_BEFORE);
        }

        /** Begins the next image, which needs at least one vote. */
        public void image(String imageKey) {
            imageKeys.add(imageKey);
            firstVote.add(clicks.size());
            firstLabel.add(labelIds.size());
        }

        /**
         * Adds a vote to the image begun last.
         *
         * @param template the query with a placeholder for each name: votes of one template are one source
         * @param speaksOfCross whether the query speaks of a cross of breeds
         * @param clickCount at least 1
         * @param named ids of the labels it names, growing, at least one
         * @throws IllegalArgumentException if the clicks are fewer than 1, or what it names are not labels, growing
         */
        public void vote(String template, boolean speaksOfCross, long clickCount, int... named) {
            vote(template, "", speaksOfCross, clickCount, named);
        }

        /**
         * Adds a vote to the image begun last.
         *
         * @param template as for {@link #vote(String, boolean, long, int...)}, like the others
         * @param spelling the names as they stand in the query
         * @throws IllegalArgumentException if the clicks are fewer than 1, or what it names are not labels, growing
         */
        public void vote(String template, String spelling, boolean speaksOfCross, long clickCount, int... named) {
            requireVote(clickCount, named);
            vote(number(template), number(spelling), speaksOfCross, clickCount, named, 0, named.length);
        }

        private void requireVote(long clickCount, int... named) {
            if (clickCount < 1) {
                throw new IllegalArgumentException("a vote has at least 1 click, not " + clickCount);
            }
            boolean growing = named.length > 0;
            int least = 0;
            for (int label : named) {
                growing &= label >= least && label < labels.size();
                least = label + 1;
            }
            if (!growing) {
                throw new IllegalArgumentException("a vote names labels from 0 to " + (labels.size() - 1)
                        + ", growing, each once, at least one; not " + Arrays.toString(named));
            }
        }

        private int number(String text) {
            int known = texts.size();
            return texts.computeIfAbsent(text, any -> known);
        }

        /**
         * The same with numbers from 0 on, which one who knows few texts may give to them; with the labels named[from, to).
         */
        void vote(int template, int spelling, boolean speaksOfCross, long clickCount, int[] named, int from, int to) {
            templates.add(template);
            templateCount = Math.max(templateCount, template + 1);
            long spelled = (long) named[from] << Integer.SIZE | spelling;
            int known = spellingIds.size();
            int before = spellingIds.putIfAbsent(spelled, known);
            spellings.add(before == NONE_BEFORE ? known : before);
            sizes.add(to - from);
            labelIds.addElements(labelIds.size(), named, from, to - from);
            crossing.add(speaksOfCross);
            clicks.add(clickCount);
        }

        /**
         * The votes that were added; images in the order in which they were added. Ends the use of the builder, which keeps
         * none of them.
         *
         * @throws IllegalStateException if an image has no vote, or the votes were built before
         */
        public Votes build() {
            return new Votes(this, order());
        }

        /** The same with the images sorted by key. */
        Votes buildByKey() {
            int[] order = order();
            IntArrays.mergeSort(order, (one, other) -> imageKeys.get(one).compareTo(imageKeys.get(other)));
            return new Votes(this, order);
        }

        private int[] order() {
            if (built) {
                throw new IllegalStateException("these votes were built before");
            }
            for (int image = 0; image < imageKeys.size(); image++) {
                int end = image + 1 < imageKeys.size() ? firstVote.getInt(image + 1) : clicks.size();
                if (firstVote.getInt(image) == end) {
                    throw new IllegalStateException("image " + imageKeys.get(image) + " has no vote");
                }
            }
            built = true;
            return upTo(imageKeys.size());
        }
    }
}
