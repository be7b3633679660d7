package org.clickture.scan;

/** Takes the triads of a scan. One sink serves one worker: it is never called by two threads. */
public interface TriadSink {

    /**
     * Whether a row's query passes the gate; only then are its key and click count read. Called for every row that
     * may pass, and for some that cannot.
     *
     * @param bytes holds the query in [queryFrom, queryTo); valid during the call
     */
    boolean admits(byte[] bytes, int queryFrom, int queryTo);

    /** Takes a triad whose query was admitted by the call just before. The view is valid during the call. */
    void triad(TriadView triad);
}
