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
        int triads = record.count();
        List<Evidence> evidence = new ArrayList<>();
        long file = 0;
        long byteOffset = 0;
        for (int triad = 0; triad < triads; triad++) {
            long fileDistance = record.number();
            file += fileDistance;
            if (fileDistance >= files.size() || file >= files.size()) {
                throw record.damaged("there is no file " + file + " here");
            }
            long offsetDistance = record.number();
            byteOffset = fileDistance == 0 ? byteOffset + offsetDistance : offsetDistance;
            if (byteOffset < 0) {
                throw record.damaged("a byte offset has more than 63 bits");
            }
            long clicks = record.number();
            List<String> named =
                    image.size() == 1 ? List.of(labels.get(image.labelId(0))) : readLabels(record, image, labels);
            String query = new String(record.bytes(record.count()), StandardCharsets.UTF_8);
            evidence.add(new Evidence(query, clicks, named, files.get((int) file), byteOffset));
        }
        return evidence;
    }

    private static List<String> readLabels(ByteWindow record, ImageValue image, List<String> labels) {
        int count = record.count();
        List<String> named = new ArrayList<>();
        long position = 0;
        for (int i = 0; i < count; i++) {
            long distance = record.number();
            position += distance;
            if (distance >= image.size() || position >= image.size()) {
                throw record.damaged("the image has no label at position " + position);
            }
            named.add(labels.get(image.labelId((int) position)));
        }
        return named;
    }
}
