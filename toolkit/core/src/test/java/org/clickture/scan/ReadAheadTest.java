package org.clickture.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadAheadTest {

    @Test
    void givesTheSameBytesWheneverItIsStarted() throws IOException {
        Random random = new Random(1);
        byte[] bytes = new byte[5_000_000];
        random.nextBytes(bytes);
        for (int startedAfter : new int[] {-1, 0, 1, 999_999, 4_999_999, 5_000_000}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ReadAhead ahead = new ReadAhead(inSmallPieces(bytes, random))) {
                if (startedAfter >= 0) {
                    out.write(ahead.readNBytes(startedAfter));
                    ahead.start();
                }
                ahead.transferTo(out);
                assertThat(ahead.isStarted()).isEqualTo(startedAfter >= 0);
                assertThat(ahead.read()).isEqualTo(-1);
            }
            assertThat(out.toByteArray())
                    .as("started after %d bytes", startedAfter)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void failsBehindTheBytesThatWereReadBefore() throws IOException {
        IOException broken = new IOException("broken");
        try (ReadAhead ahead = new ReadAhead(failing(1_500_000, broken))) {
            ahead.start();
            assertThat(ahead.readNBytes(1_500_000)).hasSize(1_500_000);
            assertThatThrownBy(ahead::read).isSameAs(broken);
            assertThatThrownBy(ahead::read).as("again").isSameAs(broken);
        }
    }

    @Test
    void passesOnWhateverKillsTheThread() {
        for (Throwable failure : new Throwable[] {new IllegalStateException(), new OutOfMemoryError()}) {
            try (ReadAhead ahead = new ReadAhead(failing(10, failure))) {
                ahead.start();
                assertThatThrownBy(() -> ahead.readNBytes(11)).isSameAs(failure);
            }
        }
    }

    @Test
    void endsItsThreadWhenItIsClosedEarly() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        InputStream endless = new FilterInputStream(InputStream.nullInputStream()) {
            private long given;

            @Override
            public int read(byte[] target, int offset, int length) {
                given += length;
                // More than the blocks hold: the thread waits for somebody to read.
                if (given == 3 << 20) {
                    waiting.countDown();
                }
                return length;
            }
        };
        try (ReadAhead ahead = new ReadAhead(endless)) {
            ahead.start();
            waiting.await();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("clickture-decompress"));
    }

    private static InputStream inSmallPieces(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(50_000)));
            }
        };
    }

    private static InputStream failing(int after, Throwable failure) {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (failure instanceof IOException e) {
                    throw e;
                }
                if (failure instanceof Error e) {
                    throw e;
                }
                throw (RuntimeException) failure;
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(new byte[after]), broken);
    }
}
