package org.clickture.run;

import java.util.ArrayList;
import java.util.List;
import org.clickture.ClicktureException;
import org.clickture.manifest.InputFile;
import org.clickture.scan.LogFile;
import org.clickture.scan.LogFiles;
import org.clickture.scan.ScanReport;
import org.clickture.store.Store;

/** The click log that a store was built from, found again. */
final class StoreLog {

    private final Store store;
    private final List<LogFile> files;

    private StoreLog(Store store, List<LogFile> files) {
        this.store = store;
        this.files = files;
    }

    /**
     * Finds the files of the log.
     *
     * @param logs where they are now: files, folders or globs; empty = where they were
     * @throws ClicktureException if one is not there or has another size
     */
    static StoreLog find(Store store, List<String> logs) {
        List<String> names = logs.isEmpty()
                ? store.manifest().inputs().stream().map(InputFile::name).toList()
                : logs;
        List<LogFile> files;
        try {
            files = LogFiles.find(names);
        } catch (ClicktureException e) {
            if (!logs.isEmpty()) {
                throw e;
            }
            throw new ClicktureException(
                    e.getMessage() + ". " + store.folder()
                            + " was built from it; if it has moved, name the files, folders"
                            + " or globs of the log where they are now",
                    e);
        }
        StoreLog log = new StoreLog(store, files);
        log.requireSame(
                files.stream().map(LogFile::name).toList(),
                files.stream().map(file -> file.bytes() + " bytes").toList(),
                store.manifest().inputs().stream()
                        .map(input -> input.bytes() + " bytes")
                        .toList());
        return log;
    }

    /** In the order of their positions. */
    List<LogFile> files() {
        return files;
    }

    /**
     * Makes sure that what was scanned is what the store was built from.
     *
     * @return for each file in the order of their positions what it was called when the store was built
     * @throws ClicktureException if a file has other bytes
     */
    List<String> requireSame(ScanReport scan) {
        return requireSame(
                files.stream().map(LogFile::name).toList(),
                scan.files().stream()
                        .map(file -> digest(file.bytes(), String.format("%08x", file.crc32c())))
                        .toList(),
                store.manifest().inputs().stream()
                        .map(input -> digest(input.bytes(), input.crc32c()))
                        .toList());
    }

    private static String digest(long bytes, String crc32c) {
        return bytes + " bytes and the CRC-32C " + crc32c;
    }

    /** Files may have other names now, and so another order. */
    private List<String> requireSame(List<String> names, List<String> found, List<String> expected) {
        List<InputFile> missing = new ArrayList<>(store.manifest().inputs());
        List<String> missingDigests = new ArrayList<>(expected);
        List<String> original = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int position = missingDigests.indexOf(found.get(i));
            if (position < 0) {
                throw new ClicktureException(names.get(i) + " is not in the log that " + store.folder()
                        + " was built from: it has " + found.get(i)
                        + ", and none of that log's files has. Name the files of that log");
            }
            missingDigests.remove(position);
            original.add(missing.remove(position).name());
        }
        if (!missing.isEmpty()) {
            throw new ClicktureException("a file of the log that " + store.folder()
                    + " was built from is missing: it was called "
                    + missing.get(0).name() + " and has " + missingDigests.get(0) + ". Name all files of that log");
        }
        return original;
    }
}
