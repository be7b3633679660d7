package org.clickture.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clickture.ClicktureException;

/** Gathers findings by rule. Not thread-safe. */
final class Findings {

    private final Map<Rule, List<Finding>> byRule = new EnumMap<>(Rule.class);

    void add(Rule rule, Path file, long line, String what) {
        byRule.computeIfAbsent(rule, any -> new ArrayList<>())
                .add(rule.finding(file.normalize().toString(), line, what));
    }

    /** What a reader refused: its message may begin with the file and the line. */
    void refused(Rule rule, Path file, ClicktureException refusal) {
        String message = String.valueOf(refusal.getMessage());
        Matcher place = Pattern.compile(Pattern.quote(file.toString()) + "(?::(\\d+))?: (.*)", Pattern.DOTALL)
                .matcher(message);
        if (place.matches()) {
            add(rule, file, place.group(1) == null ? 0 : Long.parseLong(place.group(1)), place.group(2));
        } else {
            add(rule, file, 0, message);
        }
    }

    boolean hasErrors() {
        return byRule.keySet().stream().anyMatch(rule -> rule.grade() == Grade.ERROR);
    }

    /** By rule, the worst first; of a rule by file and line. */
    List<Finding> sorted() {
        List<Finding> all = new ArrayList<>();
        for (List<Finding> findings : byRule.values()) {
            findings.stream()
                    .sorted(Comparator.comparing(Finding::file).thenComparingLong(Finding::line))
                    .forEach(all::add);
        }
        return all;
    }
}
