package org.clickture.label;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.List;
import org.clickture.ClicktureException;
import org.clickture.lexicon.Tokenizer;
import org.clickture.lexicon.Tokens;
import org.clickture.lexicon.Vocabulary;

/**
 * Walks over sorted records, image by image, and adds each image up. Reads a triad when it is asked for.
 *
 * <p>The label of a misspelt name, which has the number of all labels added to its id, counts if a triad of the image names
 * it without a mistake. The label of a name inside a misspelt one, which has that number added twice, counts if no misspelt
 * name of its triad does. A triad that is left without a label does not count, nor does an image without triads.
 */
final class ImageView implements GatheredImage {

    private final SortedRecords records;
    private final List<String> labelNames;
    private final int groupLabels;
    private final List<String> fileNames;
    private final LostTriads lost;
    private final Tokens tokens = new Tokens();
    private final Vocabulary normalisedQueries = new Vocabulary();
    private final EvidenceRecord other = new EvidenceRecord();

    /** The image's records are [from, to). */
    private int from;

    private int to;

    private final EvidenceRecord record = new EvidenceRecord();
    /** Which record {@link #record} holds. */
    private int recordRead = -1;
    /** Which record it holds with the labels that count; none while images are added up. */
    private int settledRead = -1;

    private byte[] key = new byte[16];
    private int keyLength;
    private int[] labelIds = new int[8];
    private int labels;
    private long[] clicks = new long[8];
    private long[] queries = new long[8];

    /** The image's records with labels that are not certain. */
    private final IntArrayList uncertain = new IntArrayList();
    /** The image's records that count, if not all do. */
    private final IntArrayList counting = new IntArrayList();

    /** The labels that the image's triads name without a mistake. */
    private final IntOpenHashSet named = new IntOpenHashSet();

    private boolean allCount;
    private long supported;

    /** @param groupLabels how many labels one recipe has; those of others follow, and are settled by themselves */
    ImageView(
            SortedRecords records, List<String> labelNames, int groupLabels, List<String> fileNames, LostTriads lost) {
        this.groupLabels = groupLabels;
        this.records = records;
        this.labelNames = labelNames;
        this.fileNames = fileNames;
        this.lost = lost;
    }

    /** Triads of all images so far that count only for misspelt names. */
    long supported() {
        return supported;
    }

    /** Moves to the next image; false behind the last one. */
    boolean next() {
        do {
            if (to == records.size()) {
                return false;
            }
            group();
        } while (labels == 0);
        return true;
    }

    /** Moves to the next records of one key. */
    private void group() {
        from = to;
        recordRead = -1;
        settledRead = -1;
        allCount = true;
        uncertain.clear();
        record(from);
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
        if (!uncertain.isEmpty()) {
            addUncertain();
        }
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
        labels = certain(record);
        if (labels < record.labels) {
            uncertain.add(from);
        }
        reserve(labels);
        System.arraycopy(record.labelIds, 0, labelIds, 0, labels);
        Arrays.fill(clicks, 0, labels, record.clicks);
        Arrays.fill(queries, 0, labels, 1);
    }

    private void addUp() {
        labels = 0;
        normalisedQueries.clear();
        for (int i = from; i < to; i++) {
            EvidenceRecord triad = record(i);
            Tokenizer.tokenize(triad.bytes, triad.queryFrom, triad.queryTo, tokens);
            int known = normalisedQueries.size();
            // The same normalised query always names the same labels, so its first triad counts for all of them.
            int first = normalisedQueries.add(tokens.normalised(), 0, tokens.normalisedLength()) == known ? 1 : 0;
            int certain = certain(triad);
            if (certain < triad.labels) {
                uncertain.add(i);
            }
            for (int j = 0; j < certain; j++) {
                add(label(triad.labelIds[j]), triad.clicks, first);
            }
        }
    }

    private void add(int label, long triadClicks, int newQueries) {
        queries[label] += newQueries;
        clicks[label] += triadClicks;
        if (clicks[label] < 0) {
            throw tooManyClicks(label);
        }
    }

    /** How many labels of a triad are certain; they are its first ones. */
    private int certain(EvidenceRecord triad) {
        int certain = triad.labels;
        while (certain > 0 && triad.labelIds[certain - 1] >= labelNames.size()) {
            certain--;
        }
        return certain;
    }

    /** Adds the labels that are not certain, and drops the triads that are left with none. */
    private void addUncertain() {
        allCount = false;
        counting.clear();
        normalisedQueries.clear();
        named.clear();
        for (int i = 0; i < labels; i++) {
            named.add(labelIds[i]);
        }
        for (int i = 0; i < uncertain.size(); i++) {
            EvidenceRecord triad = record(uncertain.getInt(i));
            for (int j = triad.labels - 1; j >= 0 && isInside(triad.labelIds[j]); j--) {
                named.add(triad.labelIds[j] % labelNames.size());
            }
        }
        int next = 0;
        for (int i = from; i < to; i++) {
            if (next == uncertain.size() || uncertain.getInt(next) != i) {
                counting.add(i);
            } else {
                next++;
                addUncertain(i);
            }
        }
    }

    private void addUncertain(int position) {
        EvidenceRecord triad = record(position);
        Tokenizer.tokenize(triad.bytes, triad.queryFrom, triad.queryTo, tokens);
        int known = normalisedQueries.size();
        int first = normalisedQueries.add(tokens.normalised(), 0, tokens.normalisedLength()) == known ? 1 : 0;
        int certain = certain(triad);
        boolean onlyMisspelt = certain == 0 && !isInside(triad.labelIds[triad.labels - 1]);
        settle(triad);
        // What is settled is not what was read.
        recordRead = -1;
        for (int i = certain; i < triad.labels; i++) {
            add(label(triad.labelIds[i]), triad.clicks, first);
        }
        if (triad.labels > 0) {
            counting.add(position);
            supported += onlyMisspelt ? 1 : 0;
        } else {
            lost.triad(triad.bytes, triad.queryFrom, triad.queryTo, triad.file, triad.byteOffset);
        }
    }

    /** Gives a triad the labels that count: those that are certain first, then the others. */
    private void settle(EvidenceRecord triad) {
        int all = labelNames.size();
        int certain = certain(triad);
        int settled = certain;
        for (int i = certain; i < triad.labels && !isInside(triad.labelIds[i]); i++) {
            int label = triad.labelIds[i] - all;
            if (named.contains(label)) {
                triad.labelIds[settled++] = label;
            }
        }
        int misspeltEnd = settled;
        for (int i = misspeltEnd; i < triad.labels; i++) {
            int label = triad.labelIds[i] - 2 * all;
            if (label >= 0 && !anyOfGroup(label / groupLabels, triad.labelIds, certain, misspeltEnd)) {
                triad.labelIds[settled++] = label;
            }
        }
        triad.labels = settled;
    }

    private boolean anyOfGroup(int group, int[] ids, int first, int end) {
        for (int i = first; i < end; i++) {
            if (ids[i] / groupLabels == group) {
                return true;
            }
        }
        return false;
    }

    /** Whether an id stands for a label whose name is inside a misspelt one. */
    private boolean isInside(int id) {
        return id >= 2 * labelNames.size();
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
        EvidenceRecord first = record(from);
        return new ClicktureException(fileNames.get(first.file) + ": the clicks of the image in the row at byte offset "
                + first.byteOffset + " add up to more than 2^63 - 1 for \"" + labelNames.get(labelId(label))
                + "\". Such counts are not clicks: mend the log");
    }

    private EvidenceRecord record(int position) {
        if (recordRead != position) {
            recordRead = position;
            records.read(recordRead, record);
        }
        return record;
    }

    @Override
    public GatheredTriad triad(int triad) {
        if (allCount) {
            return record(from + triad);
        }
        int position = counting.getInt(triad);
        if (settledRead != position) {
            settledRead = position;
            recordRead = -1;
            settle(record(position));
            Arrays.sort(record.labelIds, 0, record.labels);
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
        return allCount ? to - from : counting.size();
    }
}
