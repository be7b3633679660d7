package org.clickture.label;

import java.util.List;

/**
 * Cut-offs that somebody published, to compare with.
 *
 * @param dataset the data set they describe
 * @param source where the figures come from
 * @param rows the figures, by ascending {@link CutoffRow#minImages()}
 */
public record PublishedCutoffs(String dataset, String source, List<CutoffRow> rows) {

    /** Images per breed in Clickture-Dog (95,041 rows, 266 to 312 breeds). */
    public static final PublishedCutoffs CLICKTURE_DOG = new PublishedCutoffs(
            "Clickture-Dog",
            "derived from a public artefact of the data set, agrees with a published count",
            List.of(
                    new CutoffRow(20, 188, 94_207),
                    new CutoffRow(30, 173, 93_856),
                    new CutoffRow(50, 147, 92_842),
                    new CutoffRow(75, 126, 91_553),
                    new CutoffRow(100, 107, 89_910),
                    new CutoffRow(200, 70, 84_707),
                    new CutoffRow(300, 58, 81_873),
                    new CutoffRow(500, 45, 76_871),
                    new CutoffRow(1_000, 21, 59_454),
                    new CutoffRow(2_000, 12, 47_169)));

    public PublishedCutoffs {
        rows = List.copyOf(rows);
    }

    /** The cut-offs of the rows, ascending. */
    public long[] minImages() {
        return rows.stream().mapToLong(CutoffRow::minImages).toArray();
    }
}
