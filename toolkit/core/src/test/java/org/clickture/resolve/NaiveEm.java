package org.clickture.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** {@link OneCoinEm} as one would write it down: maps instead of arrays, every likelihood from its definition. */
final class NaiveEm {

    private static final int ELSEWHERE = -1;
    private static final int NONE = -2;
    private static final double MAX_EXPECTED = 20;

    private final Votes votes;
    private final LabelTree tree;
    private final int firstImages;
    private final int mostPasses;
    /** The votes of each image, the labels of each vote, and the votes that are the first of their image to name several. */
    private final List<List<Integer>> votesOf = new ArrayList<>();

    private final List<List<Integer>> named = new ArrayList<>();
    private final Set<Integer> comparisons = new HashSet<>();
    private final List<TreeSet<Integer>> observed = new ArrayList<>();
    private final List<TreeSet<Integer>> candidates = new ArrayList<>();
    private final Map<List<Object>, Double> parameters = new HashMap<>();
    /** For each image how many searchers its votes stand for, as expected in the last pass. */
    private final double[] draws;
    /** What all images have counted in the last pass, and what each image has added to labels and confusions. */
    private Map<List<Object>, Double> lastCounts = Map.of();

    private final List<Map<List<Object>, Double>> own = new ArrayList<>();
    /** For each image how likely it is to show each of its candidates, none and another label, in the last pass. */
    private final List<Map<String, Double>> posteriors = new ArrayList<>();
    /** What {@link #confused} has said since anything was counted or believed. */
    private final Map<List<Integer>, Double> known = new HashMap<>();

    private boolean clicksSaySomething;
    private boolean labelsAreAlike;
    private boolean alike;
    private boolean directionsBoundPairs;
    private boolean machines;

    NaiveEm(Votes votes, LabelTree tree) {
        this(votes, tree, 8_000, 40);
    }

    /**
     * @param firstImages so many images are looked at in the first passes, or up to twice as many
     * @param mostPasses so many passes look at all images at most
     */
    NaiveEm(Votes votes, LabelTree tree, int firstImages, int mostPasses) {
        this.votes = votes;
        this.tree = tree;
        this.firstImages = firstImages;
        this.mostPasses = mostPasses;
        draws = new double[votes.images()];
        for (int vote = 0; vote < votes.votes(); vote++) {
            named.add(IntStream.range(votes.firstLabel(vote), votes.firstLabel(vote + 1))
                    .mapToObj(votes::labelId)
                    .toList());
        }
        for (int image = 0; image < votes.images(); image++) {
            List<Integer> of = IntStream.range(votes.firstVote(image), votes.firstVote(image + 1))
                    .boxed()
                    .toList();
            votesOf.add(of);
            of.stream().filter(vote -> named(vote).size() > 1).findFirst().ifPresent(comparisons::add);
        }
        CandidateSets sets = CandidateSets.of(votes, tree);
        for (int image = 0; image < votes.images(); image++) {
            TreeSet<Integer> seen = new TreeSet<>();
            TreeSet<Integer> all = new TreeSet<>();
            for (int i = sets.first(image); i < sets.first(image + 1); i++) {
                all.add(sets.label(i));
                if (i < sets.first(image) + sets.observed(image)) {
                    seen.add(sets.label(i));
                }
            }
            draws[image] = votesOf(image).size();
            own.add(Map.of());
            posteriors.add(Map.of());
            observed.add(seen);
            candidates.add(all);
        }
    }

    /** For each image the posterior of its candidates, of {@code "none"} and of {@code "elsewhere"}. */
    List<Map<String, Double>> run() {
        List<Map<String, Double>> posteriors = run(true);
        clicksSaySomething = !labelsChangedPlaces(posteriors);
        if (!clicksSaySomething) {
            posteriors = new NaiveEm(votes, tree, firstImages, mostPasses).run(false);
        }
        labelsAreAlike = foreignNamesPrevail(posteriors);
        if (labelsAreAlike) {
            NaiveEm other = new NaiveEm(votes, tree, firstImages, mostPasses);
            other.alike = true;
            posteriors = other.run(clicksSaySomething);
        }
        return posteriors;
    }

    boolean labelsAreAlike() {
        return labelsAreAlike;
    }

    /** Whether the weight of what pairs of labels have either way was ever as low as that of their directions allowed. */
    boolean directionsBoundPairs() {
        return directionsBoundPairs;
    }

    /** Whether more than one in four hundred images is taken for a label whose images name another one more than twice as often. */
    private boolean foreignNamesPrevail(List<Map<String, Double>> posteriors) {
        Map<String, Integer> images = new TreeMap<>();
        Map<String, Map<String, Integer>> names = new TreeMap<>();
        for (int image = 0; image < votes.images(); image++) {
            String likeliest = likeliest(posteriors.get(image));
            images.merge(likeliest, 1, Integer::sum);
            Map<String, Integer> called = names.computeIfAbsent(likeliest, any -> new TreeMap<>());
            votesOf(image)
                    .forEach(
                            vote -> named(vote).forEach(label -> called.merge(String.valueOf(label), 1, Integer::sum)));
        }
        int suspect = 0;
        for (String label : names.keySet()) {
            int own = names.get(label).getOrDefault(label, 0);
            if (names.get(label).values().stream().anyMatch(times -> times > 2 * own)) {
                suspect += images.getOrDefault(label, 0);
            }
        }
        return suspect > 0.0025 * votes.images();
    }

    private static String likeliest(Map<String, Double> posterior) {
        Map<String, Double> labels = new TreeMap<>(posterior);
        labels.keySet().removeAll(List.of("none", "elsewhere"));
        return Collections.max(labels.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    boolean clicksSaySomething() {
        return clicksSaySomething;
    }

    /**
     * Whether the label that has more queries than any other of the image is the likeliest less than 59 times in 100, and where
     * another one is, it is mostly the same one for the same label: of pairs of such images with one majority four in five.
     */
    private boolean labelsChangedPlaces(List<Map<String, Double>> posteriors) {
        int majorities = 0;
        List<List<String>> departures = new ArrayList<>();
        for (int image = 0; image < votes.images(); image++) {
            Map<String, Integer> queries = new TreeMap<>();
            votesOf(image)
                    .forEach(vote ->
                            named(vote).forEach(label -> queries.merge(String.valueOf(label), 1, Integer::sum)));
            int most = Collections.max(queries.values());
            boolean majority = Collections.frequency(queries.values(), most) == 1;
            if (queries.size() > 1 && majority) {
                String likeliest = likeliest(posteriors.get(image));
                majorities++;
                if (queries.getOrDefault(likeliest, 0) < most) {
                    departures.add(List.of(leader(queries, most), likeliest));
                }
            }
        }
        long alike = 0;
        long same = 0;
        for (int i = 0; i < departures.size(); i++) {
            for (int j = 0; j < i; j++) {
                alike += departures.get(i).get(0).equals(departures.get(j).get(0)) ? 1 : 0;
                same += departures.get(i).equals(departures.get(j)) ? 1 : 0;
            }
        }
        return majorities - departures.size() < 0.59 * majorities && same > 0.8 * alike;
    }

    private static String leader(Map<String, Integer> queries, int most) {
        return queries.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private List<Map<String, Double>> run(boolean clicks) {
        machines = clicks;
        start();
        double moved = 1;
        for (int pass = 0; pass < 5 || (pass < 30 && moved > 0.0005); pass++) {
            EmStage stage = pass < 3 ? EmStage.PLAIN : EmStage.COMMON;
            Map<List<Object>, Double> counts = count(Math.max(1, votes.images() / firstImages));
            update(counts, stage, clicks && stage != EmStage.PLAIN);
            moved = moved(counts);
        }
        Map<List<Object>, Double> counts = count(1);
        double left = 1;
        for (int pass = 1; pass < 3 || (pass < mostPasses && left > 0.0003); pass++) {
            update(counts, EmStage.WHOLE, clicks);
            double before = moved(counts);
            counts = count(1);
            double slower = moved(counts) / before;
            left = slower < 1 ? moved(counts) * slower / (1 - slower) : moved(counts) == 0 ? 0 : 1;
        }
        return posteriors;
    }

    private static double moved(Map<List<Object>, Double> counts) {
        return of(counts, "moved") / 2 / of(counts, "all images");
    }

    /** The states of an image with those of one label, of none and of elsewhere added up. */
    private static Map<String, Double> posterior(Map<List<Integer>, Double> states) {
        Map<String, Double> posterior = new TreeMap<>();
        for (Map.Entry<List<Integer>, Double> state : states.entrySet()) {
            int truth = state.getKey().get(0);
            String name = truth == NONE ? "none" : truth == ELSEWHERE ? "elsewhere" : String.valueOf(truth);
            posterior.merge(name, state.getValue(), Double::sum);
        }
        return posterior;
    }

    private int labels() {
        return votes.labels().size();
    }

    private double get(Object... name) {
        return parameters.getOrDefault(List.of(name), 0.0);
    }

    private void put(double value, Object... name) {
        parameters.put(List.of(name), value);
    }

    private static void add(Map<List<Object>, Double> counts, double value, Object... name) {
        counts.merge(List.of(name), value, Double::sum);
    }

    private static double of(Map<List<Object>, Double> counts, Object... name) {
        return counts.getOrDefault(List.of(name), 0.0);
    }

    private double sumOfLabels(Map<List<Object>, Double> counts, String name) {
        double sum = 0;
        for (int label = 0; label < labels(); label++) {
            sum += of(counts, name, label);
        }
        return sum;
    }

    private void start() {
        double[] frequency = new double[labels()];
        for (int vote = 0; vote < votes.votes(); vote++) {
            for (int label : named(vote)) {
                frequency[label] += 1.0 / named(vote).size();
            }
        }
        long unnamed =
                Arrays.stream(frequency).filter(frequent -> frequent == 0).count();
        for (int label = 0; label < labels(); label++) {
            put(frequency[label] > 0 ? 0.5 : 0.5 / unnamed, "weight", label);
        }
        for (int label = 0; label < labels(); label++) {
            put(frequency[label] + 2 * get("weight", label), "prior", label);
        }
        double images = sumOfLabels(parameters, "prior");
        for (int label = 0; label < labels(); label++) {
            put(get("prior", label) / images, "prior", label);
            put(get("prior", label), "named", label);
            put(get("prior", label), "slipped", label);
        }
        put(0.07, "spoiling");
        put(0.07, "spoiling of", true);
        put(0.07, "spoiling of", false);
        put(0.8, "spared if rough");
        put(Math.min(0.95, Math.max(0.3, Math.sqrt(agreement()) / (1 - spoiled()))), "pooled");
        for (int source = 0; source < votes.sources(); source++) {
            put(get("pooled"), "reliability", source);
        }
        List<Integer> ranges =
                IntStream.range(0, votes.votes()).map(this::range).boxed().toList();
        for (int range = 0; range < 9; range++) {
            double share = (double) Collections.frequency(ranges, range) / ranges.size();
            put(share, "any", range);
            put(share, "right", range);
            put(share, "wrong", range);
        }
        put(images, "images");
        put(20_000, "confusion weight");
        put(900, "direction weight");
        put(5, "compared weight");
        put(0.5, "popularity");
        put(1, "mean draws");
        for (int vote = 0; vote < votes.votes(); vote++) {
            put(get("source share", votes.source(vote)) + 1.0 / votes.votes(), "source share", votes.source(vote));
        }
        put(20_000, "audience weight");
        put(0.1, "slips");
        put(1 / Math.min(0.98, Math.max(0.01, repeatedAtFirst())) - 1, "machine weight");
        put(0.2, "kin share");
        put(2, "independence");
        put(1, "again");
        put(0.5, "none with cross");
        put(0.6, "cross of none");
        put(0.3, "cross of label");
        for (int label = 0; label < labels(); label++) {
            put(1, "ease", label);
            put(1, "clicked as", true, label);
            put(1, "clicked as", false, label);
            put(Long.toBinaryString((long) frequency[label]).length(), "band", label);
        }
        updateRelatives(Map.of(), true);
        updateConfused(Map.of());
    }

    private double agreement() {
        double shares = 8;
        int images = 10;
        for (int image = 0; image < votes.images(); image++) {
            int pairs = 0;
            int alike = 0;
            for (int vote : votesOf(image)) {
                for (int earlier = votes.firstVote(image); earlier < vote; earlier++) {
                    pairs++;
                    alike += (int) named(vote).stream()
                            .filter(named(earlier)::contains)
                            .count();
                }
            }
            if (pairs > 0) {
                shares += Math.min(1, (double) alike / pairs);
                images++;
            }
        }
        return shares / images;
    }

    private List<Integer> named(int vote) {
        return named.get(vote);
    }

    private List<Integer> votesOf(int image) {
        return votesOf.get(image);
    }

    private boolean cross(int image) {
        return votesOf(image).stream().anyMatch(votes::crossing);
    }

    private int range(int vote) {
        return ClickRanges.range(votes.clicks(vote));
    }

    private double kind(int image, int vote, String share) {
        return !cross(image) ? 1 : votes.crossing(vote) ? get(share) : 1 - get(share);
    }

    /** How likely a right vote for a label names another one or itself, as earlier ones for its image did. */
    private double rightly(int image, int truth, int vote, int label) {
        int steps = tree.steps(truth, label);
        double spoken = 1 - get("narrow", truth);
        List<Integer> earlier =
                new ArrayList<>(broadness(image, truth).headMap(vote).values());
        int broads = Collections.frequency(earlier, 1);
        double broad = (get("audience weight") * get("broad", truth) + spoken * broads)
                / (get("audience weight") + earlier.size());
        if (tree.parent(label) == truth) {
            return get("narrow", truth) * get("as kind", label);
        }
        return steps < 0 ? 0 : steps == 0 ? spoken - broad : steps == 1 ? broad : 0.1 * broad;
    }

    /** For each vote of an image that names a label or an ancestor of it, but not both: 1 if an ancestor. */
    private NavigableMap<Integer, Integer> broadness(int image, int truth) {
        NavigableMap<Integer, Integer> broadness = new TreeMap<>();
        for (int vote : votesOf(image)) {
            boolean broad = named(vote).stream().anyMatch(label -> tree.steps(truth, label) > 0);
            if (broad != named(vote).contains(truth)) {
                broadness.put(vote, broad ? 1 : 0);
            }
        }
        return broadness;
    }

    /** How alike two votes of an image are in how broadly they name it. */
    private void countAudience(int image, int truth, double weight, Map<List<Object>, Double> counts) {
        double share = get("broad", truth) / (1 - get("narrow", truth));
        NavigableMap<Integer, Integer> broadness = broadness(image, truth);
        for (Map.Entry<Integer, Integer> one : broadness.entrySet()) {
            for (Map.Entry<Integer, Integer> other :
                    broadness.tailMap(one.getKey(), false).entrySet()) {
                double product = (one.getValue() - share) * (other.getValue() - share);
                add(counts, 2 * weight / (broadness.size() - 1) * product, "audience");
                add(counts, 2 * weight / (broadness.size() - 1) * share * (1 - share), "audience possible");
            }
        }
    }

    /** How likely a vote is if it is wrong: votes before it that do not name the truth are wrong too. */
    private double wrongly(int image, int truth, int vote, int label) {
        double drawn = confused(image, truth, label);
        int before = 0;
        int same = 0;
        for (int earlier : votesOf(image)) {
            if (earlier < vote && !named(earlier).contains(truth)) {
                before += named(earlier).size();
                same += named(earlier).contains(label) ? 1 : 0;
            }
        }
        return likely(drawn, same, before);
    }

    private double likely(double drawn, int same, int before) {
        double fresh = fresh(drawn, same, before);
        return get("again") < 1 ? fresh : fresh + same / (get("independence") + before);
    }

    /** Names that other votes took are drawn anew less often where they shun each other. */
    private double fresh(double drawn, int same, int before) {
        if (get("again") < 1) {
            return drawn * (same > 0 ? get("again") : 1);
        }
        return get("independence") * drawn / (get("independence") + before);
    }

    /** How likely a wrong vote names a label, as all images but this one say. */
    private double confused(int image, int truth, int label) {
        return known.computeIfAbsent(List.of(image, truth, label), any -> confusedWithout(image, truth, label));
    }

    private double confusedWithout(int image, int truth, int label) {
        double there = of(own.get(image), "confused", truth, label);
        double back = of(own.get(image), "confused", label, truth);
        double shrunk = eitherWay(truth) + get("own confusion weight", truth);
        double whole = of(lastCounts, "directed of", truth) + get("direction weight");
        double without = get("confused", truth, label)
                - directed(image, truth, label) * there / whole
                - get("direction weight") / whole * (there + back) / 2 / shrunk
                - ownByKin(image, truth, label);
        return Math.max(1e-9, without);
    }

    /** What the image itself adds to how likely wrong votes name a label that is like those the truth is taken for. */
    private double ownByKin(int image, int truth, int label) {
        double sum = 0;
        for (int by : candidates.get(image)) {
            double first = ownEitherWay(image, truth, by);
            double second = ownEitherWay(image, by, label);
            boolean named =
                    observed.get(image).contains(truth) || observed.get(image).contains(by);
            boolean other = by != truth && by != label;
            if (named && other && first + second >= 1e-3 && get("step", truth, by) >= 5e-3) {
                sum += get("step", truth, by) * get("step", by, label)
                        - Math.max(0, get("step", truth, by) - first / (2 + eitherWay(truth)))
                                * Math.max(0, get("step", by, label) - second / (2 + eitherWay(by)));
            }
        }
        return expectedShare(truth) * get("kin share") * sum / get("away", truth);
    }

    private double ownEitherWay(int image, int one, int other) {
        return (of(own.get(image), "confused", one, other) + of(own.get(image), "confused", other, one)) / 2;
    }

    /** The share of a wrong vote for a label that is as expected of its pairs, and not as they were seen. */
    private double expectedShare(int truth) {
        return get("direction weight")
                / (of(lastCounts, "directed of", truth) + get("direction weight"))
                * get("own confusion weight", truth)
                / (eitherWay(truth) + get("own confusion weight", truth));
    }

    /** How much an image tells of how often one label is taken for another and not the other way round. */
    private double directed(int image, int truth, int label) {
        long right = votesOf(image).stream()
                .filter(vote -> named(vote).contains(truth))
                .count();
        long wrong = votesOf(image).stream()
                .filter(vote -> named(vote).contains(label))
                .count();
        if (right == 0 || right > wrong) {
            return 1;
        }
        return right == wrong ? 0.25 : 0;
    }

    /** How likely an image shows a label, as all images but this one say. */
    private double prior(int image, int truth) {
        double there = of(own.get(image), "images", truth);
        return (get("prior", truth) * get("images") - there) / (get("images") - there);
    }

    private double eitherWay(int truth) {
        return get("either way", truth);
    }

    /** How many searchers are expected to come with a vote's query if it is right. */
    private double expected(int image, int truth, int vote) {
        double rights = 0;
        for (int label : named(vote)) {
            rights += rightly(image, truth, vote, label);
        }
        double all = (draws[image] + 1) / (1 + 1 / get("mean draws"));
        return Math.min(
                MAX_EXPECTED,
                all
                        * get("source share", votes.source(vote))
                        * votes.spellingShare(vote)
                        * get("reliability", votes.source(vote))
                        * (1 - spoiled())
                        * rights);
    }

    /** The share of right votes that images turn wrong. */
    private double spoiled() {
        return get("spoiling") * (0.8 * (1 - kept(1)) + 0.2 * (1 - kept(2)));
    }

    /** Whether a vote looks like a machine's. */
    private boolean machine(int vote) {
        return machines && votes.clicks(vote) >= 8 && named(vote).size() == 1;
    }

    /** Votes of an image that come before another one, where both look like a machine's; none if its queries speak of a cross. */
    private List<Integer> machinesBefore(int image, int vote) {
        return votesOf(image).stream()
                .filter(earlier -> earlier < vote && machine(earlier) && machine(vote) && !cross(image))
                .toList();
    }

    /**
     * The share of pairs of votes that look like a machine's which agree, beyond those that would if they were as often right as
     * their agreement with other votes says, and these as often as theirs with each other; 20 images more by chance only.
     */
    private double repeatedAtFirst() {
        List<double[]> shares = new ArrayList<>();
        for (int image = 0; image < votes.images(); image++) {
            List<Integer> much = votesOf(image).stream()
                    .filter(vote -> named(vote).size() == 1 && votes.clicks(vote) >= 8)
                    .toList();
            List<Integer> others = votesOf(image).stream()
                    .filter(vote -> named(vote).size() == 1 && votes.clicks(vote) < 8)
                    .toList();
            if (much.size() > 1 && others.size() > 1 && !cross(image)) {
                shares.add(new double[] {agreeing(much, much), agreeing(much, others), agreeing(others, others)});
            }
        }
        double much = mean(shares, 0);
        double byChance = Math.min(1, Math.pow(mean(shares, 1), 2) / mean(shares, 2));
        double beyond = (much - byChance) * shares.size() / (shares.size() + 20);
        return beyond > 0.15 && mean(shares, 2) > 0.3 * much ? beyond / (1 - byChance) : 0;
    }

    private static double mean(List<double[]> shares, int place) {
        return shares.stream().mapToDouble(share -> share[place]).average().orElse(0);
    }

    /** The share of pairs of different votes that name the same. */
    private double agreeing(List<Integer> some, List<Integer> others) {
        return some.stream()
                .flatMap(one -> others.stream()
                        .filter(other -> !other.equals(one))
                        .map(other -> named(one).equals(named(other))))
                .mapToDouble(same -> same ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /** How likely a vote repeats none of the machines' before it. */
    private double own(int image, int vote) {
        return get("machine weight")
                / (get("machine weight") + machinesBefore(image, vote).size());
    }

    /** How likely it repeats one of them and is as it is. */
    private double repeated(int image, int vote) {
        List<Integer> before = machinesBefore(image, vote);
        long same = before.stream()
                .filter(earlier -> named(earlier).equals(named(vote)))
                .count();
        return same == 0 ? 0 : same / (get("machine weight") + before.size()) * get("any", range(vote));
    }

    /** How likely it is that any of them come, without the factor that all labels share. */
    private static double gain(double expected) {
        return expected == 0 ? 1 : Math.expm1(expected) / expected;
    }

    private double ifRight(int image, int truth, int vote) {
        double sum = 0;
        for (int label : named(vote)) {
            sum += rightly(image, truth, vote, label) * company(image, truth, vote, label);
        }
        return sum * gain(expected(image, truth, vote)) / named(vote).size() * get("right", range(vote));
    }

    /** How likely a vote is, whose source has failed; one that the image has spoiled is no slip. */
    private double ifFailed(int image, int truth, int vote) {
        return ifNoSlip(image, truth, vote) * (1 - get("slips")) + ifSlip(image, truth, vote);
    }

    /** How likely a vote comes and is wrong: its source fails, or holds and the image spoils it. */
    private double likelyWrong(int image, int truth, int vote, int look) {
        double r = reliability(truth, vote);
        return (1 - r) * ifFailed(image, truth, vote) + r * (1 - kept(look)) * ifNoSlip(image, truth, vote);
    }

    private double ifNoSlip(int image, int truth, int vote) {
        double sum = 0;
        for (int label : named(vote)) {
            sum += label == truth ? 0 : wrongly(image, truth, vote, label) * company(image, truth, vote, label);
        }
        return sum / named(vote).size() * clicksIfWrong(vote);
    }

    /** A slip names any label, whatever is true and whatever other votes name. */
    private double ifSlip(int image, int truth, int vote) {
        double sum = 0;
        for (int label : named(vote)) {
            double slipped = get("slipped", label) / Math.max(1e-9, 1 - get("slipped", truth));
            sum += label == truth ? 0 : slipped * company(image, truth, vote, label);
        }
        return get("slips") * sum / named(vote).size() * clicksIfWrong(vote);
    }

    /**
     * The first query of an image that names several labels names the others beside one, or beside the truth if that is among
     * them, as the truth is taken for or compared with them.
     */
    private double company(int image, int truth, int vote, int one) {
        if (!compares(vote)) {
            return 1;
        }
        List<Integer> labels = named(vote);
        if (!labels.contains(truth)) {
            return labels.stream()
                    .filter(label -> label != one)
                    .mapToDouble(label -> confused(image, truth, label))
                    .average()
                    .orElseThrow();
        }
        double sum = 0;
        for (int label : labels) {
            if (label != truth) {
                double expected = get("compared weight") * expectedShare(image, truth, label);
                double share = (compared(image, truth, label) + expected)
                        / (compared(image, truth, label) + compared(image, label, truth) + get("compared weight"));
                sum += share * either(image, truth, label) / get("prior", truth);
            }
        }
        return sum / (labels.size() - 1);
    }

    /** Whether a vote is the first of its image that names several labels. */
    private boolean compares(int vote) {
        return comparisons.contains(vote);
    }

    /** Images of a label that were compared with another, as all images but this one say. */
    private double compared(int image, int truth, int label) {
        return Math.max(0, of(lastCounts, "compared", truth, label) - of(own.get(image), "compared", truth, label));
    }

    /** How likely an image shows one of two labels and is taken for the other one. */
    private double either(int image, int one, int other) {
        return get("prior", one) * confused(image, one, other) + get("prior", other) * confused(image, other, one);
    }

    private double expectedShare(int image, int truth, int label) {
        return get("prior", truth) * confused(image, truth, label) / either(image, truth, label);
    }

    private void countCompared(
            int image, int truth, double weight, Map<List<Object>, Double> counts, Map<List<Object>, Double> ofImage) {
        for (int vote : votesOf(image)) {
            if (compares(vote) && named(vote).contains(truth)) {
                for (int label : named(vote)) {
                    if (label != truth) {
                        double taught = weight / (named(vote).size() - 1);
                        double seen = compared(image, truth, label);
                        double expected = get("compared weight") * expectedShare(image, truth, label);
                        double all = seen + compared(image, label, truth) + get("compared weight");
                        add(counts, taught * expected / (seen + expected), "as expected");
                        add(counts, taught * get("compared weight") / all, "as expected possible");
                        add(counts, taught, "compared", truth, label);
                        add(ofImage, taught, "compared", truth, label);
                    }
                }
            }
        }
    }

    /** How likely a label is taken for others, in the mean. */
    private double taken(int image, int truth, List<Integer> labels) {
        return labels.stream()
                .distinct()
                .filter(label -> label != truth)
                .mapToDouble(label -> confused(image, truth, label))
                .average()
                .orElse(1);
    }

    private double eased(double reliability, int truth) {
        return reliability * get("ease", truth) / (reliability * get("ease", truth) + 1 - reliability);
    }

    private double reliability(int truth, int vote) {
        double r = get("reliability", votes.source(vote));
        return truth < 0 ? r : eased(r, truth);
    }

    private double reliability(int truth, int vote, int look) {
        return reliability(truth, vote) * kept(look);
    }

    /** The share of its right votes that an image keeps if it is smooth, rough or mistaken. */
    private double kept(int look) {
        return look == 0 ? 1 : look == 1 ? get("spared if rough") : 0.4;
    }

    private boolean few(int image) {
        return votesOf(image).size() <= 2;
    }

    /** The posterior of (what it shows, whether it is smooth, rough or mistaken). */
    private Map<List<Integer>, Double> states(int image) {
        Map<List<Integer>, Double> states = new HashMap<>();
        double noneShare = cross(image) ? get("none with cross") : 0.0005;
        for (int look = 0; look <= 2; look++) {
            double spoiling = get("spoiling of", few(image));
            double share = (1 - noneShare)
                    * (look == 0 ? Math.max(1e-9, 1 - spoiling) : look == 1 ? 0.8 * spoiling : 0.2 * spoiling);
            for (int truth : candidates.get(image)) {
                double likely = share * prior(image, truth);
                for (int vote : votesOf(image)) {
                    double r = reliability(truth, vote, look);
                    double likelyIfOwn = kind(image, vote, "cross of label")
                            * (r * ifRight(image, truth, vote) + likelyWrong(image, truth, vote, look));
                    likely *= own(image, vote) * likelyIfOwn + repeated(image, vote);
                }
                states.put(List.of(truth, look), likely);
            }
            double likely = share * Math.max(1e-6, another(image, look));
            for (int vote : votesOf(image)) {
                likely *= own(image, vote) * elsewhere(image, vote, look) + repeated(image, vote);
            }
            states.put(List.of(ELSEWHERE, look), likely);
        }
        states.put(List.of(NONE, 0), noneShare * ofNone(image));
        double sum = states.values().stream().mapToDouble(Double::doubleValue).sum();
        states.replaceAll((state, likely) -> likely / sum);
        return states;
    }

    /** How likely a wrong vote names a label whatever is true; votes before it that name the same are likely repeated. */
    private double wronglyElsewhere(int image, int vote, int label) {
        double likely = afterOthers(image, vote, label, get("drawn", label));
        return sameBefore(image, vote, label) > 1 ? Math.min(0.6, likely) : likely;
    }

    private int sameBefore(int image, int vote, int label) {
        return (int) votesOf(image).stream()
                .filter(earlier -> earlier < vote && named(earlier).contains(label))
                .count();
    }

    private int namesBefore(int image, int vote) {
        return votesOf(image).stream()
                .filter(earlier -> earlier < vote)
                .mapToInt(earlier -> named(earlier).size())
                .sum();
    }

    private double afterOthers(int image, int vote, int label, double drawn) {
        return likely(drawn, sameBefore(image, vote, label), namesBefore(image, vote));
    }

    /**
     * How likely an image shows a label that is no candidate of it, times how much likelier that makes its names; of a smooth one
     * some names are slips, and it counts, too, how much likelier it is that so many are wrong. Names of votes after 32 of them tell
     * nothing, and no vote after the 32nd tells how hard the label is.
     */
    private double another(int image, int look) {
        double sum = 0;
        for (int truth = 0; truth < labels(); truth++) {
            if (candidates.get(image).contains(truth)) {
                continue;
            }
            double likely = get("prior", truth);
            for (int vote : votesOf(image)) {
                for (int label : named(vote)) {
                    if (namesBefore(image, vote) < 32) {
                        double slips = look == 0 ? get("slips") : 0;
                        double named = (1 - slips) * afterOthers(image, vote, label, get("confused", truth, label))
                                + slips * get("slipped", label);
                        likely *= named / afterOthers(image, vote, label, get("drawn", label));
                    }
                }
            }
            sum += likely
                    * (look > 0
                            ? 1
                            : Math.pow(
                                    hardness(truth), Math.min(32, votesOf(image).size())));
        }
        return sum;
    }

    private double ofNone(int image) {
        List<Integer> crossed = new ArrayList<>();
        votesOf(image).stream().filter(votes::crossing).forEach(vote -> crossed.addAll(named(vote)));
        double likely = crossed.isEmpty()
                ? 1
                : crossed.stream()
                        .distinct()
                        .mapToDouble(label -> get("prior", label) * taken(image, label, crossed))
                        .sum();
        for (int vote : votesOf(image)) {
            double sum = 0;
            for (int label : named(vote)) {
                double share = crossed.isEmpty()
                        ? 0
                        : (double) crossed.stream()
                                        .filter(other -> other == label)
                                        .count()
                                / crossed.size();
                sum += crossed.isEmpty() ? get("named", label) : 0.9 * share + 0.1 * get("named", label);
            }
            // The company of compared labels, once.
            if (crossed.isEmpty() && compares(vote)) {
                sum = 0;
                for (int one : named(vote)) {
                    for (int other : named(vote)) {
                        sum += one == other
                                ? 0
                                : get("named", one)
                                        * get("named", other)
                                        / (named(vote).size() - 1);
                    }
                }
            }
            double likelyIfOwn = sum / named(vote).size();
            // Labels of a cross that are compared with another label: as if the image showed one of them.
            if (!crossed.isEmpty() && compares(vote) && !crossed.containsAll(named(vote))) {
                likelyIfOwn *= crossed.stream()
                        .mapToDouble(label -> company(image, label, vote, label))
                        .average()
                        .orElseThrow();
            }
            likelyIfOwn *= crossed.isEmpty()
                    ? clicksIfWrong(vote)
                    : get("right", range(vote)) * kind(image, vote, "cross of none");
            likely *= own(image, vote) * likelyIfOwn + repeated(image, vote);
        }
        return likely;
    }

    private Map<List<Object>, Double> count(int step) {
        Map<List<Object>, Double> counts = new HashMap<>();
        for (int image = 0; image < votes.images(); image += step) {
            add(counts, 1, "all images");
            Map<List<Integer>, Double> states = states(image);
            posteriors.set(image, posterior(states));
            Map<List<Object>, Double> ofImage = new HashMap<>();
            double none = states.getOrDefault(List.of(NONE, 0), 0.0);
            boolean teaches = votesOf(image).size() > 1;
            double searchers = teaches ? 0 : 1;
            for (Map.Entry<List<Integer>, Double> state : states.entrySet()) {
                int truth = state.getKey().get(0);
                if (truth >= 0) {
                    add(counts, state.getValue(), "images", truth);
                    add(ofImage, state.getValue(), "images", truth);
                    double likely = states.getOrDefault(List.of(truth, 0), 0.0)
                            + states.getOrDefault(List.of(truth, 1), 0.0)
                            + states.getOrDefault(List.of(truth, 2), 0.0);
                    if (teaches && likely > 1e-4) {
                        countCompared(image, truth, state.getValue(), counts, ofImage);
                    }
                    if (!teaches) {
                        searchers += countSingle(image, truth, state.getKey().get(1), state.getValue(), counts);
                    } else if (likely > 1e-4) {
                        searchers += count(image, truth, state.getKey().get(1), state.getValue(), counts, ofImage);
                    }
                }
            }
            if (teaches && posteriors.get(image).getOrDefault("elsewhere", 0.0) > 1e-4) {
                countElsewhere(image, states, counts);
            }
            for (int truth = 0; truth < labels(); truth++) {
                for (int label = 0; label < labels(); label++) {
                    add(counts, of(ofImage, "confused", truth, label), "confused", truth, label);
                }
            }
            for (int truth : candidates.get(image)) {
                add(counts, Math.abs(of(ofImage, "images", truth) - of(own.get(image), "images", truth)), "moved");
            }
            own.set(image, ofImage);
            known.clear();
            draws[image] = searchers;
            add(counts, searchers, "draws");
            if (teaches && cross(image)) {
                add(counts, 1, "cross images");
                add(counts, none, "cross none");
                for (int vote : votesOf(image)) {
                    double crossing = votes.crossing(vote) ? 1 : 0;
                    add(counts, none, "none votes");
                    add(counts, none * crossing, "none cross votes");
                    add(counts, 1 - none, "label votes");
                    add(counts, (1 - none) * crossing, "label cross votes");
                }
            }
        }
        return counts;
    }

    private void countElsewhere(int image, Map<List<Integer>, Double> states, Map<List<Object>, Double> counts) {
        double rough = states.getOrDefault(List.of(ELSEWHERE, 1), 0.0);
        double mistaken = states.getOrDefault(List.of(ELSEWHERE, 2), 0.0);
        add(counts, states.getOrDefault(List.of(ELSEWHERE, 0), 0.0) + rough + mistaken, "seen", few(image));
        add(counts, rough + mistaken, "spoiling", few(image));
        for (int look = 0; look <= 2; look++) {
            double likely = states.getOrDefault(List.of(ELSEWHERE, look), 0.0);
            for (int vote : votesOf(image)) {
                double r = get("reliability", votes.source(vote));
                double ofSearcher = own(image, vote) * elsewhere(image, vote, look);
                double mine = ofSearcher > 0 ? likely * ofSearcher / (ofSearcher + repeated(image, vote)) : 0;
                if (!machinesBefore(image, vote).isEmpty()) {
                    add(counts, mine, "own votes");
                    add(counts, likely * own(image, vote), "own votes expected");
                }
                if (look == 1) {
                    add(counts, mine, "rough votes");
                    add(counts, mine * (1 - r) * kept(1) / (1 - r * kept(1)), "spared");
                }
            }
        }
    }

    /** How likely a searcher's vote is if the image shows a label that is no candidate. */
    private double elsewhere(int image, int vote, int look) {
        double likely =
                kind(image, vote, "cross of label") * (1 - reliability(ELSEWHERE, vote, look)) * clicksIfWrong(vote);
        for (int label : named(vote)) {
            likely *= wronglyElsewhere(image, vote, label);
        }
        return likely;
    }

    /** Returns how many searchers are behind the right vote besides the first one. */
    private double countSingle(int image, int truth, int look, double weight, Map<List<Object>, Double> counts) {
        int vote = votes.firstVote(image);
        double r = reliability(truth, vote, look);
        double one = r * ifRight(image, truth, vote);
        double other = likelyWrong(image, truth, vote, look);
        double right = one + other > 0 ? weight * one / (one + other) : 0;
        double x = expected(image, truth, vote);
        add(counts, right * x, "source votes", votes.source(vote));
        add(counts, right * x, "source right", votes.source(vote));
        return right * (x + 1 / gain(x) - 1);
    }

    /** Returns how many searchers are behind the votes. */
    private double count(
            int image,
            int truth,
            int look,
            double weight,
            Map<List<Object>, Double> counts,
            Map<List<Object>, Double> ofImage) {
        double searchers = 0;
        add(counts, weight, "seen", few(image));
        add(counts, look > 0 ? weight : 0, "spoiling", few(image));
        countAudience(image, truth, weight, counts);
        for (int vote : votesOf(image)) {
            double r = reliability(truth, vote);
            double kept = kept(look);
            double one = r * kept * ifRight(image, truth, vote);
            double other = likelyWrong(image, truth, vote, look);
            double ofOwn = own(image, vote) * (one + other);
            double mine = ofOwn > 0 ? weight * ofOwn / (ofOwn + repeated(image, vote)) : 0;
            double right = one + other > 0 ? mine * one / (one + other) : 0;
            double wrong = mine - right;
            if (!machinesBefore(image, vote).isEmpty()) {
                add(counts, mine, "own votes");
                add(counts, weight * own(image, vote), "own votes expected");
            }
            // Of a wrong vote: either the source held and the image spoiled it, or the source failed.
            double failed = other > 0 ? wrong * (1 - r) * ifFailed(image, truth, vote) / other : 0;
            double held = wrong - failed;
            double slips = failed > 0 ? failed * ifSlip(image, truth, vote) / ifFailed(image, truth, vote) : 0;
            add(counts, failed, "failures");
            add(counts, slips, "slips");
            double x = expected(image, truth, vote);
            double further = right * (x + 1 / gain(x) - 1);
            searchers += mine + further;
            add(counts, mine + further, "source votes", votes.source(vote));
            add(counts, right + held + further, "source right", votes.source(vote));
            add(counts, mine, "votes of", truth);
            add(counts, right + held, "held of", truth);
            add(counts, mine * get("reliability", votes.source(vote)), "usually held of", truth);
            if (look == 1) {
                add(counts, mine + further, "rough votes");
                add(counts, right + failed * kept + further, "spared");
            }
            add(counts, right, "right", range(vote));
            add(counts, wrong, "wrong", range(vote));
            if (named(vote).size() == 1) {
                add(counts, wrong, "wrong for", named(vote).get(0));
                add(
                        counts,
                        votes.clicks(vote) < 8 ? 0 : wrong,
                        "much for",
                        named(vote).get(0));
            }
            add(counts, right, "right of", truth);
            double rightly = 0;
            double broadly = 0;
            double narrowly = 0;
            double wrongly = 0;
            for (int label : named(vote)) {
                rightly += rightly(image, truth, vote, label);
                broadly += tree.steps(truth, label) > 0 ? rightly(image, truth, vote, label) : 0;
                narrowly += tree.parent(label) == truth ? rightly(image, truth, vote, label) : 0;
                wrongly += label == truth ? 0 : wrongly(image, truth, vote, label);
            }
            if (rightly > 0) {
                add(counts, right * broadly / rightly, "broad of", truth);
                add(counts, right * narrowly / rightly, "narrow of", truth);
                for (int label : named(vote)) {
                    if (tree.parent(label) == truth) {
                        add(counts, right * rightly(image, truth, vote, label) / rightly, "as kind", label);
                    }
                }
            }
            if (wrongly > 0) {
                votesOf(image).stream()
                        .filter(earlier -> earlier < vote && !named(earlier).contains(truth))
                        .flatMap(earlier -> named(earlier).stream())
                        .distinct()
                        .forEach(label ->
                                add(counts, (wrong - slips) * confused(image, truth, label), "same by chance"));
            }
            double slipped = named(vote).stream()
                    .filter(label -> label != truth)
                    .mapToDouble(label -> get("slipped", label))
                    .sum();
            for (int label : named(vote)) {
                if (label != truth && wrongly > 0) {
                    add(counts, slips * get("slipped", label) / slipped, "slipped", label);
                    add(counts, slips * get("slipped", label) / slipped, "wrongly", label);
                    countConfusion(image, truth, vote, label, (wrong - slips) / wrongly, counts, ofImage);
                }
            }
        }
        return searchers;
    }

    private void countConfusion(
            int image,
            int truth,
            int vote,
            int label,
            double weight,
            Map<List<Object>, Double> counts,
            Map<List<Object>, Double> ofImage) {
        double likely = wrongly(image, truth, vote, label);
        List<Integer> before = new ArrayList<>();
        for (int earlier : votesOf(image)) {
            if (earlier < vote && !named(earlier).contains(truth)) {
                before.addAll(named(earlier));
            }
        }
        int same = Collections.frequency(before, label);
        double drawn = confused(image, truth, label);
        double fresh = fresh(drawn, same, before.size());
        add(counts, same > 0 ? weight * likely : 0, "same again");
        add(ofImage, weight * fresh, "confused", truth, label);
        double directed = weight * fresh * directed(image, truth, label);
        add(counts, directed, "directed", truth, label);
        add(counts, directed, "directed of", truth);
        add(counts, weight * likely * drawn / (get("independence") * drawn + same), "freshness");
        add(counts, weight * likely / (get("independence") + before.size()), "freshness possible");
        countWeights(image, truth, label, weight * fresh, counts);
    }

    private void countWeights(int image, int truth, int label, double votes, Map<List<Object>, Double> counts) {
        double there = of(own.get(image), "confused", truth, label);
        double directed = directed(image, truth, label);
        double whole = of(lastCounts, "directed of", truth) + get("direction weight");
        double likely = confused(image, truth, label);
        double direct = Math.max(0, of(lastCounts, "directed", truth, label) - directed * there) / whole / likely;
        double undirected = votes * (1 - Math.min(1, direct));
        double usual = expectedShare(truth) * get("otherwise", truth) * base(truth, label);
        double alike = Math.max(
                0, expectedShare(truth) * get("kin share") * get("kin", truth, label) - ownByKin(image, truth, label));
        double asExpected = Math.min(undirected, votes * (usual + alike) / likely);
        double asUsual = asExpected * usual / (usual + alike);
        add(counts, directed * undirected, "undirected");
        add(counts, directed * votes * get("direction weight") / whole, "undirected possible");
        add(counts, asExpected, "usual");
        add(counts, asUsual, "named", label);
        add(counts, asUsual, "wrongly", label);
        add(
                counts,
                undirected
                        * get("own confusion weight", truth)
                        / (eitherWay(truth) + get("own confusion weight", truth)),
                "usual possible");
        double notTaken = get("kin share") * get("left", truth) / get("otherwise", truth);
        add(counts, asExpected - asUsual + asUsual * notTaken, "kin");
        add(counts, asExpected, "kin possible");
    }

    private void update(Map<List<Object>, Double> counts, EmStage stage, boolean clicks) {
        double rights = 0;
        double all = 0;
        for (int source = 0; source < votes.sources(); source++) {
            rights += of(counts, "source right", source);
            all += of(counts, "source votes", source);
        }
        double pooled = (rights + 8) / (all + 10);
        put(pooled, "pooled");
        double sourceExcess = 0;
        double sourcePossible = 0;
        for (int source = 0; source < votes.sources(); source++) {
            double of = of(counts, "source votes", source);
            if (of > 1) {
                double variance = of * pooled * (1 - pooled);
                sourceExcess += Math.pow(of(counts, "source right", source) - of * pooled, 2) - variance;
                sourcePossible += (of - 1) * variance;
            }
        }
        double held = sourceExcess <= 0 ? 300 : Math.min(300, Math.max(10, sourcePossible / sourceExcess - 1));
        for (int source = 0; source < votes.sources(); source++) {
            double mean =
                    (of(counts, "source right", source) + held * pooled) / (of(counts, "source votes", source) + held);
            put(Math.min(0.995, mean), "reliability", source);
        }
        for (int source = 0; source < votes.sources(); source++) {
            put(of(counts, "source votes", source) / Math.max(1, all), "source share", source);
        }
        put(Math.max(1, of(counts, "draws") / Math.max(1, of(counts, "all images"))), "mean draws");
        if (stage != EmStage.PLAIN) {
            updateEase(counts);
            updateMachines(counts);
        }
        if (clicks) {
            updateClicks(counts);
        }
        double images = sumOfLabels(counts, "images") + sumOfLabels(parameters, "weight");
        double wrongs = sumOfLabels(counts, "wrongly");
        double popular = 0;
        for (int label = 0; label < labels(); label++) {
            popular += of(counts, "wrongly", label) * get("popularity") * get("prior", label) / namedAlike(label);
        }
        for (int label = 0; label < labels(); label++) {
            put((of(counts, "images", label) + get("weight", label)) / images, "prior", label);
        }
        put((popular + 5) / (wrongs + 10), "popularity");
        updateFavourites(counts, "wrongly", this::namedAlike);
        updateFavourites(counts, "slipped", label -> get("wrongly", label));
        updateFavourites(counts, "named", label -> get("wrongly", label));
        put(images, "images");
        updateRelatives(counts, stage != EmStage.WHOLE);
        if (stage != EmStage.PLAIN) {
            double correlation = of(counts, "audience") / (of(counts, "audience possible") + 500);
            put(correlation <= 0 ? 20_000 : Math.min(20_000, Math.max(1, 1 / correlation - 1)), "audience weight");
        }
        step("confusion weight", of(counts, "usual"), of(counts, "usual possible"), 20, alike ? 1000 : 4, 20_000);
        double least = alike ? 2000 : 30;
        step("direction weight", of(counts, "undirected"), of(counts, "undirected possible"), 20, least, 20_000);
        double most = Math.pow(get("direction weight") / 4, 2);
        directionsBoundPairs |= most < get("confusion weight");
        put(Math.max(alike ? 1000 : 4, Math.min(most, get("confusion weight"))), "confusion weight");
        put(Math.min(0.9, (of(counts, "kin") + 1) / (of(counts, "kin possible") + 20)), "kin share");
        updateConfused(counts);
        step("compared weight", of(counts, "as expected"), of(counts, "as expected possible"), 20, 1, 20_000);
        double spoiling = of(counts, "spoiling", true) + of(counts, "spoiling", false);
        double seen = of(counts, "seen", true) + of(counts, "seen", false);
        put((spoiling + 2) / (seen + 10), "spoiling");
        double slips = (of(counts, "slips") + 2) / (of(counts, "failures") + 20);
        put(Math.min(0.98, Math.max(0.001, bySecant("slips", get("slips"), slips))), "slips");
        for (boolean few : new boolean[] {true, false}) {
            double asAll = 1000 * get("spoiling");
            double share = (of(counts, "spoiling", few) + asAll) / (of(counts, "seen", few) + 1000);
            put(few ? Math.min(share, 1.25 * get("spoiling")) : share, "spoiling of", few);
        }
        put(Math.max(0.18, (of(counts, "spared") + 6) / (of(counts, "rough votes") + 10)), "spared if rough");
        double again = of(counts, "same again");
        double chance = of(counts, "same by chance");
        put(chance - again > 3 * Math.sqrt(chance) ? (again + 20) / (chance + 20) : 1, "again");
        step(
                "independence",
                of(counts, "freshness"),
                of(counts, "freshness possible"),
                1 / get("independence"),
                0.02,
                1000);
        put((of(counts, "cross none") + 5) / (of(counts, "cross images") + 10), "none with cross");
        put((of(counts, "none cross votes") + 6) / (of(counts, "none votes") + 10), "cross of none");
        put((of(counts, "label cross votes") + 3) / (of(counts, "label votes") + 10), "cross of label");
    }

    /** How likely a vote repeats the only one before it that looks like a machine's, from which the weight follows. */
    private void updateMachines(Map<List<Object>, Double> counts) {
        double weight = get("machine weight");
        double learned = weight * (of(counts, "own votes") + 1) / (of(counts, "own votes expected") + 1);
        double share = bySecant("machines", 1 / (1 + weight), 1 / (1 + learned));
        put(1 / Math.min(0.98, Math.max(0.0001, share)) - 1, "machine weight");
    }

    /** By the secant through the last two passes, in log-odds: where it says that nothing would be left to learn. */
    private double bySecant(String name, double believed, double learned) {
        double at = Math.log(believed / (1 - believed));
        double left = Math.log(learned / (1 - learned)) - at;
        double factor = 2;
        if (parameters.containsKey(List.<Object>of(name, "before")) && Math.abs(at - get(name, "before")) > 1e-9) {
            double slope = (left - get(name, "left before")) / (at - get(name, "before"));
            factor = slope >= 0 ? 8 : Math.min(8, Math.max(1, 1 / -slope));
        }
        put(at, name, "before");
        put(left, name, "left before");
        double odds = Math.exp(at + factor * left);
        return odds / (1 + odds);
    }

    private void step(String name, double counted, double possible, double held, double least, double most) {
        double stepped = get(name) * Math.pow((counted + held) / (possible + held), 2);
        put(Math.min(most, Math.max(least, stepped)), name);
    }

    /** Names are as likely as they were counted, drawn towards what is expected of them. */
    private void updateFavourites(Map<List<Object>, Double> counts, String named, IntToDoubleFunction expected) {
        double all = sumOfLabels(counts, named);
        double excess = 0;
        double possible = 0;
        for (int label = 0; label < labels(); label++) {
            double variance = all * expected.applyAsDouble(label) * (1 - expected.applyAsDouble(label));
            excess += Math.pow(of(counts, named, label) - all * expected.applyAsDouble(label), 2) - variance;
            possible += (all - 1) * variance;
        }
        double deserved = excess <= 0 ? all : Math.min(all, Math.max(0, possible / excess - 1));
        double weight = 40 + Math.min(all, 5 * deserved);
        for (int label = 0; label < labels(); label++) {
            put((of(counts, named, label) + weight * expected.applyAsDouble(label)) / (all + weight), named, label);
        }
    }

    private double namedAlike(int label) {
        TreeSet<Integer> all = new TreeSet<>();
        observed.forEach(all::addAll);
        return get("popularity") * get("prior", label) + (1 - get("popularity")) / (all.size() + 1);
    }

    private void updateClicks(Map<List<Object>, Double> counts) {
        for (int range = 0; range < 9; range++) {
            add(counts, of(counts, "right", range) + of(counts, "wrong", range), "any", range);
            put(1.0 / 9, "alike", range);
        }
        updateClicks(counts, "any", "alike", 20);
        for (String kind : List.of("right", "wrong")) {
            updateClicks(counts, kind, "any", 1000 / Math.sqrt(1 + ofAllRanges(counts, kind) / 1000));
        }
        double share = (sumOfLabels(counts, "much for") + 1) / (sumOfLabels(counts, "wrong for") + 2);
        double excess = 0;
        double possible = 0;
        for (int label = 0; label < labels(); label++) {
            double all = of(counts, "wrong for", label);
            if (all > 1) {
                double variance = all * share * (1 - share);
                excess += Math.pow(of(counts, "much for", label) - all * share, 2) - variance;
                possible += (all - 1) * variance;
            }
        }
        double weight = excess <= 0 ? 20_000 : Math.min(20_000, Math.max(20, possible / excess - 1));
        for (int label = 0; label < labels(); label++) {
            double all = of(counts, "wrong for", label);
            double much = (of(counts, "much for", label) + weight * share) / (all + weight);
            put(much / share, "clicked as", true, label);
            put((1 - much) / (1 - share), "clicked as", false, label);
        }
    }

    /** How likely a wrong vote has its clicks. */
    private double clicksIfWrong(int vote) {
        return get("wrong", range(vote))
                * (named(vote).size() > 1
                        ? 1
                        : get("clicked as", votes.clicks(vote) >= 8, named(vote).get(0)));
    }

    private void updateClicks(Map<List<Object>, Double> counts, String kind, String expected, double weight) {
        for (int range = 0; range < 9; range++) {
            double counted = of(counts, kind, range) + weight * get(expected, range);
            put(counted / (ofAllRanges(counts, kind) + weight), kind, range);
        }
    }

    private static double ofAllRanges(Map<List<Object>, Double> counts, String kind) {
        double sum = 0;
        for (int range = 0; range < 9; range++) {
            sum += of(counts, kind, range);
        }
        return sum;
    }

    /** How much the odds of right votes for each label differ from those of their sources. */
    private void updateEase(Map<List<Object>, Double> counts) {
        double mean = (sumOfLabels(counts, "held of") + 8) / (sumOfLabels(counts, "votes of") + 10);
        double excess = 0;
        double possible = 0;
        for (int label = 0; label < labels(); label++) {
            double all = of(counts, "votes of", label);
            if (all > 1) {
                double usual = of(counts, "usually held of", label);
                double variance = usual * (1 - usual / all);
                excess += Math.pow(of(counts, "held of", label) - usual, 2) - variance;
                possible += (all - 1) * variance;
            }
        }
        double weight = excess <= 0 ? 20_000 : Math.min(20_000, Math.max(1_000, possible / excess - 1));
        for (int label = 0; label < labels(); label++) {
            double factor = easeOfBand(counts, label, mean);
            double ofBand = mean * factor / (mean * factor + 1 - mean);
            double all = of(counts, "votes of", label) + weight;
            double held = of(counts, "held of", label) + weight * ofBand;
            double usual = of(counts, "usually held of", label) + weight * mean;
            put(Math.min(20, Math.max(0.05, held / (all - held) / (usual / (all - usual)))), "ease", label);
        }
    }

    /** The same for all labels that are named about as often, with the weight of 50 votes of any. */
    private double easeOfBand(Map<List<Object>, Double> counts, int label, double mean) {
        double all = 50;
        double held = 50 * mean;
        double usual = 50 * mean;
        for (int other = 0; other < labels(); other++) {
            if (get("band", other) == get("band", label)) {
                all += of(counts, "votes of", other);
                held += of(counts, "held of", other);
                usual += of(counts, "usually held of", other);
            }
        }
        return held / (all - held) / (usual / (all - usual));
    }

    private void updateRelatives(Map<List<Object>, Double> counts, boolean alike) {
        double broads = 0.5;
        double ofKinds = 5;
        double narrows = 0.3;
        double ofParents = 10;
        for (int label = 0; label < labels(); label++) {
            boolean kind = tree.parent(label) != LabelTree.NONE;
            boolean parent = tree.children(label).length > 0;
            broads += kind ? of(counts, "broad of", label) : 0;
            ofKinds += kind ? of(counts, "right of", label) : 0;
            narrows += parent ? of(counts, "narrow of", label) : 0;
            ofParents += parent ? of(counts, "right of", label) : 0;
        }
        for (int label = 0; label < labels(); label++) {
            double rights = of(counts, "right of", label);
            double weight = alike ? 2000 : 20;
            double broad = (of(counts, "broad of", label) + weight * broads / ofKinds) / (rights + weight);
            double narrow = (of(counts, "narrow of", label) + 2000 * narrows / ofParents) / (rights + 2000);
            put(tree.parent(label) == LabelTree.NONE ? 0 : Math.min(0.5, broad), "broad", label);
            double expected = 0;
            double counted = 0;
            for (int kind : tree.children(label)) {
                expected += expectedAsKind(kind);
                counted += of(counts, "as kind", kind);
            }
            put(tree.children(label).length == 0 ? 0 : Math.min(0.45, narrow), "narrow", label);
            for (int kind : tree.children(label)) {
                put(
                        (of(counts, "as kind", kind) + 50 * expectedAsKind(kind) / expected) / (counted + 50),
                        "as kind",
                        kind);
            }
        }
    }

    private double expectedAsKind(int kind) {
        return get("weight", kind) * namedAlike(kind);
    }

    private double base(int truth, int label) {
        return get("named", label) / Math.max(1e-9, 1 - get("named", truth));
    }

    private double hardness(int truth) {
        double mean = 0;
        for (int label = 0; label < labels(); label++) {
            mean += get("prior", label) * (1 - eased(Math.min(0.995, get("pooled")), label));
        }
        return (1 - eased(Math.min(0.995, get("pooled")), truth)) / mean;
    }

    /** What the weight of a label's confusions is in proportion to. */
    private double frequency(int label) {
        double wrong = 1 - get("pooled");
        double spoiled = get("pooled") * spoiled();
        return Math.pow(get("prior", label), 1.9 * get("popularity") * wrong / (wrong + spoiled));
    }

    /** Labels that are taken for the same ones: two steps from one to the next, but not back. */
    private void updateKin() {
        for (int one = 0; one < labels(); one++) {
            for (int other = 0; other < labels(); other++) {
                double both = of(lastCounts, "confused", one, other) + of(lastCounts, "confused", other, one);
                put(both / 2 / (2 + eitherWay(one)), "step", one, other);
            }
        }
        for (int truth = 0; truth < labels(); truth++) {
            double away = Math.max(1e-9, 1 - twoSteps(truth, truth));
            double left = 2 / (2 + eitherWay(truth));
            for (int by = 0; by < labels(); by++) {
                double step = get("step", truth, by);
                left += step < 5e-3 ? step : step * 2 / (2 + eitherWay(by));
            }
            put(away, "away", truth);
            put(left / away, "left", truth);
            put(1 - get("kin share") + get("kin share") * left / away, "otherwise", truth);
            for (int label = 0; label < labels(); label++) {
                put(twoSteps(truth, label) / away, "kin", truth, label);
            }
        }
    }

    private double twoSteps(int from, int to) {
        double sum = 0;
        for (int by = 0; by < labels(); by++) {
            sum += get("step", from, by) < 5e-3 ? 0 : get("step", from, by) * get("step", by, to);
        }
        return sum;
    }

    private void updateConfused(Map<List<Object>, Double> counts) {
        lastCounts = counts;
        known.clear();
        for (int truth = 0; truth < labels(); truth++) {
            double sum = 0;
            for (int label = 0; label < labels(); label++) {
                sum += (of(counts, "confused", truth, label) + of(counts, "confused", label, truth)) / 2;
            }
            put(sum, "either way", truth);
        }
        updateKin();
        double mean = 0;
        for (int label = 0; label < labels(); label++) {
            mean += get("prior", label) * frequency(label);
        }
        for (int truth = 0; truth < labels(); truth++) {
            double factor = frequency(truth) / mean;
            double confusion = Math.min(20_000, Math.max(alike ? 1000 : 4, get("confusion weight") * factor));
            put(confusion, "own confusion weight", truth);
            double eitherWay = eitherWay(truth);
            for (int label = 0; label < labels(); label++) {
                if (label != truth) {
                    double both = (of(counts, "confused", truth, label) + of(counts, "confused", label, truth)) / 2;
                    double expected =
                            get("kin share") * get("kin", truth, label) + get("otherwise", truth) * base(truth, label);
                    double pooled = (both + get("own confusion weight", truth) * expected)
                            / (eitherWay + get("own confusion weight", truth));
                    put(
                            (of(counts, "directed", truth, label) + get("direction weight") * pooled)
                                    / (of(counts, "directed of", truth) + get("direction weight")),
                            "confused",
                            truth,
                            label);
                }
            }
        }
        for (int label = 0; label < labels(); label++) {
            double sum = 0;
            for (int truth = 0; truth < labels(); truth++) {
                sum += truth == label ? 0 : get("prior", truth) * get("confused", truth, label);
            }
            put(sum, "drawn", label);
        }
        known.clear();
    }
}
