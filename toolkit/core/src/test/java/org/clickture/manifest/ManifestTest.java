package org.clickture.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.clickture.ClicktureException;
import org.clickture.Counts;
import org.clickture.MalformedReason;
import org.clickture.MalformedRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    private static final Counts COUNTS = new Counts(
            9_000_000_000_000_000_000L,
            Map.of(MalformedReason.FIELDS, 1L, MalformedReason.CLICKS, 3_000_000_000L),
            4,
            50,
            40,
            30,
            20,
            10,
            5);

    private static final Manifest MANIFEST = new Manifest(
            Manifest.FORMAT,
            "0.1.0",
            "abc1234",
            "17.0.15+6",
            true,
            "breed",
            new Manifest.Source("dog.yaml", "00ff"),
            new Manifest.Source("dog-breeds.tsv", "11ee"),
            Optional.of(new Manifest.Source("homonyms.tsv", "22dd")),
            "key,query,clicks",
            List.of(
                    new InputFile("logs/a \"quoted\"\tÜ.tsv", 5_000_000_000L, "0000000a"),
                    new InputFile("b", 0, "00000000")),
            COUNTS,
            List.of(new MalformedRow(MalformedReason.CLICKS, "b", 7, 1L << 40, "\\t\u2028<script>")),
            List.of(new InputFile("images.dat", 12, "12345678")));

    @Test
    void readsWhatItWrote() {
        assertThat(Manifest.parse(MANIFEST.toJson(), "test")).isEqualTo(MANIFEST);
        Manifest bare = new Manifest(
                Manifest.FORMAT,
                "",
                "",
                "",
                false,
                "",
                MANIFEST.recipe(),
                MANIFEST.lexicon(),
                Optional.empty(),
                "",
                List.of(),
                COUNTS,
                List.of(),
                List.of());
        assertThat(Manifest.parse(bare.toJson(), "test")).isEqualTo(bare);
    }

    @Test
    void writesTheNamesOfTheSpecificationInTheirOrder() {
        assertThat(CountsJson.write(COUNTS)).isEqualTo("""
                        {
                          "rows" : 9000000000000000000,
                          "malformed" : {
                            "fields" : 1,
                            "key" : 0,
                            "clicks" : 3000000000
                          },
                          "invalid_utf8" : 4,
                          "gated" : 50,
                          "matched" : 40,
                          "pairs" : 30,
                          "images" : 20,
                          "breeds" : 10,
                          "ambiguous" : 5
                        }
                        """);
        assertThat(CountsJson.parse(CountsJson.write(COUNTS), "test")).isEqualTo(COUNTS);
    }

    @Test
    void indentsEveryLevelWithLineFeeds() {
        assertThat(MANIFEST.toJson())
                .startsWith("{\n  \"format\" : 1,\n  \"toolkit_version\" : \"0.1.0\",\n")
                .contains("\n  \"counts\" : {\n    \"rows\" : 9000000000000000000,\n")
                .contains("\n    {\n      \"name\" : \"images.dat\",\n")
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    @Test
    void namesTheFieldThatIsMissingOrWrong() {
        String json = MANIFEST.toJson();
        Map<String, String> problemByDamage = Map.of(
                json.replace("\"pairs\" : 30", "\"pairs\" : -30"), "m.json: counts: \"pairs\" is no count: -30",
                json.replace("\"pairs\" : 30", "\"pairs\" : 30.5"), "m.json: counts: \"pairs\" is no count: 30.5",
                json.replace("\"pairs\" : 30", "\"pairs\" : \"30\""), "m.json: counts: \"pairs\" has the wrong type",
                json.replace("\"crc32c\" : \"12345678\"", "\"crc\" : 1"), "m.json: files[0]: \"crc32c\" is missing",
                json.replace("\"inputs\"", "\"imputs\""), "m.json: \"inputs\" is missing",
                json.replace("\"reason\" : \"clicks\"", "\"reason\" : \"clocks\""),
                        "m.json: malformed_rows[0]: no reason of malformed rows is called \"clocks\"",
                json.replace("\"format\" : 1", "\"format\" : 2"),
                        "m.json has format 2, this version of the toolkit reads format 1: build it again");
        problemByDamage.forEach((damaged, problem) -> assertThatThrownBy(() -> Manifest.parse(damaged, "m.json"))
                .isInstanceOf(ClicktureException.class)
                .hasMessageStartingWith(problem)
                .hasMessageEndingWith(": build it again"));
    }

    @Test
    void refusesWhatIsNoJsonObject() {
        for (String text : List.of("", " ", "null", "7", "[]", "{", "{\"format\" : 1} x", "<html>", "\u0000\u0001")) {
            assertThatThrownBy(() -> Manifest.parse(text, "m.json"))
                    .as(text)
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageStartingWith("m.json");
        }
    }

    @Test
    void describesFilesByTheirBytes(@TempDir Path folder) throws IOException {
        // Check value of CRC-32C (RFC 3720 names the polynomial) and the SHA-256 of FIPS 180-2, "abc".
        Path nine = Files.writeString(folder.resolve("nine"), "123456789");
        assertThat(InputFile.of("given", nine)).isEqualTo(new InputFile("given", 9, "e3069283"));
        Path abc = Files.writeString(folder.resolve("abc"), "abc");
        assertThat(Manifest.Source.of(abc))
                .isEqualTo(
                        new Manifest.Source("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        byte[] large = "0123456789abcdef".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        CRC32C crc = new CRC32C();
        crc.update(large);
        assertThat(InputFile.of("large", Files.write(folder.resolve("large"), large)))
                .isEqualTo(new InputFile("large", large.length, InputFile.hex(crc)));
        assertThat(InputFile.of("empty", Files.createFile(folder.resolve("empty"))))
                .isEqualTo(new InputFile("empty", 0, "00000000"));
    }
}
