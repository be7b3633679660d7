package org.clickture.scan;

import org.clickture.MalformedReason;

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

    /**
     * Takes a malformed row. If its key or clicks are malformed, its query was admitted by the call just before.
     *
     * @param bytes holds the row in [from, to) without its end, LF or CR LF; of a row that is not read whole because it
     *     has the wrong number of fields, the first 256 bytes. Valid during the call
     * @param file position of the row's file in the list of files
     * @param byteOffset where the row begins in the file's text
     */
    default void malformed(MalformedReason reason, byte[] bytes, int from, int to, int file, long byteOffset) {}
}
