package org.clickture.synth;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.clickture.Progress;

/** Makes and reads generated logs for tests. Text is read with one character a byte. */
final class Logs {

    static final Path LEXICON = Path.of("../../data/lexicons/dog-breeds.tsv");

    private Logs() {}

    /** A request for a log with many dogs, oddities and spoilt rows. */
    static SynthRequest odd() {
        return SynthRequest.of(LEXICON)
                .with(Knob.DOG_SHARE, 0.4)
                .with(Knob.HOMONYM_SHARE, 0.05)
                .with(Knob.HOMONYM_DOG_WORD_SHARE, 0.3)
                .with(Knob.DOG_THING_SHARE, 0.05)
                .with(Knob.UNUSUAL_SHARE, 0.05)
                .with(Knob.INVALID_UTF8_SHARE, 0.01)
                .with(Knob.MALFORMED_SHARE, 0.01);
    }

    static SynthReport write(SynthRequest request, Path log, Path truth) {
        return Synth.write(request, log, truth, false, Progress.NONE);
    }

    static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String name = file.toString();
            InputStream text = name.endsWith(".gz")
                    ? new GZIPInputStream(in)
                    : name.endsWith(".zst") ? new ZstdInputStream(in) : in;
            return new String(text.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows without the first one. */
    static List<String> rows(Path file) {
        String text = text(file);
        List<String> rows = new ArrayList<>();
        int start = text.indexOf('\n') + 1;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            rows.add(text.substring(start, end));
            start = end + 1;
        }
        return rows;
    }

    static String firstRow(Path file) {
        String text = text(file);
        return text.substring(0, text.indexOf('\n'));
    }
}
