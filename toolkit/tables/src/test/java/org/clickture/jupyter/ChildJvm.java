package org.clickture.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs a program of the tests in a JVM of its own, without the jars of the kernels, as people's own programs run. */
final class ChildJvm {

    private ChildJvm() {}

    /** What the program prints; fails if it does. */
    static String run(Class<?> program, Map<String, String> environment, String... flags)
            throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("jjava") && !entry.contains("basekernel"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command =
                new ArrayList<>(List.of(JavaProgram.ofThisProcess().toString(), "-cp", classPath));
        command.addAll(List.of(flags));
        command.add(program.getName());
        ProcessBuilder java = new ProcessBuilder(command).redirectErrorStream(true);
        java.environment().putAll(environment);
        Process process = java.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
