package org.clickture.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clickture.resolve.LabelTree;
import org.clickture.resolve.Method;
import org.clickture.resolve.Resolutions;
import org.clickture.resolve.Votes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionWriterTest {

    private static Resolutions resolutions(Method method) {
        List<String> labels = List.of("dog, big", "pug");
        Votes.Builder votes = new Votes.Builder(labels);
        votes.image("a+/");
        votes.vote("t", false, 2, 1);
        votes.vote("t", false, 1, 0);
        votes.image("b");
        votes.vote("t", false, 1, 0);
        return method.resolve(votes.build(), LabelTree.of(labels, List.of()));
    }

    private static String written(Resolutions resolutions, double minConfidence) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResolutionWriter.write(resolutions, "breed", minConfidence, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesARowForEachImage() throws IOException {
        assertThat(written(resolutions(Method.CLICKS), 0)).isEqualTo("""
                image_key,breed,confidence,candidates
                a+/,pug,0.666667,"pug:0.666667;dog, big:0.333333"
                b,"dog, big",1.000000,"dog, big:1.000000"
                """);
    }

    @Test
    void leavesTheLabelEmptyIfThereIsNone() throws IOException {
        assertThat(written(resolutions(Method.DROP), 0)).contains("a+/,,1.000000,");
    }

    @Test
    void leavesOutWhatIsNotSureEnoughOrHasNoLabel() throws IOException {
        assertThat(written(resolutions(Method.CLICKS), 0.7)).isEqualTo("""
                image_key,breed,confidence,candidates
                b,"dog, big",1.000000,"dog, big:1.000000"
                """);
        assertThat(written(resolutions(Method.DROP), 0.7)).doesNotContain("a+/");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0.000000",
        "1,1.000000",
        "0.5,0.500000",
        "0.0000004,0.000000",
        "0.0000006,0.000001",
        "0.9999999,1.000000"
    })
    void writesSharesWithSixDigits(double share, String text) {
        assertThat(ResolutionWriter.decimal(share)).isEqualTo(text);
    }
}
