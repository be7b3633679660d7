package org.clickture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTextTest {

    @ParameterizedTest
    @CsvSource({
        "'red \u001b[31mdog', 'red \\u001b[31mdog'",
        "'a\tb', 'a\\u0009b'",
        "'a\nb', 'a\\u000ab'",
        "'c1 \u009b2J', 'c1 \\u009b2J'",
        "'delete\u007f', 'delete\\u007f'",
        "'\u202egod', '\\u202egod'",
        "'line\u2028end', 'line\\u2028end'",
        "'half \ud83d', 'half \\ud83d'",
        "'tag \udb40\udc41', 'tag \\u{e0041}'",
    })
    void showsWhatATerminalWouldActOnAsItsCode(String text, String printable) {
        assertThat(PrintableText.line(text)).isEqualTo(printable);
    }

    @ParameterizedTest
    @CsvSource({"boxer puppies", "Hündin", "犬", "🐕 dog", "back\\slash", "a b"})
    void leavesOtherTextAlone(String text) {
        assertThat(PrintableText.line(text)).isSameAs(text);
    }

    @Test
    void keepsTheLineFeedsOfAMessage() {
        assertThat(PrintableText.lines("first\nsecond\r")).isEqualTo("first\nsecond\\u000d");
    }
}
