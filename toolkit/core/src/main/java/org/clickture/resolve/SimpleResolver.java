package org.clickture.resolve;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.clickture.ClicktureException;

/** The methods that count. One object for one run. */
final class SimpleResolver {

    /** Sums of logarithms are rounded to multiples of one over this, so that equal ones are equal in whatever order they were added. */
    private static final double LOG_STEPS = 1L << 30;

    private final Method method;
    private final Votes votes;
    private final LabelTree tree;
    private final Resolutions.Builder resolutions;
    /** What each label of the image at hand has; zero for all others. */
    private final long[] clicks;

    private final long[] queries;
    private final double[] logClicks;
    /** The labels of the image at hand, growing. */
    private final IntArrayList labels = new IntArrayList();

    private SimpleResolver(Method method, Votes votes, LabelTree tree) {
        this.method = method;
        this.votes = votes;
        this.tree = tree;
        resolutions = new Resolutions.Builder(votes);
        clicks = new long[votes.labels().size()];
        queries = new long[votes.labels().size()];
        logClicks = new double[votes.labels().size()];
    }

    static Resolutions resolve(Method method, Votes votes, LabelTree tree) {
        SimpleResolver resolver = new SimpleResolver(method, votes, tree);
        for (int image = 0; image < votes.images(); image++) {
            resolver.count(image);
            resolver.resolve();
            resolver.clear();
        }
        return resolver.resolutions.build();
    }

    private void count(int image) {
        for (int vote = votes.firstVote(image); vote < votes.firstVote(image + 1); vote++) {
            for (int i = votes.firstLabel(vote); i < votes.firstLabel(vote + 1); i++) {
                int label = votes.labelId(i);
                if (queries[label] == 0) {
                    labels.add(label);
                }
                queries[label]++;
                clicks[label] = addClicks(image, clicks[label], votes.clicks(vote));
                logClicks[label] += StrictMath.log1p((double) votes.clicks(vote));
            }
        }
        labels.sort(null);
        for (int i = 0; i < labels.size(); i++) {
            int label = labels.getInt(i);
            logClicks[label] = Math.rint(logClicks[label] * LOG_STEPS) / LOG_STEPS;
        }
    }

    private long addClicks(int image, long clicksBefore, long more) {
        try {
            return Math.addExact(clicksBefore, more);
        } catch (ArithmeticException e) {
            throw new ClicktureException(
                    "the clicks of a label on image " + votes.imageKey(image) + " add up to more than 2^63 - 1", e);
        }
    }

    private void clear() {
        for (int i = 0; i < labels.size(); i++) {
            int label = labels.getInt(i);
            queries[label] = 0;
            clicks[label] = 0;
            logClicks[label] = 0;
        }
        labels.clear();
    }

    private void resolve() {
        double sum = 0;
        int best = labels.getInt(0);
        for (int i = 0; i < labels.size(); i++) {
            int label = labels.getInt(i);
            sum += weight(label);
            best = beats(label, best) ? label : best;
        }
        if (method == Method.DROP && labels.size() > 1) {
            resolutions.none(1);
        } else if (method == Method.HIERARCHY) {
            int narrowest = narrowestOfMost(sum);
            best = narrowest == LabelTree.NONE ? best : narrowest;
            resolutions.label(best, support(best) / sum);
        } else {
            resolutions.label(best, weight(best) / sum);
        }
        for (int i = 0; i < labels.size(); i++) {
            int label = labels.getInt(i);
            resolutions.candidate(label, weight(label) / sum);
        }
    }

    private double weight(int label) {
        return switch (method) {
            case CLICKS, DROP -> (double) clicks[label];
            case LOG_CLICKS -> logClicks[label];
            default -> (double) queries[label];
        };
    }

    private boolean beats(int label, int other) {
        int byClicks = Long.compare(clicks[label], clicks[other]);
        int byQueries = Long.compare(queries[label], queries[other]);
        int compared = switch (method) {
            case CLICKS, DROP -> byClicks != 0 ? byClicks : byQueries;
            case LOG_CLICKS -> {
                int byLogs = Double.compare(logClicks[label], logClicks[other]);
                yield byLogs != 0 ? byLogs : byClicks;
            }
            default -> byQueries != 0 ? byQueries : byClicks;
        };
        return compared > 0;
    }

    /** The queries that speak for a label: its own and those of its descendants. */
    private double support(int label) {
        double support = 0;
        for (int i = 0; i < labels.size(); i++) {
            support += tree.steps(labels.getInt(i), label) >= 0 ? (double) queries[labels.getInt(i)] : 0;
        }
        return support;
    }

    /** The narrowest label with more than half of the queries: only one line of ancestors can have such labels. */
    private int narrowestOfMost(double sum) {
        int narrowest = LabelTree.NONE;
        for (int i = 0; i < labels.size(); i++) {
            for (int label = labels.getInt(i); label != LabelTree.NONE; label = tree.parent(label)) {
                if (2 * support(label) > sum && (narrowest == LabelTree.NONE || tree.steps(label, narrowest) > 0)) {
                    narrowest = label;
                }
            }
        }
        return narrowest;
    }
}
