package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final Path SHIPPED = Path.of("src/main/resources/org/clickture/resolve/em-calibration.tsv");

    private static final String HOW_LEARNED = """
            # Posterior of the chosen label, TAB, share of such choices that are right. Isotonic regression.
            # Learned from simulated votes with a planted truth, of one noise law (SimulatedVotes.forCalibration),
            # eight times 15,000 images: fewer teach the model less, and it is to be no surer than that.
            # CalibrationTest learns it again and compares; to write it anew:
            # mvn -pl toolkit/core -Dtest=CalibrationTest -Dclickture.calibration.write=true test
            """;

    @Test
    void theShippedCurveIsTheOneThatIsLearned() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (int seed = 11; seed < 19; seed++) {
            SimulatedVotes simulated = SimulatedVotes.forCalibration(15_000, seed);
            Resolutions raw = EmResolver.resolve(simulated.votes(), simulated.tree(), Calibration.none());
            outcomes.addAll(Truths.outcomes(raw, simulated, false));
        }

        String text = HOW_LEARNED + Calibration.learn(outcomes).toText();

        if (Boolean.getBoolean("clickture.calibration.write")) {
            Files.writeString(SHIPPED, text);
        }
        assertThat(Files.readString(SHIPPED, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void theShippedCurveGrowsAndStaysAShare() {
        Calibration shipped = Calibration.shipped();

        double before = 0;
        for (int i = 0; i <= 1000; i++) {
            double confidence = shipped.apply(i / 1000.0);
            assertThat(confidence).isBetween(before, 1.0);
            before = confidence;
        }
        assertThat(before).isLessThan(1);
    }

    @Test
    void learnsTheShareOfRightOnes() {
        Random random = new Random(3);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            double posterior = random.nextDouble();
            outcomes.add(new Outcome(posterior, random.nextDouble() < posterior * posterior));
        }

        Calibration learned = Calibration.learn(outcomes);

        for (double posterior : new double[] {0.1, 0.3, 0.5, 0.7, 0.9}) {
            assertThat(learned.apply(posterior)).isCloseTo(posterior * posterior, within(0.02));
        }
    }

    @Test
    void poolsWhatDoesNotGrow() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            outcomes.add(new Outcome(0.2, i < 1800));
            outcomes.add(new Outcome(0.4, i < 1200));
        }

        Calibration learned = Calibration.learn(outcomes);

        assertThat(learned.toText()).isEqualTo("0.300000000\t0.500000000\n");
        assertThat(learned.apply(0)).isEqualTo(0.5);
        assertThat(learned.apply(1)).isEqualTo(0.5);
    }

    @Test
    void keepsEqualPosteriorsTogether() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 3600; i++) {
            outcomes.add(new Outcome(0.5, i % 2 == 0));
        }

        assertThat(Calibration.learn(outcomes).toText()).isEqualTo("0.500000000\t0.500000000\n");
    }

    @Test
    void restsNoKnotOnTheFewThatAreLeft() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 1501; i++) {
            outcomes.add(new Outcome(i < 1500 ? 0.5 : 1, i % 2 == 0));
        }

        assertThat(Calibration.learn(outcomes).apply(1)).isCloseTo(0.5, within(0.001));
    }

    @Test
    void changesNothingIfToldSo() {
        assertThat(Calibration.none().apply(0.37)).isEqualTo(0.37);
        assertThat(Calibration.none().apply(1)).isEqualTo(1);
    }
}
