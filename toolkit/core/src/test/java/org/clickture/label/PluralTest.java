package org.clickture.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {

    @ParameterizedTest
    @CsvSource({"breed,breeds", "class,classes", "variety,varieties", "species,species", "series,series"})
    void isWhatSeveralLabelsAreCalled(String labelName, String plural) {
        assertThat(Plural.of(labelName)).isEqualTo(plural);
    }
}
