package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clickture.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed sample is what the generator makes; when this fails, write the sample anew (data/README.md). */
final class SampleTest {

    private static final Path SAMPLE = Path.of("../../data/sample");

    @TempDir
    Path temp;

    @Test
    void theSampleIsWhatTheGeneratorMakes() {
        SynthRequest request = SynthRequest.of(Logs.LEXICON)
                .withImages(11_500)
                .withSeed(7)
                .with(Knob.DOG_SHARE, 0.42)
                .with(Knob.HOMONYM_SHARE, 0.02)
                .with(Knob.DOG_THING_SHARE, 0.02)
                .with(Knob.UNUSUAL_SHARE, 0.01)
                .with(Knob.INVALID_UTF8_SHARE, 0.0005)
                .with(Knob.MALFORMED_SHARE, 0.0006);
        Path log = temp.resolve("clicks.tsv");
        Path truth = temp.resolve("truth.tsv");
        Synth.write(request, log, truth, false, Progress.NONE);
        assertThat(Logs.text(SAMPLE.resolve("clicks.tsv.gz"))).isEqualTo(Logs.text(log));
        assertThat(Logs.text(SAMPLE.resolve("truth.tsv.gz"))).isEqualTo(Logs.text(truth));
    }

    @Test
    void theSampleIsSmall() throws IOException {
        assertThat(Files.size(SAMPLE.resolve("clicks.tsv.gz")) + Files.size(SAMPLE.resolve("truth.tsv.gz")))
                .isLessThan(2 << 20);
    }
}
