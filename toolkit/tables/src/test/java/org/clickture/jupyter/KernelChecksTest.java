package org.clickture.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clickture.jupyter.KernelChecks.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelChecksTest {

    @TempDir
    Path prefix;

    @Test
    void findsJupyterAndJJavaInThePrefix() throws IOException {
        Path jupyter =
                Files.createFile(Files.createDirectory(prefix.resolve("bin")).resolve("jupyter"));
        assertThat(jupyter.toFile().setExecutable(true)).isTrue();
        Path jjava = Files.createFile(Files.createDirectories(prefix.resolve("share/jupyter/kernels/java"))
                .resolve("jjava.jar"));

        assertThat(KernelChecks.all(prefix))
                .contains(new Check("Jupyter", true, jupyter.toString()), new Check("JJava", true, jjava.toString()));
    }

    @Test
    void findsAKernelThatIsWhole() throws IOException {
        Path jar = Files.createFile(prefix.resolve("clickture.jar"));
        Path kernel = kernel(JavaProgram.ofThisProcess(), jar);
        Files.createFile(kernel.resolve("jjava.jar"));

        assertThat(KernelChecks.all(prefix)).contains(new Check("Jupyter kernel clickture", true, kernel.toString()));
    }

    @Test
    void noticesThatAKernelsFilesWereMoved() throws IOException {
        Path jar = prefix.resolve("clickture.jar");
        Path kernel = kernel(JavaProgram.ofThisProcess(), jar);
        Files.createFile(kernel.resolve("jjava.jar"));

        assertThat(kernelCheck())
                .isEqualTo(new Check(
                        "Jupyter kernel clickture",
                        false,
                        jar + " is gone; install the kernel again: clickture kernel install"));
    }

    @Test
    void noticesABrokenDescription() throws IOException {
        Path kernel = kernel(JavaProgram.ofThisProcess(), prefix);
        Files.writeString(kernel.resolve("kernel.json"), "{");
        assertThat(kernelCheck().ok()).isFalse();

        Files.writeString(kernel.resolve("kernel.json"), "{\"argv\": [\"java\"]}");
        assertThat(kernelCheck().detail()).startsWith("the command in ");
    }

    private Check kernelCheck() {
        return KernelChecks.all(prefix).stream()
                .filter(check -> check.subject().startsWith("Jupyter kernel"))
                .findFirst()
                .orElseThrow();
    }

    private Path kernel(Path java, Path jar) throws IOException {
        Path kernel = Files.createDirectories(prefix.resolve("share/jupyter/kernels/clickture"));
        Files.writeString(kernel.resolve("kernel.json"), """
                {"argv": ["%s", "@{resource_dir}/clickture.args", "-cp", "{resource_dir}/jjava.jar:%s", "Main"]}
                """.formatted(java, jar));
        return kernel;
    }
}
