package org.clickture.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tokens of one text, in UTF-8. Reused for the next text. Not thread-safe. */
public final class Tokens {

    /** Holds the tokens where {@link #ends} says; what is between them is of no use. */
    private byte[] characters = new byte[256];

    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int count;
    private boolean invalidUtf8;

    private byte[] folded = {};
    private byte[] normalised = {};
    private int normalisedLength;

    /** How many tokens. */
    public int count() {
        return count;
    }

    /** Room for {@link AsciiFolding}, made when it is first needed. */
    byte[] folded() {
        if (folded.length == 0) {
            folded = new byte[AsciiFolding.MAX_FOLDED_TEXT_BYTES];
        }
        return folded;
    }

    /** The array that holds the tokens. */
    byte[] characters() {
        return characters;
    }

    /** Where token {@code i} begins in {@link #characters()}. */
    int from(int i) {
        return starts[i];
    }

    /** Where token {@code i} ends, exclusive. */
    int to(int i) {
        return ends[i];
    }

    /** Whether the text held malformed UTF-8. */
    public boolean invalidUtf8() {
        return invalidUtf8;
    }

    /**
     * Joins the tokens by one space each.
     *
     * @return an array that holds the normalised text in [0, {@link #normalisedLength()}) until the next text is read
     */
    public byte[] normalised() {
        int room = (count == 0 ? 0 : ends[count - 1]) + count;
        if (normalised.length < room) {
            normalised = new byte[Math.max(room, normalised.length * 2)];
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                normalised[length++] = ' ';
            }
            System.arraycopy(characters, starts[i], normalised, length, ends[i] - starts[i]);
            length += ends[i] - starts[i];
        }
        normalisedLength = length;
        return normalised;
    }

    /** The length of the text that {@link #normalised()} made last. */
    public int normalisedLength() {
        return normalisedLength;
    }

    /** The tokens as strings, for the edges of the program. */
    public List<String> toList() {
        List<String> tokens = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tokens.add(new String(characters, starts[i], ends[i] - starts[i], StandardCharsets.UTF_8));
        }
        return tokens;
    }

    /** The normalised text: the tokens joined by one space. */
    @Override
    public String toString() {
        return String.join(" ", toList());
    }

    /** Begins a new text, and makes room for its characters. */
    void clear(int maxBytes) {
        count = 0;
        invalidUtf8 = false;
        if (characters.length < maxBytes) {
            characters = new byte[Math.max(maxBytes, characters.length * 2)];
        }
    }

    void markInvalidUtf8() {
        invalidUtf8 = true;
    }

    /** Adds the token that was written to [from, to) of {@link #characters()}. */
    void add(int from, int to) {
        if (count == ends.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = from;
        ends[count++] = to;
    }
}
