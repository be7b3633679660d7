package org.clickture.lexicon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.clickture.ByteOrderMark;
import org.clickture.ClicktureException;

/** A small text file, read whole: its text without a byte order mark, and the digest of its bytes. */
record TextFile(String text, String sha256) {

    /** @throws ClicktureException if the file cannot be read or is not UTF-8 */
    static TextFile read(Path file, String what) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ClicktureException(file + ": there is no such " + what + "; check the path", e);
        } catch (IOException e) {
            throw new ClicktureException(
                    file + ": the " + what + " cannot be read: " + e + "; check that it is a file and its permissions",
                    e);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            return new TextFile(ByteOrderMark.strip(text), sha256(bytes));
        } catch (CharacterCodingException e) {
            throw new ClicktureException(
                    file + ": the " + what + " is not UTF-8 at byte offset " + buffer.position() + "; save it as UTF-8",
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
