package org.clickture.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.clickture.jupyter.KernelChecks.Check;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = "Look at Java and what is installed around it; say what is missing and what to do.",
        footerHeading = "%nExamples:%n",
        footer = {"  clickture doctor", "  clickture doctor --prefix .venv"})
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--prefix", paramLabel = "FOLDER", description = "The environment whose Jupyter is meant.")
    private @Nullable Path prefix;

    /** 1 if something is missing. */
    @Override
    public Integer call() {
        List<Check> checks = Doctor.examine(prefix);
        RowPrinter rows = new AlignedRows(spec.commandLine().getOut(), List.of("state", "what", "found"));
        for (Check check : checks) {
            rows.row(check.ok() ? "ok" : "missing", check.subject(), check.detail());
        }
        rows.end();
        return checks.stream().allMatch(Check::ok) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
