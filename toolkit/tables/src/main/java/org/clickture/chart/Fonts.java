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

    private static boolean loaded;

    private Fonts() {}

    /**
     * A font.
     *
     * @param style as in {@link Font}
     * @throws ClicktureException if Java finds no font at all
     */
    static Font font(int style, int points) {
        try {
            load();
            Font font = new Font(FAMILY, style, points);
            return font.getFamily(Locale.ROOT).equals(FAMILY) ? font : new Font(Font.SANS_SERIF, style, points);
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

    /**
     * Makes Java look for fonts, once, by laying out a first text: this is what fails without fonts, with an Error on
     * some JDKs. On Linux the JDK also notes what it found in {@code .java/fonts} of the home folder, silently and
     * without a switch; so for a moment there is no such folder.
     */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        String home = System.getProperty("user.home");
        System.setProperty("user.home", "/dev/null");
        try {
            new TextLayout("0", new Font(FAMILY, Font.PLAIN, 12), new FontRenderContext(null, true, false)).getBounds();
            loaded = true;
        } finally {
            System.setProperty("user.home", home);
        }
    }
}
