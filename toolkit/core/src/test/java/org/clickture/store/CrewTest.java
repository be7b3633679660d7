package org.clickture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.Test;

class CrewTest {

    @Test
    void letsEachThreadWorkAndWatchesToTheEnd() throws IOException {
        for (int threads = 1; threads < 6; threads++) {
            AtomicInteger ran = new AtomicInteger();
            AtomicInteger seen = new AtomicInteger();
            Crew.run(threads, crew -> ran.incrementAndGet(), () -> seen.set(ran.get()));
            assertThat(ran).hasValue(threads);
            assertThat(seen).hasValue(threads);
        }
    }

    @Test
    void endsAllWhenOneFails() {
        List<Throwable> failures =
                List.of(new IOException("no"), new IllegalStateException("no"), new OutOfMemoryError("no"));
        for (Throwable failure : failures) {
            AtomicInteger first = new AtomicInteger();
            AtomicInteger ended = new AtomicInteger();
            assertThatThrownBy(() -> Crew.run(
                            4,
                            crew -> {
                                if (first.getAndIncrement() == 0) {
                                    throwAny(failure);
                                }
                                try {
                                    workForEver(crew);
                                } finally {
                                    ended.incrementAndGet();
                                }
                            },
                            () -> {}))
                    .isSameAs(failure);
            assertThat(ended).hasValue(3);
        }
    }

    @Test
    void endsAllWhenTheCallerIsInterrupted() {
        AtomicInteger ended = new AtomicInteger();
        Thread caller = Thread.currentThread();
        assertThatThrownBy(() -> Crew.run(
                        3,
                        crew -> {
                            caller.interrupt();
                            try {
                                workForEver(crew);
                            } finally {
                                ended.incrementAndGet();
                            }
                        },
                        () -> {}))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).hasValue(3);
    }

    private static void workForEver(Crew crew) {
        while (true) {
            crew.check();
            Thread.onSpinWait();
        }
    }

    private static void throwAny(Throwable failure) throws IOException {
        if (failure instanceof IOException exception) {
            throw exception;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        throw (Error) failure;
    }
}
