package org.clickture.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.junit.jupiter.api.Test;

class NotebookTest {

    /** What a program prints that uses a notebook's calls. */
    static final class Program {
        public static void main(String[] args) {
            Notebook.init();
            Notebook.progress().update("scan", 1, 2, 3);
            Notebook.show(Notebook.parameter("LOG", "a.tsv"), Notebook.parameter("STORE", "store"), null);
            Notebook.show(new LabelSet("key", List.of(new LabelCount("boxer", 3, 2))));
        }
    }

    @Test
    void printsTextWhereNoKernelIs() throws IOException, InterruptedException {
        assertThat(ChildJvm.run(Program.class, Map.of("CLICKTURE_LOG", "my.tsv", "CLICKTURE_STORE", " ")))
                .isEqualTo("""
                my.tsv
                store
                null
                Image key
                label  clicks  queries  share of clicks
                boxer       3        2          100.0 %
                """);
    }

    @Test
    void refusesParameterNamesThatNoShellTakes() {
        assertThatThrownBy(() -> Notebook.parameter("my-log", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(": my-log");
    }
}
