package org.clickture.synth;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * Writes queries about other things: real queries (topics), each in numbered variations, so that there are as many
 * distinct ones as the log needs and none has to be remembered. Immutable.
 */
final class ThingQueries {

    /**
     * How many (topic, variation) pairs there are to draw from, for each row: {@code SUPPLY * (rowsPerQuery -
     * 1)^-SUPPLY_EXPONENT}, fitted to counts of generated logs; misspelt queries are in it.
     */
    private static final double SUPPLY = 0.83;

    private static final double SUPPLY_EXPONENT = 1.57;

    /** A short log has fewer topics, not fewer variations of each. */
    private static final int MIN_VARIATIONS = 8;

    /** Its topics are runs of so many neighbours from all over the list. */
    private static final int RUN = 8;

    /** A prime that is no divisor of any number of topics: spreads the popular topics over the sorted list. */
    private static final long SPREAD = 1_000_003;

    private final Words topics;
    private final Words before;
    private final Words after;
    private final int usedTopics;
    private final long variations;

    /**
     * Prepares the queries for a log.
     *
     * @param queries the topics, sorted
     * @param rows how many rows about other things it is to have, about
     * @param rowsPerQuery how many rows for each distinct query
     */
    ThingQueries(List<String> queries, double rows, double rowsPerQuery) {
        topics = Words.of(queries);
        List<String> modifiers = Words.lines("modifiers.txt").stream()
                .sorted(Comparator.comparing(String::length))
                .toList();
        before = Words.of(modifiers.stream()
                .map(modifier -> modifier.substring(0, modifier.indexOf('*')))
                .toList());
        after = Words.of(modifiers.stream()
                .map(modifier -> modifier.substring(modifier.indexOf('*') + 1))
                .toList());
        double supply = Math.max(1, rows * SUPPLY * StrictMath.pow(rowsPerQuery - 1, -SUPPLY_EXPONENT));
        usedTopics = (int) Math.max(1, Math.min(topics.size(), supply / MIN_VARIATIONS));
        variations = (long) Math.ceil(supply / usedTopics);
    }

    /** A topic for an image; some are more popular than others, and short ones are. */
    int topic(Rng rng) {
        int one = anyTopic(rng);
        int other = anyTopic(rng);
        return topics.get(place(one)).length <= topics.get(place(other)).length ? one : other;
    }

    private int anyTopic(Rng rng) {
        double u = rng.unit();
        long rank = (long) (usedTopics * u * u);
        return (int) (rank * SPREAD % usedTopics);
    }

    /**
     * A query about a topic or one of the topics beside it, which are alike for the list is sorted.
     *
     * @param breadth how many topics, at least 1
     */
    void write(ByteText text, Rng rng, int topic, int breadth) {
        double near = rng.unit();
        double common = rng.unit();
        int chosen = (topic + (int) (breadth * near * near)) % usedTopics;
        variation(text, chosen, (long) (variations * common * common * common));
    }

    /** A query about something given, with at most one modifier. */
    void writeVaried(ByteText text, Rng rng, byte[] thing) {
        int modifier = rng.chance(0.2) ? -1 : rng.below(before.size());
        wrap(text, modifier, before);
        text.append(thing);
        wrap(text, modifier, after);
    }

    /**
     * The numbered variation of a topic: 0 as it is, then with one modifier, then with two (of which the outer one is
     * short), then with a number.
     */
    private void variation(ByteText text, int topic, long number) {
        int modifiers = before.size();
        long rest = number;
        int outer = -1;
        int inner = -1;
        if (rest > 0) {
            inner = (int) ((rest - 1 + topic) % modifiers);
            rest = (rest - 1) / modifiers;
        }
        if (rest > 0) {
            outer = (int) ((rest - 1) % modifiers);
            outer = outer == inner ? (outer + 1) % modifiers : outer;
            rest = (rest - 1) / modifiers;
        }
        wrap(text, outer, before);
        wrap(text, inner, before);
        text.append(topics.get(place(topic)));
        wrap(text, inner, after);
        wrap(text, outer, after);
        if (rest > 0) {
            text.append((" " + rest).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Where a topic stands in the list. */
    private int place(int topic) {
        long runs = Math.max(1, (usedTopics - 1) / RUN);
        return (int) (topic / RUN * (long) (topics.size() - RUN) / runs) + topic % RUN;
    }

    private static void wrap(ByteText text, int modifier, Words side) {
        if (modifier >= 0) {
            text.append(side.get(modifier));
        }
    }
}
