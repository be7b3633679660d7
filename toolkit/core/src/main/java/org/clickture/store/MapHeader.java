package org.clickture.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clickture.ClicktureException;

/**
 * Where things lie in a Chronicle Map file, after "Chronicle Map 3 data store specification" (the folder {@code spec} of
 * the Chronicle Map sources) and checked against Chronicle Map 2026.1: a self-bootstrapping header, the global mutable
 * state, a header for each segment, then the tiers. Tier 1 to {@code segments} are the segments' first tiers, in their
 * order; the extra tiers follow in bulks. All offsets and sizes are in bytes.
 *
 * @param segments a power of two
 * @param segmentHeadersOffset where the first segment's header begins
 * @param segmentHeaderBytes distance from one segment's header to the next
 * @param tiersOffset where tier 1 begins
 * @param tierBytes distance from one tier to the next
 * @param tiers number of tiers, extra tiers included
 * @param bulksOffset where the first bulk of extra tiers begins
 * @param bulkBytes distance from one bulk to the next
 * @param bulkTiersOffset where the first tier begins in a bulk
 * @param tiersInBulk extra tiers in a bulk, a power of two
 * @param slots slots in a tier's hash table, a power of two
 * @param slotBytes 4 or 8
 * @param keyBits how many low bits of a slot hold a part of the key's hash
 * @param chunkBits how many bits above them hold the number of the entry's first chunk
 * @param chunkBytes what chunk numbers count
 * @param countersOffset where the 64 bytes of counters begin in a tier; the hash table is before them
 * @param entriesOffset where chunk 0 begins in a tier
 */
record MapHeader(
        int segments,
        long segmentHeadersOffset,
        long segmentHeaderBytes,
        long tiersOffset,
        long tierBytes,
        int tiers,
        long bulksOffset,
        long bulkBytes,
        long bulkTiersOffset,
        long tiersInBulk,
        int slots,
        int slotBytes,
        int keyBits,
        int chunkBits,
        long chunkBytes,
        int countersOffset,
        int entriesOffset) {

    /** Offset of the next tier's index in a segment's header. */
    static final int NEXT_TIER_IN_SEGMENT_HEADER = 16;

    private static final int SIZE_WORD_OFFSET = 8;
    private static final int TEXT_OFFSET = 12;
    private static final int NOT_COMPLETE = 0x8000_0000;
    private static final int TEXT_BYTES_MASK = 0x3FFF_FFFF;
    private static final int MAX_TEXT_BYTES = 1 << 20;
    private static final int GLOBAL_STATE_BYTES = 8 + 25;
    private static final int COUNTERS_BYTES = 64;
    private static final String STOP_BIT_SIZES =
            "!net.openhft.chronicle.hash.serialization.impl.StopBitSizeMarshaller {";

    /**
     * Reads and checks the header of a file.
     *
     * @throws ClicktureException if it is no complete Chronicle Map of byte arrays that fits the file
     */
    static MapHeader read(MappedFile file) {
        String text = text(file);
        try {
            return read(file, new Fields(file, text), TEXT_OFFSET + text.length());
        } catch (ArithmeticException e) {
            throw broken(file, "its header has sizes beyond any file");
        }
    }

    /** Where tier {@code index}, in [1, tiers], begins in the file. */
    long tierOffset(int index) {
        if (index <= segments) {
            return tiersOffset + (index - 1) * tierBytes;
        }
        long extra = (long) index - 1 - segments;
        return bulksOffset + extra / tiersInBulk * bulkBytes + bulkTiersOffset + extra % tiersInBulk * tierBytes;
    }

    private static String text(MappedFile file) {
        if (file.size() < TEXT_OFFSET) {
            throw broken(file, "it is too short to be a Chronicle Map");
        }
        ByteBuffer head = file.slice(0, Math.min(file.size(), MAX_TEXT_BYTES));
        int sizeWord = head.getInt(SIZE_WORD_OFFSET);
        int textBytes = sizeWord & TEXT_BYTES_MASK;
        if (textBytes > head.capacity() - TEXT_OFFSET) {
            throw broken(file, "it is no Chronicle Map, or cut off in its header");
        }
        // The checksum is that of a complete map, also while the map is not complete.
        byte[] hashed = new byte[TEXT_OFFSET - SIZE_WORD_OFFSET + textBytes];
        head.get(SIZE_WORD_OFFSET, hashed);
        hashed[3] &= 0x7F;
        String text = new String(hashed, 4, textBytes, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("!net.openhft.chronicle.map.VanillaChronicleMap {")) {
            throw broken(file, "it is no Chronicle Map");
        }
        if (Xxh64.hash(hashed, 0, hashed.length) != head.getLong(0)) {
            throw broken(file, "its header does not have the checksum that it states");
        }
        if ((sizeWord & NOT_COMPLETE) != 0) {
            throw broken(file, "it was never completed");
        }
        return text;
    }

    private static MapHeader read(MappedFile file, Fields fields, int headerEnd) {
        fields.require("keyClass", "!type byte[]");
        fields.require("valueClass", "!type byte[]");
        fields.require("keySizeMarshaller", STOP_BIT_SIZES);
        fields.require("valueSizeMarshaller", STOP_BIT_SIZES);
        fields.require("alignment", "1");

        int segments = fields.powerOfTwo("actualSegments", 1 << 30);
        int slots = fields.powerOfTwo("tierHashLookupCapacity", 1 << 28);
        int slotBytes = (int) fields.number("tierHashLookupSlotSize", 4, 8);
        int keyBits = (int) fields.number("tierHashLookupKeyBits", 1, 63);
        int chunkBits = (int) fields.number("tierHashLookupValueBits", 0, 31);
        long chunkBytes = fields.number("chunkSize", 1, 1 << 30);
        long tierBytes = fields.number("tierSize", 1, MappedFile.MAX_STRETCH);
        int countersOffset = (int) fields.number("tierHashLookupOuterSize", 1, tierBytes);
        long freeListBytes = fields.number("tierFreeListOuterSize", 1, tierBytes);
        long entriesOffset = countersOffset
                + COUNTERS_BYTES
                + freeListBytes
                + fields.number("tierEntrySpaceInnerOffset", 0, tierBytes);
        fields.check(
                (slotBytes == 4 || slotBytes == 8) && keyBits + chunkBits <= 8 * slotBytes, "tierHashLookupSlotSize");
        fields.check((long) slots * slotBytes <= countersOffset, "tierHashLookupOuterSize");
        fields.check(entriesOffset < tierBytes, "tierSize");
        long segmentHeaderBytes = fields.number("segmentHeaderSize", 32, 1 << 20);
        long bulkBytes = fields.number("tierBulkSizeInBytes", 1, Long.MAX_VALUE);
        long bulkTiersOffset = fields.number("tierBulkInnerOffsetToTiers", 0, bulkBytes);
        long tiersInBulk = fields.powerOfTwo("tiersInBulk", 1 << 30);
        fields.check(
                Math.addExact(bulkTiersOffset, Math.multiplyExact(tiersInBulk, tierBytes)) <= bulkBytes,
                "tierBulkSizeInBytes");

        long stateOffset = (headerEnd + 63L) & -64L;
        if (file.size() < stateOffset + GLOBAL_STATE_BYTES) {
            throw broken(file, "it is cut off behind its header");
        }
        ByteBuffer state = file.slice(stateOffset + 8, stateOffset + GLOBAL_STATE_BYTES);
        long bulks = state.getInt(0) & 0xFF_FFFF;
        long segmentHeadersOffset = Integer.toUnsignedLong(state.getInt(13));
        long statedBytes = state.getLong(17);
        long tiersOffset = Math.addExact(segmentHeadersOffset, Math.multiplyExact(segments, segmentHeaderBytes));
        long bulksOffset = Math.addExact(tiersOffset, Math.multiplyExact(segments, tierBytes));
        long end = Math.addExact(bulksOffset, Math.multiplyExact(bulks, bulkBytes));
        if (segmentHeadersOffset < stateOffset + GLOBAL_STATE_BYTES || end > statedBytes) {
            throw broken(file, "its global state does not fit its header");
        }
        if (statedBytes > file.size()) {
            throw broken(file, String.format(Locale.ROOT, "it is cut off: %,d bytes of %,d", file.size(), statedBytes));
        }
        return new MapHeader(
                segments,
                segmentHeadersOffset,
                segmentHeaderBytes,
                tiersOffset,
                tierBytes,
                Math.toIntExact(segments + bulks * tiersInBulk),
                bulksOffset,
                bulkBytes,
                bulkTiersOffset,
                tiersInBulk,
                slots,
                slotBytes,
                keyBits,
                chunkBits,
                chunkBytes,
                countersOffset,
                (int) entriesOffset);
    }

    private static ClicktureException broken(MappedFile file, String why) {
        return new ClicktureException(file.file() + " cannot be read: " + why
                + ". Check the store with 'clickture verify' and build it again.");
    }

    /** The fields of the header's text at its first level. */
    private record Fields(MappedFile file, String text) {

        private String value(String name) {
            Matcher line = Pattern.compile("^  " + name + ": (.*?),?$", Pattern.MULTILINE)
                    .matcher(text);
            if (!line.find()) {
                throw broken(file, "its header has no field " + name);
            }
            return line.group(1);
        }

        void require(String name, String expected) {
            check(value(name).equals(expected), name);
        }

        long number(String name, long min, long max) {
            try {
                long number = Long.parseLong(value(name));
                check(number >= min && number <= max, name);
                return number;
            } catch (NumberFormatException e) {
                throw wrong(name);
            }
        }

        int powerOfTwo(String name, int max) {
            int number = (int) number(name, 1, max);
            check(Integer.bitCount(number) == 1, name);
            return number;
        }

        void check(boolean holds, String name) {
            if (!holds) {
                throw wrong(name);
            }
        }

        private ClicktureException wrong(String name) {
            return broken(
                    file, "its header says \"" + name + ": " + value(name) + "\", which this reader does not know");
        }
    }
}
