package org.clickture.label;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clickture.ClicktureException;
import org.clickture.lexicon.Tokenizer;
import org.clickture.lexicon.Tokens;

/** The triads of one image, in the order in which they are added, and their totals. */
final class ImageView implements GatheredImage {

    private final List<String> labelNames;
    private final List<String> fileNames;
    private final Tokens tokens = new Tokens();
    private final NormalisedQueries normalised = new NormalisedQueries();

    private byte[] key = {};
    private int keyLength;

    private final IntArrayList files = new IntArrayList();
    private final LongArrayList byteOffsets = new LongArrayList();
    private final LongArrayList triadClicks = new LongArrayList();
    private final List<byte[]> queries = new ArrayList<>();
    private final IntArrayList queryFrom = new IntArrayList();
    private final IntArrayList queryTo = new IntArrayList();
    /** Label ids of all triads, one after the other; those of a triad end where {@link #labelEnds} says. */
    private final IntArrayList triadLabelIds = new IntArrayList();

    private final IntArrayList labelEnds = new IntArrayList();

    private final IntArrayList labelIds = new IntArrayList();
    private long[] clicks = new long[8];
    private long[] distinctQueries = new long[8];

    ImageView(List<String> labelNames, List<String> fileNames) {
        this.labelNames = labelNames;
        this.fileNames = fileNames;
    }

    void clear() {
        keyLength = 0;
        files.clear();
        byteOffsets.clear();
        triadClicks.clear();
        queries.clear();
        queryFrom.clear();
        queryTo.clear();
        triadLabelIds.clear();
        labelEnds.clear();
        labelIds.clear();
        normalised.clear();
    }

    /** Whether a record is of this image; true for every one as long as there is none. */
    boolean belongs(EvidenceRecord record) {
        return files.isEmpty() || Arrays.equals(key, 0, keyLength, record.bytes, record.keyFrom, record.keyTo);
    }

    void add(EvidenceRecord record) {
        if (files.isEmpty()) {
            keyLength = record.keyTo - record.keyFrom;
            if (key.length < keyLength) {
                key = new byte[Math.max(keyLength, 16)];
            }
            System.arraycopy(record.bytes, record.keyFrom, key, 0, keyLength);
        }
        files.add(record.file);
        byteOffsets.add(record.byteOffset);
        triadClicks.add(record.clicks);
        queries.add(record.bytes);
        queryFrom.add(record.queryFrom);
        queryTo.add(record.queryTo);
        triadLabelIds.addAll(record.labelIds);
        labelEnds.add(triadLabelIds.size());
    }

    /** Adds up clicks and distinct queries; called when the last triad was added. */
    void sumUp() {
        triadLabelIds.intStream().sorted().distinct().forEach(labelIds::add);
        if (clicks.length < labelIds.size()) {
            clicks = new long[labelIds.size() * 2];
            distinctQueries = new long[labelIds.size() * 2];
        }
        Arrays.fill(clicks, 0, labelIds.size(), 0);
        Arrays.fill(distinctQueries, 0, labelIds.size(), 0);
        for (int triad = 0; triad < triads(); triad++) {
            Tokenizer.tokenize(queryBytes(triad), queryFrom(triad), queryTo(triad), tokens);
            // The same normalised query always names the same labels, so its first triad counts for all of them.
            int first = normalised.add(tokens.bytes(), tokens.length()) ? 1 : 0;
            for (int i = 0; i < triadLabels(triad); i++) {
                int label = Arrays.binarySearch(labelIds.elements(), 0, labelIds.size(), triadLabelId(triad, i));
                distinctQueries[label] += first;
                long sum = clicks[label] + triadClicks(triad);
                if (sum < 0) {
                    throw tooManyClicks(label);
                }
                clicks[label] = sum;
            }
        }
    }

    private ClicktureException tooManyClicks(int label) {
        return new ClicktureException(fileNames.get(file(0)) + ": the clicks of the image in the row at byte offset "
                + byteOffset(0) + " add up to more than 2^63 - 1 for \"" + labelNames.get(labelId(label))
                + "\". Such counts are not clicks: mend the log");
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
        return labelIds.size();
    }

    @Override
    public int labelId(int i) {
        return labelIds.getInt(i);
    }

    @Override
    public long clicks(int i) {
        return clicks[i];
    }

    @Override
    public long queries(int i) {
        return distinctQueries[i];
    }

    @Override
    public int triads() {
        return files.size();
    }

    @Override
    public int file(int triad) {
        return files.getInt(triad);
    }

    @Override
    public long byteOffset(int triad) {
        return byteOffsets.getLong(triad);
    }

    @Override
    public long triadClicks(int triad) {
        return triadClicks.getLong(triad);
    }

    @Override
    public int triadLabels(int triad) {
        return labelEnds.getInt(triad) - labelStart(triad);
    }

    @Override
    public int triadLabelId(int triad, int i) {
        return triadLabelIds.getInt(labelStart(triad) + i);
    }

    private int labelStart(int triad) {
        return triad == 0 ? 0 : labelEnds.getInt(triad - 1);
    }

    @Override
    public byte[] queryBytes(int triad) {
        return queries.get(triad);
    }

    @Override
    public int queryFrom(int triad) {
        return queryFrom.getInt(triad);
    }

    @Override
    public int queryTo(int triad) {
        return queryTo.getInt(triad);
    }
}
