package org.clickture.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ColumnsTest {

    @Test
    void readsPositions() {
        assertThat(Columns.parse("key,query,clicks")).isEqualTo(new Columns(3, 0, 1, 2));
        assertThat(Columns.parse("-,clicks,key,-,query")).isEqualTo(new Columns(5, 2, 4, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"key,query,clicks", "-,clicks,key,-,query"})
    void writesTheListThatItReads(String list) {
        assertThat(Columns.parse(list).list()).isEqualTo(list);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "key,query", "key,query,clicks,key", "key,query,clicks,url", "key query clicks", "1,2,3"})
    void refusesOtherLists(String list) {
        assertThatThrownBy(() -> Columns.parse(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("columns \"" + list + "\"")
                .hasMessageContaining("name every field of a row, in their order");
    }
}
