package org.clickture.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clickture.resolve.CandidateShare;
import org.clickture.resolve.Resolutions;

/**
 * Writes resolutions: one row for each image, with its label (empty: none of these), how sure it is and its candidates. CSV
 * after RFC 4180, UTF-8, LF, in the order of the resolutions. Shares have six digits. The same resolutions give the same
 * bytes.
 */
public final class ResolutionWriter {

    /** RFC 4180 knows no comments; labels and keys never begin with a TAB, so that none is quoted for being one. */
    private static final char NO_COMMENTS = '\t';

    private static final long UNIT = 1_000_000;

    private ResolutionWriter() {}

    /**
     * Writes the resolutions of all images.
     *
     * @param labelName what a label is called: the name of the second column
     * @param minConfidence if above 0, images with a lower confidence or without a label are left out
     * @param out is flushed and stays open
     */
    public static void write(Resolutions resolutions, String labelName, double minConfidence, OutputStream out)
            throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .commentCharacter(NO_COMMENTS)
                .build(writer);
        try {
            csv.writeRecord("image_key", labelName, "confidence", "candidates");
            for (int image = 0; image < resolutions.images(); image++) {
                if (minConfidence <= 0 || resolutions.keeps(image, minConfidence)) {
                    csv.writeRecord(
                            resolutions.imageKey(image),
                            resolutions.label(image).orElse(""),
                            decimal(resolutions.confidence(image)),
                            candidates(resolutions.candidates(image)));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }

    private static String candidates(List<CandidateShare> candidates) {
        StringBuilder text = new StringBuilder();
        for (CandidateShare candidate : candidates) {
            text.append(text.length() > 0 ? ";" : "")
                    .append(candidate.label())
                    .append(':')
                    .append(decimal(candidate.share()));
        }
        return text.toString();
    }

    /** A share in [0, 1] with six digits behind the point, rounded half up. */
    static String decimal(double share) {
        long millionths = Math.round(share * UNIT);
        String digits = Long.toString(UNIT + millionths % UNIT);
        return millionths / UNIT + "." + digits.substring(1);
    }
}
