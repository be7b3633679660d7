package org.clickture.label;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clickture.LabelledImages;

/** Counts the images that two labels share. */
final class LabelPairs {

    private static final Comparator<PairRow> ORDER = Comparator.comparingLong(PairRow::sharedImages)
            .reversed()
            .thenComparing(PairRow::first)
            .thenComparing(PairRow::second);

    private LabelPairs() {}

    static List<PairRow> of(LabelledImages images) {
        List<String> labels = images.labels();
        long[] imagesOf = new long[labels.size()];
        Long2LongOpenHashMap shared = new Long2LongOpenHashMap();
        ImageWalk.over(images, image -> {
            int size = image.size();
            for (int i = 0; i < size; i++) {
                int first = image.labelId(i);
                imagesOf[first]++;
                for (int j = i + 1; j < size; j++) {
                    shared.addTo((long) first << Integer.SIZE | image.labelId(j), 1);
                }
            }
        });
        List<PairRow> rows = new ArrayList<>(shared.size());
        for (Long2LongMap.Entry pair : shared.long2LongEntrySet()) {
            int first = (int) (pair.getLongKey() >>> Integer.SIZE);
            int second = (int) pair.getLongKey();
            rows.add(new PairRow(
                    labels.get(first), labels.get(second), pair.getLongValue(), imagesOf[first], imagesOf[second]));
        }
        rows.sort(ORDER);
        return List.copyOf(rows);
    }
}
