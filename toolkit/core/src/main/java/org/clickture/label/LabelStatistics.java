package org.clickture.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clickture.ClicktureException;
import org.clickture.Counts;
import org.clickture.LabelledImages;

/**
 * What can be counted over labelled images. All sums are exact, all orders are total, so the rows are the same in every
 * run. Each call that takes images walks over them once, in constant memory for each label (or pair, or row returned).
 *
 * <p>Thread-safe. Every call throws {@link ClicktureException} if the clicks add up to more than 2^63 − 1 or the thread
 * is interrupted.
 */
public final class LabelStatistics {

    /** The cut-offs that are asked for when nobody says others: those published for Clickture-Dog. */
    private static final long[] DEFAULT_CUTOFFS = PublishedCutoffs.CLICKTURE_DOG.minImages();

    private LabelStatistics() {}

    /** The labels with at least one image, by {@link BreedRow#rank()}. */
    public static List<BreedRow> breeds(LabelledImages images) {
        List<String> labels = images.labels();
        long[] imagesOf = new long[labels.size()];
        long[] ambiguousOf = new long[labels.size()];
        long[] clicksOf = new long[labels.size()];
        long[] queriesOf = new long[labels.size()];
        ImageWalk.over(images, image -> {
            int size = image.size();
            for (int i = 0; i < size; i++) {
                int label = image.labelId(i);
                imagesOf[label]++;
                ambiguousOf[label] += size > 1 ? 1 : 0;
                clicksOf[label] = ClickSum.add(clicksOf[label], image.clicks(i));
                queriesOf[label] = ClickSum.add(queriesOf[label], image.queries(i));
            }
        });
        List<Integer> order = new ArrayList<>();
        for (int label = 0; label < imagesOf.length; label++) {
            if (imagesOf[label] > 0) {
                order.add(label);
            }
        }
        // Ids grow with the labels, and the sort is stable: equal sizes stay in the order of their labels.
        order.sort(Comparator.comparingLong(label -> -imagesOf[label]));
        List<BreedRow> rows = new ArrayList<>(order.size());
        for (int label : order) {
            rows.add(new BreedRow(
                    rows.size() + 1,
                    labels.get(label),
                    imagesOf[label],
                    clicksOf[label],
                    queriesOf[label],
                    ambiguousOf[label]));
        }
        return List.copyOf(rows);
    }

    /** What is left at the cut-offs 20, 30, 50, 75, 100, 200, 300, 500, 1,000 and 2,000 images. */
    public static List<CutoffRow> cutoffs(List<BreedRow> breeds) {
        return cutoffs(breeds, DEFAULT_CUTOFFS);
    }

    /** What is left at some cut-offs, in their order. */
    public static List<CutoffRow> cutoffs(List<BreedRow> breeds, long... minImages) {
        List<CutoffRow> rows = new ArrayList<>(minImages.length);
        for (long min : minImages) {
            long kept = 0;
            long rowsKept = 0;
            for (BreedRow breed : breeds) {
                if (breed.images() >= min) {
                    kept++;
                    rowsKept += breed.images();
                }
            }
            rows.add(new CutoffRow(min, kept, rowsKept));
        }
        return List.copyOf(rows);
    }

    /** How many images have one label, two, three and so on up to the most; empty without images. */
    public static List<LabelsPerImageRow> labelsPerImage(LabelledImages images) {
        long[] imagesWith = new long[images.labels().size() + 1];
        ImageWalk.over(images, image -> imagesWith[image.size()]++);
        int most = imagesWith.length - 1;
        while (most > 0 && imagesWith[most] == 0) {
            most--;
        }
        List<LabelsPerImageRow> rows = new ArrayList<>(most);
        for (int labels = 1; labels <= most; labels++) {
            rows.add(new LabelsPerImageRow(labels, imagesWith[labels]));
        }
        return List.copyOf(rows);
    }

    /** How the clicks of the rows of the data set are distributed, from the bin of 1 click to the last with a row. */
    public static List<ClicksBin> clicks(LabelledImages images) {
        long[] rowsIn = new long[Long.SIZE - 1];
        ImageWalk.over(images, image -> {
            for (int i = 0; i < image.size(); i++) {
                rowsIn[Long.SIZE - 1 - Long.numberOfLeadingZeros(image.clicks(i))]++;
            }
        });
        int bins = rowsIn.length;
        while (bins > 0 && rowsIn[bins - 1] == 0) {
            bins--;
        }
        List<ClicksBin> rows = new ArrayList<>(bins);
        for (int bin = 0; bin < bins; bin++) {
            long min = 1L << bin;
            rows.add(new ClicksBin(min, min + (min - 1), rowsIn[bin]));
        }
        return List.copyOf(rows);
    }

    /** The labels that share at least one image: most shared images first, then by first and second label. */
    public static List<PairRow> pairs(LabelledImages images) {
        return LabelPairs.of(images);
    }

    /**
     * The ambiguous images whose label is least certain: highest entropy first, then most clicks, then by image key.
     *
     * @param limit the most rows to return, at least 0; {@link Top#total()} counts all ambiguous images
     */
    public static Top<AmbiguousRow> ambiguous(LabelledImages images, int limit) {
        return AmbiguousImages.of(images, limit);
    }

    /** What an image was clicked for: most clicks first, then by query; empty if it has no label. */
    public static List<QueryRow> queries(LabelledImages images, String imageKey) {
        return ClickedQueries.ofImage(images, imageKey);
    }

    /**
     * What the images of a label were clicked for, as far as the query names the label: most clicks first, then by
     * query. Reads the evidence of all its images.
     *
     * @param limit the most rows to return, at least 0; {@link Top#total()} counts all distinct queries
     * @throws ClicktureException if there is no such label
     */
    public static Top<QueryRow> queriesOfLabel(LabelledImages images, String label, int limit) {
        return ClickedQueries.ofLabel(images, label, limit);
    }

    /** What each step of the scan left over, from the rows of the click log to the images. */
    public static List<FunnelRow> funnel(LabelledImages images) {
        Counts counts = images.counts();
        String label = images.labelName();
        return List.of(
                new FunnelRow("rows of the log", counts.rows()),
                new FunnelRow("gate passed", counts.gated()),
                new FunnelRow(label + " found", counts.matched()),
                new FunnelRow(label + "-image pairs", counts.pairs()),
                new FunnelRow("images", counts.images()));
    }

    /** The sorted list's first rows. */
    static <R> Top<R> top(List<R> sorted, int limit) {
        return new Top<>(sorted.subList(0, Math.min(limit, sorted.size())), sorted.size());
    }

    static void requireLimit(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must be at least 0, is " + limit);
        }
    }
}
