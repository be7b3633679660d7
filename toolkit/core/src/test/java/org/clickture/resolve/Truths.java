package org.clickture.resolve;

import java.util.ArrayList;
import java.util.List;

/** Holds resolutions against the truth of simulated votes. */
final class Truths {

    private Truths() {}

    /** The outcomes of all images or of those with several labels only. */
    static List<Outcome> outcomes(Resolutions resolutions, SimulatedVotes simulated, boolean ambiguousOnly) {
        Votes votes = simulated.votes();
        List<Outcome> outcomes = new ArrayList<>();
        for (int image = 0; image < resolutions.images(); image++) {
            if (!ambiguousOnly || simulated.ambiguous(image)) {
                int truth = simulated.truth()[image];
                boolean right = resolutions
                        .label(image)
                        .map(label -> truth != SimulatedVotes.NONE
                                && label.equals(votes.labels().get(truth)))
                        .orElse(truth == SimulatedVotes.NONE);
                outcomes.add(new Outcome(resolutions.confidence(image), right));
            }
        }
        return outcomes;
    }
}
