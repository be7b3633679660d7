package org.clickture.scan;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

final class Order {
    private static final MethodHandle COMPRESS = find();
    static final boolean KNOWN = COMPRESS != null;

    private static MethodHandle find() {
        try {
            return MethodHandles.lookup().findStatic(Long.class, "compress", MethodType.methodType(long.class, long.class, long.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    static long compress(long bits, long mask) {
        try {
            return (long) COMPRESS.invokeExact(bits, mask);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
