package org.clickture.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clickture.MalformedReason;
import org.clickture.MalformedRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordGridTest {

    private enum Size {
        VERY_LARGE
    }

    private record Mixed(
            Optional<String> why,
            List<Size> sizes,
            double share,
            @Nullable Integer imageCount,
            @Nullable Object any) {}

    private record Empty() {}

    @Test
    void showsAColumnForEachComponent() {
        MalformedRow row = new MalformedRow(MalformedReason.FIELDS, "log.tsv", 1_001, 45_678, "<b>");

        assertThat(RecordGrid.of(List.of(row), 5).text()).isEqualTo("""
                reason  file       row  byte offset  found
                fields  log.tsv  1,001       45,678  <b>""");
        assertThat(RecordGrid.of(List.of(row), 5).html()).contains("<td style=\"text-align:left\">&lt;b&gt;</td>");
    }

    @Test
    void showsWhatIsInsideOptionalsAndLists() {
        Mixed full = new Mixed(Optional.of("yes"), List.of(Size.VERY_LARGE, Size.VERY_LARGE), 0.25, 1_000, 2.5f);
        Mixed blank = new Mixed(Optional.empty(), List.of(), 1e6, 0, "3");

        assertThat(RecordGrid.of(List.of(full, blank), 5).text()).isEqualTo("""
                why  sizes                           share  image count  any
                yes  very large; very large          0.250        1,000  2.500
                                             1,000,000.000            0  3""");
    }

    @Test
    void showsNullsAsEmptyCells() {
        Mixed row = new Mixed(Optional.empty(), Arrays.asList(null, Size.VERY_LARGE), 0, null, null);

        assertThat(RecordGrid.of(List.of(row), 5).text()).isEqualTo("""
                why  sizes         share  image count  any
                     ; very large  0.000""");
    }

    @Test
    void saysHowManyRowsThereAreIfItCutsThem() {
        Mixed row = new Mixed(Optional.empty(), List.of(), 0, 0, "");

        assertThat(RecordGrid.of(List.of(row, row, row), 3).text()).doesNotContain("rows");
        assertThat(RecordGrid.of(List.of(row, row, row), 2).text()).endsWith("\n2 of 3 rows");
    }

    @Test
    void fitsListsOfOneRecordClassOnly() {
        MalformedRow row = new MalformedRow(MalformedReason.KEY, "log.tsv", 1, 0, "");

        assertThat(RecordGrid.fits(List.of(row, row))).isTrue();
        assertThat(RecordGrid.fits(List.of(row, new Empty()))).isFalse();
        assertThat(RecordGrid.fits(List.of(new Empty()))).isFalse();
        assertThat(RecordGrid.fits(List.of("text"))).isFalse();
        assertThat(RecordGrid.fits(List.of())).isFalse();
        assertThat(RecordGrid.fits(Arrays.asList(row, null))).isFalse();
    }
}
