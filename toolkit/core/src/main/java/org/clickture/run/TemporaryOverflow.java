package org.clickture.run;

import java.io.IOException;
import org.clickture.ClicktureException;
import org.clickture.label.Overflow;
import org.clickture.store.ScratchFile;
import org.jspecify.annotations.Nullable;

/** A temporary file that is made when it is first needed, and removed in the end. Safe for use by several threads. */
final class TemporaryOverflow implements AutoCloseable {

    private @Nullable ScratchFile file;

    /** The file; the same one every time. */
    synchronized Overflow get() {
        ScratchFile made = file;
        if (made == null) {
            made = ScratchFile.temporary();
            file = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new ClicktureException("cannot remove a temporary file: " + e, e);
            }
        }
    }
}
