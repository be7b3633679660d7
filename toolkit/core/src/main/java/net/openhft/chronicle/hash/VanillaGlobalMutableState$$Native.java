package net.openhft.chronicle.hash;

import net.openhft.chronicle.bytes.BytesStore;

/**
 * Chronicle Map's view of the five numbers that it keeps for a whole map. Chronicle looks for a class of this name and,
 * where there is none, generates it and compiles it with javac whenever a JVM opens its first map: that takes a second
 * and fails on JDK 25 in notebook kernels, whose added jars javac does not see. This class is all that is needed.
 *
 * <p>The layout, little-endian without gaps, follows from the ranges in the interface: 3 bytes allocated bulks, 5 bytes
 * first free tier, 5 bytes extra tiers in use, 4 bytes segment headers' offset, 8 bytes data size.
 */
@SuppressWarnings("rawtypes")
public final class VanillaGlobalMutableState$$Native implements VanillaGlobalMutableState {

    private static final int BULKS = 0;
    private static final int FREE_TIER = 3;
    private static final int EXTRA_TIERS = 8;
    private static final int SEGMENT_HEADERS = 13;
    private static final int DATA_SIZE = 17;
    private static final int SIZE = 25;

    private BytesStore bytes;
    private long offset;

    @Override
    public int getAllocatedExtraTierBulks() {
        return (int) get(BULKS, 3);
    }

    @Override
    public void setAllocatedExtraTierBulks(int bulks) {
        set(BULKS, 3, bulks);
    }

    @Override
    public long getFirstFreeTierIndex() {
        return get(FREE_TIER, 5);
    }

    @Override
    public void setFirstFreeTierIndex(long tierIndex) {
        set(FREE_TIER, 5, tierIndex);
    }

    @Override
    public long getExtraTiersInUse() {
        return get(EXTRA_TIERS, 5);
    }

    @Override
    public void setExtraTiersInUse(long tiers) {
        set(EXTRA_TIERS, 5, tiers);
    }

    @Override
    public long getSegmentHeadersOffset() {
        return get(SEGMENT_HEADERS, 4);
    }

    @Override
    public void setSegmentHeadersOffset(long byteOffset) {
        set(SEGMENT_HEADERS, 4, byteOffset);
    }

    @Override
    public long getDataStoreSize() {
        return get(DATA_SIZE, 8);
    }

    @Override
    public void setDataStoreSize(long byteSize) {
        set(DATA_SIZE, 8, byteSize);
    }

    @Override
    public long addDataStoreSize(long addition) {
        long size = Math.addExact(getDataStoreSize(), addition);
        setDataStoreSize(size);
        return size;
    }

    @Override
    public void bytesStore(BytesStore store, long storeOffset, long length) {
        if (length != SIZE || storeOffset + length > store.capacity()) {
            throw new IllegalArgumentException(length + " bytes at " + storeOffset + " of " + store.capacity());
        }
        this.bytes = store;
        this.offset = storeOffset;
    }

    @Override
    public BytesStore bytesStore() {
        return bytes;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long maxSize() {
        return SIZE;
    }

    private long get(int at, int byteCount) {
        long value = 0;
        for (int i = byteCount - 1; i >= 0; i--) {
            value = (value << 8) | bytes.readUnsignedByte(offset + at + i);
        }
        return value;
    }

    private void set(int at, int byteCount, long value) {
        if (value < 0 || (byteCount < 8 && value >>> (8 * byteCount) != 0)) {
            throw new IllegalArgumentException(value + " does not fit in " + byteCount + " bytes");
        }
        for (int i = 0; i < byteCount; i++) {
            bytes.writeByte(offset + at + i, (byte) (value >>> (8 * i)));
        }
    }
}
