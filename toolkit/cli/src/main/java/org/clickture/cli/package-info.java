/**
 * The command line {@code clickture}: parses and prints; what is done lies in {@code run}.
 *
 * <p>Entry point: {@link org.clickture.cli.Main}. May use: the root, {@code run}, {@code label}, {@code manifest},
 * {@code store}, {@code synth}, {@code frame}, {@code chart}, {@code jupyter}; the only package that knows picocli.
 */
@NullMarked
package org.clickture.cli;

import org.jspecify.annotations.NullMarked;
