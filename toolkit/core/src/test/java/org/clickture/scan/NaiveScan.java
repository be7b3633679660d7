package org.clickture.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.clickture.MalformedReason;

/** The slow, obvious reader of click logs that the scan is compared with. Its gate is: the query holds "dog" or "é". */
final class NaiveScan {

    private final Columns columns;
    private final List<String> triads = new ArrayList<>();
    private final Map<MalformedReason, List<String>> places = new EnumMap<>(MalformedReason.class);
    private final Map<MalformedReason, Long> malformed = new EnumMap<>(MalformedReason.class);
    private long rows;

    NaiveScan(Columns columns) {
        this.columns = columns;
        for (MalformedReason reason : MalformedReason.values()) {
            places.put(reason, new ArrayList<>());
            malformed.put(reason, 0L);
        }
    }

    static boolean admits(String query) {
        return query.toLowerCase(java.util.Locale.ROOT).contains("dog") || query.contains("Ã©");
    }

    static String triad(int file, long byteOffset, String key, String query, long clicks) {
        return "%d:%d %s|%s|%d".formatted(file, byteOffset, key, query, clicks);
    }

    static String place(MalformedReason reason, int file, long row, long byteOffset) {
        return "%s %d:%d at %d".formatted(reason, file, row, byteOffset);
    }

    /** One character a byte. */
    void read(int file, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.startsWith("ï»¿") ? 3 : 0;
        long row = 0;
        while (at < text.length()) {
            int lineFeed = text.indexOf('\n', at);
            int end = lineFeed < 0 ? text.length() : lineFeed;
            String line = text.substring(at, end);
            rows++;
            row++;
            read(file, row, at, line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            at = end + 1;
        }
    }

    private void read(int file, long row, long byteOffset, String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != columns.count()) {
            malformed(MalformedReason.FIELDS, file, row, byteOffset);
        } else if (admits(fields[columns.query()])) {
            String key = fields[columns.key()];
            String clicks = fields[columns.clicks()];
            if (!key.matches("[!-~]{1,255}")) {
                malformed(MalformedReason.KEY, file, row, byteOffset);
            } else if (!clicks.matches("[0-9]{1,15}") || Long.parseLong(clicks) < 1) {
                malformed(MalformedReason.CLICKS, file, row, byteOffset);
            } else {
                triads.add(triad(file, byteOffset, key, fields[columns.query()], Long.parseLong(clicks)));
            }
        }
    }

    private void malformed(MalformedReason reason, int file, long row, long byteOffset) {
        malformed.merge(reason, 1L, Long::sum);
        List<String> kept = places.getOrDefault(reason, List.of());
        if (kept.size() < 10) {
            kept.add(place(reason, file, row, byteOffset));
        }
    }

    List<String> triads() {
        Collections.sort(triads);
        return triads;
    }

    Map<MalformedReason, Long> malformed() {
        return malformed;
    }

    List<String> places() {
        return places.values().stream().flatMap(List::stream).toList();
    }

    long rows() {
        return rows;
    }

    /** A log of some hundred bytes that is full of traps; at least one row has the right number of fields. */
    static byte[] randomLog(SplittableRandom random, Columns columns) {
        StringBuilder log = new StringBuilder(random.nextInt(4) == 0 ? "ï»¿" : "");
        String right = "dog" + "\tdog".repeat(columns.count() - 1) + "\n";
        log.append(right);
        for (int rows = random.nextInt(30); rows > 0; rows--) {
            int fields = random.nextInt(5) == 0 ? random.nextInt(7) : columns.count();
            for (int field = 0; field < fields; field++) {
                log.append(field == 0 ? "" : "\t").append(randomField(random));
            }
            log.append(random.nextInt(4) == 0 ? "\r\n" : "\n");
        }
        if (random.nextInt(3) == 0) {
            log.append(List.of("\r", "a\tdog\t1", "\t\t", "dog", "a\tdog\t1\r").get(random.nextInt(5)));
        }
        return log.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String randomField(SplittableRandom random) {
        return switch (random.nextInt(16)) {
            case 0 -> "";
            case 1 -> "k".repeat(254 + random.nextInt(3));
            case 2 -> "9".repeat(14 + random.nextInt(3));
            case 3 -> "0".repeat(random.nextInt(4));
            case 4 -> "a b";
            case 5 -> "Ã©";
            case 6 -> "x\u0000dog";
            case 7 -> "HotDog";
            case 8 -> "a\rdog";
            case 9 -> "q".repeat(random.nextInt(9000)) + "dog";
            case 10 -> "+1";
            case 11 -> "\u007F";
            case 12 -> "AAAAAAAAAAAAAA";
            default -> Integer.toString(1 + random.nextInt(999));
        };
    }
}
