package org.clickture.resolve;

import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * What most queries of ambiguous images name, against what the images are taken for. Tells whether labels have changed places:
 * where each is mixed up with one other, right and wrong votes can be learned the wrong way round.
 */
final class Majorities {

    /** Labels that have changed places leave fewer of the majorities followed. */
    private static final double LEAST_FOLLOWED = 0.59;

    private static final double LEAST_CONCENTRATED = 0.8;

    private final Votes votes;
    private final CandidateSets candidates;
    private int followed;
    /** By the label of the majority and the label chosen instead. */
    private final Long2IntOpenHashMap departures = new Long2IntOpenHashMap();

    private Majorities(Votes votes, Posteriors posteriors) {
        this.votes = votes;
        candidates = posteriors.candidates();
        for (int image = 0; image < votes.images(); image++) {
            int majority = majority(image);
            if (majority >= 0) {
                add(candidates.label(majority), candidates.label(posteriors.likeliest(image)));
            }
        }
    }

    /**
     * Whether labels have changed places: images are taken for what most of their queries name hardly more often than for
     * something else, and that is mostly one other label for each.
     */
    static boolean changedPlaces(Votes votes, Posteriors posteriors) {
        Majorities majorities = new Majorities(votes, posteriors);
        int departed = majorities.departures.values().intStream().sum();
        return majorities.followed < LEAST_FOLLOWED * (majorities.followed + departed)
                && majorities.concentration() > LEAST_CONCENTRATED;
    }

    private void add(int majority, int chosen) {
        if (majority == chosen) {
            followed++;
        } else {
            departures.addTo((long) majority << Integer.SIZE | chosen, 1);
        }
    }

    /**
     * How likely two images of the same majority that were taken for something else were taken for the same (Simpson, "Measurement
     * of diversity", Nature 1949); NaN if there are none.
     */
    private double concentration() {
        int[] departed = new int[votes.labels().size()];
        double same = 0;
        for (Long2IntMap.Entry departure : departures.long2IntEntrySet()) {
            departed[(int) (departure.getLongKey() >>> Integer.SIZE)] += departure.getIntValue();
            same += pairs(departure.getIntValue());
        }
        double all = 0;
        for (int count : departed) {
            all += pairs(count);
        }
        return same / all;
    }

    private static double pairs(int things) {
        return things * (things - 1.0) / 2;
    }

    /** The candidate that more votes of an ambiguous image name than any other; -1 if there is none. */
    private int majority(int image) {
        int[] named = new int[candidates.observed(image)];
        int from = votes.firstLabel(votes.firstVote(image));
        int to = votes.firstLabel(votes.firstVote(image + 1));
        if (named.length == 1 || to - from == named.length) {
            return -1;
        }
        for (int i = from; i < to; i++) {
            named[candidates.indexOf(image, votes.labelId(i))]++;
        }
        int most = 0;
        boolean alone = true;
        for (int i = 1; i < named.length; i++) {
            if (named[i] > named[most]) {
                most = i;
                alone = true;
            } else if (named[i] == named[most]) {
                alone = false;
            }
        }
        return alone ? candidates.first(image) + most : -1;
    }
}
