package org.clickture.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clickture.lexicon.LexiconHints.Hint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossWordsTest {

    private final CrossWords words = new CrossWords(List.of(
            new Hint("labradoodle", List.of("labra doodle"), "", "cross", false),
            new Hint("pug", List.of(), "", "pure", false)));

    @ParameterizedTest
    @CsvSource({
        "husky lab mix dog,{} {} mix dog",
        "pug cross puppy,{} cross puppy",
        "pug x boxer dog,{} x {} dog",
        "labradoodle vs poodle dog,labradoodle vs {} dog",
        "labra doodle or poodle dog,labra doodle or {} dog"
    })
    void hearsACross(String query, String template) {
        assertThat(words.spokenOf(query, template)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "pug vs boxer dog,{} vs {} dog",
        "x ray of pug dog,x ray of {} dog",
        "labra dog,labra dog",
        "pug dog,{} dog"
    })
    void hearsNone(String query, String template) {
        assertThat(words.spokenOf(query, template)).isFalse();
    }

    @Test
    void needsNoCrossInTheLexicon() {
        assertThat(new CrossWords(List.of()).spokenOf("pug dog", "{} dog")).isFalse();
    }
}
