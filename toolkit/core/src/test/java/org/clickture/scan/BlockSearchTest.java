package org.clickture.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class BlockSearchTest {

    private interface Maker {
        BlockSearch make(GatePrefixes prefixes);
    }

    @TestFactory
    List<DynamicTest> agreesWithALookAtEveryByte() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(agrees("SWAR", SwarSearch::new));
        tests.add(agrees("tables", prefixes -> new TableSearch(new SwarSearch(GatePrefixes.NONE), prefixes)));
        tests.add(agrees("what a small log gets", SearchChoice.of(-1)::newSearch));
        tests.add(agrees("what a large log gets", SearchChoice.of(1L << 40)::newSearch));
        return tests;
    }

    private static DynamicTest agrees(String name, Maker maker) {
        return DynamicTest.dynamicTest(name, () -> {
            SplittableRandom random = new SplittableRandom(11);
            for (int round = 0; round < 400; round++) {
                int words = random.nextInt(round < 300 ? 7 : 90);
                List<String> gate = new ArrayList<>();
                for (int i = 0; i < words; i++) {
                    gate.add(word(random));
                }
                compare(maker.make(GatePrefixes.of(gate)), gate, random);
            }
        });
    }

    private static void compare(BlockSearch search, List<String> gate, SplittableRandom random) {
        int from = random.nextInt(70);
        int blocks = 1 + random.nextInt(random.nextBoolean() ? 3 : BlockSearch.MAX_BLOCKS);
        byte[] text = text(random, from + blocks * BlockSearch.BLOCK_BYTES + GatePrefixes.MAX_BYTES);
        search.search(text, from, blocks);
        // Beyond 64 prefixes, several share a bit.
        boolean exact = GatePrefixes.of(gate).count() <= 64;
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < BlockSearch.BLOCK_BYTES; i++) {
                int at = from + block * BlockSearch.BLOCK_BYTES + i;
                String what = gate + " at " + at + " of " + from + "+" + blocks;
                assertThat(search.lineFeeds[block] >>> i & 1).as(what).isEqualTo(text[at] == '\n' ? 1 : 0);
                assertThat(search.tabs[block] >>> i & 1).as(what).isEqualTo(text[at] == '\t' ? 1 : 0);
                if (mustHit(text, at, gate)) {
                    assertThat(search.hits[block] >>> i & 1).as(what).isEqualTo(1);
                } else if (exact && !mayHit(text, at, gate)) {
                    assertThat(search.hits[block] >>> i & 1).as(what).isZero();
                }
            }
        }
    }

    /** Whether a byte beyond ASCII or a gate word begins here, in upper or lower case. */
    private static boolean mustHit(byte[] text, int at, List<String> gate) {
        return text[at] < 0
                || gate.stream()
                        .anyMatch(word -> at + word.length() <= text.length
                                && ascii(text, at, word.length())
                                        .toLowerCase(Locale.ROOT)
                                        .equals(word.toLowerCase(Locale.ROOT)));
    }

    /** A hit is allowed where the first three bytes of a word are, but for the bit that tells upper from lower case. */
    private static boolean mayHit(byte[] text, int at, List<String> gate) {
        return gate.stream().anyMatch(word -> {
            for (int i = 0; i < Math.min(3, word.length()); i++) {
                if ((text[at + i] | 0x20) != (word.charAt(i) | 0x20)) {
                    return false;
                }
            }
            return true;
        });
    }

    private static String ascii(byte[] text, int from, int length) {
        StringBuilder ascii = new StringBuilder();
        for (int i = from; i < from + length; i++) {
            ascii.append((char) (text[i] & 0xFF));
        }
        return ascii.toString();
    }

    /** A gate word, or an image key. */
    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        if (random.nextInt(4) == 0) {
            for (int length = 1 + random.nextInt(4); length > 0; length--) {
                word.append("aZ0+/*)~!@".charAt(random.nextInt(10)));
            }
            return word.toString();
        }
        for (int length = 1 + random.nextInt(6); length > 0; length--) {
            word.append("abz09".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static byte[] text(SplittableRandom random, int length) {
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = switch (random.nextInt(12)) {
                case 0 -> (byte) random.nextInt(256);
                case 1 -> '\n';
                case 2 -> '\t';
                default -> (byte) "abzABZ09\u0010\u0019@\u001a+/*)".charAt(random.nextInt(16));
            };
        }
        return text;
    }

    @Test
    void searchesForTheShortestBeginnings() {
        assertThat(GatePrefixes.of(List.of("dog", "dogs", "puppy", "puppies", "do", "\u00e4pfel"))
                        .prefixes())
                .containsExactly("do", "pup");
        assertThat(GatePrefixes.of(List.of("K+/9", "~")).prefixes()).containsExactly("k+/", "~");
        assertThat(GatePrefixes.of(List.of()).open()).isTrue();
        assertThat(GatePrefixes.of(List.of("\u00e4pfel")).open()).isFalse();
    }

    @Test
    void givesLargeLogsTheVectorSearchWhereItRuns() {
        assertThat(VectorModule.load()).isEmpty();
        assertThat(SearchChoice.of(1L << 40).reason()).startsWith("Vector API, ");
        assertThat(SearchChoice.of(1L << 40)
                        .newSearch(GatePrefixes.NONE)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(Runtime.version().feature() < 21 ? "WordVectorSearch" : "VectorSearch");
        assertThat(SearchChoice.of(-1).newSearch(GatePrefixes.NONE)).isInstanceOf(SwarSearch.class);
    }
}
