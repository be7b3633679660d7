package org.clickture.synth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Words and phrases, as UTF-8, ready to be written. Immutable; the arrays it gives out are not to be changed. */
final class Words {

    private final byte[][] words;

    private Words(byte[][] words) {
        this.words = words;
    }

    static Words of(List<String> words) {
        return new Words(words.stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }

    static Words of(String... words) {
        return of(List.of(words));
    }

    /** The lines of a list that lies beside this class. */
    static Words resource(String name) {
        return of(lines(name));
    }

    /** The same as text: UTF-8, one entry a line; lines that begin with # say what it is and are left out. */
    static List<String> lines(String name) {
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return words.length;
    }

    boolean isEmpty() {
        return words.length == 0;
    }

    byte[] get(int i) {
        return words[i];
    }

    /** One of them, all alike. */
    byte[] draw(Rng rng) {
        return words[rng.below(words.length)];
    }
}
