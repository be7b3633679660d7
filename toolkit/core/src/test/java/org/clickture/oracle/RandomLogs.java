package org.clickture.oracle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clickture.MatchPolicy;

/** Makes nasty little click logs, each with a recipe that finds something in it. The same seed gives the same log. */
public final class RandomLogs {

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final Random random;

    /** How some names have a word that others have, by that word. */
    private final Map<String, String> spellings = new TreeMap<>();

    private RandomLogs(long seed) {
        random = new Random(seed);
    }

    /** Makes the log of a seed. */
    public static RandomLog of(long seed) {
        return new RandomLogs(seed).log();
    }

    private RandomLog log() {
        Rules rules = rules();
        List<Rules.Entry> ignored =
                chance(20) ? List.of(entry(), entry(), rules.lexicon().get(0)) : List.of();
        List<String> columns = List.of(one(Nasty.COLUMNS).split(","));
        List<String> keys = some(1 + random.nextInt(8), Nasty.KEYS);
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : some(1 + random.nextInt(4), List.of("a.tsv", "B.tsv", "part-2.tsv", "part-10.tsv"))) {
            files.put(name, file(rules, columns, keys).getBytes(ISO_8859_1));
        }
        return new RandomLog(rules, ignored, String.join(",", columns), files);
    }

    private Rules rules() {
        List<String> gate = chance(20)
                ? List.of()
                : Stream.concat(Stream.of("dog"), some(3, Nasty.WORDS).stream())
                        .filter(word -> Text.tokens(word).size() == 1)
                        .toList();
        Rules rules = new Rules(
                gate,
                chance(90) ? "breed" : "breed, \"or type\"",
                one(List.of(MatchPolicy.values())),
                chance(75),
                chance(70) ? List.of() : List.of("hot dog", name()),
                List.of(new Rules.Entry("boxer", List.of())));
        for (int i = random.nextInt(20); i > 0; i--) {
            rules = withEntry(rules, entry());
        }
        return chance(50) ? rules : withNameRules(rules);
    }

    /** The rules with homonyms, phrases and spelling, some of them or all. */
    private Rules withNameRules(Rules rules) {
        Map<List<String>, Rules.Homonym> homonyms = new LinkedHashMap<>();
        for (int i = chance(20) ? 0 : random.nextInt(8); i > 0; i--) {
            String term = chance(85) ? name(one(rules.lexicon())) : name();
            homonyms.putIfAbsent(Text.tokens(term), new Rules.Homonym(term, chance(60), phrases(3, "%s")));
        }
        homonyms.remove(List.of());
        List<String> context = homonyms.isEmpty() ? List.of() : phrases(5, "%s", "%s", "* %s", "%s *", "* %s *");
        List<String> reject = chance(40) ? List.of() : phrases(4, "%s", "* %s", "%s *", "* %s *", "* * %s");
        boolean useless = homonyms.isEmpty() && reject.isEmpty();
        List<String> compounds = useless || chance(50) ? List.of() : phrases(3, "%s");
        return new Rules(
                rules.gate(),
                rules.label(),
                rules.match(),
                rules.plural(),
                rules.exclude(),
                rules.lexicon(),
                List.copyOf(homonyms.values()),
                context,
                reject,
                compounds,
                random.nextInt(2));
    }

    private List<String> phrases(int most, String... forms) {
        return Stream.generate(() -> String.format(Locale.ROOT, one(List.of(forms)), one(Nasty.PHRASES)))
                .limit(random.nextInt(most + 1))
                .toList();
    }

    private String name(Rules.Entry entry) {
        return chance(50) || entry.aliases().isEmpty() ? entry.label() : one(entry.aliases());
    }

    /** The rules with one more row of the lexicon, if it does not contradict the others. */
    private static Rules withEntry(Rules rules, Rules.Entry entry) {
        Rules more = rules.withLexicon(
                Stream.concat(rules.lexicon().stream(), Stream.of(entry)).toList());
        try {
            Oracle.of(more);
        } catch (IllegalArgumentException e) {
            return rules;
        }
        return rules.lexicon().stream().anyMatch(other -> other.label().equals(entry.label())) ? rules : more;
    }

    private Rules.Entry entry() {
        String label = name();
        Stream<String> respelt = chance(70) ? Stream.of() : Stream.of(respell(label));
        return new Rules.Entry(
                chance(10) ? "#" + label : chance(10) ? label + ", \"" + one(Nasty.WORDS) + "\"" : label,
                Stream.concat(Stream.generate(this::name).limit(random.nextInt(4)), respelt)
                        .toList());
    }

    /** The name with another spelling of one of its words, which queries may put into other names. */
    private String respell(String name) {
        String word = one(List.of(name.split(" ", -1)));
        if (!word.matches("[a-z]{5,}")) {
            return name;
        }
        String spelling = chance(50) ? misspell(word) : misspell(misspell(word));
        spellings.put(word, spelling);
        return name.replace(word, spelling);
    }

    private String inOtherSpelling(String name) {
        String respelt = name;
        for (String word : name.split(" ", -1)) {
            respelt = respelt.replace(word, spellings.getOrDefault(word, word));
        }
        return respelt;
    }

    private String name() {
        String name = one(Nasty.WORDS);
        for (int i = random.nextInt(3); i > 0; i--) {
            boolean again = !spellings.isEmpty() && chance(50);
            name += one(List.of(" ", " ", " ", "-", "'s ", ". "))
                    + one(again ? List.copyOf(spellings.keySet()) : Nasty.WORDS);
        }
        return name;
    }

    private String file(Rules rules, List<String> columns, List<String> keys) {
        if (chance(5)) {
            return "";
        }
        StringBuilder file = new StringBuilder(chance(25) ? BYTE_ORDER_MARK : "");
        String row = "";
        int rows = 1 + random.nextInt(chance(5) ? 500 : 50);
        int whole = random.nextInt(Math.min(rows, 50)); // without a single row of that shape a file is no click log
        for (int i = 0; i < rows; i++) {
            if (i == whole) {
                row = String.join("\t", fields(rules, columns, keys));
            } else if (chance(95)) {
                row = row(rules, columns, keys);
            }
            file.append(chance(2) ? BYTE_ORDER_MARK : "")
                    .append(row)
                    .append(chance(85) ? "\n" : chance(85) ? "\r\n" : "\r\r\n");
        }
        return chance(50) ? file.toString() : file.substring(0, file.length() - 1);
    }

    private String row(Rules rules, List<String> columns, List<String> keys) {
        List<String> fields = chance(4) ? new ArrayList<>() : fields(rules, columns, keys);
        while (chance(5)) {
            fields.add(random.nextInt(fields.size() + 1), one(List.of("", "1", "boxer dog")));
        }
        while (!fields.isEmpty() && chance(5)) {
            fields.remove(random.nextInt(fields.size()));
        }
        return String.join("\t", fields);
    }

    private List<String> fields(Rules rules, List<String> columns, List<String> keys) {
        return columns.stream()
                .map(column -> switch (column) {
                    case "key" -> chance(93) ? one(keys) : one(Nasty.BAD_KEYS);
                    case "query" -> query(rules);
                    case "clicks" -> chance(92) ? one(Nasty.CLICKS) : one(Nasty.BAD_CLICKS);
                    default -> one(List.of("", "http://boxer dog", bytes("🐶"), one(Nasty.INVALID_UTF8)));
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private String query(Rules rules) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(disguise(piece(rules))).append(one(Nasty.SEPARATORS));
        }
        StringBuilder query = new StringBuilder(bytes(text.toString()));
        if (chance(10)) {
            query.insert(random.nextInt(query.length() + 1), one(Nasty.INVALID_UTF8));
        }
        if (!query.isEmpty() && chance(5)) {
            query.deleteCharAt(random.nextInt(query.length()));
        }
        return query.toString();
    }

    private String piece(Rules rules) {
        int kind = random.nextInt(100);
        if (kind < 45) {
            String name = name(one(rules.lexicon()));
            return chance(80) ? name : inOtherSpelling(name);
        } else if (kind < 70) {
            return rules.gate().isEmpty() ? "dog" : one(rules.gate());
        } else if (kind < 75) {
            return rules.exclude().isEmpty() ? "hot dog" : one(rules.exclude());
        } else if (kind < 80) {
            return one(Nasty.PHRASES);
        }
        return kind < 85 ? one(Nasty.WORDS) : one(Nasty.NOISE);
    }

    /** The text in another shape: one that may, or may not, be the same to the tokeniser. */
    private String disguise(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (random.nextInt(26)) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> text.toLowerCase(Locale.ROOT);
            case 2 -> Normalizer.normalize(text, Normalizer.Form.NFD);
            case 3 -> Normalizer.normalize(text, Normalizer.Form.NFKC);
            case 4 -> fullWidth(text);
            case 5 -> text + one(List.of("s", "es", "S", "'s", "’s", "s'", "'s's", "'ss"));
            case 6 -> text.substring(0, text.length() - 1) + one(List.of("", "ies", "y", "IES"));
            case 7 -> text.replace(" ", one(List.of("-", "  ", "", "\u00A0")));
            case 8 -> text.replaceFirst("(?<=\\p{L})", one(List.of("\u0301", "\u0336", "\u20DD", "\u0903", "\u00AD")));
            case 9 -> one(Nasty.NOISE) + text;
            case 10 -> text + one(Nasty.NOISE);
            case 11 -> misspell(text);
            case 12 -> misspell(misspell(text));
            default -> text;
        };
    }

    private String misspell(String text) {
        int at = random.nextInt(text.length());
        StringBuilder typo = new StringBuilder(text);
        switch (random.nextInt(4)) {
            case 0 -> typo.deleteCharAt(at);
            case 1 -> typo.insert(at, (char) ('a' + random.nextInt(26)));
            case 2 -> typo.setCharAt(at, (char) ('a' + random.nextInt(26)));
            default -> typo.insert(Math.max(0, at - 1), text.charAt(at)).deleteCharAt(at + 1);
        }
        return typo.isEmpty() ? text : typo.toString();
    }

    private static String fullWidth(String text) {
        return text.codePoints()
                .map(character -> character > ' ' && character < 0x7F ? character + 0xFEE0 : character)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> List<T> some(int n, List<T> all) {
        return Stream.generate(() -> one(all)).limit(n).toList();
    }
}
