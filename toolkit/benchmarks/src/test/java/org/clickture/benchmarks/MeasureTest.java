package org.clickture.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What measure.py says about a small checkout with a toolkit that only knows its version. */
class MeasureTest {

    private static final String COMMIT = "import measure; print(measure.commit(measure.Jdk('/none', '17')), end='')";

    @TempDir
    private Path checkout;

    private Path benchmarks;

    @BeforeEach
    void checkOut() throws Exception {
        benchmarks = Files.createDirectories(checkout.resolve("toolkit/benchmarks"));
        Files.copy(Path.of("measure.py"), benchmarks.resolve("measure.py"));
        Files.writeString(benchmarks.resolve("RESULTS.md"), "# Results\n");
        Files.createDirectory(checkout.resolve(".github"));
        Files.writeString(checkout.resolve(".github/speed.png"), "a chart");
        Files.createDirectory(checkout.resolve("toolkit/bin"));
        buildFrom("abc1234");
        run(List.of("git", "init", "-q"));
        run(List.of("git", "add", "."));
        run(List.of("git", "-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-q", "-m", "Begin"));
    }

    private void buildFrom(String commit) throws IOException {
        Path toolkit = Files.writeString(
                checkout.resolve("toolkit/bin/clickture"),
                "#!/bin/sh\necho 'clickture 0.1.0 (commit %s)'\necho 'Java 17'\n".formatted(commit));
        assertThat(toolkit.toFile().setExecutable(true)).isTrue();
    }

    private String commit() throws Exception {
        return run(List.of("python3", "-B", "-c", COMMIT));
    }

    private String run(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(checkout.toFile());
        builder.environment().put("PYTHONPATH", benchmarks.toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void namesTheCommitThatTheToolkitWasBuiltFrom() throws Exception {
        assertThat(commit()).isEqualTo("abc1234");
    }

    @Test
    void doesNotTakeItsOwnReportsForChanges() throws Exception {
        Files.writeString(benchmarks.resolve("RESULTS.md"), "# Results\n\nnew\n");
        Files.writeString(checkout.resolve(".github/speed.png"), "another chart");
        Files.writeString(checkout.resolve("notes.txt"), "in no commit");

        assertThat(commit()).isEqualTo("abc1234");
    }

    @Test
    void saysThatTheCheckoutHasChanges() throws Exception {
        Files.writeString(benchmarks.resolve("measure.py"), Files.readString(benchmarks.resolve("measure.py")) + "\n");

        assertThat(commit()).isEqualTo("abc1234-dirty");
    }

    @Test
    void saysOnceThatTheToolkitWasBuiltWithChanges() throws Exception {
        buildFrom("abc1234-dirty");

        assertThat(commit()).isEqualTo("abc1234-dirty");
    }
}
