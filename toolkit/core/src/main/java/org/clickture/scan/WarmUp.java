package org.clickture.scan;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the JVM's compiler work on a vector search before a scan needs it. Until it is compiled every vector is an object,
 * and a scan would spend its first half second on them at a few MB/s.
 */
final class WarmUp {

    /** Two, so that both are searched in one pass as most gates are. */
    static final GatePrefixes PREFIXES = GatePrefixes.of(List.of("dog", "pup"));

    /** From so many calls on HotSpot compiles a method for good; the loop in it counts only if it runs now and then. */
    private static final int CALLS = 5500;

    private static final int CALLS_PER_BLOCK = 256;

    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long LOOK_MILLIS = 2;
    /** Compiled, 8 KiB take less than 2 µs; before, more than 200. */
    private static final long COMPILED_NANOS = 50_000;

    private WarmUp() {}

    /** Calls the search until it is fast, for half a second at most. An interrupt ends it, and is kept. */
    static void of(BlockSearch search) {
        byte[] text = new byte[BlockSearch.MAX_BLOCKS * BlockSearch.BLOCK_BYTES + BlockSearch.SLACK_BYTES];
        long begin = System.nanoTime();
        for (int call = 0; call < CALLS && System.nanoTime() - begin < LONGEST_NANOS; call++) {
            search.search(text, 0, call % CALLS_PER_BLOCK == 0 ? 1 : 0);
        }
        try {
            while (System.nanoTime() - begin < LONGEST_NANOS && nanos(search, text) > COMPILED_NANOS) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long nanos(BlockSearch search, byte[] text) {
        long begin = System.nanoTime();
        search.search(text, 0, BlockSearch.MAX_BLOCKS);
        return System.nanoTime() - begin;
    }
}
