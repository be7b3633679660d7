package org.clickture.cli;

import java.io.PrintWriter;
import java.util.List;
import org.clickture.MalformedRow;
import org.clickture.manifest.InputFile;
import org.clickture.manifest.Manifest;

/** Where a store came from, for people: files, versions, the first malformed rows. */
record OriginReport(Manifest manifest) {

    /** Prints tables with an empty line before each. */
    void print(PrintWriter out) {
        out.println();
        files(out);
        malformed(out);
    }

    private void files(PrintWriter out) {
        RowPrinter rows = new AlignedRows(out, List.of("made from", "", "bytes", "digest"));
        rows.row(
                "recipe",
                manifest.recipe().name(),
                "",
                "SHA-256 " + manifest.recipe().sha256());
        rows.row(
                "lexicon",
                manifest.lexicon().name(),
                "",
                "SHA-256 " + manifest.lexicon().sha256());
        for (InputFile input : manifest.inputs()) {
            rows.row(
                    manifest.synthetic() ? "log (synthetic)" : "log",
                    input.name(),
                    input.bytes(),
                    "CRC-32C " + input.crc32c());
        }
        rows.end();
        out.println();
        out.println(PrintableText.line("made by clickture " + manifest.toolkitVersion() + " (commit "
                + manifest.commit() + ") on Java " + manifest.jdk() + ", columns " + manifest.columns()));
    }

    private void malformed(PrintWriter out) {
        List<MalformedRow> found = manifest.malformed();
        if (found.isEmpty()) {
            return;
        }
        out.println();
        RowPrinter rows = new AlignedRows(out, List.of("malformed", "file", "row", "byte offset", "found"));
        for (MalformedRow row : found) {
            rows.row(row.reason().key(), row.file(), row.row(), row.byteOffset(), row.found());
        }
        rows.end();
    }
}
