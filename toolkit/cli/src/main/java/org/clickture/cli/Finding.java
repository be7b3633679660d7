package org.clickture.cli;

/**
 * What the doctor found about one thing.
 *
 * @param subject what was looked at
 * @param state how it is
 * @param detail what was found
 * @param remedy what to do; empty if there is nothing to do
 */
record Finding(String subject, State state, String detail, String remedy) {

    enum State {
        /** As it should be. */
        OK,
        /** Something does not work without it, but a build does. */
        MISSING,
        /** A build does not work without it. */
        BROKEN
    }

    static Finding ok(String subject, String detail) {
        return new Finding(subject, State.OK, detail, "");
    }

    static Finding of(String subject, boolean ok, State otherwise, String detail, String remedy) {
        return ok ? ok(subject, detail) : new Finding(subject, otherwise, detail, remedy);
    }
}
