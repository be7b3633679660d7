package org.clickture.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clickture.Counts;
import org.clickture.Evidence;
import org.clickture.ImageCursor;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.LabelledImages;
import org.junit.jupiter.api.Test;

final class DatasetWriterTest {

    private record Images(String labelName, List<String> labels, List<LabelSet> sets) implements LabelledImages {

        @Override
        public Counts counts() {
            return new Counts(0, Map.of(), 0, 0, 0, 0, sets.size(), 0, 0);
        }

        @Override
        public ImageCursor images() {
            return new ImageCursor() {
                private int at = -1;

                @Override
                public boolean next() {
                    return ++at < sets.size();
                }

                private LabelCount count(int i) {
                    return sets.get(at).labels().get(i);
                }

                @Override
                public String imageKey() {
                    return sets.get(at).imageKey();
                }

                @Override
                public int size() {
                    return sets.get(at).labels().size();
                }

                @Override
                public int labelId(int i) {
                    return labels.indexOf(count(i).label());
                }

                @Override
                public long clicks(int i) {
                    return count(i).clicks();
                }

                @Override
                public long queries(int i) {
                    return count(i).queries();
                }
            };
        }

        @Override
        public Optional<LabelSet> find(String imageKey) {
            return sets.stream().filter(set -> set.imageKey().equals(imageKey)).findAny();
        }

        @Override
        public List<Evidence> evidence(String imageKey) {
            return List.of();
        }
    }

    private static String write(LabelledImages images) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DatasetWriter.write(images, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void sortsByLabelThenKey() throws IOException {
        Images images = new Images(
                "breed",
                List.of("Zebra", "pug", "äu"),
                List.of(
                        new LabelSet("b", List.of(new LabelCount("pug", 3, 2), new LabelCount("äu", 1, 1))),
                        new LabelSet("B", List.of(new LabelCount("Zebra", 9_223_372_036_854_775_807L, 1))),
                        new LabelSet("a/+", List.of(new LabelCount("pug", 4, 1)))));
        assertThat(write(images)).isEqualTo("""
                        breed,image_key,clicks,queries
                        Zebra,B,9223372036854775807,1
                        pug,a/+,4,1
                        pug,b,3,2
                        äu,b,1,1
                        """);
    }

    @Test
    void quotesOnlyWhereNeeded() throws IOException {
        List<String> labels = List.of("#1", "a \"b\"", "c, d", "e f");
        List<LabelSet> sets = labels.stream()
                .map(label -> new LabelSet("k,\"" + label.length(), List.of(new LabelCount(label, 1, 1))))
                .sorted(Comparator.comparing(LabelSet::imageKey))
                .toList();
        assertThat(write(new Images("a,b", labels, sets))).isEqualTo("""
                        "a,b",image_key,clicks,queries
                        #1,"k,""2",1,1
                        "a ""b""\","k,""5",1,1
                        "c, d","k,""4",1,1
                        e f,"k,""3",1,1
                        """);
    }

    @Test
    void writesTheHeaderOfAnEmptyDataset() throws IOException {
        assertThat(write(new Images("breed", List.of(), List.of()))).isEqualTo("breed,image_key,clicks,queries\n");
    }
}
