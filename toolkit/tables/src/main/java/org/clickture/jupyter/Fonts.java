package org.clickture.jupyter;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** The JDK's fonts, without the file that they leave behind. */
final class Fonts {

    private static boolean loaded;

    private Fonts() {}

    /**
     * Loads the fonts, once. On Linux the JDK notes what it found in {@code .java/fonts} of the home folder, silently
     * and without a switch; for a moment there is no such folder.
     */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        String home = System.getProperty("user.home");
        System.setProperty("user.home", "/dev/null");
        try {
            Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            graphics.getFontMetrics(new Font(Font.DIALOG, Font.PLAIN, 12)).stringWidth("x");
            graphics.dispose();
            loaded = true;
        } finally {
            System.setProperty("user.home", home);
        }
    }
}
