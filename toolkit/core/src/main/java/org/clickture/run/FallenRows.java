package org.clickture.run;

import java.util.EnumMap;
import java.util.Map;
import org.clickture.DropReason;
import org.clickture.MalformedReason;
import org.clickture.label.EvidenceLog;
import org.clickture.label.LostTriads;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.Matcher;
import org.clickture.scan.TriadSink;
import org.clickture.scan.TriadView;
import org.clickture.store.ImageKeys;
import org.clickture.store.Xxh64;
import org.jspecify.annotations.Nullable;

/** Looks at every row for one worker: counts those that fall out by reason, and gathers what images the others have. */
final class FallenRows implements TriadSink {

    private final Matcher matcher;
    private final int labelCount;
    private final EvidenceLog evidence;
    private final byte[] key = new byte[ImageKeys.MAX_PACKED_BYTES];
    private final Map<DropReason, Step> steps = new EnumMap<>(DropReason.class);
    /** Why the query that was read last does not pass the gate; null if it does. */
    private @Nullable DropReason closed;

    /** The rows that fell out for one reason. Takes triads that were gathered with the beginning of the row for the query. */
    static final class Step implements LostTriads {

        final RowSample sample;
        long rows;

        Step(int sample) {
            this.sample = new RowSample(sample);
        }

        void add(Step other) {
            rows += other.rows;
            sample.add(other.sample);
        }

        @Override
        public void triad(byte[] bytes, int from, int to, int file, long byteOffset) {
            rows++;
            sample.add(bytes, from, to, file, byteOffset);
        }
    }

    FallenRows(CompiledRecipe recipe, EvidenceLog evidence, int sample) {
        this.matcher = recipe.newMatcher();
        this.labelCount = recipe.labels().size();
        this.evidence = evidence;
        for (DropReason reason : DropReason.values()) {
            steps.put(reason, new Step(sample));
        }
    }

    /** All rows are admitted, for those that do not pass the gate are counted too. */
    @Override
    public boolean admits(byte[] bytes, int queryFrom, int queryTo) {
        closed = matcher.read(bytes, queryFrom, queryTo)
                ? null
                : matcher.meetsGate() ? DropReason.EXCLUSION : DropReason.GATE;
        return true;
    }

    @Override
    public void triad(TriadView triad) {
        int labels = closed == null ? matcher.findLabels() : 0;
        if (labels == 0) {
            fell(
                    closed == null ? DropReason.NAME : closed,
                    triad.bytes(),
                    triad.rowFrom(),
                    triad.rowTo(),
                    triad.file(),
                    triad.byteOffset());
            return;
        }
        int keyLength = ImageKeys.pack(triad.bytes(), triad.keyFrom(), triad.keyTo(), key);
        long order = Long.reverse(Xxh64.hash(key, 0, keyLength));
        // Clicks and queries are not counted here: of the row only that is kept which a sample may need.
        evidence.add(
                order,
                key,
                keyLength,
                matcher.labelIds(),
                labels,
                1,
                triad.file(),
                triad.byteOffset(),
                triad.bytes(),
                triad.rowFrom(),
                onlyMisspelt(labels)
                        ? Math.min(triad.rowTo(), triad.rowFrom() + RowFields.HEAD_BYTES)
                        : triad.rowFrom());
    }

    @Override
    public void malformed(MalformedReason reason, byte[] bytes, int from, int to, int file, long byteOffset) {
        DropReason fallen = switch (reason) {
            case FIELDS -> DropReason.FIELDS;
            case KEY -> closed == null ? DropReason.KEY : closed;
            case CLICKS -> closed == null ? DropReason.CLICKS : closed;
        };
        fell(fallen, bytes, from, to, file, byteOffset);
    }

    private void fell(DropReason reason, byte[] bytes, int from, int to, int file, long byteOffset) {
        step(reason).triad(bytes, from, to, file, byteOffset);
    }

    /** Whether all names of the row are misspelt: what else its image has decides. */
    private boolean onlyMisspelt(int labels) {
        return matcher.labelIds()[0] >= labelCount && matcher.labelIds()[labels - 1] < 2 * labelCount;
    }

    Step step(DropReason reason) {
        Step step = steps.get(reason);
        if (step == null) {
            throw new IllegalArgumentException("no step " + reason);
        }
        return step;
    }
}
