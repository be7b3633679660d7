package org.clickture.manifest;

import java.util.List;
import org.clickture.Counts;
import org.clickture.MalformedRow;

/**
 * Where a store came from: enough to make it again and to notice when it cannot be the same. Holds no time of day, so
 * that the same inputs, recipe, version and JDK give the same bytes.
 *
 * @param format version of the store's layout
 * @param toolkitVersion version of the toolkit that made it
 * @param commit its commit, {@code unknown} outside a checkout
 * @param jdk {@code java.vm.version} of the JVM that made it
 * @param synthetic whether a generator made at least one of the inputs (their first row says so)
 * @param labelName what a label is called here, such as {@code breed}
 * @param recipe the recipe file: its name and digest
 * @param lexicon the lexicon file: its name and digest
 * @param columns column positions, such as {@code key,query,clicks}
 * @param inputs the click log's files in the order of their ids in the evidence
 * @param counts the counts of the run
 * @param malformed the first ten malformed rows of each reason, by reason, then file and byte offset
 * @param files the store's own files, without the manifest itself
 */
public record Manifest(
        int format,
        String toolkitVersion,
        String commit,
        String jdk,
        boolean synthetic,
        String labelName,
        Source recipe,
        Source lexicon,
        String columns,
        List<InputFile> inputs,
        Counts counts,
        List<MalformedRow> malformed,
        List<InputFile> files) {

    /**
     * A file whose content decides the outcome.
     *
     * @param name its name, without folders
     * @param sha256 digest of its bytes, 64 lower-case hexadecimal digits
     */
    public record Source(String name, String sha256) {}

    public Manifest {
        inputs = List.copyOf(inputs);
        malformed = List.copyOf(malformed);
        files = List.copyOf(files);
    }

    /** The same manifest with the store's own files filled in. */
    public Manifest withFiles(List<InputFile> storeFiles) {
        return new Manifest(
                format,
                toolkitVersion,
                commit,
                jdk,
                synthetic,
                labelName,
                recipe,
                lexicon,
                columns,
                inputs,
                counts,
                malformed,
                storeFiles);
    }
}
