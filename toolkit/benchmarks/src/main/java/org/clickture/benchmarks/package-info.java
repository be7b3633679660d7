/**
 * JMH benchmarks of the parts: the scan, the tokeniser, the matcher and the store. Each checks its answer before it is
 * timed. Main class: {@code org.openjdk.jmh.Main}. May use: all of core, through its public doors.
 */
@NullMarked
package org.clickture.benchmarks;

import org.jspecify.annotations.NullMarked;
