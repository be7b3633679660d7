package org.clickture.resolve;

/** Chooses the likeliest label of every image, and says calibrated how likely it is. */
final class EmResolver {

    /** In an ambiguous image a label that no query named is listed from this posterior on. */
    private static final double LEAST_LISTED = 0.0005;

    private static final String CLICKS_LEFT_OUT = "em has left the clicks out: by them most images would show another"
            + " label than most of their queries name; do not trust rules that count clicks either";

    private final Votes votes;
    private final Posteriors posteriors;
    private final Calibration calibration;
    private final Resolutions.Builder resolutions;

    private EmResolver(Posteriors posteriors, Calibration calibration, Votes votes) {
        this.votes = votes;
        this.posteriors = posteriors;
        this.calibration = calibration;
        this.resolutions = new Resolutions.Builder(votes);
    }

    static Resolutions resolve(Votes votes, LabelTree tree, Calibration calibration) {
        return resolve(OneCoinEm.run(votes, tree), votes, calibration);
    }

    static Resolutions resolve(Posteriors posteriors, Votes votes, Calibration calibration) {
        EmResolver resolver = new EmResolver(posteriors, calibration, votes);
        if (posteriors.clicksLeftOut()) {
            resolver.resolutions.note(CLICKS_LEFT_OUT);
        }
        for (int image = 0; image < votes.images(); image++) {
            resolver.resolve(image);
        }
        return resolver.resolutions.build();
    }

    /**
     * Of equals the first wins: the first label by UTF-16 code units of those that were clicked for, then others, then none.
     * None is chosen only where a query speaks of a cross: elsewhere a label that is seldom right would be given up for good.
     * Calibrating the choice scales the others, so that all still add up to 1; but no label gets likelier than the choice.
     */
    private void resolve(int image) {
        CandidateSets candidates = posteriors.candidates();
        int from = candidates.first(image);
        int to = candidates.first(image + 1);
        int best = posteriors.likeliest(image);
        boolean none = posteriors.none(image) > posteriors.label(best) && speaksOfCross(image);
        double nothing = posteriors.none(image) + posteriors.elsewhere(image);
        double likely = none ? nothing : posteriors.label(best);
        // Added up, not taken from 1: little is left where the choice is sure.
        double rest = none ? 0 : nothing;
        double largest = 0;
        for (int i = from; i < to; i++) {
            if (none || i != best) {
                rest += posteriors.label(i);
                largest = Math.max(largest, posteriors.label(i));
            }
        }
        double confidence = calibration.apply(likely);
        double others = rest > 0 ? (1 - confidence) / rest : 0;
        if (largest * others > confidence) {
            others = confidence / largest;
        }
        if (none) {
            resolutions.none(confidence);
        } else {
            resolutions.label(candidates.label(best), confidence);
        }
        for (int i = from; i < to; i++) {
            boolean chosen = !none && i == best;
            double share = chosen ? confidence : Math.min(confidence, posteriors.label(i) * others);
            boolean observed = i < from + candidates.observed(image);
            boolean likelyInAmbiguous = candidates.observed(image) > 1 && share >= LEAST_LISTED;
            if (chosen || observed || likelyInAmbiguous) {
                resolutions.candidate(candidates.label(i), share);
            }
        }
    }

    private boolean speaksOfCross(int image) {
        for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
            if (votes.crossing(vote)) {
                return true;
            }
        }
        return false;
    }
}
