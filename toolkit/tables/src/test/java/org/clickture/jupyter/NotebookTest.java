package org.clickture.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        assertThat(run(Map.of("CLICKTURE_LOG", "my.tsv", "CLICKTURE_STORE", " ")))
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

    /** Runs the program in a JVM without the jars of the kernels, as people's own programs do. */
    private static String run(Map<String, String> environment) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("jjava") && !entry.contains("basekernel"))
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder java = new ProcessBuilder(
                        JavaProgram.ofThisProcess().toString(), "-cp", classPath, Program.class.getName())
                .redirectErrorStream(true);
        java.environment().putAll(environment);
        Process process = java.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
