package org.clickture.scan;

/** Leaves a segment at its first malformed row when the scan is strict. */
final class StrictStop extends RuntimeException {

    StrictStop() {
        super(null, null, false, false);
    }
}
