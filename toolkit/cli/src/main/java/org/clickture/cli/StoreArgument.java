package org.clickture.cli;

import java.nio.file.Path;
import org.clickture.run.Clickture;
import org.clickture.store.Store;
import picocli.CommandLine.Parameters;

/** The store that a command reads. */
final class StoreArgument {

    @Parameters(paramLabel = "STORE", index = "0", description = "A folder that 'clickture build' made.")
    private Path folder;

    /** Opens it; whoever calls closes. */
    Store open() {
        return Clickture.open(folder);
    }

    Path folder() {
        return folder;
    }
}
