package org.clickture.run;

import org.clickture.label.EvidenceLog;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.Matcher;
import org.clickture.scan.TriadSink;
import org.clickture.scan.TriadView;
import org.clickture.store.ImageKeys;
import org.clickture.store.Xxh64;

/** Steps 1 and 2 for one worker: takes the triads that pass the gate and gathers those that name a label. */
final class TriadGatherer implements TriadSink {

    private final Matcher matcher;
    private final int labelCount;
    private final EvidenceLog evidence;
    private final byte[] key = new byte[ImageKeys.MAX_PACKED_BYTES];

    private long invalidUtf8;
    private long gated;
    private long matched;

    TriadGatherer(CompiledRecipe recipe, EvidenceLog evidence) {
        this.evidence = evidence;
        matcher = recipe.newMatcher();
        labelCount = recipe.labels().size();
    }

    @Override
    public boolean admits(byte[] bytes, int queryFrom, int queryTo) {
        return matcher.read(bytes, queryFrom, queryTo);
    }

    @Override
    public void triad(TriadView triad) {
        gated++;
        invalidUtf8 += matcher.invalidUtf8() ? 1 : 0;
        int labels = matcher.findLabels();
        if (labels == 0) {
            return;
        }
        matched += isOnlyMisspelt(labels) ? 0 : 1;
        int keyLength = ImageKeys.pack(triad.bytes(), triad.keyFrom(), triad.keyTo(), key);
        // Reversed, the low bits of the hash lead: images of one map segment come together, however many there are.
        long order = Long.reverse(Xxh64.hash(key, 0, keyLength));
        evidence.add(
                order,
                key,
                keyLength,
                matcher.labelIds(),
                labels,
                triad.clicks(),
                triad.file(),
                triad.byteOffset(),
                triad.bytes(),
                triad.queryFrom(),
                triad.queryTo());
    }

    private boolean isOnlyMisspelt(int labels) {
        int[] ids = matcher.labelIds();
        return ids[0] >= labelCount && ids[labels - 1] < 2 * labelCount;
    }

    /** Gated triads whose query held malformed UTF-8. */
    long invalidUtf8() {
        return invalidUtf8;
    }

    long gated() {
        return gated;
    }

    /** Triads with a name that counts; those with nothing but misspelt ones are told by their images. */
    long matched() {
        return matched;
    }
}
