package org.clickture.resolve;

/**
 * What each image has added to the counts of a pass: once the model believes these, it is no evidence for that image itself. Of
 * images that no pass has looked at yet this is nothing, but for {@link #draws}; a later pass must look at all that an earlier one
 * did. Not thread-safe.
 */
final class EmTaught {

    /** For each candidate its posterior. */
    final double[] posterior;
    /** For each place of a pair how many wrong votes say what its label is taken for. */
    final double[] confused;
    /** For each image how many queries of searchers its votes stand for; before it was ever looked at, its votes. */
    final double[] draws;

    EmTaught(Votes votes, CandidateSets candidates, Confusions confusions) {
        posterior = new double[candidates.size()];
        confused = new double[confusions.places()];
        draws = new double[votes.images()];
        for (int image = 0; image < draws.length; image++) {
            draws[image] = votes.firstVote(image + 1) - votes.firstVote(image);
        }
    }
}
