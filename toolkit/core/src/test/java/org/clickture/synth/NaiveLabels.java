package org.clickture.synth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads queries as the recipe for dogs does, slowly and obviously, without the matcher that the generator uses. */
final class NaiveLabels {

    private static final Set<String> GATE = Set.of("dog", "dogs", "puppy", "puppies");
    private static final Set<String> KINDS = Set.of("pure", "type", "extinct");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
    private static final Pattern POSSESSIVE = Pattern.compile("(?<=[\\p{L}\\p{Nd}])'s(?![\\p{L}\\p{Nd}])");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    /** ASCII without a letter that every gate word has: most rows, and they need no reading. */
    private static final Pattern HARMLESS = Pattern.compile("[ -~&&[^dDpP]]*");

    private final Map<String, String> breedOfName = new HashMap<>();
    private int longestName;

    NaiveLabels(Path lexicon) {
        Map<String, String> plurals = new HashMap<>();
        for (String line : lines(lexicon)) {
            String[] fields = line.split("\t", -1);
            if (KINDS.contains(fields[5])) {
                String names = fields[1].isEmpty() ? fields[0] : fields[0] + ";" + fields[1];
                for (String name : names.split(";", -1)) {
                    String normalised = String.join(" ", tokens(name));
                    breedOfName.put(normalised, fields[0]);
                    plurals.put(plural(normalised), fields[0]);
                }
            }
        }
        plurals.forEach(breedOfName::putIfAbsent);
        breedOfName.keySet().forEach(name -> longestName = Math.max(longestName, name.split(" ", -1).length));
    }

    private static List<String> lines(Path lexicon) {
        try {
            return Files.readAllLines(lexicon).stream().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plural(String name) {
        if (name.matches(".*[b-df-hj-np-tv-z]y")) {
            return name.substring(0, name.length() - 1) + "ies";
        }
        return name + (name.matches(".*(s|x|z|ch|sh)") ? "es" : "s");
    }

    static List<String> tokens(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'');
        return Arrays.stream(SEPARATORS.split(POSSESSIVE.matcher(folded).replaceAll(" ")))
                .filter(token -> !token.isEmpty())
                .toList();
    }

    static boolean passesGate(List<String> tokens) {
        return !Collections.disjoint(tokens, GATE);
    }

    /** The breeds that the query, one character a byte, is evidence for. */
    Set<String> of(String bytes) {
        if (HARMLESS.matcher(bytes).matches()) {
            return Set.of();
        }
        List<String> tokens = tokens(new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        Set<String> breeds = new TreeSet<>();
        if (!passesGate(tokens)) {
            return breeds;
        }
        int start = 0;
        while (start < tokens.size()) {
            int end = Math.min(tokens.size(), start + longestName);
            while (end > start && !breedOfName.containsKey(String.join(" ", tokens.subList(start, end)))) {
                end--;
            }
            if (end > start) {
                breeds.add(breedOfName.getOrDefault(String.join(" ", tokens.subList(start, end)), ""));
            }
            start = Math.max(end, start + 1);
        }
        return breeds;
    }
}
