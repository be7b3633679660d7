package org.clickture.scan;

import java.util.List;
import java.util.Map;
import org.clickture.MalformedReason;
import org.clickture.MalformedRow;

/**
 * What a scan saw besides triads.
 *
 * @param rows all rows, malformed ones included
 * @param malformed malformed rows by reason
 * @param places the first ten malformed rows of each reason, by reason, then file and byte offset
 * @param files the files, in the order of their positions
 */
public record ScanReport(
        long rows, Map<MalformedReason, Long> malformed, List<MalformedRow> places, List<ScannedFile> files) {

    /**
     * A file that was read to its end.
     *
     * @param name as it was given
     * @param bytes its size on disk
     * @param crc32c CRC-32C of its bytes on disk
     * @param synthetic whether its first row says that a generator made it
     */
    public record ScannedFile(String name, long bytes, int crc32c, boolean synthetic) {}

    public ScanReport {
        malformed = Map.copyOf(malformed);
        places = List.copyOf(places);
        files = List.copyOf(files);
    }
}
