package org.clickture.scan;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Which search this JVM runs, and why. All searches give the same answer.
 *
 * @param name what runs
 * @param reason why, as the end of a sentence
 * @param vector makes the vector search; null where it does not run
 */
record SearchChoice(String name, String reason, @Nullable MethodHandle vector) {

    private static final String MODULE = "jdk.incubator.vector";

    /** Older JDKs make objects of masks instead of registers. */
    private static final int FIRST_VECTOR_JDK = 21;

    /** With more prefixes than this, tables are faster than a pass for each. */
    private static final int MAX_PASSES = 6;

    private static final SearchChoice CURRENT = choose();

    /** The choice for this JVM. */
    static SearchChoice current() {
        return CURRENT;
    }

    /** A new search, for one worker. */
    BlockSearch newSearch(GatePrefixes prefixes) {
        if (prefixes.count() > MAX_PASSES) {
            return new TableSearch(newSearch(GatePrefixes.of(java.util.List.of())), prefixes);
        }
        if (vector == null) {
            return new SwarSearch(prefixes);
        }
        try {
            return (BlockSearch) vector.invoke(prefixes);
        } catch (Throwable e) {
            throw new IllegalStateException("the vector search cannot be made", e);
        }
    }

    private static SearchChoice choose() {
        int jdk = Runtime.version().feature();
        if (jdk < FIRST_VECTOR_JDK) {
            return swar("the Vector API is fast from JDK " + FIRST_VECTOR_JDK + " on and this is " + jdk);
        }
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return swar("the JVM was started without --add-modules " + MODULE);
        }
        try {
            Class<?> search = Class.forName(SearchChoice.class.getPackageName() + ".VectorSearch");
            MethodHandle vector = MethodHandles.lookup()
                    .findConstructor(search, MethodType.methodType(void.class, GatePrefixes.class));
            int bits = (int) MethodHandles.lookup()
                    .findStatic(search, "bits", MethodType.methodType(int.class))
                    .invoke();
            return new SearchChoice(
                    "Vector API, " + bits + " bits", "the module " + MODULE + " is in this JVM", vector);
        } catch (Throwable e) {
            return swar("the Vector API does not work here: " + e);
        }
    }

    private static SearchChoice swar(String reason) {
        return new SearchChoice("SWAR, 64 bits", reason, null);
    }
}
