package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmKinTest {

    private static final int LABELS = 5;

    /** Pairs of labels that stand together: 0 and 1, 1 and 2, 0 and 2, 2 and 3. */
    private static Confusions confusions() {
        Votes.Builder votes = new Votes.Builder(
                IntStream.range(0, LABELS).mapToObj(label -> "label " + label).toList());
        for (List<Integer> pair : List.of(List.of(0, 1), List.of(1, 2), List.of(0, 2), List.of(2, 3))) {
            votes.image(pair.toString());
            pair.forEach(label -> votes.vote("t", false, 1, label));
        }
        return new Confusions(CandidateSets.of(votes.build(), LabelTree.flat(LABELS)), LABELS);
    }

    private static int pair(Confusions confusions, int truth, int named) {
        return IntStream.range(0, confusions.size())
                .filter(pair -> confusions.truth(pair) == truth && confusions.named(pair) == named)
                .findFirst()
                .orElseThrow();
    }

    /** Of so many wrong votes, 0 is taken for 1, 1 for 2, and 2 for 3. */
    private static EmCounts chain(Confusions confusions, double votes) {
        EmCounts counts = new EmCounts(1, LABELS, confusions.size());
        for (int label = 0; label < 3; label++) {
            counts.confused[pair(confusions, label, label + 1)] = votes;
        }
        return counts;
    }

    private static EmKin kin(Confusions confusions, double votes) {
        EmKin kin = new EmKin(confusions, LABELS);
        kin.believe(chain(confusions, votes));
        return kin;
    }

    @Test
    void aLabelIsTakenForWhatThoseLikeItAre() {
        Confusions confusions = confusions();

        EmKin kin = kin(confusions, 40);

        assertThat(kin.likely(pair(confusions, 0, 2))).isGreaterThan(0.1);
        assertThat(kin.likely(pair(confusions, 0, 1))).isZero();
        // 0 and 1 are mixed up in 20 of 22 votes for 0, then 1 and 2 in 20 of 42 for 1; as often they lead back.
        double there = 20.0 / 22 * 20 / 42;
        assertThat(kin.likely(pair(confusions, 0, 2))).isCloseTo(0.2 * there / (1 - there), within(1e-12));
    }

    @Test
    void whatIsNotTakenIsAsUsual() {
        Confusions confusions = confusions();
        EmKin kin = kin(confusions, 3);

        for (int label = 0; label < LABELS; label++) {
            double[][] rows = new double[LABELS][2];
            kin.addAll(label, 1, rows, 1);
            double sum = 0;
            for (double[] row : rows) {
                assertThat(row[0]).isZero();
                sum += row[1];
            }
            assertThat(sum + kin.otherwise(label)).isCloseTo(1, within(1e-12));
            assertThat(kin.otherwise(label) * (1 - kin.notTaken(label))).isCloseTo(0.8, within(1e-12));
        }
    }

    @Test
    void reachesLabelsThatNeverStandTogether() {
        Confusions confusions = confusions();
        double[][] rows = new double[LABELS][1];

        kin(confusions, 40).addAll(1, 1, rows, 0);

        assertThat(rows[3][0]).isGreaterThan(0.01);
        assertThat(rows[4][0]).isZero();
    }

    @Test
    void nothingIsLeftIfAnImageHasAddedAll() {
        Confusions confusions = confusions();
        EmKin kin = kin(confusions, 40);
        int first = pair(confusions, 0, 1);
        int second = pair(confusions, 1, 2);

        assertThat(kin.own(first, 20, second, 20)).isCloseTo(kin.likely(pair(confusions, 0, 2)), within(1e-12));
        assertThat(kin.own(first, 20, second, 0)).isCloseTo(kin.likely(pair(confusions, 0, 2)), within(1e-12));
        assertThat(kin.own(first, 0, second, 0)).isZero();
    }

    @Test
    void learnsHowOftenLabelsAreAlike() {
        Confusions confusions = confusions();
        EmKin kin = kin(confusions, 40);
        EmCounts counts = chain(confusions, 40);
        counts.kin = 500;
        counts.kinPossible = 1000;

        kin.learn(counts);

        assertThat(1 - kin.otherwise(0) * (1 - kin.notTaken(0))).isCloseTo(501.0 / 1020, within(1e-12));
    }
}
