package org.clickture.synth;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clickture.ClicktureException;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.Lexicon;
import org.clickture.lexicon.Matcher;

/**
 * The breeds of a lexicon, how popular they are and what they are taken for. Immutable.
 *
 * <p>How often a breed is shown follows the fit to the published sizes of Clickture-Dog, ln n(r) = 9.562 - 0.6629
 * r^0.4319 for the breed of rank r. Which breed has which rank is not published: the ranks are the list
 * {@code popular-breeds.txt}, then all other pure breeds, those with a class in a public dog picture set (Stanford or
 * Tsinghua) first, then by the number of their sources, of their aliases, and by name.
 */
final class Breeds {

    private static final Set<String> PICTURE_SETS = Set.of("stanford", "tsinghua");

    private static final int POPULAR = 20;
    private static final int ATTEMPTS_TO_DIFFER = 8;

    /** How much likelier a breed is taken for one that shares its parent or its last word than for another of its group. */
    private static final int KIN = 4;

    private final Theme theme;
    private final CompiledRecipe recipe;
    private final List<Breed> byId = new ArrayList<>();
    private final WeightedIds shown;
    private final List<Integer> ranked;
    private final Words crosses;

    /**
     * Reads the breeds of dogs.
     *
     * @param count how many of them are shown by images at most
     * @throws ClicktureException if the lexicon cannot be used
     */
    Breeds(Path lexicon, int count) {
        this(Theme.of(lexicon), count);
    }

    /**
     * Reads the labels of a theme.
     *
     * @param count how many of them are shown by images at most
     * @throws ClicktureException if the lexicon cannot be used
     */
    Breeds(Theme theme, int count) {
        this.theme = theme;
        recipe = theme.recipe();
        Path lexicon = recipe.lexicon().file();
        LexiconTable table = LexiconTable.read(lexicon, recipe.recipe().label());
        List<Words> names = names();
        ranked = ranked(table, names).stream().limit(count).toList();
        if (ranked.isEmpty()) {
            throw new ClicktureException(lexicon + ": no line" + (theme.dogs() ? " of kind pure" : "")
                    + " has a name that can be told from the others; add one");
        }
        long[] weights = new long[recipe.labels().size()];
        for (int i = 0; i < ranked.size(); i++) {
            weights[ranked.get(i)] = weight(i + 1);
        }
        for (int id = 0; id < recipe.labels().size(); id++) {
            WeightedIds lookAlikes = new WeightedIds(ranked, kinWeights(table, ranked, id, weights));
            byId.add(new Breed(id, recipe.labels().get(id), names.get(id), broader(table, id, names), lookAlikes));
        }
        shown = new WeightedIds(ranked, weights);
        crosses = Words.of(table.rows().stream()
                .filter(row -> theme.dogs() && row.kind().equals("cross"))
                .map(LexiconTable.Row::breed)
                .toList());
    }

    /** How a query is read; one for each thread. */
    Matcher newMatcher() {
        return recipe.newMatcher();
    }

    Breed get(int id) {
        return byId.get(id);
    }

    /** What a label is called. */
    String labelName() {
        return recipe.recipe().label();
    }

    /** A breed as often as images show it. */
    Breed draw(Rng rng) {
        return byId.get(shown.draw(rng));
    }

    /** A breed as often as images show it, but that one only if there is hardly another. */
    Breed drawOther(Breed breed, Rng rng) {
        Breed other = draw(rng);
        for (int attempt = 1; attempt < ATTEMPTS_TO_DIFFER && other.id() == breed.id(); attempt++) {
            other = draw(rng);
        }
        return other;
    }

    /** A breed that this one is taken for; any other if it is taken for none. */
    Breed lookAlike(Breed breed, Rng rng) {
        return breed.lookAlikes().isEmpty()
                ? drawOther(breed, rng)
                : get(breed.lookAlikes().draw(rng));
    }

    /** One of the breeds that images may show, all alike. */
    Breed drawAny(Rng rng) {
        return byId.get(ranked.get(rng.below(ranked.size())));
    }

    /** One of the most popular breeds, all alike. */
    Breed drawPopular(Rng rng) {
        return byId.get(ranked.get(rng.below(Math.min(POPULAR, ranked.size()))));
    }

    /** The label that a name beside a dog word is read as, or {@link RowWriter#NO_LABEL} if it is none or several. */
    int labelOf(String name) {
        return labelOf(recipe.newMatcher(), name);
    }

    /** Names of crosses; the recipe does not know them. May be empty. */
    Words crosses() {
        return crosses;
    }

    /** The fit of the published sizes, in thousandths of an image of Clickture-Dog. */
    private static long weight(int rank) {
        return Math.max(1, (long) (1000 * StrictMath.exp(9.562 - 0.6629 * StrictMath.pow(rank, 0.4319))));
    }

    /** For each label the names that can be used in a query with a dog word behind them. */
    private List<Words> names() {
        Matcher matcher = recipe.newMatcher();
        List<Words> names = new ArrayList<>(Collections.nCopies(recipe.labels().size(), Words.of()));
        for (Lexicon.Entry entry : recipe.lexicon().entries()) {
            int id = id(entry.label());
            List<String> usable = Stream.concat(Stream.of(entry.label()), entry.aliases().stream())
                    .filter(name -> labelOf(matcher, name) == id)
                    .toList();
            names.set(id, Words.of(usable));
        }
        return names;
    }

    private int labelOf(Matcher matcher, String name) {
        byte[] query = theme.plain(name).getBytes(StandardCharsets.UTF_8);
        boolean clear = matcher.read(query, 0, query.length) && matcher.findLabels() == 1;
        return clear ? matcher.labelIds()[0] : RowWriter.NO_LABEL;
    }

    private int id(String label) {
        return Collections.binarySearch(recipe.labels(), label);
    }

    private List<Integer> ranked(LexiconTable table, List<Words> names) {
        Comparator<LexiconTable.Row> fame = Comparator.comparing(
                        (LexiconTable.Row row) -> Collections.disjoint(row.sources(), PICTURE_SETS))
                .thenComparing(row -> -row.sources().size())
                .thenComparing(row -> -row.aliases().size())
                .thenComparing(LexiconTable.Row::breed);
        Set<Integer> ranked = new LinkedHashSet<>();
        if (theme.dogs()) {
            Words.lines("popular-breeds.txt").forEach(breed -> ranked.add(id(breed)));
        }
        table.rows().stream()
                .filter(row -> theme.shows(row.kind()))
                .sorted(fame)
                .forEach(row -> ranked.add(id(row.breed())));
        return ranked.stream().filter(id -> id >= 0 && !names.get(id).isEmpty()).toList();
    }

    private int broader(LexiconTable table, int id, List<Words> names) {
        String name = recipe.labels().get(id);
        int parent = id(table.row(name).parent());
        int lastWord = id(lastWord(name));
        int broader = parent >= 0 ? parent : lastWord;
        return broader >= 0 && broader != id && !names.get(broader).isEmpty() ? broader : RowWriter.NO_LABEL;
    }

    /** By label: how likely a breed is taken for it; nothing for a breed that no image shows. */
    private long[] kinWeights(LexiconTable table, List<Integer> ranked, int id, long[] weights) {
        LexiconTable.Row self = table.row(recipe.labels().get(id));
        long[] kin = new long[weights.length];
        for (int other : weights[id] > 0 ? ranked : List.<Integer>of()) {
            LexiconTable.Row row = table.row(recipe.labels().get(other));
            boolean sameParent = !self.parent().isEmpty() && row.parent().equals(self.parent());
            boolean sameLastWord = lastWord(row.breed()).equals(lastWord(self.breed()));
            boolean sameGroup = !self.group().isEmpty() && row.group().equals(self.group());
            if (other != id && (sameParent || sameLastWord || sameGroup)) {
                kin[other] = weights[other] * (sameParent || sameLastWord ? KIN : 1);
            }
        }
        return kin;
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
