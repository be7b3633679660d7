package org.clickture.resolve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 */
public record ScoreReport(Score all, Score ambiguous, long unknown) {

    /**
     * Compares two files. The rows with two or more candidates count as ambiguous. In files of the simple rules these are exactly
     * the images whose queries name two or more labels. {@link Method#EM} lists all of those, too, and besides them images with
     * one label for which it chooses a broader or narrower one. To hold methods against each other on the same images, say which
     * are ambiguous: {@link #of(Path, Path, Predicate)}.
     *
     * @param resolutions CSV as {@code clickture resolve} writes it
     * @param truth a file that {@link Truth#read} reads; the column of the true label is called like that of the
     *     resolutions
     * @throws ClicktureException if a file cannot be read or has another form, the resolutions have no row or the truth has none
     *     of the images
     */
    public static ScoreReport of(Path resolutions, Path truth) {
        return read(resolutions, truth, row -> row.candidates().size() > 1);
    }

    /**
     * Compares two files.
     *
     * @param ambiguous whether the queries of the image with a key name two or more labels
     * @throws ClicktureException as {@link #of(Path, Path)}, and what {@code ambiguous} throws
     */
    public static ScoreReport of(Path resolutions, Path truth, Predicate<String> ambiguous) {
        return read(resolutions, truth, row -> ambiguous.test(row.imageKey()));
    }

    private static ScoreReport read(Path resolutions, Path truth, Predicate<ResolutionReader.Row> isAmbiguous) {
        List<Outcome> all = new ArrayList<>();
        List<Outcome> ambiguous = new ArrayList<>();
        long unknown = 0;
        try (ResolutionReader rows = ResolutionReader.open(resolutions)) {
            Truth known = Truth.read(truth, rows.labelName());
            for (Optional<ResolutionReader.Row> next = rows.next(); next.isPresent(); next = rows.next()) {
                ResolutionReader.Row row = next.get();
                if (!known.knows(row.imageKey())) {
                    unknown++;
                    continue;
                }
                Outcome outcome =
                        new Outcome(row.confidence(), known.right(row.imageKey(), row.label(), row.candidates()));
                all.add(outcome);
                if (isAmbiguous.test(row)) {
                    ambiguous.add(outcome);
                }
            }
        } catch (IOException e) {
            throw Truth.unreadable(resolutions, e);
        }
        if (all.isEmpty()) {
            throw new ClicktureException(
                    unknown > 0
                            ? truth + ": it has none of the images of " + resolutions
                                    + "; give the truth of the same log"
                            : resolutions + ": it has a header and no row, so there is nothing to compare;"
                                    + " give a file with images");
        }
        return new ScoreReport(Score.of(all), Score.of(ambiguous), unknown);
    }

    /**
     * Compares what a method made of images with the truth. Ambiguous are the images with queries for two or more labels,
     * so that all methods are held against the same ones.
     *
     * @throws ClicktureException if an image is not in the truth
     */
    public static ScoreReport of(Resolutions resolutions, Truth truth) {
        List<Outcome> all = new ArrayList<>();
        List<Outcome> ambiguous = new ArrayList<>();
        for (int image = 0; image < resolutions.images(); image++) {
            Outcome outcome = new Outcome(resolutions.confidence(image), resolutions.right(image, truth));
            all.add(outcome);
            if (resolutions.ambiguous(image)) {
                ambiguous.add(outcome);
            }
        }
        return new ScoreReport(Score.of(all), Score.of(ambiguous), 0);
    }
}
