package org.clickture.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.util.Collection;
import java.util.Locale;
import org.clickture.ClicktureException;

/** The fonts of the charts: DejaVu Sans, or the platform's own sans serif where that is missing. */
final class Fonts {

    private static final String FAMILY = "DejaVu Sans";

    private Fonts() {}

    /**
     * A font.
     *
     * @param style as in {@link Font}
     * @throws ClicktureException if Java finds no font at all
     */
    static Font font(int style, int points) {
        try {
            Font font = new Font(FAMILY, style, points);
            if (!font.getFamily(Locale.ROOT).equals(FAMILY)) {
                font = new Font(Font.SANS_SERIF, style, points);
            }
            // Without fonts it is the first layout that fails, with an Error on some JDKs.
            new TextLayout("0", font, new FontRenderContext(null, true, false)).getBounds();
            return font;
        } catch (RuntimeException | Error e) {
            throw new ClicktureException(
                    "Charts need a font, but Java finds none (" + e
                            + "). On Debian or Ubuntu: apt-get install fontconfig fonts-dejavu-core",
                    e);
        }
    }

    /** A font for names: the platform's own mix of fonts if DejaVu Sans lacks a letter of theirs. */
    static Font fontFor(Collection<String> names, int style, int points) {
        Font font = font(style, points);
        boolean complete = names.stream().allMatch(name -> font.canDisplayUpTo(name) < 0);
        return complete ? font : new Font(Font.SANS_SERIF, style, points);
    }
}
