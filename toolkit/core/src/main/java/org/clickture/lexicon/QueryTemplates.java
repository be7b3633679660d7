package org.clickture.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Finds the template of queries: the normalised query with {@link #PLACEHOLDER} for each name, read from left to right by
 * the longest name that starts at a token. Queries that differ in the name alone have the same template: "cute pug
 * puppies" and "cute boxer puppies". A word at a name's end that says of what kind the thing is stays, unless the query
 * goes on with such a word: "labrador dog" and "bernese mountain dog" are both "{} dog". Makes no objects for ASCII queries.
 * Not thread-safe.
 */
public final class QueryTemplates {

    /** Stands for a name; no token of a query looks like it. */
    public static final String PLACEHOLDER = "{}";

    private static final byte[] PLACEHOLDER_BYTES = PLACEHOLDER.getBytes(StandardCharsets.US_ASCII);

    private final CompiledRecipe recipe;
    private final Tokens tokens = new Tokens();
    private byte[] normalised = {};
    /** Where each token begins in {@link #normalised}, and behind the last one where one more would. */
    private int[] starts = new int[32];
    /** The end of the name that begins at a token or holds it; the token itself if it is in none. */
    private int[] nameEnds = new int[32];

    private final BitSet joined = new BitSet();
    private final Text template = new Text();
    private final Text names = new Text();

    public QueryTemplates(CompiledRecipe recipe) {
        this.recipe = recipe;
    }

    /** Text that grows. */
    private static final class Text {

        private byte[] bytes = {};
        private int length;

        void clear(int maxBytes) {
            length = 0;
            if (bytes.length < maxBytes) {
                bytes = new byte[Math.max(maxBytes, 2 * bytes.length)];
            }
        }

        /** Appends from[start, end), behind a separator if it is not the first. */
        void append(char separator, byte[] from, int start, int end) {
            if (length > 0) {
                bytes[length++] = (byte) separator;
            }
            System.arraycopy(from, start, bytes, length, end - start);
            length += end - start;
        }

        @Override
        public String toString() {
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
    }

    /** Reads a query. */
    public void read(String query) {
        byte[] utf8 = query.getBytes(StandardCharsets.UTF_8);
        read(utf8, utf8.length);
    }

    /** Reads the query in utf8[0, length); malformed sequences are read as U+FFFD. */
    public void read(byte[] utf8, int length) {
        Tokenizer.tokenize(utf8, 0, length, tokens);
        normalised = tokens.normalised();
        int count = tokens.count();
        if (starts.length <= count) {
            starts = new int[2 * count];
            nameEnds = new int[2 * count];
        }
        starts[0] = 0;
        for (int i = 0; i < count; i++) {
            starts[i + 1] = starts[i] + tokens.to(i) - tokens.from(i) + 1;
        }
        // A name may be shorter than its placeholder.
        template.clear(starts[count] + PLACEHOLDER_BYTES.length * count);
        names.clear(starts[count]);
        joined.clear();
        int at = 0;
        while (at < count) {
            int end = nameEnd(at);
            nameEnds[at] = end;
            if (end == at) {
                template.append(' ', normalised, from(at), to(at));
                at++;
                continue;
            }
            int kept = end;
            if (end == count || !isKindWord(end)) {
                while (kept - 1 > at && isKindWord(kept - 1)) {
                    kept--;
                }
            }
            template.append(' ', PLACEHOLDER_BYTES, 0, PLACEHOLDER_BYTES.length);
            names.append(';', normalised, from(at), to(kept - 1));
            if (kept < end) {
                template.append(' ', normalised, from(kept), to(end - 1));
            }
            while (++at < end) {
                nameEnds[at] = end;
                joined.set(at);
            }
        }
    }

    /** The query read last, normalised. */
    public String normalised() {
        return new String(normalised, 0, normalisedLength(), StandardCharsets.UTF_8);
    }

    /** An array that holds the query read last, normalised, in [0, {@link #normalisedLength()}), until the next one. */
    public byte[] normalisedBytes() {
        return normalised;
    }

    /** In bytes. */
    public int normalisedLength() {
        return tokens.normalisedLength();
    }

    /** How many tokens the query read last has. */
    public int tokens() {
        return tokens.count();
    }

    /** Where a token begins in {@link #normalisedBytes()}. */
    public int from(int token) {
        return starts[token];
    }

    /** Where a token ends in {@link #normalisedBytes()}, exclusive. */
    public int to(int token) {
        return starts[token + 1] - 1;
    }

    /** The template of the query read last. */
    public String template() {
        return template.toString();
    }

    /** The number of the template of the query read last among others, which it is added to. */
    public int template(Vocabulary templates) {
        return templates.add(template.bytes, 0, template.length);
    }

    /** The names in the query read last, without words that stay in the template, normalised, {@code ;} between them. */
    public String names() {
        return names.toString();
    }

    /** The number of the {@link #names()} of the query read last among others, which they are added to. */
    public int names(Vocabulary others) {
        return others.add(names.bytes, 0, names.length);
    }

    /** Whether a token is part of a name; false for one that is not there. */
    public boolean inName(int token) {
        return token >= 0 && token < tokens.count() && nameEnds[token] > token;
    }

    /** Whether a name of the query read last covers both a token and the one before it; false for one that is not there. */
    public boolean joinsWithPrevious(int token) {
        return joined.get(token);
    }

    /** Where the longest name that starts at a token ends; {@code start} if there is none. */
    private int nameEnd(int start) {
        int end = start;
        if (!recipe.mayBeginName(tokens, start)) {
            return end;
        }
        int node = PhraseTrie.ROOT;
        for (int i = start; i < tokens.count(); i++) {
            int id = id(i);
            node = id == Vocabulary.UNKNOWN ? PhraseTrie.NONE : recipe.names.child(node, id);
            if (node == PhraseTrie.NONE) {
                break;
            }
            end = recipe.names.value(node) == PhraseTrie.NONE ? end : i + 1;
        }
        return end;
    }

    private boolean isKindWord(int token) {
        int id = id(token);
        return id != Vocabulary.UNKNOWN && recipe.kindWords.get(id);
    }

    private int id(int token) {
        return recipe.vocabulary.id(tokens.characters(), tokens.from(token), tokens.to(token));
    }
}
