package org.clickture.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WarmUpTest {

    /** A search of fixed speed that counts what it is asked for. */
    private static final class TimedSearch extends BlockSearch {

        private final long nanosPerSearch;
        /** Searches of fewer blocks take no time. */
        private final int timedBlocks;

        private int calls;
        private int fullCalls;

        TimedSearch(long nanosPerSearch) {
            this(nanosPerSearch, MAX_BLOCKS);
        }

        TimedSearch(long nanosPerSearch, int timedBlocks) {
            this.nanosPerSearch = nanosPerSearch;
            this.timedBlocks = timedBlocks;
        }

        @Override
        void search(byte[] bytes, int from, int blocks) {
            assertThat(from + blocks * BLOCK_BYTES + GatePrefixes.MAX_BYTES).isLessThanOrEqualTo(bytes.length);
            calls++;
            if (blocks == MAX_BLOCKS) {
                fullCalls++;
            }
            if (blocks >= timedBlocks) {
                long end = System.nanoTime() + nanosPerSearch;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    @Test
    void endsAsSoonAsTheSearchIsFast() {
        TimedSearch search = new TimedSearch(0);
        WarmUp.of(search);
        assertThat(search.calls).isGreaterThan(5_000);
        assertThat(search.fullCalls).isBetween(1, 20);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void givesASearchUpThatDoesNotBecomeFast() {
        TimedSearch search = new TimedSearch(TimeUnit.MILLISECONDS.toNanos(1));
        WarmUp.of(search);
        assertThat(search.fullCalls).isGreaterThan(1);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void givesUpWhileItMakesItsFirstCalls() {
        TimedSearch search = new TimedSearch(TimeUnit.MILLISECONDS.toNanos(1), 0);
        WarmUp.of(search);
        assertThat(search.calls).isBetween(1, 500);
    }

    @Test
    void keepsAnInterrupt() {
        TimedSearch search = new TimedSearch(TimeUnit.MILLISECONDS.toNanos(1));
        Thread.currentThread().interrupt();
        WarmUp.of(search);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(search.fullCalls).isEqualTo(1);
    }
}
