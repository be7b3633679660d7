package org.clickture.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clickture.check.Finding;
import org.clickture.label.Plural;

/** What was found in a recipe, for people: by rule, the first ones of each. */
final class FindingsReport {

    private static final List<String> GRADES = List.of("error", "risk", "note");

    private final PrintWriter out;
    private final int limit;

    /** @param limit the most findings of a rule */
    FindingsReport(PrintWriter out, int limit) {
        this.out = out;
        this.limit = limit;
    }

    void print(Path recipe, List<Finding> findings) {
        Map<String, Long> counts =
                findings.stream().collect(Collectors.groupingBy(Finding::grade, Collectors.counting()));
        out.println(PrintableText.line(recipe + ": "
                + GRADES.stream()
                        .map(grade -> Plural.counted(counts.getOrDefault(grade, 0L), grade))
                        .collect(Collectors.joining(", "))));
        findings.stream()
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(this::printRule);
    }

    private void printRule(List<Finding> findings) {
        Finding first = findings.get(0);
        out.printf(Locale.ROOT, "%n%s: %s (%,d)%n", first.grade(), first.rule(), findings.size());
        out.println("  Why: " + first.why() + ".");
        out.println("  What to do: " + first.remedy() + ".");
        findings.stream().limit(limit).forEach(finding -> out.println("  " + line(finding)));
        if (findings.size() > limit) {
            out.printf(Locale.ROOT, "  ... and %,d more; --all shows them%n", findings.size() - limit);
        }
    }

    private static String line(Finding finding) {
        String place = finding.line() == 0 ? finding.file() : finding.file() + ":" + finding.line();
        return PrintableText.line(place + ": " + finding.what());
    }
}
