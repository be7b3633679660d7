package org.clickture.label;

import java.util.Arrays;
import java.util.List;
import org.clickture.ClicktureException;
import org.clickture.lexicon.Tokenizer;
import org.clickture.lexicon.Tokens;
import org.clickture.lexicon.Vocabulary;

/** Walks over sorted records, image by image, and adds each image up. Reads a triad when it is asked for. */
final class ImageView implements GatheredImage {

    private final SortedRecords records;
    private final List<String> labelNames;
    private final List<String> fileNames;
    private final Tokens tokens = new Tokens();
    private final Vocabulary normalisedQueries = new Vocabulary();
    private final EvidenceRecord other = new EvidenceRecord();

    /** The image's records are [from, to). */
    private int from;

    private int to;

    private final EvidenceRecord record = new EvidenceRecord();
    private int recordRead = -1;

    private byte[] key = new byte[16];
    private int keyLength;
    private int[] labelIds = new int[8];
    private int labels;
    private long[] clicks = new long[8];
    private long[] queries = new long[8];

    ImageView(SortedRecords records, List<String> labelNames, List<String> fileNames) {
        this.records = records;
        this.labelNames = labelNames;
        this.fileNames = fileNames;
    }

    /** Moves to the next image; false behind the last one. */
    boolean next() {
        from = to;
        recordRead = -1;
        if (from == records.size()) {
            return false;
        }
        triad(0);
        readKey();
        to = from + 1;
        while (to < records.size() && records.sameOrder(from, to) && hasTheKey(to)) {
            to++;
        }
        if (to - from == 1) {
            addUpOne();
        } else {
            addUp();
        }
        return true;
    }

    private void readKey() {
        keyLength = record.keyTo - record.keyFrom;
        if (key.length < keyLength) {
            key = new byte[keyLength];
        }
        System.arraycopy(record.bytes, record.keyFrom, key, 0, keyLength);
    }

    private boolean hasTheKey(int position) {
        records.readIdentity(position, other);
        return Arrays.equals(key, 0, keyLength, other.bytes, other.keyFrom, other.keyTo);
    }

    private void addUpOne() {
        labels = record.labels;
        reserve(labels);
        System.arraycopy(record.labelIds, 0, labelIds, 0, labels);
        Arrays.fill(clicks, 0, labels, record.clicks);
        Arrays.fill(queries, 0, labels, 1);
    }

    private void addUp() {
        labels = 0;
        normalisedQueries.clear();
        for (int i = 0; i < triads(); i++) {
            EvidenceRecord triad = triad(i);
            Tokenizer.tokenize(triad.bytes, triad.queryFrom, triad.queryTo, tokens);
            int known = normalisedQueries.size();
            // The same normalised query always names the same labels, so its first triad counts for all of them.
            int first = normalisedQueries.add(tokens.normalised(), 0, tokens.normalisedLength()) == known ? 1 : 0;
            for (int j = 0; j < triad.labels; j++) {
                int label = label(triad.labelIds[j]);
                queries[label] += first;
                clicks[label] += triad.clicks;
                if (clicks[label] < 0) {
                    throw tooManyClicks(label);
                }
            }
        }
    }

    /** Where a label stands in {@link #labelIds}; it is put there if it is new. */
    private int label(int id) {
        int position = Arrays.binarySearch(labelIds, 0, labels, id);
        if (position >= 0) {
            return position;
        }
        int free = -1 - position;
        reserve(labels + 1);
        System.arraycopy(labelIds, free, labelIds, free + 1, labels - free);
        System.arraycopy(clicks, free, clicks, free + 1, labels - free);
        System.arraycopy(queries, free, queries, free + 1, labels - free);
        labelIds[free] = id;
        clicks[free] = 0;
        queries[free] = 0;
        labels++;
        return free;
    }

    private void reserve(int count) {
        if (count > labelIds.length) {
            int larger = Math.max(count, 2 * labelIds.length);
            labelIds = Arrays.copyOf(labelIds, larger);
            clicks = Arrays.copyOf(clicks, larger);
            queries = Arrays.copyOf(queries, larger);
        }
    }

    private ClicktureException tooManyClicks(int label) {
        return new ClicktureException(fileNames.get(file(0)) + ": the clicks of the image in the row at byte offset "
                + byteOffset(0) + " add up to more than 2^63 - 1 for \"" + labelNames.get(labelId(label))
                + "\". Such counts are not clicks: mend the log");
    }

    private EvidenceRecord triad(int triad) {
        if (recordRead != from + triad) {
            recordRead = from + triad;
            records.read(recordRead, record);
        }
        return record;
    }

    @Override
    public byte[] key() {
        return key;
    }

    @Override
    public int keyLength() {
        return keyLength;
    }

    @Override
    public int labels() {
        return labels;
    }

    @Override
    public int labelId(int i) {
        return labelIds[i];
    }

    @Override
    public long clicks(int i) {
        return clicks[i];
    }

    @Override
    public long queries(int i) {
        return queries[i];
    }

    @Override
    public int triads() {
        return to - from;
    }

    @Override
    public int file(int triad) {
        return triad(triad).file;
    }

    @Override
    public long byteOffset(int triad) {
        return triad(triad).byteOffset;
    }

    @Override
    public long triadClicks(int triad) {
        return triad(triad).clicks;
    }

    @Override
    public int triadLabels(int triad) {
        return triad(triad).labels;
    }

    @Override
    public int triadLabelId(int triad, int i) {
        return triad(triad).labelIds[i];
    }

    @Override
    public byte[] queryBytes(int triad) {
        return triad(triad).bytes;
    }

    @Override
    public int queryFrom(int triad) {
        return triad(triad).queryFrom;
    }

    @Override
    public int queryTo(int triad) {
        return triad(triad).queryTo;
    }
}
