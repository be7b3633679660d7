package org.clickture.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clickture.ClicktureException;
import org.clickture.Progress;
import org.clickture.label.GatheredTriads;
import org.clickture.label.Gathering;
import org.clickture.label.PolicyRow;
import org.clickture.resolve.Truth;
import org.clickture.scan.Columns;
import org.clickture.scan.LogFile;
import org.clickture.scan.LogFiles;
import org.clickture.scan.Scan;
import org.clickture.scan.ScanOptions;

/** Reads a click log once by several policies and compares what comes out. */
final class Policies implements AutoCloseable {

    private final PoliciesRequest request;
    private final int segmentBytes;
    private final long memoryBytes;
    private final List<Policy> policies;
    private final Optional<Truth> truth;
    private final TemporaryOverflow overflow = new TemporaryOverflow();

    /** Neither {@code segmentBytes} nor {@code memoryBytes} changes what comes out. */
    Policies(PoliciesRequest request, int segmentBytes, long memoryBytes) {
        this.request = request;
        this.segmentBytes = segmentBytes;
        this.memoryBytes = memoryBytes;
        policies = Policy.of(request.recipe(), request.open());
        String label = policies.get(0).recipe().recipe().label();
        truth = request.truth().map(file -> Truth.read(file, label));
    }

    /** Scans the log; called once. The row of the seed comes first. */
    List<PolicyRow> run(Progress progress) {
        List<LogFile> files = LogFiles.find(request.logs());
        List<String> fileNames = files.stream().map(LogFile::name).toList();
        List<String> names = policies.stream()
                .flatMap(policy -> policy.recipe().labels().stream())
                .distinct()
                .sorted()
                .toList();
        Gathering gathering =
                new Gathering(names, policies.size(), fileNames, memoryBytes, request.threads(), overflow::get);
        Scan.run(
                files,
                Columns.parse(request.columns()),
                gateWords(),
                new ScanOptions(request.threads(), segmentBytes, false),
                () -> new PolicyGatherer(policies, names, gathering.newLog()),
                progress);
        List<PolicyTally> tallies = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            tallies.add(new PolicyTally(policies.get(i), i, names, fileNames, request.examples(), truth));
        }
        GatheredTriads triads = gathering.end();
        for (int part = 0; part < triads.parts(); part++) {
            triads.forEach(part, image -> tallies.forEach(tally -> tally.add(image)));
        }
        List<PolicyRow> rows = tallies.stream().map(PolicyTally::row).toList();
        requireKnownImages(rows);
        return rows;
    }

    private void requireKnownImages(List<PolicyRow> rows) {
        boolean known = rows.stream().flatMap(row -> row.score().stream()).anyMatch(score -> score.judged() > 0);
        boolean labelled = rows.stream().anyMatch(row -> row.pairs() > 0);
        if (request.truth().isPresent() && labelled && !known) {
            throw new ClicktureException(request.truth().get()
                    + ": it has none of the images that a policy labels; give the truth of the same log");
        }
    }

    /** The words of all gates; none if a policy has no gate. */
    private List<String> gateWords() {
        List<List<String>> gates =
                policies.stream().map(policy -> policy.recipe().gateWords()).toList();
        return gates.stream().anyMatch(List::isEmpty)
                ? List.of()
                : gates.stream().flatMap(List::stream).distinct().toList();
    }

    @Override
    public void close() {
        overflow.close();
    }
}
