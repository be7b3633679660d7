package org.clickture.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Collectors;
import org.clickture.ClicktureException;

/**
 * What Chronicle Map needs of the JVM in which it writes: the modules of a full JDK and the right to reach into some of
 * their packages. The command line opens those in its manifest and our kernelspec with flags; in a JVM that somebody
 * else started, such as a stock notebook kernel, they are opened from inside.
 */
final class WriterJvm {

    private static final List<String> MODULES = List.of("jdk.compiler", "jdk.unsupported");
    private static final List<String> PACKAGES =
            List.of("java.lang", "java.lang.reflect", "sun.nio.ch", "jdk.internal.ref");

    private WriterJvm() {}

    /**
     * Opens the packages that are not open yet.
     *
     * @throws ClicktureException if this JVM lacks a module or does not let us open a package; says what to do
     */
    static void prepare() {
        for (String module : MODULES) {
            if (ModuleLayer.boot().findModule(module).isEmpty()) {
                throw new ClicktureException("Chronicle Map cannot write in this JVM: it lacks the module " + module
                        + ". Use a full JDK instead of " + System.getProperty("java.home") + ".");
            }
        }
        if (closed().isEmpty()) {
            return;
        }
        try {
            openFromInside();
        } catch (Throwable e) {
            throw new ClicktureException(refusal(closed()), e);
        }
        if (!closed().isEmpty()) {
            throw new ClicktureException(refusal(closed()));
        }
    }

    static String refusal(List<String> packages) {
        String flags = packages.stream()
                .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
                .collect(Collectors.joining(" "));
        return "Chronicle Map cannot write in this JVM. Start it with " + flags + " or build with 'clickture build'.";
    }

    /** Which of the needed packages are not open to the class path. */
    private static List<String> closed() {
        Module javaBase = Object.class.getModule();
        Module self = WriterJvm.class.getModule();
        return PACKAGES.stream().filter(name -> !javaBase.isOpen(name, self)).toList();
    }

    /**
     * Finds the JDK's trusted lookup by way of {@code sun.misc.Unsafe}, the one class that the JDK leaves open for such
     * ends, and calls the method behind {@code --add-opens}. By reflection, since the compiler warns of Unsafe.
     */
    private static void openFromInside() throws Throwable {
        Class<?> unsafeClass = Class.forName("sun.misc.Unsafe");
        Field theUnsafe = unsafeClass.getDeclaredField("theUnsafe");
        theUnsafe.setAccessible(true);
        Object unsafe = theUnsafe.get(null);
        Field field = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
        Object base = unsafeClass.getMethod("staticFieldBase", Field.class).invoke(unsafe, field);
        Object offset = unsafeClass.getMethod("staticFieldOffset", Field.class).invoke(unsafe, field);
        MethodHandles.Lookup trusted = (MethodHandles.Lookup)
                unsafeClass.getMethod("getObject", Object.class, long.class).invoke(unsafe, base, offset);
        MethodHandle addOpens = trusted.findVirtual(
                Module.class, "implAddOpensToAllUnnamed", MethodType.methodType(void.class, String.class));
        for (String name : closed()) {
            addOpens.invoke(Object.class.getModule(), name);
        }
    }
}
