package org.clickture.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class GateSearchTest {

    private static boolean mayPass(List<String> words, String query) {
        byte[] bytes = ("\tdog" + query + "dog").getBytes(StandardCharsets.UTF_8);
        return GateSearch.of(words).mayPass(bytes, 4, bytes.length - 3);
    }

    @Test
    void letsPassWhatHoldsAWord() {
        List<String> words = List.of("dog", "dogs", "puppy", "puppies");
        assertThat(mayPass(words, "hot DoGs")).isTrue();
        assertThat(mayPass(words, "puppies")).isTrue();
        assertThat(mayPass(words, "cat")).isFalse();
        assertThat(mayPass(words, "do g pup py")).isFalse();
        assertThat(mayPass(words, "")).isFalse();
    }

    @Test
    void letsEverythingPassWithoutAGate() {
        assertThat(mayPass(List.of(), "")).isTrue();
    }

    @Test
    void letsEveryTextPassThatIsNotAscii() {
        assertThat(mayPass(List.of("dog"), "ｄｏｇ")).isTrue();
        assertThat(mayPass(List.of("собака"), "é")).isTrue();
        assertThat(mayPass(List.of("собака"), "dog")).isFalse();
    }

    @Test
    void neverHoldsBackAWordOfAGateOfAnySize() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            List<String> words = new ArrayList<>();
            for (int count = 1 + random.nextInt(round < 200 ? 12 : 80); count > 0; count--) {
                words.add(text(random, 1 + random.nextInt(12)));
            }
            GateSearch search = GateSearch.of(words);
            boolean exact = words.stream().mapToInt(String::length).sum() <= 64
                    && words.stream().allMatch(word -> word.length() <= 64 / words.size());
            for (int i = 0; i < 100; i++) {
                String query = text(random, random.nextInt(30));
                boolean holds = words.stream().anyMatch(query.toLowerCase(Locale.ROOT)::contains);
                byte[] bytes = query.getBytes(StandardCharsets.US_ASCII);
                boolean may = search.mayPass(bytes, 0, bytes.length);
                assertThat(may || !holds).as("%s in \"%s\"", words, query).isTrue();
                if (exact) {
                    assertThat(may).as("%s in \"%s\"", words, query).isEqualTo(holds);
                }
            }
        }
    }

    private static String text(SplittableRandom random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("ab".charAt(random.nextInt(2)));
        }
        return text.toString();
    }
}
