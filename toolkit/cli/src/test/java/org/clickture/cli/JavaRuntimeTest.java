package org.clickture.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaRuntimeTest {

    @ParameterizedTest
    @CsvSource({
        "17.0.15+6, false",
        "24.0.2, false",
        "25, true",
        "25+36-LTS, true",
        "25.0.1+8-LTS, true",
        "25.0.2, true",
        "25.0.3+9-LTS, false",
        "25.0.3, false",
        "25.1, false",
        "26, false",
    })
    void knowsTheVersionsWhoseCollectorCorruptsData(String version, boolean corrupts) {
        assertThat(JavaRuntime.mayCorruptData(Runtime.Version.parse(version))).isEqualTo(corrupts);
    }

    @Test
    void acceptsTheJavaOfThisBuild() {
        assertThatCode(JavaRuntime::refuseUnsafe).doesNotThrowAnyException();
    }
}
