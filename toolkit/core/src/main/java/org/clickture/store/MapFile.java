package org.clickture.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Reads a finished Chronicle Map file of byte arrays without Chronicle Map: over read-only mappings, without locks and
 * without any trace in the file, so that any number of processes may read it and none of them can harm it. The layout is
 * {@link MapHeader}'s.
 *
 * <p>A tier begins with an open-addressing hash table. A slot holds some bits of the key's hash and the number of the
 * chunk at which the entry begins; 0 is an empty slot. An entry is the key's length, the key, the value's length and the
 * value (Chronicle's stop-bit numbers, for lengths the same as unsigned LEB128). A segment that overflowed goes on in
 * another tier.
 *
 * <p>Ugly for speed: no object is made for an entry. Safe for several threads, each with its own {@link ByteWindow} or
 * {@link Cursor}. The file must not change meanwhile.
 */
final class MapFile {

    private final MappedFile file;
    private final MapHeader header;
    private final int segmentBits;
    private final long keyMask;
    private final long chunkMask;
    /** Tier i + 1 is at i; each buffer ends where its tier ends. */
    private final ByteBuffer[] tiers;

    private final long[] tierOffsets;
    /** The position of the tier in which the tier at i goes on, or -1. */
    private final int[] nextTiers;

    private MapFile(MappedFile file, MapHeader header) {
        this.file = file;
        this.header = header;
        this.segmentBits = Integer.numberOfTrailingZeros(header.segments());
        this.keyMask = (1L << header.keyBits()) - 1;
        this.chunkMask = (1L << header.chunkBits()) - 1;
        this.tiers = new ByteBuffer[header.tiers()];
        this.tierOffsets = new long[header.tiers()];
        for (int i = 0; i < tiers.length; i++) {
            tierOffsets[i] = header.tierOffset(i + 1);
            tiers[i] = file.slice(tierOffsets[i], tierOffsets[i] + header.tierBytes());
        }
        this.nextTiers = nextTiers();
    }

    /**
     * Checks the header of a file and finds its tiers.
     *
     * @throws org.clickture.ClicktureException if the file is no complete Chronicle Map of byte arrays
     */
    static MapFile open(MappedFile file) {
        return new MapFile(file, MapHeader.read(file));
    }

    /** A window for {@link #find}. */
    ByteWindow newWindow() {
        return new ByteWindow(file.file());
    }

    /**
     * Looks for key[0, keyLength) and, when it is there, sets the window to its value.
     *
     * @param window made by {@link #newWindow()}
     */
    boolean find(byte[] key, int keyLength, ByteWindow window) {
        long hash = Xxh64.hash(key, 0, keyLength);
        int segment = (int) hash & (header.segments() - 1);
        long hashBits = (hash >>> segmentBits) & keyMask;
        long slotKey = hashBits == 0 ? keyMask : hashBits;
        int firstSlot = (int) slotKey & (header.slots() - 1);
        for (int tier = segment; tier >= 0; tier = nextTiers[tier]) {
            int slot = firstSlot;
            long content;
            for (int probes = 0; probes < header.slots() && (content = slot(tier, slot)) != 0; probes++) {
                if ((content & keyMask) == slotKey) {
                    enter(tier, content, window);
                    int length = window.count();
                    if (length == keyLength && window.startsWith(key, keyLength)) {
                        window.skip(length);
                        window.limit(window.count());
                        return true;
                    }
                }
                slot = (slot + 1) & (header.slots() - 1);
            }
        }
        return false;
    }

    /** A new cursor before the first entry. */
    Cursor entries() {
        return entries(0, header.segments());
    }

    /** A new cursor before the first entry of the segments [from, to). */
    Cursor entries(int from, int to) {
        return new Cursor(from, to);
    }

    int segments() {
        return header.segments();
    }

    private long slot(int tier, int slot) {
        return header.slotBytes() == 4
                ? Integer.toUnsignedLong(tiers[tier].getInt(slot * 4))
                : tiers[tier].getLong(slot * 8);
    }

    /** Sets the window to the rest of the tier, beginning with the entry that a slot points to. */
    private void enter(int tier, long slotContent, ByteWindow window) {
        long from = header.entriesOffset() + ((slotContent >>> header.keyBits()) & chunkMask) * header.chunkBytes();
        if (from >= header.tierBytes()) {
            throw ByteWindow.damaged(
                    file.file(), tierOffsets[tier], "the hash table points behind the end of its tier");
        }
        window.set(tiers[tier], tierOffsets[tier], (int) from, (int) header.tierBytes());
    }

    /** Follows every segment from tier to tier; a tier that comes up twice would send readers round for ever. */
    private int[] nextTiers() {
        int[] next = new int[tiers.length];
        Arrays.fill(next, -1);
        BitSet seen = new BitSet();
        for (int segment = 0; segment < header.segments(); segment++) {
            long at = header.segmentHeadersOffset()
                    + segment * header.segmentHeaderBytes()
                    + MapHeader.NEXT_TIER_IN_SEGMENT_HEADER;
            int tier = segment;
            long index;
            while ((index = file.slice(at, at + Long.BYTES).getLong(0)) != 0) {
                if (index <= header.segments() || index > tiers.length || seen.get((int) index)) {
                    throw ByteWindow.damaged(file.file(), at, "segment " + segment + " goes on in tier " + index);
                }
                seen.set((int) index);
                next[tier] = (int) index - 1;
                tier = next[tier];
                at = tierOffsets[tier] + header.countersOffset();
            }
        }
        return next;
    }

    /** Walks over all entries, segment by segment, in an order that is fixed but has no meaning. Not thread-safe. */
    final class Cursor {

        private final ByteWindow value = newWindow();
        private final int endSegment;
        private int nextSegment;
        private int tier = -1;
        private int slot;
        private int keyFrom;
        private int keyLength;

        private Cursor(int fromSegment, int toSegment) {
            nextSegment = fromSegment;
            endSegment = toSegment;
        }

        /** Moves to the next entry; false behind the last one. */
        boolean next() {
            while (true) {
                while (tier >= 0 && slot < header.slots()) {
                    long content = slot(tier, slot++);
                    if (content != 0) {
                        enter(tier, content, value);
                        keyLength = value.count();
                        keyFrom = value.position();
                        value.skip(keyLength);
                        value.limit(value.count());
                        return true;
                    }
                }
                tier = tier < 0 ? -1 : nextTiers[tier];
                if (tier < 0) {
                    if (nextSegment == endSegment) {
                        return false;
                    }
                    tier = nextSegment++;
                }
                slot = 0;
            }
        }

        /** The value of the entry, at its beginning. The same object for every entry. */
        ByteWindow value() {
            return value;
        }

        /** The key of the entry; makes a new array. */
        byte[] key() {
            byte[] key = new byte[keyLength];
            tiers[tier].get(keyFrom, key);
            return key;
        }
    }
}
