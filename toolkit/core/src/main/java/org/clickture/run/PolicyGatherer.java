package org.clickture.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.clickture.label.EvidenceLog;
import org.clickture.lexicon.Matcher;
import org.clickture.scan.TriadSink;
import org.clickture.scan.TriadView;
import org.clickture.store.ImageKeys;
import org.clickture.store.Xxh64;

/**
 * Reads each triad by several policies, for one worker, and gathers it once with all labels: that of a policy has the id
 * {@code policy * names + name}, so that one walk over the images compares them all. Those that are not certain have {@code
 * policies * names} added to that, once or twice.
 */
final class PolicyGatherer implements TriadSink {

    private final List<Matcher> matchers = new ArrayList<>();
    private final boolean[] admitted;
    /** For each policy and label what the label is among all names. */
    private final int[][] nameOfLabel;

    private final int names;
    private final EvidenceLog evidence;
    private final byte[] key = new byte[ImageKeys.MAX_PACKED_BYTES];
    private int[] labels = new int[16];

    /** @param names the labels of all policies, sorted by UTF-16 code units */
    PolicyGatherer(List<Policy> policies, List<String> names, EvidenceLog evidence) {
        this.names = names.size();
        this.evidence = evidence;
        admitted = new boolean[policies.size()];
        nameOfLabel = new int[policies.size()][];
        for (int i = 0; i < admitted.length; i++) {
            matchers.add(policies.get(i).recipe().newMatcher());
            nameOfLabel[i] = policies.get(i).recipe().labels().stream()
                    .mapToInt(label -> Collections.binarySearch(names, label))
                    .toArray();
        }
    }

    @Override
    public boolean admits(byte[] bytes, int queryFrom, int queryTo) {
        boolean any = false;
        for (int i = 0; i < admitted.length; i++) {
            admitted[i] = matchers.get(i).read(bytes, queryFrom, queryTo);
            any |= admitted[i];
        }
        return any;
    }

    @Override
    public void triad(TriadView triad) {
        int count = 0;
        for (int policy = 0; policy < admitted.length; policy++) {
            if (!admitted[policy]) {
                continue;
            }
            Matcher matcher = matchers.get(policy);
            int found = matcher.findLabels();
            if (count + found > labels.length) {
                labels = Arrays.copyOf(labels, 2 * (count + found));
            }
            int[] nameOf = nameOfLabel[policy];
            for (int i = 0; i < found; i++) {
                int label = matcher.labelIds()[i];
                int certainty = label / nameOf.length;
                labels[count++] = (certainty * admitted.length + policy) * names + nameOf[label % nameOf.length];
            }
        }
        if (count > 0) {
            Arrays.sort(labels, 0, count);
            gather(triad, count);
        }
    }

    private void gather(TriadView triad, int count) {
        int keyLength = ImageKeys.pack(triad.bytes(), triad.keyFrom(), triad.keyTo(), key);
        evidence.add(
                Long.reverse(Xxh64.hash(key, 0, keyLength)),
                key,
                keyLength,
                labels,
                count,
                triad.clicks(),
                triad.file(),
                triad.byteOffset(),
                triad.bytes(),
                triad.queryFrom(),
                triad.queryTo());
    }
}
