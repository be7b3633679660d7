package org.clickture.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.clickture.ClicktureException;
import org.junit.jupiter.api.Test;

final class VocabularyTest {

    @Test
    void numbersTokensAsAMapWould() {
        SplittableRandom random = new SplittableRandom(3);
        Vocabulary vocabulary = new Vocabulary();
        for (int size : new int[] {20_000, 10, 300, 0, 3_000}) {
            numbersTokensAsAMapWould(vocabulary, random, size);
            vocabulary.clear();
        }
    }

    private static void numbersTokensAsAMapWould(Vocabulary vocabulary, SplittableRandom random, int size) {
        Map<String, Integer> oracle = new HashMap<>();
        for (int i = 0; i < 5 * size / 2; i++) {
            String token = Integer.toString(random.nextInt(size), 36).repeat(1 + random.nextInt(3));
            byte[] bytes = ("<" + token + ">").getBytes(StandardCharsets.US_ASCII);
            int known = oracle.getOrDefault(token, Vocabulary.UNKNOWN);
            assertThat(vocabulary.id(bytes, 1, bytes.length - 1)).isEqualTo(known);
            if (random.nextBoolean()) {
                oracle.putIfAbsent(token, oracle.size());
                assertThat(vocabulary.add(bytes, 1, bytes.length - 1)).isEqualTo(oracle.get(token));
            }
        }
        assertThat(vocabulary.size()).isEqualTo(oracle.size());
    }

    @Test
    void doublesItsArenaUpToTheLongestArray() {
        int longest = Integer.MAX_VALUE - 8;
        assertThat(Vocabulary.largerArena(1 << 10, (1 << 10) + 1)).isEqualTo(1 << 11);
        assertThat(Vocabulary.largerArena(1 << 10, 5_000)).isEqualTo(5_000);
        assertThat(Vocabulary.largerArena(1 << 29, (1 << 29) + 1)).isEqualTo(1 << 30);
        assertThat(Vocabulary.largerArena(1 << 30, (1 << 30) + 1)).isEqualTo(longest);
        assertThat(Vocabulary.largerArena(longest - 1, longest)).isEqualTo(longest);
        assertThat(Vocabulary.moreStrings(32)).isEqualTo(64);
        assertThat(Vocabulary.moreStrings(1 << 28)).isEqualTo(1 << 29);
    }

    @Test
    void saysThatThereIsTooMuch() {
        for (long needed : new long[] {Integer.MAX_VALUE - 7, 1L << 31, 1L << 40}) {
            assertThatThrownBy(() -> Vocabulary.largerArena(1 << 30, needed))
                    .isInstanceOf(ClicktureException.class)
                    .hasMessageContaining("more than 2 GiB")
                    .hasMessageContaining("make several stores");
        }
        assertThatThrownBy(() -> Vocabulary.moreStrings(Vocabulary.MAX_STRINGS))
                .isInstanceOf(ClicktureException.class)
                .hasMessageContaining("more than 536,870,912 different texts");
    }

    @Test
    void keepsFreeSlotsInATableOfWhateverSize() {
        int slots = 128;
        for (long count = 1; count <= Vocabulary.MAX_STRINGS; count = Math.max(count + 1, 9 * count / 8)) {
            while (Vocabulary.slotsFor((int) count, slots) > slots) {
                int more = Vocabulary.slotsFor((int) count, slots);
                assertThat(more).isEqualTo(2 * slots);
                slots = more;
            }
            assertThat(count).isLessThanOrEqualTo(slots == 1 << 30 ? slots / 2 : slots / 4);
        }
        assertThat(Vocabulary.slotsFor(Vocabulary.MAX_STRINGS, 1 << 30)).isEqualTo(1 << 30);
    }

    @Test
    void comparesStringsAsJavaDoes() {
        List<String> texts = List.of(
                "",
                "a",
                "ab",
                "abcdefgh",
                "abcdefghi",
                "b",
                "é",
                "\uD7FF",
                "\uE000",
                "\uFFFD",
                "\uD800\uDC00",
                "\uD800\uDC01",
                "\uDBFF\uDFFF",
                "a\uFFFD",
                "a\uD83D\uDE00");
        Vocabulary vocabulary = new Vocabulary();
        List<Integer> ids = new ArrayList<>();
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            ids.add(vocabulary.add(utf8, 0, utf8.length));
        }
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < texts.size(); j++) {
                assertThat(Integer.signum(vocabulary.compare(ids.get(i), ids.get(j))))
                        .as("%s, %s", texts.get(i), texts.get(j))
                        .isEqualTo(Integer.signum(texts.get(i).compareTo(texts.get(j))));
            }
        }
    }
}
