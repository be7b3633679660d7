package org.clickture.label;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clickture.ClicktureException;
import org.clickture.Evidence;
import org.clickture.LabelledImages;

/** Adds up evidence by query. */
final class ClickedQueries {

    private static final Comparator<QueryRow> ORDER =
            Comparator.comparingLong(QueryRow::clicks).reversed().thenComparing(QueryRow::query);

    /** What is known of one query so far. */
    private static final class Tally {

        private final List<String> labels;
        private long clicks;
        private long images;
        /** Number of the last image it was seen on; the first image is 1. */
        private long lastImage;

        private Tally(List<String> labels) {
            this.labels = labels;
        }
    }

    private final Map<String, Tally> tallies = new HashMap<>();
    private long image;

    private ClickedQueries() {}

    static List<QueryRow> ofImage(LabelledImages images, String imageKey) {
        ClickedQueries queries = new ClickedQueries();
        queries.add(images.evidence(imageKey));
        return List.copyOf(queries.rows());
    }

    static Top<QueryRow> ofLabel(LabelledImages images, String label, int limit) {
        LabelStatistics.requireLimit(limit);
        int labelId = idOf(images, label);
        ClickedQueries queries = new ClickedQueries();
        ImageWalk.over(images, cursor -> {
            for (int i = 0; i < cursor.size(); i++) {
                if (cursor.labelId(i) == labelId) {
                    queries.add(images.evidence(cursor.imageKey()).stream()
                            .filter(evidence -> evidence.labels().contains(label))
                            .toList());
                }
            }
        });
        return LabelStatistics.top(queries.rows(), limit);
    }

    private static int idOf(LabelledImages images, String label) {
        List<String> labels = images.labels();
        int found = Collections.binarySearch(labels, label);
        if (found >= 0) {
            return found;
        }
        int next = -found - 1;
        List<String> neighbours = labels.subList(Math.max(0, next - 2), Math.min(labels.size(), next + 2));
        throw new ClicktureException("There is no " + images.labelName() + " “" + label
                + "”. Write it as the lexicon does; its neighbours in the alphabet are: "
                + String.join(", ", neighbours) + ".");
    }

    /** Adds the evidence of one image. */
    private void add(Collection<Evidence> evidence) {
        image++;
        for (Evidence triad : evidence) {
            Tally tally = tallies.computeIfAbsent(triad.query(), query -> new Tally(triad.labels()));
            tally.clicks = ClickSum.add(tally.clicks, triad.clicks());
            if (tally.lastImage != image) {
                tally.lastImage = image;
                tally.images++;
            }
        }
    }

    private List<QueryRow> rows() {
        List<QueryRow> rows = new ArrayList<>(tallies.size());
        tallies.forEach((query, tally) -> rows.add(new QueryRow(query, tally.clicks, tally.images, tally.labels)));
        rows.sort(ORDER);
        return rows;
    }
}
