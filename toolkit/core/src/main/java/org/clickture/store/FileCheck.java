package org.clickture.store;

import java.util.Optional;

/**
 * Whether one file of a store is as its manifest says.
 *
 * @param name the file's name inside the store
 * @param problem what is wrong with it; empty if nothing is
 */
public record FileCheck(String name, Optional<String> problem) {

    /** Whether nothing is wrong with the file. */
    public boolean ok() {
        return problem.isEmpty();
    }
}
