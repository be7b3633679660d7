package org.clickture.cli;

/**
 * Makes untrusted text fit for a terminal: what could move the cursor, change colours, reorder or hide text is shown as
 * its code instead, such as {@code \u001b}.
 */
final class PrintableText {

    private PrintableText() {}

    /** The text as one line. */
    static String line(String text) {
        return escape(text, false);
    }

    /** The text with its line feeds kept. */
    static String lines(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean keepLineFeeds) {
        StringBuilder printable = null;
        for (int i = 0, width; i < text.length(); i += width) {
            int codePoint = text.codePointAt(i);
            width = Character.charCount(codePoint);
            boolean harmless = isHarmless(codePoint) || (keepLineFeeds && codePoint == '\n');
            if (!harmless && printable == null) {
                printable = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (printable != null) {
                append(printable, codePoint, harmless);
            }
        }
        return printable == null ? text : printable.toString();
    }

    private static void append(StringBuilder printable, int codePoint, boolean harmless) {
        if (harmless) {
            printable.appendCodePoint(codePoint);
        } else {
            printable.append(String.format(codePoint < 0x10000 ? "\\u%04x" : "\\u{%x}", codePoint));
        }
    }

    private static boolean isHarmless(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7f) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
