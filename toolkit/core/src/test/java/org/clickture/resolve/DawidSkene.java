package org.clickture.resolve;

import java.util.Arrays;

/**
 * Truth inference with a full confusion matrix for each worker (Dawid and Skene 1979), as a reference. Begins with the
 * shares of the votes, as crowd-kit does. At hundreds of labels it has more parameters than there are votes.
 */
final class DawidSkene {

    /** crowd-kit lets no probability fall below it. */
    private static final double LEAST = 1e-10;

    /**
     * One worker's label for a task; tasks, workers and labels are numbered from 0.
     *
     * @param task the task
     * @param worker the worker
     * @param label the label
     */
    record Vote(int task, int worker, int label) {}

    private final Vote[] votes;
    private final double[][] posteriors;
    private final double[] priors;
    private final double[][][] errors;

    private DawidSkene(Vote[] votes, int tasks, int workers, int labels) {
        this.votes = votes;
        posteriors = new double[tasks][labels];
        priors = new double[labels];
        errors = new double[workers][labels][labels];
    }

    /** The posterior of each label, by task. */
    static double[][] run(Vote[] votes, int tasks, int workers, int labels, int iterations) {
        DawidSkene model = new DawidSkene(votes, tasks, workers, labels);
        for (Vote vote : votes) {
            model.posteriors[vote.task()][vote.label()]++;
        }
        model.normalise();
        model.maximise();
        for (int i = 0; i < iterations; i++) {
            model.expect();
            model.maximise();
        }
        return model.posteriors;
    }

    /** The share of votes of each label, by task. */
    static double[][] majority(Vote[] votes, int tasks, int labels) {
        return run(
                votes,
                tasks,
                1 + Arrays.stream(votes).mapToInt(Vote::worker).max().orElse(0),
                labels,
                0);
    }

    private void normalise() {
        for (double[] posterior : posteriors) {
            double sum = Arrays.stream(posterior).sum();
            Arrays.setAll(posterior, label -> posterior[label] / sum);
        }
    }

    /** Error rates by worker, true label and named label. */
    private void maximise() {
        int labels = priors.length;
        Arrays.setAll(
                priors,
                label -> Arrays.stream(posteriors)
                                .mapToDouble(posterior -> posterior[label])
                                .sum()
                        / posteriors.length);
        boolean[][] named = new boolean[errors.length][labels];
        for (double[][] matrix : errors) {
            Arrays.stream(matrix).forEach(row -> Arrays.fill(row, 0));
        }
        for (Vote vote : votes) {
            named[vote.worker()][vote.label()] = true;
            for (int truth = 0; truth < labels; truth++) {
                errors[vote.worker()][truth][vote.label()] += posteriors[vote.task()][truth];
            }
        }
        for (int worker = 0; worker < errors.length; worker++) {
            for (double[] row : errors[worker]) {
                double sum = 0;
                for (int label = 0; label < labels; label++) {
                    row[label] = named[worker][label] ? Math.max(LEAST, row[label]) : 0;
                    sum += row[label];
                }
                double all = sum;
                Arrays.setAll(row, label -> row[label] / all);
            }
        }
    }

    private void expect() {
        double[][] logs = new double[posteriors.length][priors.length];
        for (double[] row : logs) {
            Arrays.setAll(row, label -> Math.log(Math.max(LEAST, priors[label])));
        }
        for (Vote vote : votes) {
            for (int truth = 0; truth < priors.length; truth++) {
                logs[vote.task()][truth] += Math.log(errors[vote.worker()][truth][vote.label()]);
            }
        }
        for (int task = 0; task < logs.length; task++) {
            double[] row = logs[task];
            double most = Arrays.stream(row).max().orElseThrow();
            Arrays.setAll(posteriors[task], label -> Math.exp(row[label] - most));
        }
        normalise();
    }
}
