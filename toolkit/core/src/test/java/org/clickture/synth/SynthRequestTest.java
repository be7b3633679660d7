package org.clickture.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class SynthRequestTest {

    private final SynthRequest request = SynthRequest.of(Path.of("lexicon.tsv"));

    @Test
    void hasDefaultsThatCanBeChangedOneByOne() {
        assertThat(request)
                .isEqualTo(new SynthRequest(
                        Path.of("lexicon.tsv"),
                        1,
                        new SynthRequest.Size(OptionalLong.of(1_000_000), OptionalLong.empty()),
                        1,
                        false,
                        Map.of(),
                        Map.of()));
        assertThat(request.withSeed(2).seed()).isEqualTo(2);
        assertThat(request.withShards(3).shards()).isEqualTo(3);
        assertThat(request.withScattered(true).scattered()).isTrue();
        assertThat(request.withRows(4).size().rows()).hasValue(4);
        assertThat(request.withRows(4).withImages(5).size().rows()).isEmpty();
        assertThat(request.value(Knob.BREEDS)).isEqualTo(290);
        assertThat(request.with(Knob.BREEDS, 7).value(Knob.BREEDS)).isEqualTo(7);
    }

    @Test
    void namesInItsFirstRowAllThatWasSet() {
        assertThat(request.notice())
                .isEqualTo("# SYNTHETIC click log made by clickture synth, seed 1, images 1000000; not Clickture data");
        assertThat(request.withRows(9)
                        .withShards(3)
                        .withScattered(true)
                        .with(Knob.NOISE_RATE, 0.5)
                        .with(Knob.DOG_SHARE, 0.1)
                        .with(Knob.BREEDS, 290)
                        .notice())
                .isEqualTo("# SYNTHETIC click log made by clickture synth, seed 1, rows 9, scattered, dog-share 0.1, "
                        + "noise-rate 0.5; not Clickture data");
    }

    @Test
    void refusesWhatCannotBeMade() {
        assertThatThrownBy(() -> request.withImages(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 images");
        assertThatThrownBy(() -> request.withRows(Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows");
        assertThatThrownBy(() -> request.withShards(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 shards");
        assertThatThrownBy(() -> new SynthRequest.Size(OptionalLong.empty(), OptionalLong.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("either");
    }

    @Test
    void refusesKnobsOutOfRangeByName() {
        for (double value : List.of(-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThatThrownBy(() -> request.with(Knob.DOG_SHARE, value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("dog-share is " + value)
                    .hasMessageContaining("[0.0, 1.0]");
        }
        assertThat(Knob.of("dog-share")).isEqualTo(Knob.DOG_SHARE);
        assertThatThrownBy(() -> Knob.of("cat-share"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no knob \"cat-share\"")
                .hasMessageContaining("dog-share");
    }

    @Test
    void everyDefaultIsInItsRange() {
        for (Knob knob : Knob.values()) {
            assertThat(knob.standard()).as(knob.key()).isBetween(knob.min(), knob.max());
            assertThat(knob.meaning()).isNotBlank();
            assertThat(Knob.of(knob.key())).isEqualTo(knob);
        }
    }
}
