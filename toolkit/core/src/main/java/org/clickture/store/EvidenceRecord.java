package org.clickture.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clickture.ClicktureException;
import org.clickture.Evidence;
import org.clickture.label.GatheredImage;
import org.clickture.label.GatheredTriad;

/**
 * What the evidence file holds for one image: the number of its triads, then each triad by file and byte offset:
 *
 * <ol>
 *   <li>the distance of its file's id from the one before;
 *   <li>its byte offset, as the distance from the one before if that is in the same file;
 *   <li>its clicks;
 *   <li>if the image has more than one label: how many of them the triad names, then the distance of each one's
 *       position among the image's labels from the one before;
 *   <li>the query: its length in bytes and its bytes as the log has them.
 * </ol>
 *
 * This layout has the version {@link org.clickture.manifest.Manifest#FORMAT}.
 */
final class EvidenceRecord {

    private EvidenceRecord() {}

    /**
     * Writes the record of an image behind what the sink holds.
     *
     * @throws ClicktureException if it is longer than a reader can take
     */
    static void write(GatheredImage image, EvidencePages sink) {
        long begin = sink.length();
        sink.number(image.triads());
        int file = 0;
        long byteOffset = 0;
        for (int i = 0; i < image.triads(); i++) {
            GatheredTriad triad = image.triad(i);
            if (triad.file() != file) {
                byteOffset = 0;
            }
            sink.number(triad.file() - file);
            sink.number(triad.byteOffset() - byteOffset);
            file = triad.file();
            byteOffset = triad.byteOffset();
            sink.number(triad.clicks());
            if (image.labels() > 1) {
                writeLabels(image, triad, sink);
            }
            sink.number(triad.queryTo() - triad.queryFrom());
            sink.bytes(triad.bytes(), triad.queryFrom(), triad.queryTo());
            if (sink.length() - begin > MappedFile.MAX_STRETCH) {
                throw new ClicktureException("image " + ImageKeys.unpack(image.key(), 0, image.keyLength())
                        + " has more than 1 GiB of evidence; remove it from the click log");
            }
        }
    }

    private static void writeLabels(GatheredImage image, GatheredTriad triad, EvidencePages sink) {
        sink.number(triad.labels());
        int position = 0;
        int before = 0;
        for (int i = 0; i < triad.labels(); i++) {
            position = position(image, triad.labelId(i), position);
            sink.number(position - before);
            before = position;
        }
    }

    private static int position(GatheredImage image, int labelId, int from) {
        for (int position = from; position < image.labels(); position++) {
            if (image.labelId(position) == labelId) {
                return position;
            }
        }
        throw new IllegalArgumentException("a triad names label " + labelId + ", which its image has not");
    }

    /**
     * Reads the record of an image.
     *
     * @param image the image's labels
     * @param labels names of all labels by id
     * @param files names of all files by id
     */
    static List<Evidence> read(ByteWindow record, ImageValue image, List<String> labels, List<String> files) {
        EvidenceReader reader = new EvidenceReader(record, image, files.size());
        reader.begin();
        List<Evidence> evidence = new ArrayList<>();
        while (reader.next()) {
            List<String> named = new ArrayList<>(reader.size());
            for (int i = 0; i < reader.size(); i++) {
                named.add(labels.get(reader.labelId(i)));
            }
            String query = new String(reader.query(), 0, reader.queryLength(), StandardCharsets.UTF_8);
            evidence.add(new Evidence(query, reader.clicks(), named, files.get(reader.file()), reader.byteOffset()));
        }
        return evidence;
    }
}
