package org.clickture.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LogCheckTest {

    private static void check(String text) {
        check(text, "key,query,clicks");
    }

    private static void check(String text, String columns) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        LogCheck.check(
                "log.tsv", Arrays.copyOf(bytes, Math.min(bytes.length, LogCheck.HEAD_BYTES)), Columns.parse(columns));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n\n\n\n\n\n\n\n\n\n\n",
                "\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n",
                "hello",
                "a\tb\n",
                "k\tq\t1",
                "PK\u0003\u0004\tq\t1\n",
                "x\n\u0000\u0000\u0000\nk\tdog\t1\n",
                "# SYNTHETIC click log\nk\tdog\t1\n"
            })
    void acceptsWhateverMayBeABrokenLog(String text) {
        assertThatCode(() -> check(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "log.gz, '(\u00b5/\u00fd stuff', 'it is not gzip data but Zstandard data; give the file a name that ends in .zst'",
        "log.zst, '\u001f\u008b\u0008\u0000', 'it is not Zstandard data but gzip data; give the file a name that ends in .gz'",
        "log.gz, 'k\tdog\t1', 'it is not gzip data but text; give the file a name without that ending'",
        "log.zst, '\u0000\u0001\u0002\u0003', 'it is not Zstandard data but something else'"
    })
    void refusesWhatIsNotCompressedAsItsNameSays(String name, String text, String message) {
        assertThatThrownBy(() -> LogCheck.checkCompressed(name, text.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ClicktureException.class)
                .hasMessageStartingWith(name + ": not a click log: although its name says so, ")
                .hasMessageContaining(message)
                .hasMessageContaining("It begins with: \"");
    }

    @ParameterizedTest
    @CsvSource({"log.gz, '\u001f\u008b'", "log.zst, '(\u00b5/\u00fd'", "log.zst, 'S*M\u0018'"})
    void acceptsWhatIsCompressedAsItsNameSays(String name, String text) {
        assertThatCode(() -> LogCheck.checkCompressed(name, text.getBytes(StandardCharsets.ISO_8859_1)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "'k,dog,1\nk,cat,2\n', 'separated by \",\"'",
        "'k,http://x,dog,1\n\nk,http://x,cat,2\n', 'separated by \",\"; a click log has TABs, write it anew with them'",
        "'k|dog|1', 'separated by \"|\"'",
        "'\u001f\u008b\u0008\u0000', 'gzip data'",
        "'PK\u0003\u0004 stuff', 'ZIP archive'",
        "'\u0000\u0001\u0002\u0003', 'binary data'"
    })
    void refusesWhatIsNoLogAndShowsIt(String text, String message) {
        assertThatThrownBy(() -> check(text))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("log.tsv: not a click log")
                .hasMessageContaining(message)
                .hasMessageContaining("It begins with: \"");
    }

    @Test
    void refusesBinaryDataInWhichSomeRowsHappenToHaveTheRightNumberOfFields() {
        byte[] bytes = new byte[1 << 16];
        new Random(1).nextBytes(bytes);
        String noise = new String(bytes, StandardCharsets.ISO_8859_1) + "\nk\tdog\t1\n";

        assertThatThrownBy(() -> check("k\tdog\t1\n" + noise)).hasMessageContaining("binary data");
        assertThatCode(() -> check("k\tdog\t1\n".repeat(5000) + noise)).doesNotThrowAnyException();
        assertThatCode(() -> check("k\tdog\t1\n" + noise.substring(0, 4000))).doesNotThrowAnyException();
    }

    @Test
    void acceptsAFirstRowThatIsLongerThanTheHead() {
        assertThatCode(() -> check("a\tboxer, dog, " + "x ".repeat(40_000) + "\t1\nb\tboxer dog\t1\n"))
                .doesNotThrowAnyException();
    }

    @Test
    void pointsToColumnsWhenAllRowsHaveMoreFields() {
        assertThatThrownBy(() -> check("k\thttp://x/y.jpg\tdog\t1\n".repeat(10)))
                .hasMessageContaining(
                        "none of its first 10 rows has 3 fields, as key,query,clicks says. The first has 4 fields,")
                .hasMessageContaining("--columns")
                .hasMessageContaining("k\\thttp://x/y.jpg\\tdog\\t1");
        assertThatThrownBy(() -> check("k\thttp://x/y.jpg\tdog\t1\n".repeat(10_000)))
                .hasMessageContaining("--columns");
    }

    @Test
    void saysHowManyFieldsThereAreWhenColumnsNameMore() {
        assertThatThrownBy(() -> check("k\tdog\t1\n".repeat(10), "key,-,query,clicks"))
                .hasMessageContaining(
                        "has 4 fields, as key,-,query,clicks says. The first has 3 fields, with TABs between");
        assertThatThrownBy(() -> check("k dog 1\n".repeat(10), "key,query,clicks"))
                .hasMessageContaining("The first has 1 field, with TABs between");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n", "a,b,c\nd,e\n", "k\tdog, cat, mouse\n"})
    void takesNoCharacterForASeparatorThatSeparatesNoThreeFieldsAlike(String text) {
        assertThatCode(() -> check(text)).doesNotThrowAnyException();
    }

    @Test
    void seesThatAGeneratorMadeIt() {
        assertThat(LogCheck.isSynthetic("# SYNTHETIC click log\n".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(LogCheck.isSynthetic("# SYN".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
