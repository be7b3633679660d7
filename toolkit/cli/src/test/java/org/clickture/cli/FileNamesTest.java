package org.clickture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    private static String legend(FileNames names) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        names.print(out);
        out.flush();
        return text.toString();
    }

    @Test
    void leavesFoldersOutAndSaysSo() {
        FileNames names = new FileNames(List.of("log/b.tsv", "log/a.tsv", "log/b.tsv"));

        assertThat(names.of("log/a.tsv")).isEqualTo("a.tsv");
        assertThat(legend(names)).isEqualToNormalizingNewlines("\na.tsv is log/a.tsv\nb.tsv is log/b.tsv\n");
    }

    @Test
    void keepsFoldersThatTellFilesApart() {
        FileNames names = new FileNames(List.of("1/a.tsv", "2/a.tsv"));

        assertThat(names.of("2/a.tsv")).isEqualTo("2/a.tsv");
        assertThat(legend(names)).isEmpty();
    }

    @Test
    void saysNothingOfNamesWithoutFolders() {
        assertThat(legend(new FileNames(List.of("a.tsv")))).isEmpty();
        assertThat(legend(new FileNames(List.of()))).isEmpty();
    }
}
