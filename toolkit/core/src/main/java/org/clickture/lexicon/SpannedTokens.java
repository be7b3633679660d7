package org.clickture.lexicon;

import java.util.ArrayList;
import java.util.List;
import org.clickture.TextSpan;

/**
 * The tokens of one text, each with the piece of the text that it came from. The slow way, for people who look at single
 * queries; gives the same tokens as {@link Tokenizer}. Immutable.
 */
final class SpannedTokens {

    private final List<String> tokens = new ArrayList<>();
    /** Where the tokens begin and end in the text, in UTF-16 code units. */
    private final List<Integer> starts = new ArrayList<>();

    private final List<Integer> ends = new ArrayList<>();

    private SpannedTokens(String text) {
        int[] folded = Tokenizer.fold(text).codePoints().toArray();
        int[] sourceStarts = new int[folded.length];
        int[] sourceEnds = new int[folded.length];
        mapBack(text, sourceStarts, sourceEnds);
        cut(folded, sourceStarts, sourceEnds);
    }

    static SpannedTokens of(String text) {
        return new SpannedTokens(text);
    }

    /** How many tokens. */
    int count() {
        return tokens.size();
    }

    /** Token {@code i}. */
    String token(int i) {
        return tokens.get(i);
    }

    /** The tokens in [from, to), joined by one space each. */
    String join(int from, int to) {
        return String.join(" ", tokens.subList(from, to));
    }

    /** The piece of the text that the tokens in [from, to) came from. */
    TextSpan span(int from, int to) {
        return new TextSpan(from, to, starts.get(from), ends.get(to - 1));
    }

    /**
     * Finds for each character of the folded text the character of the text it came from. Characters decompose one by one,
     * and lower case keeps their number; only marks change places, and no mark is in a token.
     */
    private static void mapBack(String text, int[] sourceStarts, int[] sourceEnds) {
        int at = 0;
        int width;
        for (int i = 0; i < text.length(); i += width) {
            width = Character.charCount(text.codePointAt(i));
            String bare = Tokenizer.bare(text.substring(i, i + width));
            for (int end = at + bare.codePointCount(0, bare.length()); at < end; at++) {
                sourceStarts[at] = i;
                sourceEnds[at] = i + width;
            }
            if (bare.isEmpty() && at > 0) {
                sourceEnds[at - 1] = i + width;
            }
        }
    }

    private void cut(int[] folded, int[] sourceStarts, int[] sourceEnds) {
        int i = 0;
        while (i < folded.length) {
            if (!isTokenCharacter(folded, i)) {
                i++;
                continue;
            }
            int start = i;
            while (isTokenCharacter(folded, i)) {
                i++;
            }
            tokens.add(new String(folded, start, i - start));
            starts.add(sourceStarts[start]);
            ends.add(sourceEnds[i - 1]);
            while (i + 1 < folded.length
                    && folded[i] == '\''
                    && folded[i + 1] == 's'
                    && !isTokenCharacter(folded, i + 2)) {
                i += 2;
            }
        }
    }

    private static boolean isTokenCharacter(int[] folded, int i) {
        return i < folded.length && Tokenizer.isTokenCharacter(folded[i]);
    }
}
