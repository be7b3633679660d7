package org.clickture.resolve;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clickture.ClicktureException;
import org.clickture.Utf8Reader;
import org.clickture.lexicon.Plurals;

/** Reads a file of resolutions, row by row. Whoever opens it closes it. Not thread-safe. */
final class ResolutionReader implements AutoCloseable {

    private static final String WHAT_TO_GIVE = "; give a file that 'clickture resolve' wrote";
    private static final int COLUMNS = 4;

    /** Java would take more for a number: hexadecimal ones, with a type, between spaces. */
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /**
     * A row.
     *
     * @param label empty for none
     * @param confidence in [0, 1]
     * @param candidates their names
     */
    record Row(String imageKey, String label, double confidence, List<String> candidates) {

        Row {
            candidates = List.copyOf(candidates);
        }
    }

    private final Path file;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final String labelName;
    private final Object2LongOpenHashMap<String> lineOf = new Object2LongOpenHashMap<>();

    private ResolutionReader(Path file, CsvReader<CsvRecord> csv) {
        this.file = file;
        this.csv = csv;
        this.records = csv.iterator();
        this.labelName = header();
    }

    /** @throws ClicktureException if the file cannot be read or does not begin like one of resolutions */
    static ResolutionReader open(Path file) {
        try {
            CsvReader<CsvRecord> csv = CsvReader.builder()
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(new Utf8Reader(CompressedFile.open(file), file, "file of resolutions"));
            try {
                return new ResolutionReader(file, csv);
            } catch (ClicktureException e) {
                csv.close();
                throw e;
            }
        } catch (IOException e) {
            throw Truth.unreadable(file, e);
        }
    }

    /** What a label is called. */
    String labelName() {
        return labelName;
    }

    /**
     * The next row; empty behind the last one.
     *
     * @throws ClicktureException if the file cannot be read, the row is none of resolutions, or its image had one already
     */
    Optional<Row> next() {
        return nextRecord()
                .map(record -> new Row(imageKey(record), record.getField(1), confidence(record), candidates(record)));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private String header() {
        CsvRecord header =
                nextRecord().orElseThrow(() -> new ClicktureException(file + ": it is empty" + WHAT_TO_GIVE));
        if (!header.getField(0).equals("image_key")
                || !header.getField(2).equals("confidence")
                || !header.getField(3).equals("candidates")) {
            throw at(header, "the header is not image_key, the label, confidence, candidates");
        }
        return header.getField(1);
    }

    private Optional<CsvRecord> nextRecord() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            int fields = record.getFieldCount();
            if (fields != COLUMNS) {
                throw at(record, "it has " + Plurals.counted(fields, "field") + ", not " + COLUMNS);
            }
            return Optional.of(record);
        } catch (CsvParseException e) {
            if (e.getCause() instanceof ClicktureException notUtf8) {
                throw notUtf8;
            }
            throw new ClicktureException(file + ": " + e.getMessage() + WHAT_TO_GIVE, e);
        } catch (UncheckedIOException e) {
            throw Truth.unreadable(file, e);
        }
    }

    private String imageKey(CsvRecord record) {
        String imageKey = record.getField(0);
        long before = lineOf.put(imageKey, record.getStartingLineNumber());
        if (before > 0) {
            throw at(record, "image " + imageKey + " stands also in line " + before);
        }
        return imageKey;
    }

    private double confidence(CsvRecord record) {
        String text = record.getField(2);
        double confidence = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (confidence >= 0 && confidence <= 1) {
            return confidence;
        }
        throw at(record, "the confidence is \"" + text + "\", not a decimal number from 0 to 1, such as 0.95");
    }

    /** The last colon ends a name: names may hold others. */
    private List<String> candidates(CsvRecord record) {
        String candidates = record.getField(3);
        return candidates.isEmpty()
                ? List.of()
                : Arrays.stream(candidates.split(";", -1))
                        .map(candidate -> name(record, candidate))
                        .toList();
    }

    private String name(CsvRecord record, String candidate) {
        int colon = candidate.lastIndexOf(':');
        if (colon < 0) {
            throw at(record, "the candidate \"" + candidate + "\" is not name:posterior");
        }
        return candidate.substring(0, colon);
    }

    private ClicktureException at(CsvRecord record, String message) {
        return new ClicktureException(file + ":" + record.getStartingLineNumber() + ": " + message + WHAT_TO_GIVE);
    }
}
