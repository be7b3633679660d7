package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rows that compare methods, against counting image by image. */
class LadderRowTest {

    private static final SimulatedVotes SIMULATED = SimulatedVotes.of(NoiseLaw.EVERYTHING, 2_000, 3);
    private static final Map<Method, Resolutions> RESOLVED = Method.resolveAll(SIMULATED.votes(), SIMULATED.tree());
    private static final Map<String, String> LABELS = new TreeMap<>();

    @BeforeAll
    static void nameTheTruth() {
        for (int image = 0; image < SIMULATED.truth().length; image++) {
            int truth = SIMULATED.truth()[image];
            LABELS.put(
                    SIMULATED.votes().imageKey(image),
                    truth == SimulatedVotes.NONE
                            ? ""
                            : SIMULATED.votes().labels().get(truth));
        }
    }

    private static Resolutions by(Method method) {
        return Objects.requireNonNull(RESOLVED.get(method));
    }

    private static List<Integer> images(IntPredicate wanted) {
        return IntStream.range(0, SIMULATED.truth().length)
                .filter(wanted)
                .boxed()
                .toList();
    }

    private static boolean labelIsRight(Resolutions resolutions, int image) {
        return resolutions.label(image).equals(Optional.ofNullable(LABELS.get(resolutions.imageKey(image))));
    }

    @Test
    void agreesWithCountingLabels() {
        for (LadderRow row : LadderRow.of(RESOLVED, Truth.of(LABELS))) {
            Resolutions resolutions = by(row.method());
            List<Integer> labelled = images(image -> resolutions.label(image).isPresent());
            assertThat(row.labelled()).isEqualTo(labelled.size());
            assertThat(row.precision())
                    .isEqualTo((double) labelled.stream()
                                    .filter(image -> labelIsRight(resolutions, image))
                                    .count()
                            / labelled.size());
            assertThat(row.score().all().images()).isEqualTo(2_000);
            assertThat(row.score().ambiguous().images())
                    .isEqualTo(images(SIMULATED::ambiguous).size());
        }
    }

    @Test
    void agreesWithCountingWhatIsKeptFromEachConfidenceOn() {
        for (LadderRow row : LadderRow.of(RESOLVED, Truth.of(LABELS))) {
            assertCurve(row.coverage(), by(row.method()), image -> true);
            assertCurve(row.ambiguousCoverage(), by(row.method()), SIMULATED::ambiguous);
        }
    }

    private static void assertCurve(List<CoverageRow> curve, Resolutions resolutions, IntPredicate among) {
        assertThat(curve).hasSizeLessThanOrEqualTo(201);
        for (CoverageRow row : curve) {
            List<Integer> kept = images(image -> among.test(image)
                    && resolutions.label(image).isPresent()
                    && resolutions.confidence(image) >= row.minConfidence());
            assertThat(row.images()).isEqualTo(kept.size());
            assertThat(row.coverage())
                    .isCloseTo((double) kept.size() / images(among).size(), within(1e-12));
            assertThat(row.precision())
                    .isCloseTo(
                            (double) kept.stream()
                                            .filter(image -> labelIsRight(resolutions, image))
                                            .count()
                                    / kept.size(),
                            within(1e-12));
        }
        long labelled = images(
                        image -> among.test(image) && resolutions.label(image).isPresent())
                .size();
        assertThat(curve.isEmpty() ? 0 : curve.get(curve.size() - 1).images()).isEqualTo(labelled);
    }

    @Test
    void scoresTheSameAsTheChoicesOneByOne() {
        Truth truth = Truth.of(LABELS);
        for (Method method : List.of(Method.CLICKS, Method.EM)) {
            Resolutions resolutions = by(method);
            ScoreReport report = ScoreReport.of(resolutions, truth);
            List<Integer> right = images(image -> resolutions
                    .label(image)
                    .map(label -> label.equals(truth.label(resolutions.imageKey(image))))
                    .orElseGet(() -> resolutions.candidates(image).stream()
                            .noneMatch(
                                    candidate -> candidate.label().equals(truth.label(resolutions.imageKey(image))))));
            assertThat(report.all().accuracy()).isEqualTo(right.size() / 2_000.0);
            assertThat(report.ambiguous().accuracy())
                    .isEqualTo(
                            (double) right.stream().filter(SIMULATED::ambiguous).count()
                                    / images(SIMULATED::ambiguous).size());
        }
    }

    @Test
    void setsMethodsSideBySideWithoutATruth() {
        List<MethodRow> rows = MethodRow.of(RESOLVED);

        assertThat(rows).extracting(MethodRow::method).containsExactly(Method.values());
        for (MethodRow row : rows) {
            Resolutions resolutions = by(row.method());
            assertThat(row.labelled())
                    .isEqualTo(images(image -> resolutions.label(image).isPresent())
                            .size());
            assertThat(row.ambiguousLabelled())
                    .isEqualTo(images(image -> SIMULATED.ambiguous(image)
                                    && resolutions.label(image).isPresent())
                            .size());
            assertThat(row.likeEm())
                    .isEqualTo(images(image -> SIMULATED.ambiguous(image)
                                    && resolutions
                                            .label(image)
                                            .equals(by(Method.EM).label(image)))
                            .size());
            assertThat(row.ambiguous()).isEqualTo(images(SIMULATED::ambiguous).size());
        }
        Map<Method, Resolutions> withoutEm = new EnumMap<>(RESOLVED);
        withoutEm.remove(Method.EM);
        assertThatThrownBy(() -> MethodRow.of(withoutEm)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsChoicesByTheirConfidence() {
        Resolutions em = by(Method.EM);
        List<ConfidenceBin> bins = ConfidenceBin.of(em);

        assertThat(bins).hasSize(20);
        for (ConfidenceBin bin : bins) {
            List<Integer> in = images(
                    image -> em.confidence(image) >= bin.from() && (em.confidence(image) < bin.to() || bin.to() == 1));
            assertThat(bin.oneLabel() + bin.severalLabels()).isEqualTo(in.size());
            assertThat(bin.severalLabels())
                    .isEqualTo(in.stream().filter(SIMULATED::ambiguous).count());
        }
    }

    @Test
    void choosesTheLikeliestCandidateOfAnImage() {
        Resolutions em = by(Method.EM);

        for (int image : images(image -> em.label(image).isPresent())) {
            CandidateShare first = em.candidates(image).get(0);
            assertThat(first.label()).isEqualTo(em.label(image).orElseThrow());
            assertThat(first.share()).isEqualTo(em.confidence(image));
            assertThat(em.candidates(image).stream()
                            .mapToDouble(CandidateShare::share)
                            .sum())
                    .isLessThanOrEqualTo(1 + 1e-9);
        }
    }

    @Test
    void tellsWhatIsKeptForAWantedPrecision() {
        Resolutions em = by(Method.EM);
        for (KeptRow row : KeptRow.of(em, Truth.of(LABELS), 0.9, 0.99, 1)) {
            List<Integer> kept = images(image -> em.label(image).isPresent()
                    && em.confidence(image) >= row.threshold().minConfidence());
            assertThat(row.threshold()).isEqualTo(Threshold.forPrecision(em, row.wanted()));
            assertThat(row.threshold().images()).isEqualTo(kept.size());
            assertThat(row.coverage()).isEqualTo(kept.size() / 2_000.0);
            double right =
                    kept.stream().filter(image -> labelIsRight(em, image)).count();
            // Of nothing the share is NaN, which as an object equals itself.
            assertThat(row.truePrecision()).isEqualTo(Double.valueOf(right / kept.size()));
        }
        assertThat(KeptRow.of(em, null, 0.95).get(0).truePrecision()).isNaN();
    }

    @Test
    void hasNothingToSayOfNoImage() {
        Votes none = new Votes.Builder(List.of("pug")).build();
        Map<Method, Resolutions> resolved = Method.resolveAll(none, LabelTree.flat(1));

        for (LadderRow row : LadderRow.of(resolved, Truth.of(Map.of()))) {
            assertThat(row.labelled()).isZero();
            assertThat(row.precision()).isNaN();
            assertThat(row.coverage()).isEmpty();
        }
        assertThat(ConfidenceBin.of(Method.EM.resolve(none, LabelTree.flat(1))))
                .allMatch(bin -> bin.oneLabel() + bin.severalLabels() == 0);
    }

    @Test
    void knowsWhatEmBelievesBeforeItIsCalibrated() {
        Resolutions raw = Method.emUncalibrated(SIMULATED.votes(), SIMULATED.tree());
        Resolutions calibrated = by(Method.EM);
        Calibration curve = Calibration.shipped();

        for (int image = 0; image < raw.images(); image++) {
            assertThat(raw.label(image)).isEqualTo(calibrated.label(image));
            assertThat(calibrated.confidence(image)).isEqualTo(curve.apply(raw.confidence(image)));
        }
    }
}
