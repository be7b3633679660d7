package org.clickture.manifest;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clickture.Counts;
import org.clickture.MalformedReason;

/**
 * The counts of a run as JSON: {@code rows}, {@code malformed} (an object: {@code fields}, {@code key}, {@code clicks}),
 * {@code invalid_utf8}, {@code gated}, {@code matched}, {@code pairs}, {@code images}, {@code breeds},
 * {@code ambiguous}, in this order.
 */
public final class CountsJson {

    private CountsJson() {}

    /** The counts as indented JSON with a final line feed; equal counts give equal texts. */
    public static String write(Counts counts) {
        return JsonObject.write(fields(counts));
    }

    /**
     * Reads counts from their JSON text.
     *
     * @param where the file that held it, for messages
     * @throws org.clickture.ClicktureException if a count is missing or no whole number of at least 0
     */
    public static Counts parse(String json, String where) {
        return parse(JsonObject.parse(json, where));
    }

    static Map<String, Object> fields(Counts counts) {
        Map<String, Object> malformed = new LinkedHashMap<>();
        counts.malformed().forEach((reason, rows) -> malformed.put(reason.key(), rows));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rows", counts.rows());
        fields.put("malformed", malformed);
        fields.put("invalid_utf8", counts.invalidUtf8());
        fields.put("gated", counts.gated());
        fields.put("matched", counts.matched());
        fields.put("pairs", counts.pairs());
        fields.put("images", counts.images());
        fields.put("breeds", counts.breeds());
        fields.put("ambiguous", counts.ambiguous());
        return fields;
    }

    static Counts parse(JsonObject json) {
        JsonObject byReason = json.object("malformed");
        Map<MalformedReason, Long> malformed = new EnumMap<>(MalformedReason.class);
        for (MalformedReason reason : MalformedReason.values()) {
            malformed.put(reason, byReason.count(reason.key()));
        }
        return new Counts(
                json.count("rows"),
                malformed,
                json.count("invalid_utf8"),
                json.count("gated"),
                json.count("matched"),
                json.count("pairs"),
                json.count("images"),
                json.count("breeds"),
                json.count("ambiguous"));
    }
}
