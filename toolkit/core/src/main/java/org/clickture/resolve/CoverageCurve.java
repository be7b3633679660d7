package org.clickture.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** How many images keep their label, and how many of those labels are right, as less and less sure ones are kept. */
final class CoverageCurve {

    /** More rows than these no chart can show. */
    private static final int MAX_ROWS = 200;

    private CoverageCurve() {}

    /**
     * Rows by falling confidence. Labels with the same confidence are kept together; images without a label never are, but
     * count for the coverage.
     *
     * @param among the images that it is about
     */
    static List<CoverageRow> of(Resolutions resolutions, Truth truth, IntPredicate among) {
        List<Outcome> labelled = new ArrayList<>();
        int all = 0;
        for (int image = 0; image < resolutions.images(); image++) {
            if (among.test(image)) {
                all++;
                if (resolutions.label(image).isPresent()) {
                    labelled.add(new Outcome(resolutions.confidence(image), resolutions.right(image, truth)));
                }
            }
        }
        labelled.sort(Comparator.comparingDouble(Outcome::confidence).reversed());
        List<CoverageRow> rows = new ArrayList<>();
        int right = 0;
        int shown = 0;
        for (int kept = 1; kept <= labelled.size(); kept++) {
            Outcome last = labelled.get(kept - 1);
            right += last.right() ? 1 : 0;
            boolean end = kept == labelled.size();
            boolean together = !end && labelled.get(kept).confidence() == last.confidence();
            if (!together && (end || (long) (kept - shown) * MAX_ROWS >= all)) {
                rows.add(new CoverageRow(last.confidence(), kept, (double) kept / all, (double) right / kept));
                shown = kept;
            }
        }
        return rows;
    }
}
