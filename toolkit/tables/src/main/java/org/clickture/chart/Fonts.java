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
     * Has Java look for fonts, once. On Linux it then notes what it found in {@code .java/fonts} of the home folder,
     * without a switch to turn that off; so for a moment there is no such folder. Fonts that something else asked for
     * earlier are there already, and so is that file.
     */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        String home = System.getProperty("user.home");
        System.setProperty("user.home", "/dev/null");
        try {
            layOut(new Font(FAMILY, Font.PLAIN, 12));
            loaded = true;
        } finally {
            System.setProperty("user.home", home);
        }
    }

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
            if (!font.getFamily(Locale.ROOT).equals(FAMILY)) {
                font = new Font(Font.SANS_SERIF, style, points);
            }
            layOut(font);
            return font;
        } catch (RuntimeException | Error e) {
            throw new ClicktureException(
                    "Charts need a font, but Java finds none (" + e
                            + "). On Debian or Ubuntu: apt-get install fontconfig fonts-dejavu-core",
                    e);
        }
    }

    /** Without fonts it is the first layout that fails, with an Error on some JDKs. */
    private static void layOut(Font font) {
        new TextLayout("0", font, new FontRenderContext(null, true, false)).getBounds();
    }

    /** A font for names: the platform's own mix of fonts if DejaVu Sans lacks a letter of theirs. */
    static Font fontFor(Collection<String> names, int style, int points) {
        Font font = font(style, points);
        boolean complete = names.stream().allMatch(name -> font.canDisplayUpTo(name) < 0);
        return complete ? font : new Font(Font.SANS_SERIF, style, points);
    }
}
