package org.clickture.resolve;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickture.ClicktureException;

/**
 * How a file of resolutions compares with the truth, of a generated log or of some images that people looked at.
 *
 * <p>A label is right if it is the true one. No label is right if the image truly has none, or none of those that are
 * its candidates.
 *
 * @param all the score of all images
 * @param ambiguous that of the ambiguous images: in a file those with two or more candidates
 * @param unknown how many images were left out, for the truth does not have them
 */
public record ScoreReport(Score all, Score ambiguous, long unknown) {

    private static final String IMAGE_KEY = "image_key";

    /**
     * Compares two files.
     *
     * @param resolutions CSV as {@code clickture resolve} writes it
     * @param truth a file that {@link Truth#read} reads; the column of the true label is called like that of the
     *     resolutions
     * @throws ClicktureException if a file cannot be read or has another form, or the truth has none of the images
     */
    public static ScoreReport of(Path resolutions, Path truth) {
        List<Outcome> all = new ArrayList<>();
        List<Outcome> ambiguous = new ArrayList<>();
        long unknown = 0;
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(resolutions)) {
            Truth known = null;
            for (CsvRecord row : rows) {
                if (row.getFieldCount() != 4) {
                    throw at(resolutions, row, "it has " + row.getFieldCount() + " fields, not 4");
                }
                if (known == null) {
                    requireHeader(resolutions, row);
                    known = Truth.read(truth, row.getField(1));
                } else if (!known.knows(row.getField(0))) {
                    unknown++;
                } else {
                    add(resolutions, row, known, all, ambiguous);
                }
            }
        } catch (CsvParseException e) {
            throw new ClicktureException(
                    resolutions + ": " + e.getMessage() + "; give a file that 'clickture resolve' wrote", e);
        } catch (IOException | UncheckedIOException e) {
            throw Truth.unreadable(resolutions, e);
        }
        if (all.isEmpty() && unknown > 0) {
            throw new ClicktureException(
                    truth + ": it has none of the images of " + resolutions + "; give the truth of the same log");
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

    private static void requireHeader(Path file, CsvRecord row) {
        if (!row.getField(0).equals(IMAGE_KEY)
                || !row.getField(2).equals("confidence")
                || !row.getField(3).equals("candidates")) {
            throw at(
                    file,
                    row,
                    "the header is not that of 'clickture resolve': image_key, the label, confidence, candidates");
        }
    }

    private static void add(Path file, CsvRecord row, Truth truth, List<Outcome> all, List<Outcome> ambiguous) {
        List<String> candidates = Arrays.stream(row.getField(3).split(";", -1))
                .map(candidate -> candidate.substring(0, Math.max(0, candidate.lastIndexOf(':'))))
                .toList();
        if (!truth.knows(row.getField(0))) {
            throw at(file, row, "image " + row.getField(0) + " is not in the truth; give the truth of the same log");
        }
        boolean right = truth.right(row.getField(0), row.getField(1), candidates);
        Outcome outcome = new Outcome(confidence(file, row), right);
        all.add(outcome);
        if (candidates.size() > 1) {
            ambiguous.add(outcome);
        }
    }

    private static double confidence(Path file, CsvRecord row) {
        try {
            double confidence = Double.parseDouble(row.getField(2));
            if (confidence >= 0 && confidence <= 1) {
                return confidence;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw at(file, row, "the confidence is \"" + row.getField(2) + "\", not a number from 0 to 1");
    }

    private static ClicktureException at(Path file, CsvRecord row, String message) {
        return new ClicktureException(file + ":" + row.getStartingLineNumber() + ": " + message);
    }
}
