package org.clickture.resolve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.clickture.ClicktureException;

/**
 * How a file of resolutions compares with the truth, of a generated log or of some images that people looked at.
 *
 * <p>A label is right if it is the true one. No label is right if the image truly has none, or none of those that are
 * its candidates.
 *
 * @param all the score of all images
 * @param ambiguous that of the ambiguous images: those whose queries name two or more labels. A file does not always tell, see
 *     {@link #of(Path, Path)}
 * @param unknown how many images were left out, for the truth does not have them
 * @param missing the images of the truth that were not resolved: the scores are of the others alone
 * @param foreign the images with a true label that no image could have got, so that any label of theirs is wrong
 */
public record ScoreReport(Score all, Score ambiguous, long unknown, TruthGap missing, TruthGap foreign) {

    /**
     * Compares two files. The rows with two or more candidates count as ambiguous. In files of the simple rules these are exactly
     * the images whose queries name two or more labels. {@link Method#EM} lists all of those, too, and besides them images with
     * one label for which it chooses a broader or narrower one. To hold methods against each other on the same images, say which
     * are ambiguous: {@link #of(Path, Path, Predicate, String, Collection)}.
     *
     * @param resolutions CSV as {@code clickture resolve} writes it
     * @param truth a file that {@link Truth#read} reads; the column of the true label is called like that of the
     *     resolutions
     * @throws ClicktureException if a file cannot be read or has another form, the resolutions have no row or the truth has none
     *     of the images
     */
    public static ScoreReport of(Path resolutions, Path truth) {
        Compared compared = compare(
                resolutions, truth, Optional.empty(), row -> row.candidates().size() > 1);
        return compared.report(compared.labels());
    }

    /**
     * Compares two files.
     *
     * @param ambiguous whether the queries of the image with a key name two or more labels
     * @param labelName what a label must be called in the resolutions
     * @param labels all labels that an image may get
     * @throws ClicktureException as {@link #of(Path, Path)}, if a label is called otherwise, and what {@code ambiguous} throws
     */
    public static ScoreReport of(
            Path resolutions, Path truth, Predicate<String> ambiguous, String labelName, Collection<String> labels) {
        return compare(resolutions, truth, Optional.of(labelName), row -> ambiguous.test(row.imageKey()))
                .report(Set.copyOf(labels));
    }

    /**
     * What two files came to.
     *
     * @param unknown the rows that the truth does not have
     * @param labels all that stand in a row, chosen or not
     */
    private record Compared(Comparison comparison, long unknown, Set<String> labels) {

        ScoreReport report(Set<String> possibleLabels) {
            return comparison.report(unknown, possibleLabels::contains);
        }
    }

    private static Compared compare(
            Path resolutions, Path truth, Optional<String> labelName, Predicate<ResolutionReader.Row> isAmbiguous) {
        Set<String> labels = new HashSet<>();
        long unknown = 0;
        Comparison comparison;
        try (ResolutionReader rows = ResolutionReader.open(resolutions)) {
            if (!labelName.orElse(rows.labelName()).equals(rows.labelName())) {
                throw new ClicktureException(resolutions + ": a label is called " + rows.labelName() + " there, and "
                        + labelName.get() + " in the store; give the store that the file was made of");
            }
            Truth known = Truth.read(truth, rows.labelName());
            comparison = new Comparison(known);
            for (Optional<ResolutionReader.Row> next = rows.next(); next.isPresent(); next = rows.next()) {
                ResolutionReader.Row row = next.get();
                labels.add(row.label());
                labels.addAll(row.candidates());
                if (known.knows(row.imageKey())) {
                    boolean right = known.right(row.imageKey(), row.label(), row.candidates());
                    comparison.add(row.imageKey(), right, row.confidence(), isAmbiguous.test(row));
                } else {
                    unknown++;
                }
            }
        } catch (IOException e) {
            throw Truth.unreadable(resolutions, e);
        }
        if (comparison.isEmpty()) {
            throw new ClicktureException(
                    unknown > 0
                            ? truth + ": it has none of the images of " + resolutions
                                    + "; give the truth of the same log"
                            : resolutions + ": it has a header and no row, so there is nothing to compare;"
                                    + " give a file with images");
        }
        return new Compared(comparison, unknown, labels);
    }

    /**
     * Compares what a method made of images with the truth. Ambiguous are the images with queries for two or more labels,
     * so that all methods are held against the same ones.
     *
     * @throws ClicktureException if an image is not in the truth
     */
    public static ScoreReport of(Resolutions resolutions, Truth truth) {
        Comparison comparison = new Comparison(truth);
        for (int image = 0; image < resolutions.images(); image++) {
            comparison.add(
                    resolutions.imageKey(image),
                    resolutions.right(image, truth),
                    resolutions.confidence(image),
                    resolutions.ambiguous(image));
        }
        return comparison.report(0, Set.copyOf(resolutions.labels())::contains);
    }
}
