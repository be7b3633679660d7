package org.clickture.scan;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where the fields of a triad stand in a row.
 *
 * @param count how many fields a row has
 * @param key position of the image key, the first is 0
 * @param query position of the query
 * @param clicks position of the click count
 */
public record Columns(int count, int key, int query, int clicks) {

    private static final String WHAT_TO_GIVE =
            "; name every field of a row, in their order, with commas between, such as key,-,query,clicks";

    /**
     * Reads a list such as {@code key,query,clicks} or {@code key,-,query,clicks}; {@code -} stands for a field that is
     * not read.
     *
     * @throws IllegalArgumentException if key, query and clicks are not there once each, or there is another word
     */
    public static Columns parse(String list) {
        List<String> names = Arrays.asList(list.split(",", -1));
        for (String name : names) {
            if (!List.of("key", "query", "clicks", "-").contains(name)) {
                throw new IllegalArgumentException("columns \"" + list + "\": \"" + name
                        + "\" is none of key, query, clicks and - (a field that is not read)" + WHAT_TO_GIVE);
            }
        }
        for (String name : List.of("key", "query", "clicks")) {
            if (Collections.frequency(names, name) != 1) {
                throw new IllegalArgumentException(
                        "columns \"" + list + "\": " + name + " must stand there once" + WHAT_TO_GIVE);
            }
        }
        return new Columns(names.size(), names.indexOf("key"), names.indexOf("query"), names.indexOf("clicks"));
    }

    /** The list that {@link #parse} reads. */
    String list() {
        String[] names = new String[count];
        Arrays.fill(names, "-");
        names[key] = "key";
        names[query] = "query";
        names[clicks] = "clicks";
        return String.join(",", names);
    }
}
