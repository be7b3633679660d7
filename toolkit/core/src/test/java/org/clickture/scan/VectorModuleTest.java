package org.clickture.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorModuleTest {

    private static final String EXPORT = "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED";

    /** A JVM that loads the module twice and then uses it. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            VectorModule.load();
            System.out.println(VectorModule.load().orElse("loaded"));
            try {
                // A field of the class, whose value the JVM must know to make vectors of.
                System.out.println(Class.forName("jdk.incubator.vector.ByteVector")
                        .getField("SPECIES_PREFERRED")
                        .get(null));
            } catch (ReflectiveOperationException e) {
                System.out.println(e);
            }
        }
    }

    @Test
    void loadsTheModuleWithoutAWordFromTheJvm() throws Exception {
        assertThat(run(List.of(EXPORT)))
                .hasSize(2)
                .startsWith("loaded")
                .element(1)
                .asString()
                .startsWith("Species[byte, ");
    }

    @Test
    void findsTheModuleThatAFlagAdded() throws Exception {
        assertThat(run(List.of("--add-modules=jdk.incubator.vector")))
                .startsWith("WARNING: Using incubator modules: jdk.incubator.vector", "loaded")
                .hasSize(3);
    }

    @Test
    void saysWhichFlagAJvmLacks() throws Exception {
        assertThat(run(List.of()))
                .startsWith("this JVM may not load the module jdk.incubator.vector: it was started without " + EXPORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1"})
    void leavesVectorsAloneInAJvmThatDoesNotOptimise(String flag) throws Exception {
        assertThat(run(List.of(EXPORT, flag))).startsWith("this JVM was started without its optimising compiler");
    }

    private static List<String> run(List<String> flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(java.waitFor()).as(lines.toString()).isZero();
        return lines;
    }
}
