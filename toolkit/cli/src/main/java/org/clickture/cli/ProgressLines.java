package org.clickture.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.clickture.Progress;

/**
 * Shows progress as text: on a terminal one line that is written over, ten times a second at most; elsewhere a plain line
 * every 30 seconds. Not thread-safe.
 */
final class ProgressLines implements Progress, AutoCloseable {

    enum Style {
        SILENT,
        LINES,
        IN_PLACE
    }

    private static final String RETURN_AND_ERASE = "\r\u001b[K";
    private static final long NANOS_BETWEEN_REDRAWS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long NANOS_BETWEEN_LINES = TimeUnit.SECONDS.toNanos(30);

    private final PrintWriter err;
    private final Style style;
    private final LongSupplier nanoClock;
    private final long startNanos;
    private String step = "";
    private long stepStartNanos;
    private long stepStartBytes;
    private long lastShownNanos;
    private boolean lineStands;

    ProgressLines(PrintWriter err, Style style, LongSupplier nanoClock) {
        this.err = err;
        this.style = style;
        this.nanoClock = nanoClock;
        startNanos = nanoClock.getAsLong();
        lastShownNanos = startNanos;
    }

    @Override
    public void update(String currentStep, long done, long total, long rows) {
        long now = nanoClock.getAsLong();
        if (!currentStep.equals(step)) {
            step = currentStep;
            stepStartNanos = now;
            stepStartBytes = done;
        }
        if (style == Style.SILENT || now - lastShownNanos < nanosBetween()) {
            return;
        }
        lastShownNanos = now;
        show(line(done, total, rows, now));
    }

    @Override
    public void end(String summary) {
        close();
        if (style != Style.SILENT) {
            String took = duration(nanoClock.getAsLong() - startNanos);
            err.println(PrintableText.line(summary) + " (" + took + ")");
            err.flush();
        }
    }

    /** Takes an unfinished line away, so that what comes next begins a line. */
    @Override
    public void close() {
        if (lineStands) {
            err.print(RETURN_AND_ERASE);
            err.flush();
            lineStands = false;
        }
    }

    private long nanosBetween() {
        return style == Style.IN_PLACE ? NANOS_BETWEEN_REDRAWS : NANOS_BETWEEN_LINES;
    }

    private void show(String line) {
        if (style == Style.IN_PLACE) {
            err.print(RETURN_AND_ERASE + line);
            lineStands = true;
        } else {
            err.println(line);
        }
        err.flush();
    }

    private String line(long done, long total, long rows, long now) {
        double percent = total > 0 ? 100.0 * done / total : 0;
        double nanos = Math.max(1, now - stepStartNanos);
        double bytesPerNano = (done - stepStartBytes) / nanos; // = GB/s
        String left = bytesPerNano > 0 ? duration((long) ((total - done) / bytesPerNano)) + " left" : "";
        return String.format(
                        Locale.ROOT, "%s %3.0f %%  %,d rows  %.2f GB/s  %s", step, percent, rows, bytesPerNano, left)
                .stripTrailing();
    }

    /** Such as {@code 0.4 s}, {@code 12 s}, {@code 3:05 min} or {@code 2:07:30 h}. */
    static String duration(long nanos) {
        long seconds = Math.round(nanos / 1e9);
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d:%02d:%02d h", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
