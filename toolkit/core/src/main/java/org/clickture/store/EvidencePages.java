package org.clickture.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Evidence on its way to its file: a buffer that grows page by page, without copying. Used again. Not thread-safe. */
final class EvidencePages {

    private static final int PAGE_BYTES = 1 << 16;
    private static final int MAX_KEPT_PAGES = 64;
    private static final int MAX_NUMBER_BYTES = 9;

    private final List<Page> pages = new ArrayList<>();
    private Page page = new Page(PAGE_BYTES);
    private int pageNumber;
    private long bytesBefore;

    EvidencePages() {
        pages.add(page);
    }

    private static final class Page {

        final byte[] bytes;
        int length;

        Page(int capacity) {
            bytes = new byte[capacity];
        }
    }

    /** How many bytes were appended. */
    long length() {
        return bytesBefore + page.length;
    }

    /** Appends a number of at least 0: 1 to 9 bytes. */
    void number(long value) {
        reserve(MAX_NUMBER_BYTES);
        page.length = ByteSink.number(page.bytes, page.length, value);
    }

    void bytes(byte[] from, int start, int end) {
        reserve(end - start);
        System.arraycopy(from, start, page.bytes, page.length, end - start);
        page.length += end - start;
    }

    private void reserve(int more) {
        if (page.bytes.length - page.length >= more) {
            return;
        }
        bytesBefore += page.length;
        pageNumber++;
        if (pageNumber == pages.size() || pages.get(pageNumber).bytes.length < more) {
            pages.add(pageNumber, new Page(Math.max(PAGE_BYTES, more)));
        }
        page = pages.get(pageNumber);
        page.length = 0;
    }

    /** Appends all to a file. */
    void writeTo(FileChannel file, CRC32C crc) throws IOException {
        for (Page full : pages.subList(0, pageNumber + 1)) {
            crc.update(full.bytes, 0, full.length);
            for (int from = 0; from < full.length; ) {
                from += file.write(ByteBuffer.wrap(full.bytes, from, Math.min(PAGE_BYTES, full.length - from)));
            }
        }
    }

    /** Empties it; gives back what only huge images need. */
    void clear() {
        pages.subList(1, pages.size()).removeIf(huge -> huge.bytes.length > PAGE_BYTES);
        if (pages.size() > MAX_KEPT_PAGES) {
            pages.subList(MAX_KEPT_PAGES, pages.size()).clear();
        }
        pageNumber = 0;
        page = pages.get(0);
        page.length = 0;
        bytesBefore = 0;
    }
}
