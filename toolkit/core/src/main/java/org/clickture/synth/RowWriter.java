package org.clickture.synth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.clickture.lexicon.Matcher;

/**
 * Writes the rows of one image after the other: key, query, clicks. Every query that could be read as a breed is read with
 * the real matcher before it is kept, so that nothing is planted by accident, whatever the lexicon holds. Not thread-safe.
 */
final class RowWriter {

    static final int NO_LABEL = -1;

    /** What a query must be read as: the labels of the image, as bits. */
    static final int NOTHING = 0;

    static final int FIRST = 1;
    static final int SECOND = 2;
    static final int BOTH = FIRST | SECOND;

    private static final int UNEXPECTED = 4;

    private static final int ATTEMPTS = 24;
    private static final int ATTEMPTS_TO_DIFFER = 8;

    private static final int KEY_CHARACTERS = 14;
    private static final byte[] BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(StandardCharsets.US_ASCII);

    /** Begins a character of two bytes, which nothing ends. */
    private static final int LEAD_BYTE = 0xC3;

    private static final double CAPITALISED = 0.03;
    private static final double SHOUTED = 0.01;

    private final Rng rng;
    private final Matcher matcher;
    private final Law clicks;
    private final double unusual;
    private final double invalidUtf8;
    private final double malformed;

    private final byte[] key = new byte[KEY_CHARACTERS];
    private final Block block;
    private final ByteText text;
    private int rowStart;
    private int queryStart;
    private long[] queries = new long[64];
    private int queryCount;
    private int first;
    private int second;
    private double clickFactor = 1;
    private int leastClicks;

    /**
     * @param rng makes all random choices
     * @param block gets the rows
     */
    RowWriter(Model model, Rng rng, Block block) {
        this.rng = rng;
        this.block = block;
        text = block.rows();
        matcher = model.breeds().newMatcher();
        clicks = model.clicks();
        SynthRequest request = model.request();
        unusual = request.value(Knob.UNUSUAL_SHARE);
        invalidUtf8 = request.value(Knob.INVALID_UTF8_SHARE);
        malformed = request.value(Knob.MALFORMED_SHARE);
    }

    /** Begins an image that no query may be read as a label of, and draws its key: 80 random bits in base64. */
    void beginImage() {
        queryCount = 0;
        expect(NO_LABEL, NO_LABEL);
        long bits = rng.next();
        for (int i = 0; i < 10; i++) {
            key[i] = BASE64[(int) (bits >>> 58)];
            bits <<= 6;
        }
        long rest = rng.next();
        for (int i = 10; i < 13; i++) {
            key[i] = BASE64[(int) (rest >>> 58)];
            rest <<= 6;
        }
        key[13] = BASE64[(int) (rest >>> 62) << 4];
    }

    byte[] key() {
        return key;
    }

    /** Says which labels queries of this image may be read as. */
    void expect(int firstLabel, int secondLabel) {
        first = firstLabel;
        second = secondLabel;
    }

    /**
     * Says how the next row is clicked.
     *
     * @param factor so many times more often than others
     * @param least but not less often than that
     */
    void click(double factor, int least) {
        clickFactor = factor;
        leastClicks = least;
    }

    private void clickAsUsual() {
        click(1, 0);
    }

    /** Begins a row; the text that its query is to be appended to. */
    ByteText beginRow() {
        rowStart = text.length();
        text.append(key).append('\t');
        queryStart = text.length();
        return text;
    }

    /** Where the query of the row begun last starts. */
    int queryStart() {
        return queryStart;
    }

    /** Removes the query written into the row. */
    void discardQuery() {
        text.truncate(queryStart);
    }

    /** Remembers the query just written; whether the image had it before. */
    boolean repeats() {
        long hash = text.hashFrom(queryStart);
        for (int i = 0; i < queryCount; i++) {
            if (queries[i] == hash) {
                return true;
            }
        }
        if (queryCount == queries.length) {
            queries = Arrays.copyOf(queries, queryCount * 2);
        }
        queries[queryCount++] = hash;
        return false;
    }

    /**
     * Writes a row whose query is read as expected: tries until one is, and is new to the image if possible.
     *
     * @param required labels that it must be read as; it may be read as no others than the expected ones
     * @param query appends a query to the text; called several times
     * @param doubtful whether the click was a mistake: then there are few of them
     * @return whether the row was written
     */
    boolean tryRow(int required, boolean doubtful, Consumer<ByteText> query) {
        beginRow();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            discardQuery();
            query.accept(text);
            int read = read();
            if ((read & UNEXPECTED) == 0
                    && (read & required) == required
                    && (!repeats() || attempt >= ATTEMPTS_TO_DIFFER)) {
                endRow(doubtful, required == NOTHING);
                return true;
            }
        }
        text.truncate(rowStart);
        clickAsUsual();
        return false;
    }

    /** Which labels the query is read as: nothing if it does not pass the gate. */
    private int read() {
        int found = NOTHING;
        if (matcher.read(text.bytes(), queryStart, text.length())) {
            int count = matcher.findLabels();
            for (int i = 0; i < count; i++) {
                int label = matcher.labelIds()[i];
                found |= label == first ? FIRST : label == second ? SECOND : UNEXPECTED;
            }
        }
        return found;
    }

    /**
     * Ends a row: case, accents and the like, which its tokens do not show, and its clicks.
     *
     * @param doubtful whether the click was a mistake
     * @param expendable whether the row may become a malformed one
     */
    void endRow(boolean doubtful, boolean expendable) {
        dress();
        int count = clicks.draw(rng);
        int sure = doubtful ? Math.min(count, clicks.draw(rng)) : count;
        text.append('\t')
                .append(Math.max(leastClicks, (int) Math.min(Integer.MAX_VALUE, clickFactor * sure)))
                .append('\n');
        clickAsUsual();
        if (rng.chance(malformed) && expendable) {
            MalformedRows.spoil(text, rowStart, rng);
            block.malformedRows++;
        }
        block.endRow();
    }

    private void dress() {
        double u = rng.unit();
        if (u < CAPITALISED) {
            Spelling.capitalise(text, queryStart);
        } else if (u < CAPITALISED + SHOUTED) {
            Spelling.shout(text, queryStart);
        }
        double v = rng.unit();
        if (v < invalidUtf8) {
            text.insert(text.length(), LEAD_BYTE);
        } else if (v < invalidUtf8 + unusual) {
            if (rng.chance(0.8)) {
                Spelling.accent(text, queryStart, rng);
            } else {
                Spelling.widen(text, queryStart);
            }
        }
    }
}
