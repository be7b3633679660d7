package org.clickture.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Votes with a known truth in the shape of Clickture-Dog: 266 labels with its published sizes, 3.2 votes an image in the
 * mean. The same settings and seed give the same votes. The fields are the settings; they are not changed after
 * {@link #draw}.
 */
final class SimulatedVotes {

    static final int LABELS = 266;
    /** Shows none of the labels. */
    static final int NONE = -1;

    private static final int LOOK_ALIKES = 3;
    private static final int WELL_KNOWN = 40;
    private static final int GROUP = 8;
    private static final int PAGE = 10;
    private static final int POPULAR_PAGES = 14;
    /** How likely a query for a viral image is right, if that is rough. */
    private static final double VIRAL_RIGHT = 0.45;
    /** How likely a query for a poor photo names what that looks like. */
    private static final double POOR_WRONG = 0.42;
    /** How likely a query for an image uses a name that also means something else. */
    private static final double OTHER_SENSE = 0.5;

    int templates = 500;
    double meanVotes = 3.16;
    double leastReliable = 0.1;
    double reliabilityExponent = 2.75;
    double lookAlike;
    double byFrequency = 1;
    double frequencyExponent = 1;
    double roughShare = 1;
    boolean oneOther;
    double wrongImages;
    double groupShare;
    /** The share of the images on a page that lists their label: two to four others of the page are named, once each. */
    double listedShare;

    /** The share of the images that look like one other label, a look-alike of theirs. */
    double poorShare;

    double junkShare;
    double viralShare;
    double broadShare;
    /** The share of the votes that name the parent in half of the images, which laymen find; no such half if 0. */
    double layBroadShare;

    double narrowShare;
    boolean oneKind;
    double pairedShare;
    double respelledShare;
    boolean hardLabels;
    int favourites;
    double comparisonShare;
    double burstShare;
    /** The share of the images for which a machine asks two to seven times, in three of five by one wrong label. */
    double machineShare;
    /** Whether its queries are clicked differently: 20 to 2,000 times. */
    boolean machineClicksDiffer;

    double rightClicks = 1;
    double fame;
    boolean eachClick;
    /** The share of the votes that are machines', which click 20 to 200 times and mostly name one of a few labels of their own. */
    double listingMachineShare;

    /** The share of the images that half of their votes call by one name that also means something else. */
    double otherSenseShare;

    double homonymShare;
    double lostShare;
    double crossShare;
    double crossWordShare;

    private final Random random;
    private final int images;
    private final int[] truth;
    private final LabelTree tree;
    private final double[] frequencies;
    /** For each label one of the most frequent ones. */
    private final int[] wellKnown = new int[LABELS];

    private final int[][] looksLike = new int[LABELS][LOOK_ALIKES];
    /** Labels that are listed together. */
    private final List<List<Integer>> pages = new ArrayList<>();

    private final Votes.Builder builder;
    private final Votes votes;
    private final CandidateSets candidates;
    /** The queries for the image at hand: what is asked twice is one query with the clicks of both. */
    private final Map<Query, Long> queries = new LinkedHashMap<>();

    private double[] wrongFrequencies = {};
    private double[] templateShares = {};
    private double[] reliabilities = {};
    private double[] hardness = {};

    private record Query(String template, boolean cross, int one, int other) {}

    private SimulatedVotes(int images, long seed, Consumer<SimulatedVotes> settings) {
        this.images = images;
        random = new Random(seed);
        truth = new int[images];
        int[] parents = new int[LABELS];
        List<String> names = new ArrayList<>();
        for (int label = 0; label < LABELS; label++) {
            names.add(String.format("label %03d", label));
            parents[label] = label % 12 > 0 && label % 12 < 5 ? label - label % 12 : LabelTree.NONE;
        }
        tree = new LabelTree(parents);
        builder = new Votes.Builder(names);
        List<Integer> ranks = new ArrayList<>();
        for (int rank = 1; rank <= LABELS; rank++) {
            ranks.add(rank);
        }
        Collections.shuffle(ranks, random);
        frequencies = ranks.stream()
                .mapToDouble(rank -> StrictMath.exp(9.562 - 0.6629 * StrictMath.pow(rank, 0.4319)))
                .toArray();
        int[] mostFrequent = IntStream.range(0, LABELS)
                .boxed()
                .sorted(Comparator.comparing(ranks::get))
                .mapToInt(label -> label)
                .toArray();
        Arrays.setAll(
                wellKnown, label -> ranks.get(label) <= WELL_KNOWN ? label : mostFrequent[7 * label % WELL_KNOWN]);
        settings.accept(this);
        draw();
        votes = builder.build();
        candidates = CandidateSets.of(votes, tree);
    }

    static SimulatedVotes of(NoiseLaw law, int images, long seed) {
        return new SimulatedVotes(images, seed, law::apply);
    }

    /**
     * Votes to learn a calibration from: wrong ones name one of three look-alikes, sources differ, one image in twenty looks like
     * another label, and two in a thousand are clicked for a wrong label only.
     */
    static SimulatedVotes forCalibration(int images, long seed) {
        return new SimulatedVotes(images, seed, law -> {
            law.lookAlike = 1;
            law.leastReliable = 0.6;
            law.reliabilityExponent = 2;
            law.poorShare = 0.05;
            law.wrongImages = 0.002;
        });
    }

    Votes votes() {
        return votes;
    }

    /** Whether an image was clicked for several labels. */
    boolean ambiguous(int image) {
        return candidates.observed(image) > 1;
    }

    LabelTree tree() {
        return tree;
    }

    /** For each image the label that it shows, or {@link #NONE}. */
    int[] truth() {
        return truth;
    }

    private void draw() {
        for (int[] others : looksLike) {
            Arrays.setAll(others, i -> pick(powers(frequencies, 0.5)));
        }
        if (listedShare > 0) {
            drawPages();
        }
        wrongFrequencies = powers(frequencies, frequencyExponent);
        templateShares = new double[templates];
        reliabilities = new double[templates];
        for (int i = 0; i < templates; i++) {
            templateShares[i] = 1.0 / (i + 10);
            reliabilities[i] = 1 - (1 - leastReliable) * StrictMath.pow(random.nextDouble(), reliabilityExponent);
        }
        templateShares = powers(templateShares, 1);
        hardness = new double[LABELS];
        Arrays.setAll(hardness, label -> hardLabels ? 3 * StrictMath.pow(random.nextDouble(), 2) : 1);
        double[] shown = powers(frequencies, 1);
        for (int image = 0; image < images; image++) {
            builder.image(String.format("%07d", image));
            truth[image] = pick(shown);
            int count = 1 + geometric(meanVotes - 1);
            if (random.nextDouble() < crossShare) {
                cross(truth[image], count);
                truth[image] = NONE;
            } else if (homonym(truth[image]) && random.nextDouble() < homonymShare) {
                vote("other sense " + random.nextInt(200), 1, truth[image]);
                truth[image] = NONE;
            } else if (eachClick) {
                clicks(truth[image], count);
            } else {
                votes(truth[image], count);
            }
            queries.forEach(this::write);
            queries.clear();
        }
    }

    /** Pages that divide the labels, and some more of labels that images show often. */
    private void drawPages() {
        for (int label = 0; label < LABELS; label += PAGE) {
            pages.add(IntStream.range(label, Math.min(label + PAGE, LABELS))
                    .boxed()
                    .toList());
        }
        double[] shown = powers(frequencies, 1);
        for (int page = 0; page < POPULAR_PAGES; page++) {
            pages.add(Stream.generate(() -> pick(shown)).distinct().limit(PAGE).toList());
        }
    }

    private static boolean homonym(int label) {
        return label % 17 == 3;
    }

    private void votes(int shown, int count) {
        double famous = famous();
        int asked = random.nextDouble() < wrongImages ? other(shown) : shown;
        int other = other(asked);
        boolean rough = random.nextDouble() < roughShare;
        boolean junk = junkShare > 0 && random.nextDouble() < junkShare;
        boolean anyOfGroup = groupShare > 0 && random.nextDouble() < groupShare;
        boolean poor = poorShare > 0 && random.nextDouble() < poorShare;
        boolean otherSense = otherSenseShare > 0 && random.nextDouble() < otherSenseShare;
        int mistakenFor = poor ? looksLike[asked][random.nextInt(LOOK_ALIKES)] : otherSense ? anyHomonym() : asked;
        double mistakenShare = poor ? POOR_WRONG : OTHER_SENSE;
        boolean viral = viralShare > 0 && random.nextDouble() < viralShare;
        double broad = layBroadShare > 0 && random.nextBoolean() ? layBroadShare : broadShare;
        int all = viral ? count + 5 + geometric(5) : count;
        int written = 0;
        for (int i = 0; i < all || written == 0; i++) {
            if (listingMachineShare > 0 && random.nextDouble() < listingMachineShare) {
                written++;
                vote("template " + pick(templateShares), 20 + random.nextInt(181), listed(asked));
                continue;
            }
            int template = pick(templateShares);
            double reliability = viral ? VIRAL_RIGHT : 1 - (1 - reliabilities[template]) * hardness[shown];
            boolean right = !junk && (!rough || random.nextDouble() < reliability);
            if (right && i > 0 && random.nextDouble() < lostShare) {
                continue;
            }
            written++;
            int named = anyOfGroup
                    ? ofGroup(asked, random.nextInt(GROUP))
                    : (poor || otherSense) && random.nextDouble() < mistakenShare
                            ? mistakenFor
                            : right ? named(asked, broad) : oneOther ? other : other(asked);
            if (random.nextDouble() < comparisonShare) {
                compare("a or b " + random.nextInt(8), false, asked, other(asked), clicks(famous));
            } else if (crossWordShare > 0 && random.nextDouble() < crossWordShare) {
                queries.merge(new Query("template " + template + " mix", true, named, named), 1L, Long::sum);
            } else {
                vote("template " + template, clicks(right ? rightClicks * famous : famous), named);
            }
        }
        if (listedShare > 0 && random.nextDouble() < listedShare) {
            list(shown);
        }
        if (machineShare > 0 && random.nextDouble() < machineShare) {
            machine(asked);
        }
        if (random.nextDouble() < burstShare) {
            vote("template " + pick(templateShares), 100 + random.nextInt(5000), other(asked));
        }
    }

    private void machine(int asked) {
        int named = random.nextDouble() < 0.4 ? asked : other(asked);
        long clicks = 12L + random.nextInt(79);
        int count = 2 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            long ofQuery = machineClicksDiffer ? (long) (20 * StrictMath.pow(100, random.nextDouble())) : clicks;
            vote("template " + pick(templateShares), ofQuery, named);
        }
    }

    /** What a machine names: in three of five by one of the five labels on its list, the first of ten machines most often. */
    private int listed(int asked) {
        int machine = random.nextInt(1 + random.nextInt(10));
        return random.nextDouble() < 0.6 ? (31 * machine + 57 * random.nextInt(5)) % LABELS : asked;
    }

    private void list(int shown) {
        List<List<Integer>> withIt =
                pages.stream().filter(page -> page.contains(shown)).toList();
        List<Integer> others = new ArrayList<>(withIt.get(random.nextInt(withIt.size())));
        others.remove((Integer) shown);
        Collections.shuffle(others, random);
        for (int other : others.subList(0, 2 + random.nextInt(3))) {
            vote("template " + pick(templateShares), 1 + random.nextInt(2), other);
        }
    }

    /** Any label of a group that has nothing to do with the tree. */
    private static int ofGroup(int label, int one) {
        int groups = LABELS / GROUP;
        return label % groups + one * groups;
    }

    /** @param broad the share of the votes that name the parent */
    private int named(int asked, double broad) {
        int parent = tree.parent(asked);
        int[] kinds = tree.children(asked);
        if (narrowShare > 0 && kinds.length > 0 && random.nextDouble() < narrowShare) {
            return oneKind ? kinds[0] : kinds[random.nextInt(kinds.length)];
        }
        if (pairedShare > 0 && asked % 9 == 1 && random.nextDouble() < pairedShare) {
            return (asked + 4) % LABELS;
        }
        if (respelledShare > 0 && random.nextDouble() < respelledShare) {
            return wellKnown[asked];
        }
        return parent != LabelTree.NONE && random.nextDouble() < broad ? parent : asked;
    }

    /** Every click is a draw of its own; those of one template for one label are one vote. */
    private void clicks(int shown, int count) {
        long all = Math.min(30, count * clicks(2 * famous()));
        Map<Integer, Long> byQuery = new TreeMap<>();
        for (long i = 0; i < all; i++) {
            int template = pick(templateShares);
            int named = random.nextDouble() < reliabilities[template] ? shown : other(shown);
            byQuery.merge(template * LABELS + named, 1L, Long::sum);
        }
        byQuery.forEach((query, times) -> vote("template " + query / LABELS, times, query % LABELS));
    }

    private void cross(int one, int count) {
        int other = other(one);
        for (int i = 0; i < count; i++) {
            double u = random.nextDouble();
            if (i == 0 || u < 0.6) {
                compare("a b mix " + random.nextInt(10), true, one, other, clicks(1));
            } else {
                vote("template " + pick(templateShares), clicks(1), u < 0.8 ? one : other);
            }
        }
    }

    private void compare(String template, boolean cross, int one, int other, long clicks) {
        queries.merge(new Query(template, cross, Math.min(one, other), Math.max(one, other)), clicks, Long::sum);
    }

    private void vote(String template, long clicks, int label) {
        queries.merge(new Query(template, false, label, label), clicks, Long::sum);
    }

    private void write(Query query, long clicks) {
        if (query.one() == query.other()) {
            builder.vote(query.template(), query.cross(), clicks, query.one());
        } else {
            builder.vote(query.template(), query.cross(), clicks, query.one(), query.other());
        }
    }

    private int anyHomonym() {
        return 3 + 17 * random.nextInt(LABELS / 17);
    }

    /** A label that an image is wrongly clicked for. */
    private int other(int label) {
        int other = label;
        while (other == label) {
            if (favourites > 0) {
                other = 3 + 17 * random.nextInt(favourites);
            } else if (homonymShare > 0 && random.nextBoolean()) {
                other = anyHomonym();
            } else if (random.nextDouble() < lookAlike) {
                other = looksLike[label][random.nextInt(LOOK_ALIKES)];
            } else {
                other = random.nextDouble() < byFrequency ? pick(wrongFrequencies) : random.nextInt(LABELS);
            }
            // A label whose look-alikes are all itself has another chance.
            if (other == label && random.nextInt(8) == 0) {
                other = (label + 1) % LABELS;
            }
        }
        return other;
    }

    private double famous() {
        return StrictMath.exp(fame * random.nextGaussian());
    }

    /** Clicks by a power law with the exponent 2.2. */
    private long clicks(double scale) {
        return Math.max(1, (long) (scale * StrictMath.pow(1 - random.nextDouble(), -1 / 1.2)));
    }

    private int geometric(double mean) {
        return (int) (StrictMath.log(1 - random.nextDouble()) / StrictMath.log(mean / (1 + mean)));
    }

    private int pick(double... cumulative) {
        int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
        return Math.min(cumulative.length - 1, found < 0 ? -found - 1 : found + 1);
    }

    /** The running sum of powers. */
    private static double[] powers(double[] values, double exponent) {
        double[] sums = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += StrictMath.pow(values[i], exponent);
            sums[i] = sum;
        }
        return sums;
    }
}
