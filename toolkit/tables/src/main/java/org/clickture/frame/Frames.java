package org.clickture.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.clickture.DroppedRow;
import org.clickture.DroppedRows;
import org.clickture.FunnelStep;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.LabelledImages;
import org.clickture.label.AmbiguousRow;
import org.clickture.label.BreedRow;
import org.clickture.label.CutoffRow;
import org.clickture.label.FunnelRow;
import org.clickture.label.LabelShare;
import org.clickture.label.LabelStatistics;
import org.clickture.label.LabelsPerImageRow;
import org.clickture.label.PairRow;
import org.clickture.label.Plural;
import org.clickture.label.PublishedCutoffs;
import org.clickture.label.QueryRow;
import org.clickture.label.SimpleRule;
import org.clickture.label.SimpleRuleScore;
import org.clickture.label.SimpleRules;
import org.clickture.label.Top;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Labelled images as finished Tablesaw tables, computed by {@link LabelStatistics}. The word for a label comes from the
 * recipe: where {@code breed} stands here, a column has {@link LabelledImages#labelName()}, and its plural for
 * {@code breeds}. Counts are long columns, shares are fractions in [0, 1].
 *
 * <p>Image keys, labels and queries stand in the tables as they are: whoever shows them escapes them. Sort and filter
 * these tables as you like, but do not join, group or sum them with Tablesaw 0.44: it loses rows beyond 1,000 a key,
 * fails beyond 65,535 distinct texts and adds up in floating point.
 *
 * <p>Thread-safe; the tables are not.
 */
public final class Frames {

    private Frames() {}

    /**
     * The data set, row for row and in the order of the CSV file: {@code breed, image_key, clicks, queries}.
     *
     * @throws org.clickture.ClicktureException if it has more than 2^31 − 1 rows
     */
    public static Table dataset(LabelledImages images) {
        return DatasetFrame.of(images);
    }

    /**
     * The labels with at least one image, largest first: {@code rank, breed, images, clicks, image_queries,
     * ambiguous_images, ambiguous_share}. What they count is said at {@link BreedRow}; note that {@code image_queries}
     * is the number of distinct (image, query) pairs.
     */
    public static Table breeds(LabelledImages images) {
        List<BreedRow> rows = LabelStatistics.breeds(images);
        return Columns.table(
                Plural.of(images.labelName()),
                Columns.longs("rank", rows, BreedRow::rank),
                Columns.texts(images.labelName(), rows, BreedRow::label),
                Columns.longs("images", rows, BreedRow::images),
                Columns.longs("clicks", rows, BreedRow::clicks),
                Columns.longs("image_queries", rows, BreedRow::imageQueries),
                Columns.longs("ambiguous_images", rows, BreedRow::ambiguousImages),
                Columns.fractions("ambiguous_share", rows, BreedRow::ambiguousShare));
    }

    /**
     * The ambiguous images whose label is least certain: {@code image_key, breeds} (how many), {@code clicks,
     * entropy_bits, clicks_by_breed}, the last a text such as {@code beagle 12 (60.0 %), pug 8 (40.0 %)}. Highest
     * entropy first, then most clicks, then by image key.
     *
     * @param limit the most rows, at least 0; the table's name says how many there are in all
     */
    public static Table ambiguous(LabelledImages images, int limit) {
        Top<AmbiguousRow> top = LabelStatistics.ambiguous(images, limit);
        List<AmbiguousRow> rows = top.rows();
        String label = images.labelName();
        return Columns.table(
                topOf("ambiguous images", top),
                Columns.texts("image_key", rows, AmbiguousRow::imageKey),
                Columns.longs(Plural.of(label), rows, row -> row.labels().size()),
                Columns.longs("clicks", rows, AmbiguousRow::clicks),
                Columns.fractions("entropy_bits", rows, AmbiguousRow::entropyBits),
                Columns.texts("clicks_by_" + label, rows, Frames::clicksByLabel));
    }

    /**
     * The labels that share images, most shared images first: {@code breed_1, breed_2, shared_images, jaccard,
     * images_1, images_2}.
     */
    public static Table pairs(LabelledImages images) {
        List<PairRow> rows = LabelStatistics.pairs(images);
        String label = images.labelName();
        return Columns.table(
                Plural.of(label) + " that share images",
                Columns.texts(label + "_1", rows, PairRow::first),
                Columns.texts(label + "_2", rows, PairRow::second),
                Columns.longs("shared_images", rows, PairRow::sharedImages),
                Columns.fractions("jaccard", rows, PairRow::jaccard),
                Columns.longs("images_1", rows, PairRow::firstImages),
                Columns.longs("images_2", rows, PairRow::secondImages));
    }

    /** How many images have one label, two, and so on: {@code breeds, images, share}. */
    public static Table labelsPerImage(LabelledImages images) {
        List<LabelsPerImageRow> rows = LabelStatistics.labelsPerImage(images);
        String labels = Plural.of(images.labelName());
        long all = rows.stream().mapToLong(LabelsPerImageRow::images).sum();
        return Columns.table(
                labels + " per image",
                Columns.longs(labels, rows, LabelsPerImageRow::labels),
                Columns.longs("images", rows, LabelsPerImageRow::images),
                Columns.fractions("share", rows, row -> (double) row.images() / all));
    }

    /**
     * What is left when labels with fewer than 20, 30, 50, 75, 100, 200, 300, 500, 1,000 or 2,000 images are dropped:
     * {@code at_least, breeds, rows}, the last the rows of the data set.
     */
    public static Table cutoffs(LabelledImages images) {
        return Columns.table(
                "cut-offs",
                cutoffColumns("", images.labelName(), LabelStatistics.cutoffs(LabelStatistics.breeds(images))));
    }

    /**
     * What is left at the published cut-offs beside what was published: {@code at_least, breeds, rows,
     * published_breeds, published_rows}. The table's name says where the published figures come from.
     */
    public static Table cutoffs(LabelledImages images, PublishedCutoffs published) {
        String label = images.labelName();
        List<CutoffRow> rows = LabelStatistics.cutoffs(LabelStatistics.breeds(images), published.minImages());
        Table table = Columns.table(
                "cut-offs beside those of " + published.dataset() + " (" + published.source() + ")",
                cutoffColumns("", label, rows));
        Table theirs = Columns.table("", cutoffColumns("published_", label, published.rows()));
        return table.addColumns(theirs.column(1), theirs.column(2));
    }

    /** What an image was clicked for, most clicks first: {@code query, clicks, breeds} (those the query names). */
    public static Table queries(LabelledImages images, String imageKey) {
        List<QueryRow> rows = LabelStatistics.queries(images, imageKey);
        return Columns.table(
                "queries of " + imageKey,
                Columns.texts("query", rows, QueryRow::query),
                Columns.longs("clicks", rows, QueryRow::clicks),
                Columns.texts(Plural.of(images.labelName()), rows, Frames::labels));
    }

    /**
     * What the images of a label were clicked for, as far as the query names the label: {@code query, clicks, images,
     * breeds} (those the query names). Most clicks first.
     *
     * @param limit the most rows, at least 0; the table's name says how many there are in all
     * @throws org.clickture.ClicktureException if there is no such label
     */
    public static Table queriesOfLabel(LabelledImages images, String label, int limit) {
        Top<QueryRow> top = LabelStatistics.queriesOfLabel(images, label, limit);
        List<QueryRow> rows = top.rows();
        return Columns.table(
                topOf("queries of " + label, top),
                Columns.texts("query", rows, QueryRow::query),
                Columns.longs("clicks", rows, QueryRow::clicks),
                Columns.longs("images", rows, QueryRow::images),
                Columns.texts(Plural.of(images.labelName()), rows, Frames::labels));
    }

    /**
     * What each simple rule makes of some images: {@code image_key, clicks_by_breed, queries_by_breed, drop_ambiguous,
     * most_clicks, most_queries}. The last three are the labels that the rules give; empty where one leaves an image
     * undecided.
     *
     * @param imageKeys the rows, in their order; keys without a label are left out
     */
    public static Table rules(LabelledImages images, List<String> imageKeys) {
        List<LabelSet> rows =
                imageKeys.stream().flatMap(key -> images.find(key).stream()).toList();
        String label = images.labelName();
        List<Column<?>> columns = new ArrayList<>(List.of(
                Columns.texts("image_key", rows, LabelSet::imageKey),
                Columns.texts("clicks_by_" + label, rows, image -> byLabel(image, LabelCount::clicks)),
                Columns.texts("queries_by_" + label, rows, image -> byLabel(image, LabelCount::queries))));
        for (SimpleRule rule : SimpleRule.values()) {
            columns.add(
                    Columns.texts(name(rule), rows, image -> rule.decide(image).orElse("")));
        }
        return Columns.table("simple rules", columns.toArray(Column<?>[]::new));
    }

    /**
     * How often each simple rule is right about the ambiguous images: {@code rule, right, wrong, undecided, right_share}
     * (the right ones among those that it decides).
     *
     * @param truth image key to true label; an image that is not in it has none, so that no label is right
     */
    public static Table rules(LabelledImages images, Map<String, String> truth) {
        List<SimpleRuleScore> rows = SimpleRules.scores(images, truth);
        return Columns.table(
                "simple rules beside the truth",
                Columns.texts("rule", rows, row -> name(row.rule()).replace('_', ' ')),
                Columns.longs("right", rows, SimpleRuleScore::right),
                Columns.longs("wrong", rows, SimpleRuleScore::wrong),
                Columns.longs("undecided", rows, SimpleRuleScore::undecided),
                Columns.fractions("right_share", rows, SimpleRuleScore::rightShare));
    }

    /** What each step of the scan left over: {@code step, count}. */
    public static Table funnel(LabelledImages images) {
        List<FunnelRow> rows = LabelStatistics.funnel(images);
        return Columns.table(
                "from the click log to the data set",
                Columns.texts("step", rows, FunnelRow::step),
                Columns.longs("count", rows, FunnelRow::count));
    }

    /**
     * What fell out of a click log at each step: {@code step, meaning, fell, left}. See {@link FunnelStep}.
     *
     * @param steps what {@code Clickture.funnel} counted
     */
    public static Table funnel(List<FunnelStep> steps) {
        return Columns.table(
                "what falls out of the click log",
                Columns.texts("step", steps, FunnelStep::step),
                Columns.texts("meaning", steps, FunnelStep::meaning),
                Columns.longs("fell", steps, FunnelStep::fell),
                Columns.longs("left", steps, FunnelStep::left));
    }

    /**
     * The sample of the rows that fell out: {@code step, why, image_key, query, clicks, file, byte_offset}. See {@link
     * DroppedRow}.
     *
     * @param steps what {@code Clickture.funnel} counted
     */
    public static Table funnelSample(List<FunnelStep> steps) {
        return dropped(
                "rows that fall out, a sample",
                steps.stream().flatMap(step -> step.sample().stream()).toList());
    }

    /**
     * The rows of an image that are no evidence: {@code step, why, image_key, query, clicks, file, byte_offset}. See {@link
     * DroppedRow}.
     *
     * @param rows what {@code Clickture.dropped} found
     */
    public static Table dropped(DroppedRows rows) {
        return dropped("rows of " + rows.imageKey() + " that fell out", rows.dropped());
    }

    private static Table dropped(String name, List<DroppedRow> rows) {
        return Columns.table(
                name,
                Columns.texts("step", rows, row -> row.reason().key()),
                Columns.texts("why", rows, DroppedRow::why),
                Columns.texts("image_key", rows, DroppedRow::imageKey),
                Columns.texts("query", rows, DroppedRow::query),
                Columns.texts("clicks", rows, DroppedRow::clicks),
                Columns.texts("file", rows, DroppedRow::file),
                Columns.longs("byte_offset", rows, DroppedRow::byteOffset));
    }

    private static Column<?>[] cutoffColumns(String prefix, String label, List<CutoffRow> rows) {
        return new Column<?>[] {
            Columns.longs("at_least", rows, CutoffRow::minImages),
            Columns.longs(prefix + Plural.of(label), rows, CutoffRow::breeds),
            Columns.longs(prefix + "rows", rows, CutoffRow::rows)
        };
    }

    private static String topOf(String what, Top<?> top) {
        int shown = top.rows().size();
        return shown == top.total() ? what : String.format(Locale.ROOT, "%s, %,d of %,d", what, shown, top.total());
    }

    private static String name(SimpleRule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }

    private static String byLabel(LabelSet image, ToLongFunction<LabelCount> count) {
        return image.labels().stream()
                .map(label -> String.format(Locale.ROOT, "%s %,d", label.label(), count.applyAsLong(label)))
                .collect(Collectors.joining(", "));
    }

    private static String labels(QueryRow row) {
        return String.join(", ", row.labels());
    }

    private static String clicksByLabel(AmbiguousRow row) {
        StringBuilder text = new StringBuilder();
        for (LabelShare share : row.labels()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(String.format(
                            Locale.ROOT, "%s %,d (%.1f %%)", share.label(), share.clicks(), 100 * share.share()));
        }
        return text.toString();
    }
}
