package org.clickture.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clickture.jupyter.KernelSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "kernel",
        description = "Set up the Java kernel of Jupyter for the toolkit.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = KernelCommand.Install.class,
        footerHeading = "%nExamples:%n",
        footer = "  clickture kernel install")
final class KernelCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "what about the kernel? There is: clickture kernel install");
    }

    @Command(
            name = "install",
            description = {
                "Install the Jupyter kernel \"" + KernelSpec.DISPLAY_NAME
                        + "\": JJava with this jar on its class path.",
                "Replaces the one that is there."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  clickture kernel install",
                "  clickture kernel install --prefix .venv --heap 2g",
                "  clickture kernel install --jjava jjava.jar --java /usr/bin/java"
            })
    static final class Install implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Option(
                names = "--prefix",
                paramLabel = "FOLDER",
                description = "Install into this environment, such as a virtual environment of Python"
                        + " (default: for this user).")
        private @Nullable Path prefix;

        @Option(
                names = "--jjava",
                paramLabel = "JAR",
                description = "JJava's jjava.jar (default: the one of its own kernel).")
        private @Nullable Path jjava;

        @Option(
                names = "--java",
                paramLabel = "JAVA",
                description = "The Java program (default: the one that runs now).")
        private @Nullable Path java;

        @Option(
                names = "--heap",
                paramLabel = "SIZE",
                description = "The largest heap, such as 2g (default: Java's own).")
        private @Nullable String heap;

        @Override
        public Integer call() {
            Path folder = KernelSpec.install(new KernelSpec.Request(prefix, jjava, java, heap));
            spec.commandLine().getOut().println("installed the kernel " + KernelSpec.NAME + " in " + folder);
            return ExitCode.OK;
        }
    }
}
