package org.clickture.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {

    @ParameterizedTest
    @CsvSource({
        "breed,breeds",
        "label,labels",
        "category,categories",
        "toy,toys",
        "class,classes",
        "fox,foxes",
        "topaz,topazes",
        "branch,branches",
        "fish,fishes",
        "y,ys",
        "Species,Specieses"
    })
    void followsTheRuleOfRecipes(String noun, String plural) {
        assertThat(Plural.of(noun)).isEqualTo(plural);
    }
}
