package org.clickture.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clickture.Counts;
import org.clickture.MalformedReason;

/**
 * A small click log of the resources, with what must come out of it; their README says the conventions.
 *
 * @param recipe the recipe's file
 * @param columns where the fields stand
 * @param log the click log: a file or a folder
 * @param dataset the data set's file
 * @param places the malformed rows that are kept; empty if the trap does not say
 */
public record Trap(
        String name, Path recipe, String columns, Path log, Counts counts, String dataset, List<Oracle.Place> places) {

    private static final Path FOLDER = folder();
    private static final Pattern ESCAPE = Pattern.compile("\\\\u\\{(\\p{XDigit}+)}");

    public Trap {
        places = List.copyOf(places);
    }

    /** All traps, in the order of their table. */
    public static List<Trap> all() {
        return table("counts.tsv").stream().map(Trap::read).toList();
    }

    /** The rows of a table without its header, each as its cells. */
    public static List<List<String>> table(String file) {
        return text(file)
                .lines()
                .skip(1)
                .map(line ->
                        Arrays.stream(line.split("\t", -1)).map(Trap::unescape).toList())
                .toList();
    }

    /** The recipe that {@code matches.tsv} calls a policy. */
    public static Path recipe(String policy) {
        return FOLDER.resolve(policy.equals("longest") ? "recipe.yaml" : "recipe-" + policy + ".yaml");
    }

    /** The bytes of the click log's files by their names. */
    public SortedMap<String, byte[]> files() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(log)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    @Override
    public String toString() {
        return name;
    }

    private static Trap read(List<String> cells) {
        String name = cells.get(0);
        long[] counts = cells.stream().skip(3).mapToLong(Long::parseLong).toArray();
        Path folder = FOLDER.resolve(name);
        return new Trap(
                name,
                FOLDER.resolve(cells.get(1) + ".yaml"),
                cells.get(2),
                Files.isDirectory(folder) ? folder : FOLDER.resolve(name + ".tsv"),
                new Counts(
                        counts[0],
                        Map.of(
                                MalformedReason.FIELDS,
                                counts[1],
                                MalformedReason.KEY,
                                counts[2],
                                MalformedReason.CLICKS,
                                counts[3]),
                        counts[4],
                        counts[5],
                        counts[6],
                        counts[7],
                        counts[8],
                        counts[9],
                        counts[10]),
                text(name + ".expected.csv"),
                places(name + ".places.tsv"));
    }

    private static List<Oracle.Place> places(String file) {
        List<Oracle.Place> places = new ArrayList<>();
        if (Files.exists(FOLDER.resolve(file))) {
            for (List<String> cells : table(file)) {
                places.add(new Oracle.Place(
                        reason(cells.get(0)),
                        cells.get(1),
                        Long.parseLong(cells.get(2)),
                        Long.parseLong(cells.get(3))));
            }
        }
        return places;
    }

    private static MalformedReason reason(String key) {
        return Arrays.stream(MalformedReason.values())
                .filter(reason -> reason.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String unescape(String cell) {
        return ESCAPE.matcher(cell).replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)));
    }

    private static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        URL url = Objects.requireNonNull(Trap.class.getResource("/traps"));
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
