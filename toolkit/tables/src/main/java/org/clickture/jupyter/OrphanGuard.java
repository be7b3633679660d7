package org.clickture.jupyter;

/**
 * Ends the kernel when the program that started it is gone: a runner that was killed would leave the JVM, its memory and
 * its open files behind for ever.
 */
final class OrphanGuard {

    private OrphanGuard() {}

    /** Watches the process that jupyter_client names; does nothing if it names none. */
    static void install() {
        String parent = System.getenv("JPY_PARENT_PID"); // on Windows a handle, of which no process is known
        if (parent != null && parent.matches("\\d{1,18}")) {
            ProcessHandle.of(Long.parseLong(parent)).ifPresent(OrphanGuard::watch);
        }
    }

    private static void watch(ProcessHandle parent) {
        Thread guard = new Thread(
                () -> {
                    parent.onExit().join();
                    System.exit(0);
                },
                "clickture-orphan-guard");
        guard.setDaemon(true);
        guard.start();
    }
}
