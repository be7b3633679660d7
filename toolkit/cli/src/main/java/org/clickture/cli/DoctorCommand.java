package org.clickture.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.clickture.cli.Finding.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = {
            "Look at Java and at what is installed around it, and say what is missing and what to do.",
            "Ends with 1 if a build would not work."
        },
        footerHeading = "%nExample:%n",
        footer = "  clickture doctor")
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = Doctor.examine();
        RowPrinter rows = new AlignedRows(out, List.of("", "state", "found"));
        for (Finding finding : findings) {
            rows.row(finding.subject(), finding.state().name().toLowerCase(Locale.ROOT), finding.detail());
            if (!finding.remedy().isEmpty()) {
                rows.row("", "", "-> " + finding.remedy());
            }
        }
        rows.end();
        boolean broken = findings.stream().anyMatch(finding -> finding.state() == State.BROKEN);
        return broken ? ExitCode.SOFTWARE : ExitCode.OK;
    }
}
