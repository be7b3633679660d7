package org.clickture.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A click log that fits on a page, with a recipe for it and what must come out. */
record SmallLog(Path recipe, Path log) {

    static final String DATASET = """
            breed,image_key,clicks,queries
            boxer,AAAAAAAAAAAAAA,17,3
            german shepherd,BBBBBBBBBBBBBB,10,2
            pug,AAAAAAAAAAAAAA,2,1
            pug,EEEEEEEEEEEEEE,1,1
            pug,GGGGGGGGGGGGGG,1,1
            """;

    static final Map<String, Object> COUNTS = Map.of(
            "rows", 12,
            "malformed", Map.of("fields", 1, "key", 1, "clicks", 1),
            "invalid_utf8", 1,
            "gated", 8,
            "matched", 7,
            "pairs", 5,
            "images", 4,
            "breeds", 3,
            "ambiguous", 1);

    private static final String RECIPE = """
            gate: [dog, dogs, puppy, puppies]
            label: breed
            lexicon: breeds.tsv
            """;

    private static final String LEXICON = """
            breed\taliases
            boxer\t
            german shepherd\talsatian
            pug\t
            """;

    /** ISO 8859-1: the last query holds a byte that is no UTF-8. */
    private static final String LOG = """
            AAAAAAAAAAAAAA\tboxer dog\t10
            AAAAAAAAAAAAAA\tBoxer Dogs\t5
            AAAAAAAAAAAAAA\tpug or boxer puppy\t2
            BBBBBBBBBBBBBB\tgerman-shepherd dog\t7
            BBBBBBBBBBBBBB\talsatian dog\t3
            CCCCCCCCCCCCCC\tcute puppies\t4
            DDDDDDDDDDDDDD\tred shoes\t9
            EEEEEEEEEEEEEE\td\u00c3\u00b6g pug \u001b[31m!\t1
            FFFFFFFFFFFFFF\tpug dog\tzero
            one field
            a key\tpug dog\t1
            GGGGGGGGGGGGGG\tpug dog \u00ff\t1
            """;

    /** Writes recipe, lexicon and log into a folder. */
    static SmallLog in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("breeds.tsv"), LEXICON);
        return new SmallLog(
                Files.writeString(folder.resolve("dog.yaml"), RECIPE),
                Files.writeString(folder.resolve("log.tsv"), LOG, StandardCharsets.ISO_8859_1));
    }
}
