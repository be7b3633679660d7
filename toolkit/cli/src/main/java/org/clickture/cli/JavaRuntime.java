package org.clickture.cli;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import org.clickture.ClicktureException;

/** What must hold of the Java that runs the toolkit. */
final class JavaRuntime {

    private static final Runtime.Version G1_BUG_FROM = Runtime.Version.parse("25");
    private static final Runtime.Version G1_BUG_FIXED = Runtime.Version.parse("25.0.3");

    private JavaRuntime() {}

    /** Throws if this JVM may corrupt what it reads. */
    static void refuseUnsafe() {
        if (mayCorruptData(Runtime.version()) && usesG1()) {
            throw new ClicktureException(remedy(Runtime.version()));
        }
    }

    static String remedy(Runtime.Version version) {
        return "G1, the garbage collector of Java " + version + ", can corrupt compressed logs while they are read"
                + " (JDK-8377811): use Java 25.0.3 or later, Java 17 to 24, or CLICKTURE_OPTS=-XX:+UseParallelGC";
    }

    /** Whether G1 of this version may move memory that native code is reading (JDK-8377811). */
    static boolean mayCorruptData(Runtime.Version version) {
        return version.compareToIgnoreOptional(G1_BUG_FROM) >= 0 && version.compareToIgnoreOptional(G1_BUG_FIXED) < 0;
    }

    static boolean usesG1() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .anyMatch(name -> name.startsWith("G1"));
    }
}
