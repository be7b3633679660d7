package org.clickture.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.clickture.ClicktureException;
import org.clickture.store.FileCheck;
import org.clickture.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = "Compare every byte of a store with the checksums of its manifest.",
        footerHeading = "%nExamples:%n",
        footer = "  clickture verify dog.store")
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreArgument store;

    @Override
    public Integer call() {
        List<FileCheck> checks = Store.verify(store.folder());
        RowPrinter rows = new AlignedRows(spec.commandLine().getOut(), List.of("file", "found"));
        checks.forEach(check -> rows.row(check.name(), check.problem().orElse("ok")));
        rows.end();
        long damaged = checks.stream().filter(check -> !check.ok()).count();
        if (damaged > 0) {
            spec.commandLine().getOut().flush();
            throw new ClicktureException(
                    store.folder() + ": " + damaged + " of " + checks.size() + " files are damaged; build it again");
        }
        return ExitCode.OK;
    }
}
