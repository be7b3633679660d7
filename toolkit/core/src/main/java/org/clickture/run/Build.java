package org.clickture.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clickture.Counts;
import org.clickture.Progress;
import org.clickture.label.GatheredTriads;
import org.clickture.label.Gathering;
import org.clickture.lexicon.CompiledRecipe;
import org.clickture.lexicon.HomonymList;
import org.clickture.lexicon.Plurals;
import org.clickture.lexicon.RecipeReader;
import org.clickture.manifest.InputFile;
import org.clickture.manifest.Manifest;
import org.clickture.scan.Columns;
import org.clickture.scan.LogFile;
import org.clickture.scan.LogFiles;
import org.clickture.scan.Scan;
import org.clickture.scan.ScanOptions;
import org.clickture.scan.ScanReport;
import org.clickture.store.ImageTotals;
import org.clickture.store.RecipeFiles;
import org.clickture.store.StoreWriter;

/** One run from the click log to the store. */
final class Build {

    private final BuildRequest request;
    private final int segmentBytes;
    private final CompiledRecipe recipe;
    private final List<TriadGatherer> gatherers = new ArrayList<>();

    private Build(BuildRequest request, int segmentBytes) {
        this.request = request;
        this.segmentBytes = segmentBytes;
        this.recipe = compile(request.recipe());
    }

    /** Makes the store; {@code segmentBytes} does not change it. */
    static void run(BuildRequest request, int segmentBytes, Progress progress) {
        Counts counts;
        // Looks at the place before the scan, which may take long, and again later.
        try (StoreWriter store = StoreWriter.to(request.out(), request.force())) {
            List<LogFile> files = LogFiles.find(request.logs());
            Scan.prepare(files);
            counts = new Build(request, segmentBytes).write(store, files, progress);
        }
        progress.end(String.format(
                Locale.ROOT,
                "%s, %,d gated, %,d matched; %s, %,d of them ambiguous",
                Plurals.counted(counts.rows(), "row"),
                counts.gated(),
                counts.matched(),
                Plurals.counted(counts.images(), "image"),
                counts.ambiguous()));
    }

    static CompiledRecipe compile(Path file) {
        return CompiledRecipe.of(RecipeReader.read(file));
    }

    private Counts write(StoreWriter store, List<LogFile> files, Progress progress) {
        Gathering gathering = new Gathering(
                recipe.labels(),
                files.stream().map(LogFile::name).toList(),
                request.memoryBytes(),
                request.threads(),
                store::overflow);
        store.begin();
        store.prepare();
        ScanReport scan = scan(files, gathering, progress);
        GatheredTriads triads = gathering.end();
        ImageTotals totals = store.write(
                recipe.labels(),
                triads,
                new RecipeFiles(
                        recipe.recipe().file(),
                        recipe.lexicon().file(),
                        recipe.homonyms().map(HomonymList::file)),
                found -> manifest(scan, counts(scan, found, triads.supported())),
                request.memoryBytes(),
                request.threads(),
                progress);
        return counts(scan, totals, triads.supported());
    }

    private ScanReport scan(List<LogFile> files, Gathering gathering, Progress progress) {
        return Scan.run(
                files,
                Columns.parse(request.columns()),
                recipe.gateWords(),
                new ScanOptions(request.threads(), segmentBytes, request.strict()),
                () -> newGatherer(gathering),
                progress);
    }

    private TriadGatherer newGatherer(Gathering gathering) {
        TriadGatherer gatherer = new TriadGatherer(recipe, gathering.newLog());
        gatherers.add(gatherer);
        return gatherer;
    }

    private Counts counts(ScanReport scan, ImageTotals totals, long supported) {
        return new Counts(
                scan.rows(),
                scan.malformed(),
                gatherers.stream().mapToLong(TriadGatherer::invalidUtf8).sum(),
                gatherers.stream().mapToLong(TriadGatherer::gated).sum(),
                gatherers.stream().mapToLong(TriadGatherer::matched).sum() + supported,
                totals.pairs(),
                totals.images(),
                totals.labels(),
                totals.ambiguous());
    }

    private Manifest manifest(ScanReport scan, Counts counts) {
        ToolkitVersion version = ToolkitVersion.current();
        return new Manifest(
                Manifest.FORMAT,
                version.version(),
                version.commit(),
                System.getProperty("java.vm.version", "unknown"),
                scan.files().stream().anyMatch(ScanReport.ScannedFile::synthetic),
                recipe.recipe().label(),
                source(recipe.recipe().file(), recipe.recipe().sha256()),
                source(recipe.lexicon().file(), recipe.lexicon().sha256()),
                recipe.homonyms().map(list -> source(list.file(), list.sha256())),
                request.columns(),
                scan.files().stream().map(Build::input).toList(),
                counts,
                scan.places(),
                List.of());
    }

    private static Manifest.Source source(Path file, String sha256) {
        return new Manifest.Source(String.valueOf(file.getFileName()), sha256);
    }

    private static InputFile input(ScanReport.ScannedFile file) {
        return new InputFile(file.name(), file.bytes(), String.format("%08x", file.crc32c()));
    }
}
