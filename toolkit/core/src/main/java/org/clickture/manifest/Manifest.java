package org.clickture.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
 * @param homonyms the file of homonyms that the recipe names, if it does
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
        Optional<Source> homonyms,
        String columns,
        List<InputFile> inputs,
        Counts counts,
        List<MalformedRow> malformed,
        List<InputFile> files) {

    /** The store layout that this version of the toolkit writes and reads. */
    public static final int FORMAT = 1;

    /**
     * A file whose content decides the outcome.
     *
     * @param name its name, without folders
     * @param sha256 digest of its bytes, 64 lower-case hexadecimal digits
     */
    public record Source(String name, String sha256) {

        /**
         * Reads a whole file and describes it.
         *
         * @throws IOException if the file cannot be read
         */
        public static Source of(Path file) throws IOException {
            MessageDigest sha256 = newSha256();
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return new Source(String.valueOf(file.getFileName()), HexFormat.of().formatHex(sha256.digest()));
        }

        private static MessageDigest newSha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every Java has SHA-256", e);
            }
        }
    }

    public Manifest {
        inputs = List.copyOf(inputs);
        malformed = List.copyOf(malformed);
        files = List.copyOf(files);
    }

    /**
     * Reads a manifest from its JSON text.
     *
     * @param where the file that held it, for messages
     * @throws org.clickture.ClicktureException if it is no manifest, lacks something or has another format
     */
    public static Manifest parse(String json, String where) {
        return ManifestJson.parse(json, where);
    }

    /** The manifest as indented JSON with a final line feed; equal manifests give equal texts. */
    public String toJson() {
        return ManifestJson.write(this);
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
                homonyms,
                columns,
                inputs,
                counts,
                malformed,
                storeFiles);
    }
}
