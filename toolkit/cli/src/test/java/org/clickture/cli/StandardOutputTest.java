package org.clickture.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

    @Test
    void passesBytesOnWhenFlushed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StandardOutput out = new StandardOutput(bytes);
        out.write('a');
        out.write("bcd".getBytes(StandardCharsets.UTF_8), 1, 2);
        assertThat(bytes.size()).as("buffered").isZero();
        out.flush();

        assertThat(bytes).hasToString("acd");
    }

    @Test
    void tellsAClosedPipeThroughAPrintWriter() {
        PrintWriter writer = writer(new StandardOutput(failing("Broken pipe")));

        assertThatExceptionOfType(StandardOutput.Closed.class).isThrownBy(() -> {
            writer.print("dog");
            writer.flush();
        });
    }

    @Test
    void tellsAFullDiskThroughAPrintWriter() {
        PrintWriter writer = writer(new StandardOutput(failing("No space left on device")));
        writer.print("dog");

        assertThatThrownBy(writer::flush)
                .isInstanceOf(ClicktureException.class)
                .hasMessage("cannot write to standard output: No space left on device");
    }

    @Test
    void failsOnce() {
        StandardOutput out = new StandardOutput(failing("Broken pipe"));
        out.write('a');
        assertThatThrownBy(out::flush).isInstanceOf(StandardOutput.Closed.class);

        out.write(new byte[1 << 20]);
        out.flush();
    }

    private static PrintWriter writer(OutputStream out) {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false);
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
