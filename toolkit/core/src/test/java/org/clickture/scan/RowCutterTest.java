package org.clickture.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RowCutterTest {

    /** A row as the cutter describes it. */
    private record Row(int start, int end, int fields, int number) {}

    private static final GatePrefixes GATE = GatePrefixes.of(List.of("dog"));

    @Test
    void cutsAsALoopOverBytesDoes() {
        SplittableRandom random = new SplittableRandom(3);
        int found = 0;
        for (int round = 0; round < 2_000; round++) {
            boolean open = random.nextInt(4) == 0;
            int fields = random.nextInt(20) == 0 ? 60 + random.nextInt(15) : 1 + random.nextInt(5);
            long logBytes = random.nextBoolean() ? -1 : 1L << 40;
            RowCutter cutter = new RowCutter(fields, SearchChoice.of(logBytes).newSearch(GATE), open);
            int from = random.nextInt(5);
            int to = from + 1 + random.nextInt(random.nextBoolean() ? 300 : 20_000);
            byte[] text = text(random, fields, from, to);

            List<Row> all = rows(text, from, to);
            List<Row> cut = cut(cutter, text, from, to);
            assertThat(cutter.rows()).isEqualTo(all.size());
            assertThat(cutter.rowStart())
                    .isEqualTo(all.isEmpty() ? from : all.get(all.size() - 1).end() + 1);
            assertThat(new HashSet<>(all).containsAll(cut)).isTrue();
            List<Row> needed = new ArrayList<>(all);
            needed.removeIf(row -> !open && row.fields() == fields && !isHit(text, row));
            assertThat(new HashSet<>(cut).containsAll(needed)).isTrue();
            assertThat(cut).isSortedAccordingTo(Comparator.comparingInt(Row::number));
            found += all.size() - cut.size();
        }
        assertThat(found).as("rows passed over").isGreaterThan(10_000);
    }

    private static List<Row> cut(RowCutter cutter, byte[] text, int from, int to) {
        List<Row> rows = new ArrayList<>();
        int pieceBytes = BlockSearch.MAX_BLOCKS * BlockSearch.BLOCK_BYTES;
        cutter.begin(from);
        for (int at = from; at < to; at += pieceBytes) {
            cutter.cut(text, at, Math.min(pieceBytes, to - at));
            for (int i = 0; i < cutter.found; i++) {
                rows.add(new Row(cutter.starts[i], cutter.ends[i], cutter.fields[i], cutter.numbers[i]));
            }
        }
        return rows;
    }

    private static List<Row> rows(byte[] text, int from, int to) {
        List<Row> rows = new ArrayList<>();
        int start = from;
        int fields = 1;
        for (int i = from; i < to; i++) {
            if (text[i] == '\n') {
                rows.add(new Row(start, i, fields, rows.size() + 1));
                start = i + 1;
                fields = 1;
            } else if (text[i] == '\t') {
                fields++;
            }
        }
        return rows;
    }

    private static boolean isHit(byte[] text, Row row) {
        for (int i = row.start(); i < row.end(); i++) {
            boolean dog = i + 3 <= row.end() && text[i] == 'd' && text[i + 1] == 'o' && text[i + 2] == 'g';
            if (text[i] < 0 || dog) {
                return true;
            }
        }
        return false;
    }

    /** Mostly rows with the right number of fields; some are empty, too long or too short; garbage stands behind them. */
    private static byte[] text(SplittableRandom random, int fields, int from, int to) {
        byte[] text = new byte[to + BlockSearch.SLACK_BYTES];
        int wrong = random.nextInt(30) == 0 ? 3 : 400;
        int meanLength = 1 + random.nextInt(12);
        int left = fields;
        for (int i = 0; i < text.length; i++) {
            boolean endsField = random.nextInt(meanLength) == 0;
            if (endsField && (i < from || i >= to || random.nextInt(wrong) == 0)) {
                text[i] = (byte) (random.nextBoolean() ? '\n' : '\t');
                left = text[i] == '\n' ? fields : Math.max(1, left - 1);
            } else if (endsField) {
                left--;
                text[i] = (byte) (left == 0 ? '\n' : '\t');
                left = left == 0 ? fields : left;
            } else {
                text[i] = (byte) (random.nextInt(900) == 0 ? 0xE9 : "dogxyz ".charAt(random.nextInt(7)));
            }
        }
        return text;
    }
}
