package org.clickture.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which toolkit this is.
 *
 * @param version its release, such as {@code 0.1.0}
 * @param commit its commit, shortened, with {@code -dirty} behind it if there were changes that are in no commit;
 *     {@code unknown} if it was built outside a checkout
 */
public record ToolkitVersion(String version, String commit) {

    private static final String UNKNOWN = "unknown";

    /** The toolkit that is running, as its build wrote it down. */
    public static ToolkitVersion current() {
        Properties properties = new Properties();
        try (InputStream in = ToolkitVersion.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                return new ToolkitVersion(UNKNOWN, UNKNOWN);
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read version.properties of the toolkit's own jar", e);
        }
        return of(
                properties.getProperty("version", ""),
                properties.getProperty("commit", ""),
                properties.getProperty("dirty", ""));
    }

    static ToolkitVersion of(String version, String commit, String dirty) {
        String mark = dirty.equals("true") ? "-dirty" : "";
        return new ToolkitVersion(filled(version) ? version : UNKNOWN, filled(commit) ? commit + mark : UNKNOWN);
    }

    /** Outside a checkout the build leaves the placeholder as it is. */
    private static boolean filled(String value) {
        return !value.isEmpty() && !value.startsWith("${");
    }
}
