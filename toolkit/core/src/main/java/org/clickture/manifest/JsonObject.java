package org.clickture.manifest;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickture.ClicktureException;
import org.jspecify.annotations.Nullable;

/** A JSON object whose fields must be there and have the right type. */
final class JsonObject {

    /** Indented, with line feeds on every system. */
    private static final JSON WRITER = JSON.std.with(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private final Map<?, ?> fields;
    private final String where;

    private JsonObject(Map<?, ?> fields, String where) {
        this.fields = fields;
        this.where = where;
    }

    static JsonObject parse(String json, String where) {
        try {
            if (JSON.std.anyFrom(json) instanceof Map<?, ?> fields) {
                return new JsonObject(fields, where);
            }
        } catch (IOException e) {
            throw new ClicktureException(damaged(where + " holds no JSON object: " + firstLine(e.getMessage())), e);
        }
        throw new ClicktureException(damaged(where + " holds no JSON object"));
    }

    /** Text of an object whose fields come in the order of the map, with a final line feed. */
    static String write(Map<String, Object> fields) {
        try {
            return WRITER.asString(fields) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    String string(String name) {
        return field(name, String.class);
    }

    boolean truth(String name) {
        return field(name, Boolean.class);
    }

    /** A whole number in [0, 2^63). */
    long count(String name) {
        Number number = field(name, Number.class);
        if (!(number instanceof Integer || number instanceof Long) || number.longValue() < 0) {
            throw new ClicktureException(damaged(where + ": \"" + name + "\" is no count: " + number));
        }
        return number.longValue();
    }

    /** An object that may be missing. */
    Optional<JsonObject> optional(String name) {
        return fields.containsKey(name) ? Optional.of(object(name)) : Optional.empty();
    }

    JsonObject object(String name) {
        return new JsonObject(field(name, Map.class), where + ": " + name);
    }

    List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (Object element : field(name, List.class)) {
            String place = where + ": " + name + "[" + objects.size() + "]";
            objects.add(new JsonObject(cast(element, Map.class, place), place));
        }
        return objects;
    }

    String where() {
        return where;
    }

    private <T> T field(String name, Class<T> type) {
        return cast(fields.get(name), type, where + ": \"" + name + "\"");
    }

    private static <T> T cast(@Nullable Object value, Class<T> type, String place) {
        if (value == null) {
            throw new ClicktureException(damaged(place + " is missing"));
        }
        if (!type.isInstance(value)) {
            throw new ClicktureException(damaged(place + " has the wrong type"));
        }
        return type.cast(value);
    }

    /** What to say if a store's file does not hold what a build wrote. */
    static String damaged(String what) {
        return what + "; the store is damaged: build it again";
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
