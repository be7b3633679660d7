package org.clickture.resolve;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.clickture.Evidence;
import org.clickture.LabelledImages;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.LexiconHints;
import org.clickture.lexicon.QueryTemplates;

/** Finds the images for which {@link Method#EM} chooses another label than a simple rule, and accounts for each choice. */
public final class Disagreements {

    private static final Comparator<Disagreement> SUREST_FIRST =
            Comparator.comparingDouble(Disagreement::confidence).reversed().thenComparing(Disagreement::imageKey);

    private final Votes votes;
    private final LabelTree tree;
    private final Method rule;
    private final OneCoinEm em;
    /** The normalised queries of an image, in the order of its votes. */
    private final BiFunction<Votes, Integer, List<String>> queries;

    private Disagreements(Votes votes, LabelTree tree, Method rule, BiFunction<Votes, Integer, List<String>> queries) {
        if (rule != Method.CLICKS && rule != Method.LOG_CLICKS && rule != Method.QUERIES) {
            throw new IllegalArgumentException(
                    "EM is held against clicks, log-clicks or queries, which choose one of the labels; not "
                            + rule.key());
        }
        this.votes = votes;
        this.tree = tree;
        this.rule = rule;
        this.queries = queries;
        em = OneCoinEm.fit(votes, tree);
    }

    /**
     * The images for which EM and a rule do not choose the same, those of which EM is surest first, then by key.
     *
     * @param recipe the recipe that found the labels
     * @param hints the hints of its lexicon
     * @param rule {@link Method#CLICKS}, {@link Method#LOG_CLICKS} or {@link Method#QUERIES}
     * @throws IllegalArgumentException if it is another method
     * @throws org.clickture.ClicktureException if the thread is interrupted
     */
    public static List<Disagreement> of(
            LabelledImages images, CompiledRecipe recipe, List<LexiconHints.Hint> hints, Method rule) {
        QueryTemplates templates = new QueryTemplates(recipe);
        return of(
                VoteReader.read(images, recipe, hints), LabelTree.of(images.labels(), hints), rule, (votes, image) -> {
                    TreeSet<String> normalised = new TreeSet<>();
                    for (Evidence triad : images.evidence(votes.imageKey(image))) {
                        templates.read(triad.query());
                        normalised.add(templates.normalised());
                    }
                    return List.copyOf(normalised);
                });
    }

    static List<Disagreement> of(
            Votes votes, LabelTree tree, Method rule, BiFunction<Votes, Integer, List<String>> queries) {
        return new Disagreements(votes, tree, rule, queries).find();
    }

    private List<Disagreement> find() {
        Resolutions byRule = rule.resolve(votes, tree);
        Resolutions byEm = EmResolver.resolve(em.posteriors(), votes, Calibration.shipped());
        List<Disagreement> found = new ArrayList<>();
        for (int image = 0; image < votes.images(); image++) {
            if (!byRule.label(image).equals(byEm.label(image))) {
                found.add(account(image, byRule.label(image).orElseThrow(), byEm.label(image), byEm.confidence(image)));
            }
        }
        found.sort(SUREST_FIRST);
        return found;
    }

    private Disagreement account(int image, String ruleLabel, Optional<String> emLabel, double confidence) {
        int other = place(image, ruleLabel);
        int one = emLabel.map(label -> place(image, label)).orElse(OddsTrace.NONE);
        WhatIf whatIf = new WhatIf(em, image, one, other);
        OddsTrace trace = whatIf.asItIs();
        List<String> texts = queries.apply(votes, image);
        List<QueryWeight> weights = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int vote = votes.firstVote(image) + i;
            IntArrayList labels = new IntArrayList();
            for (int at = votes.firstLabel(vote); at < votes.firstLabel(vote + 1); at++) {
                labels.add(votes.labelId(at));
            }
            weights.add(new QueryWeight(
                    texts.get(i),
                    votes.clicks(vote),
                    labels.intStream().mapToObj(votes.labels()::get).toList(),
                    trace.bitsOf(i)));
        }
        return new Disagreement(
                votes.imageKey(image),
                ruleLabel,
                emLabel,
                confidence,
                new Reasons(em, tree, rule, image, one, other, weights).list(),
                trace.bitsBefore(),
                weights,
                trace.bitsAfter());
    }

    private int place(int image, String label) {
        int from = em.candidates.first(image);
        int at = from;
        while (!votes.labels().get(em.candidates.label(at)).equals(label)) {
            at++;
        }
        return at - from;
    }
}
