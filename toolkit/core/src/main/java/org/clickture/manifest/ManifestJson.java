package org.clickture.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clickture.ClicktureException;
import org.clickture.MalformedReason;
import org.clickture.MalformedRow;

/** A manifest as JSON, the names in snake case. */
final class ManifestJson {

    private ManifestJson() {}

    static String write(Manifest manifest) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", manifest.format());
        fields.put("toolkit_version", manifest.toolkitVersion());
        fields.put("commit", manifest.commit());
        fields.put("jdk", manifest.jdk());
        fields.put("synthetic", manifest.synthetic());
        fields.put("label", manifest.labelName());
        fields.put("recipe", source(manifest.recipe()));
        fields.put("lexicon", source(manifest.lexicon()));
        manifest.homonyms().ifPresent(homonyms -> fields.put("homonyms", source(homonyms)));
        fields.put("columns", manifest.columns());
        fields.put("inputs", list(manifest.inputs(), ManifestJson::file));
        fields.put("counts", CountsJson.fields(manifest.counts()));
        fields.put("malformed_rows", list(manifest.malformed(), ManifestJson::row));
        fields.put("files", list(manifest.files(), ManifestJson::file));
        return JsonObject.write(fields);
    }

    static Manifest parse(String json, String where) {
        JsonObject object = JsonObject.parse(json, where);
        long format = object.count("format");
        if (format != Manifest.FORMAT) {
            throw new ClicktureException("%s has format %d, this version of the toolkit reads format %d: build it again"
                    .formatted(where, format, Manifest.FORMAT));
        }
        return new Manifest(
                Manifest.FORMAT,
                object.string("toolkit_version"),
                object.string("commit"),
                object.string("jdk"),
                object.truth("synthetic"),
                object.string("label"),
                source(object.object("recipe")),
                source(object.object("lexicon")),
                object.optional("homonyms").map(ManifestJson::source),
                object.string("columns"),
                object.objects("inputs").stream().map(ManifestJson::file).toList(),
                CountsJson.parse(object.object("counts")),
                object.objects("malformed_rows").stream().map(ManifestJson::row).toList(),
                object.objects("files").stream().map(ManifestJson::file).toList());
    }

    private static <T> List<Map<String, Object>> list(List<T> values, Function<T, Map<String, Object>> fields) {
        return values.stream().map(fields).toList();
    }

    private static Map<String, Object> source(Manifest.Source source) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", source.name());
        fields.put("sha256", source.sha256());
        return fields;
    }

    private static Manifest.Source source(JsonObject json) {
        return new Manifest.Source(json.string("name"), json.string("sha256"));
    }

    private static Map<String, Object> file(InputFile file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", file.name());
        fields.put("bytes", file.bytes());
        fields.put("crc32c", file.crc32c());
        return fields;
    }

    private static InputFile file(JsonObject json) {
        return new InputFile(json.string("name"), json.count("bytes"), json.string("crc32c"));
    }

    private static Map<String, Object> row(MalformedRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reason", row.reason().key());
        fields.put("file", row.file());
        fields.put("row", row.row());
        fields.put("byte_offset", row.byteOffset());
        fields.put("found", row.found());
        return fields;
    }

    private static MalformedRow row(JsonObject json) {
        String key = json.string("reason");
        for (MalformedReason reason : MalformedReason.values()) {
            if (reason.key().equals(key)) {
                return new MalformedRow(
                        reason,
                        json.string("file"),
                        json.count("row"),
                        json.count("byte_offset"),
                        json.string("found"));
            }
        }
        throw new ClicktureException(
                JsonObject.damaged(json.where() + ": no reason of malformed rows is called \"" + key + "\""));
    }
}
