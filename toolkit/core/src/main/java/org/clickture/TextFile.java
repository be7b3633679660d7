package org.clickture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A small text file, read whole.
 *
 * @param text without a byte order mark
 * @param sha256 digest of the file's bytes, 64 hexadecimal digits
 */
public record TextFile(String text, String sha256) {

    /**
     * Reads a file.
     *
     * @param what what it is, such as "lexicon", for errors
     * @throws ClicktureException if the file cannot be read or is not UTF-8
     */
    public static TextFile read(Path file, String what) {
        if (Files.isDirectory(file)) {
            throw new ClicktureException(file + ": this is a folder, not a " + what + "; name the file");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            StringWriter text = new StringWriter(bytes.length);
            new Utf8Reader(new ByteArrayInputStream(bytes), file, what).transferTo(text);
            return new TextFile(text.toString(), sha256(bytes));
        } catch (NoSuchFileException e) {
            throw new ClicktureException(file + ": there is no such " + what + "; check the path", e);
        } catch (IOException e) {
            throw new ClicktureException(
                    file + ": the " + what + " cannot be read: " + e + "; check that it is a file and its permissions",
                    e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
