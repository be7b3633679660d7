package org.clickture;

/**
 * Is told how far a long run has come. Implementations decide how often they show it; they are called a few times a
 * second, from one thread at a time.
 */
public interface Progress {

    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public void update(String step, long done, long total, long rows) {}

        @Override
        public void end(String summary) {}
    };

    /**
     * The run has come so far.
     *
     * @param step what is being done, such as {@code scan}; steps come one after the other
     * @param done how many of its bytes the step has worked off, in [0, total]
     * @param total bytes in all: in a scan those on disk, compressed or not
     * @param rows rows that the step has seen so far
     */
    void update(String step, long done, long total, long rows);

    /** The run has ended well; {@code summary} says in one line what it did, without times. */
    void end(String summary);
}
