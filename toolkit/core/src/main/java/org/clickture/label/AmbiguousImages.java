package org.clickture.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.clickture.ImageCursor;
import org.clickture.LabelledImages;

/** Finds the images whose label is least certain. One object for one walk. */
final class AmbiguousImages {

    private static final Comparator<AmbiguousRow> ORDER = Comparator.comparingDouble(AmbiguousRow::entropyBits)
            .reversed()
            .thenComparing(Comparator.comparingLong(AmbiguousRow::clicks).reversed())
            .thenComparing(AmbiguousRow::imageKey);

    private static final Comparator<LabelShare> MOST_CLICKS_FIRST =
            Comparator.comparingLong(LabelShare::clicks).reversed().thenComparing(LabelShare::label);

    private final List<String> labels;
    private final int limit;
    /** The best rows so far, the worst of them on top. */
    private final PriorityQueue<AmbiguousRow> best = new PriorityQueue<>(ORDER.reversed());

    private long total;
    private long[] clicksOf = new long[8];

    private AmbiguousImages(List<String> labels, int limit) {
        this.labels = labels;
        this.limit = limit;
    }

    static Top<AmbiguousRow> of(LabelledImages images, int limit) {
        LabelStatistics.requireLimit(limit);
        AmbiguousImages ambiguous = new AmbiguousImages(images.labels(), limit);
        ImageWalk.over(images, ambiguous::add);
        List<AmbiguousRow> rows = new ArrayList<>(ambiguous.best);
        rows.sort(ORDER);
        return new Top<>(rows, ambiguous.total);
    }

    private void add(ImageCursor image) {
        int size = image.size();
        if (size < 2) {
            return;
        }
        total++;
        if (limit == 0) {
            return;
        }
        long clicks = 0;
        clicksOf = size > clicksOf.length ? new long[2 * size] : clicksOf;
        for (int i = 0; i < size; i++) {
            clicksOf[i] = image.clicks(i);
            clicks = ClickSum.add(clicks, clicksOf[i]);
        }
        double entropyBits = entropyBits(clicksOf, size, clicks);
        // Most images lose here, before anything is made for them.
        if (best.size() == limit && entropyBits < best.element().entropyBits()) {
            return;
        }
        AmbiguousRow row = new AmbiguousRow(image.imageKey(), shares(image, clicks), clicks, entropyBits);
        if (best.size() < limit) {
            best.add(row);
        } else if (ORDER.compare(row, best.element()) < 0) {
            best.remove();
            best.add(row);
        }
    }

    private List<LabelShare> shares(ImageCursor image, long clicks) {
        List<LabelShare> shares = new ArrayList<>(image.size());
        for (int i = 0; i < image.size(); i++) {
            shares.add(new LabelShare(
                    labels.get(image.labelId(i)),
                    image.clicks(i),
                    image.queries(i),
                    (double) image.clicks(i) / clicks));
        }
        shares.sort(MOST_CLICKS_FIRST);
        return shares;
    }

    /**
     * Entropy of the shares {@code counts[i] / sum}, {@code 0 <= i < size}. Sorts the counts, so that the same shares
     * give the same bits in whatever order they come; strict, so that they do so on every machine.
     */
    static double entropyBits(long[] counts, int size, long sum) {
        Arrays.sort(counts, 0, size);
        double nats = 0;
        for (int i = 0; i < size; i++) {
            double share = (double) counts[i] / sum;
            nats -= share * StrictMath.log(share);
        }
        return nats / StrictMath.log(2);
    }
}
