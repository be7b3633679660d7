package org.clickture.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clickture.OutputFile;

/**
 * Cuts a log into files of about as many images each: shard s of n gets the images [images * s / n, images * (s + 1) / n).
 * Without the first rows the files one behind the other are the log in one file. Not thread-safe.
 */
final class ShardedLog implements AutoCloseable {

    private final PendingFiles files;
    private final List<OutputFile> targets;
    private final byte[] firstRow;
    private final long images;
    private OutputStream out;
    private int shard;
    private long bytes;

    ShardedLog(PendingFiles files, List<OutputFile> targets, String notice, long images) throws IOException {
        this.files = files;
        this.targets = targets;
        this.images = images;
        firstRow = (notice + '\n').getBytes(StandardCharsets.UTF_8);
        out = files.create(targets.get(0));
        write(firstRow, 0, firstRow.length);
    }

    /**
     * The names of a log's files: the name itself, or with a number behind its first part ({@code clicks-07.tsv.gz}).
     *
     * @param shards how many files
     */
    static List<Path> targets(Path log, int shards) {
        if (shards == 1) {
            return List.of(log);
        }
        String name = String.valueOf(log.getFileName());
        int dot = name.indexOf('.', 1);
        int end = dot < 0 ? name.length() : dot;
        int digits = Math.max(2, Integer.toString(shards - 1).length());
        List<Path> targets = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            String number = "0".repeat(digits - Integer.toString(shard).length()) + shard;
            targets.add(log.resolveSibling(name.substring(0, end) + '-' + number + name.substring(end)));
        }
        return targets;
    }

    /** Writes the next images. */
    void write(Block block, long firstImage) throws IOException {
        int from = 0;
        while (shard + 1 < targets.size() && firstImageOf(shard + 1) <= firstImage + block.imageCount()) {
            int to = block.cut(Math.toIntExact(firstImageOf(shard + 1) - firstImage));
            write(block.text().bytes(), from, to);
            from = to;
            out.close();
            shard++;
            out = files.create(targets.get(shard));
            write(firstRow, 0, firstRow.length);
        }
        write(block.text().bytes(), from, block.text().length());
    }

    /** Length of the text so far, before compression. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private long firstImageOf(int someShard) {
        return images * someShard / targets.size();
    }

    private void write(byte[] text, int from, int to) throws IOException {
        out.write(text, from, to - from);
        bytes += to - from;
    }
}
