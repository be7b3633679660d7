package org.clickture.scan;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Which search a scan runs, and why. All searches give the same answer.
 *
 * @param reason why it is this one, in one sentence
 * @param vector makes the vector search; null where it does not run
 */
record SearchChoice(String reason, @Nullable MethodHandle vector) {

    /** Below, the Vector API takes longer to load than it saves. Our tests set it to 0. */
    static final long MIN_VECTOR_BYTES = Long.getLong("clickture.minVectorBytes", 1 << 26);

    /** With more prefixes than this, tables are faster than a pass for each two. */
    private static final int MAX_PASSED_PREFIXES = 6;

    /** The Java from which on the compiler keeps masks in registers. */
    private static final int FIRST_MASKS = 21;

    /** Made once, when it is first asked for: the JVM must load and compile what it needs, which takes about 0.2 s. */
    private static final class ForLargeLogs {

        static final CompletableFuture<SearchChoice> CHOICE = CompletableFuture.supplyAsync(
                        () -> VectorModule.load().map(SearchChoice::swar).orElseGet(SearchChoice::findVector))
                .exceptionally(SearchChoice::notWorking);

        private ForLargeLogs() {}

        /** Its being called is enough. */
        static void begin() {}
    }

    /** Begins to make the choice for a log in the background, so that it is there when a scan begins. Thread-safe. */
    static void prepare(long bytes) {
        if (bytes >= MIN_VECTOR_BYTES) {
            ForLargeLogs.begin();
        }
    }

    /**
     * The choice for this JVM and a log. Thread-safe.
     *
     * @param bytes size of the log
     */
    static SearchChoice of(long bytes) {
        return bytes < MIN_VECTOR_BYTES ? swar("for small logs it is ready sooner") : ForLargeLogs.CHOICE.join();
    }

    /** A new search, for one worker. */
    BlockSearch newSearch(GatePrefixes prefixes) {
        return prefixes.count() > MAX_PASSED_PREFIXES
                ? new TableSearch(newPassingSearch(GatePrefixes.NONE), prefixes)
                : newPassingSearch(prefixes);
    }

    private BlockSearch newPassingSearch(GatePrefixes prefixes) {
        if (vector == null) {
            return new SwarSearch(prefixes);
        }
        try {
            return (BlockSearch) vector.invoke(prefixes);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the vector search cannot be made", e);
        }
    }

    private static SearchChoice swar(String reason) {
        return new SearchChoice("SWAR, 64 bits at a time, because " + reason, null);
    }

    /** By name, as the vector searches were compiled apart and cannot be loaded everywhere. */
    private static SearchChoice findVector() {
        try {
            Class<?> search = vectorClass("VectorSearch");
            Class<?> made = Runtime.version().feature() < FIRST_MASKS ? vectorClass("WordVectorSearch") : search;
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle make = lookup.findConstructor(made, MethodType.methodType(void.class, GatePrefixes.class));
            MethodHandle bits = lookup.findStatic(search, "bits", MethodType.methodType(int.class));
            WarmUp.of((BlockSearch) make.invoke(WarmUp.PREFIXES));
            return new SearchChoice(
                    "Vector API, " + (int) bits.invoke() + " bits at a time, because this JVM has the module for it",
                    make);
        } catch (Throwable e) {
            return notWorking(e);
        }
    }

    private static SearchChoice notWorking(Throwable e) {
        return swar("the Vector API does not work in this JVM (" + e + ")");
    }

    private static Class<?> vectorClass(String name) throws ClassNotFoundException {
        return Class.forName(SearchChoice.class.getPackageName() + "." + name);
    }
}
