package org.clickture.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PluralsTest {

    @ParameterizedTest
    @CsvSource({
        "dog, dogs",
        "husky, huskies",
        "whippety, whippeties",
        "boykin, boykins",
        "monkey, monkeys",
        "y, ys",
        "3y, 3ys",
        "yy, yies",
        "kuvasz, kuvaszes",
        "dachs, dachses",
        "fox, foxes",
        "finch, finches",
        "bush, bushes",
        "собака, собакаs"
    })
    void followsTheRule(String token, String plural) {
        assertThat(Plurals.of(token)).isEqualTo(plural);
    }
}
