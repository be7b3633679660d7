package org.clickture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.clickture.cli.ProgressLines.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLinesTest {

    private static final String ERASE = "\r\u001b[K";
    private static final long GB = 1_000_000_000;

    private final StringWriter text = new StringWriter();
    private long nanos;

    @Test
    void writesOverOneLineOnATerminal() {
        ProgressLines progress = progress(Style.IN_PLACE);
        progress.update("scan", 0, 10 * GB, 0);
        nanos += TimeUnit.SECONDS.toNanos(2);
        progress.update("scan", GB, 10 * GB, 1_234_567);
        nanos += TimeUnit.SECONDS.toNanos(2);
        progress.update("scan", 4 * GB, 10 * GB, 5_000_000);
        progress.end("42 images");

        assertThat(text)
                .hasToString(ERASE + "scan  10 %  1,234,567 rows  0.50 GB/s  18 s left"
                        + ERASE + "scan  40 %  5,000,000 rows  1.00 GB/s  6.0 s left"
                        + ERASE + "42 images (4.0 s)\n");
    }

    @Test
    void redrawsTenTimesASecondAtMost() {
        ProgressLines progress = progress(Style.IN_PLACE);
        for (int i = 0; i < 100; i++) {
            nanos += TimeUnit.MILLISECONDS.toNanos(10);
            progress.update("scan", i, 100, i);
        }

        assertThat(text.toString().split(ERASE.replace("[", "\\["), -1)).hasSize(1 + 10);
    }

    @Test
    void printsALineNowAndThenElsewhere() {
        ProgressLines progress = progress(Style.LINES);
        for (int second = 0; second <= 65; second++) {
            progress.update("scan", second * GB, 65 * GB, second);
            nanos += TimeUnit.SECONDS.toNanos(1);
        }
        progress.end("done");

        assertThat(text).hasToString("""
                scan  46 %  30 rows  1.00 GB/s  35 s left
                scan  92 %  60 rows  1.00 GB/s  5.0 s left
                done (1:06 min)
                """);
    }

    @Test
    void measuresEachStepByItself() {
        ProgressLines progress = progress(Style.IN_PLACE);
        progress.update("scan", 0, 10 * GB, 0);
        nanos += TimeUnit.SECONDS.toNanos(100);
        progress.update("write", 0, 2 * GB, 7);
        nanos += TimeUnit.SECONDS.toNanos(1);
        progress.update("write", GB, 2 * GB, 7);

        assertThat(text.toString()).endsWith("write  50 %  7 rows  1.00 GB/s  1.0 s left");
    }

    @Test
    void takesAnUnfinishedLineAwayWhenTheRunFails() {
        ProgressLines progress = progress(Style.IN_PLACE);
        nanos += TimeUnit.SECONDS.toNanos(1);
        progress.update("scan", 1, 2, 1);
        progress.close();
        progress.close();

        assertThat(text.toString()).endsWith("rows  0.00 GB/s" + ERASE);
    }

    @Test
    void saysNothingWhenSilent() {
        try (ProgressLines progress = progress(Style.SILENT)) {
            nanos += TimeUnit.HOURS.toNanos(1);
            progress.update("scan", 1, 2, 1);
            progress.end("done");
        }

        assertThat(text).hasToString("");
    }

    @ParameterizedTest
    @CsvSource({
        "40, 0.0 s",
        "9440, 9.4 s",
        "9500, 10 s",
        "59400, 59 s",
        "59600, 1:00 min",
        "185000, 3:05 min",
        "7650000, 2:07:30 h"
    })
    void writesDurationsWithTheirUnit(long millis, String written) {
        assertThat(ProgressLines.duration(TimeUnit.MILLISECONDS.toNanos(millis)))
                .isEqualTo(written);
    }

    private ProgressLines progress(Style style) {
        return new ProgressLines(new PrintWriter(text), style, () -> nanos);
    }
}
