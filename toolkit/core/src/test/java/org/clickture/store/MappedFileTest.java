package org.clickture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedFileTest {

    private static final long GIB = 1L << 30;

    @TempDir
    Path folder;

    @Test
    void readsAcrossEveryGibibyteOfALargeFile() throws IOException {
        // Sparse: a few kilobytes on the disk.
        Path file = folder.resolve("large");
        long size = 5 * GIB + 5;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long at = GIB - 4; at < size; at += GIB) {
                ByteBuffer marker = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
                channel.write(marker.putLong(0, at), at);
            }
            channel.write(ByteBuffer.wrap(new byte[] {42}), size - 1);
        }
        MappedFile mapped = MappedFile.open(file);
        assertThat(mapped.size()).isEqualTo(size);
        for (long at = GIB - 4; at + 8 <= size; at += GIB) {
            assertThat(mapped.slice(at, at + 8).getLong(0)).isEqualTo(at);
            ByteBuffer longest = mapped.slice(at - 7, Math.min(at - 7 + GIB, size));
            assertThat(longest.getLong(7)).isEqualTo(at);
        }
        assertThat(mapped.slice(size - 1, size).get(0)).isEqualTo((byte) 42);
        assertThatThrownBy(() -> mapped.slice(0, GIB + 1)).isInstanceOf(IndexOutOfBoundsException.class);
        Files.delete(file);
    }

    @Test
    void letsNobodyReadBeyondASlice() throws IOException {
        Path file = Files.write(folder.resolve("small"), new byte[100]);
        MappedFile mapped = MappedFile.open(file);
        ByteBuffer slice = mapped.slice(10, 20);
        assertThat(slice.get(9)).isZero();
        assertThatThrownBy(() -> slice.get(10)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.put(0, (byte) 1)).isInstanceOf(ReadOnlyBufferException.class);
        assertThatThrownBy(() -> mapped.slice(90, 101)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> mapped.slice(-1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> mapped.slice(4, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void mapsAnEmptyFile() throws IOException {
        MappedFile mapped = MappedFile.open(Files.createFile(folder.resolve("empty")));
        assertThat(mapped.slice(0, 0).capacity()).isZero();
    }
}
