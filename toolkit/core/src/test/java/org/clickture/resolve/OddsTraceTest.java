package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OddsTraceTest {

    private static final double[] NOTHING = {0, 0};

    @Test
    void saysWhatEachVoteAdds() {
        OddsTrace trace = new OddsTrace(1, 0, 2);
        trace.add(new double[][] {{0.5, 0.25}, NOTHING}, 0.25);
        trace.add(new double[][] {{0.25, 0.25}, {0, 0.75}}, 0.25);
        trace.add(new double[][] {{0.125, 0.25}, NOTHING}, 0.25);

        assertThat(trace.bitsBefore()).isCloseTo(-1, within(1e-12));
        assertThat(trace.bitsOf(0)).isCloseTo(3, within(1e-12));
        assertThat(trace.bitsOf(1)).isCloseTo(-1, within(1e-12));
        assertThat(trace.bitsAfter()).isCloseTo(1, within(1e-12));
    }

    @Test
    void followsNoneOfTheLabels() {
        OddsTrace trace = new OddsTrace(OddsTrace.NONE, 0, 0);
        trace.add(new double[][] {{0.125, 0.5}, NOTHING}, 0.5);

        assertThat(trace.bitsBefore()).isCloseTo(2, within(1e-12));
    }

    @Test
    void staysFiniteWhereOneIsImpossible() {
        OddsTrace trace = new OddsTrace(0, 1, 1);
        trace.add(new double[][] {{1e150, 0}, NOTHING}, 0);
        trace.add(new double[][] {{0, 1e150}, NOTHING}, 0);

        double bits = 450 * Math.log(10) / Math.log(2);
        assertThat(trace.bitsBefore()).isCloseTo(bits, within(1e-6));
        assertThat(trace.bitsOf(0)).isCloseTo(-2 * bits, within(1e-6));
        assertThat(trace.bitsAfter()).isCloseTo(-bits, within(1e-6));
    }
}
