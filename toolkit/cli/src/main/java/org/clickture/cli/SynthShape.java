package org.clickture.cli;

import java.nio.file.Path;
import java.util.Map;
import org.clickture.synth.Knob;
import org.clickture.synth.NoiseLaw;
import org.clickture.synth.SynthRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of {@code synth} that say what the log is like. */
final class SynthShape {

    @ArgGroup
    private @Nullable Size size;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides every random choice (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--shards",
            paramLabel = "N",
            defaultValue = "1",
            description = "Number of files (default: ${DEFAULT-VALUE}).")
    private int shards;

    @Option(names = "--scattered", description = "Scatter the rows of an image instead of keeping them together.")
    private boolean scattered;

    @Option(
            names = "--set",
            paramLabel = "KNOB=VALUE",
            description = "Change a knob; --knobs lists them. May be repeated.")
    private Map<String, Double> knobs = Map.of();

    @Option(
            names = "--law",
            paramLabel = "LAW[=STRENGTH]",
            mapFallbackValue = "",
            description = "Let clicks go wrong by a law instead of the knobs; --laws lists them. May be repeated.")
    private Map<String, String> laws = Map.of();

    private static final class Size {

        @Option(names = "--images", paramLabel = "N", description = "Number of images (default: 1000000).")
        private @Nullable Long images;

        @Option(names = "--rows", paramLabel = "N", description = "Number of rows, instead of images.")
        private @Nullable Long rows;
    }

    /** @throws IllegalArgumentException if they make no sense */
    SynthRequest of(Path lexicon) {
        SynthRequest request =
                SynthRequest.of(lexicon).withSeed(seed).withShards(shards).withScattered(scattered);
        if (size != null && size.images != null) {
            request = request.withImages(size.images);
        }
        if (size != null && size.rows != null) {
            request = request.withRows(size.rows);
        }
        for (Map.Entry<String, Double> knob : knobs.entrySet()) {
            request = request.with(Knob.of(knob.getKey()), knob.getValue());
        }
        for (Map.Entry<String, String> law : laws.entrySet()) {
            NoiseLaw known = NoiseLaw.of(law.getKey());
            request = request.with(known, strength(known, law.getValue()));
        }
        return request;
    }

    private static double strength(NoiseLaw law, String text) {
        if (text.isEmpty()) {
            return law.standard();
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the strength of the law " + law.key() + " is \"" + text + "\"; give a number from 0 to 1", e);
        }
    }
}
