package org.clickture.cli;

import org.clickture.run.ToolkitVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the toolkit, its commit and the Java that runs it. */
final class VersionLine implements IVersionProvider {

    @Override
    public String[] getVersion() {
        ToolkitVersion toolkit = ToolkitVersion.current();
        return new String[] {
            "clickture " + toolkit.version() + " (commit " + toolkit.commit() + ")",
            "Java " + Runtime.version() + ", " + System.getProperty("java.vendor") + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
