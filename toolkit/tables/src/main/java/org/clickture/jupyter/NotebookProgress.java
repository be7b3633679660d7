package org.clickture.jupyter;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.clickture.Progress;

/**
 * A bar below a cell that moves in place. Its last state is the summary alone, which is the same in every run; what it
 * showed before is marked by its metadata, so that a comparison of outputs can leave it out.
 */
final class NotebookProgress implements Progress {

    private static final Map<String, Object> METADATA = Map.of("clickture", "progress");
    private static final long INTERVAL_NANOS = 250_000_000;

    private final Kernel kernel;
    private final String displayId = UUID.randomUUID().toString();
    private String step = "";
    private long stepStartNanos;
    private boolean visible;
    private long shownNanos;

    NotebookProgress(Kernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public void update(String currentStep, long done, long total, long rows) {
        long nanos = System.nanoTime();
        if (!currentStep.equals(step)) {
            step = currentStep;
            stepStartNanos = nanos;
        }
        if (!visible || nanos - shownNanos >= INTERVAL_NANOS) {
            shownNanos = nanos;
            double share = total > 0 ? Math.min(1, (double) done / total) : 1;
            double seconds = (nanos - stepStartNanos) / 1e9;
            String text = text(step, share, done, rows, seconds);
            String bar = String.format(
                    Locale.ROOT, "<progress max=\"1\" value=\"%.3f\" style=\"width:16em\"></progress> ", share);
            show(text, bar);
        }
    }

    @Override
    public void end(String summary) {
        show(summary, "");
    }

    private static String text(String step, double share, long done, long rows, double seconds) {
        String text = String.format(Locale.ROOT, "%s: %.0f %%, %,d rows", step, 100 * share, rows);
        if (share == 0 || seconds < 1) {
            return text; // too early to tell how fast it is
        }
        double secondsLeft = seconds * (1 - share) / share;
        return String.format(
                Locale.ROOT, "%s, %,.0f MB/s, %,.0f s left", text, done / seconds / 1e6, Math.ceil(secondsLeft));
    }

    private void show(String text, String bar) {
        String clean = Grid.clean(text);
        String html = "<div>" + bar + Grid.escape(clean) + "</div>";
        Rendering rendering = new Rendering(Map.of(Rendering.TEXT, clean, Rendering.HTML, html), METADATA);
        if (visible) {
            kernel.replace(displayId, rendering);
        } else {
            kernel.display(displayId, rendering);
            visible = true;
        }
    }
}
