package org.clickture.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clickture.ClicktureException;
import org.clickture.Counts;
import org.clickture.Evidence;
import org.clickture.ImageCursor;
import org.clickture.LabelCount;
import org.clickture.LabelSet;
import org.clickture.LabelledImages;
import org.clickture.TriadCursor;
import org.clickture.manifest.InputFile;
import org.clickture.manifest.Manifest;

/**
 * A finished store, opened for reading. Reading changes no byte, takes no lock and needs no right to write; any number
 * of processes may read a store at once, and one that is killed harms nobody. Bytes that no build can have written give
 * a {@link ClicktureException} with file and byte offset.
 *
 * <p>Safe for use by several threads at once, each with its own cursor. The files of an open store must not be changed
 * or cut; replacing the whole store ({@code build --force}) is safe, an open one goes on with the old files.
 *
 * <p>After {@link #close()} every call but {@link #folder()}, {@link #recipeFile()}, {@link #lexiconFile()}, {@link
 * #homonymsFile()}, {@link #manifest()}, {@link #labelName()}, {@link #labels()} and {@link #counts()} throws an {@link IllegalStateException}, also on cursors. The system takes the
 * mapped files back when the store and its cursors are garbage.
 */
public final class Store implements LabelledImages, AutoCloseable {

    /** Larger files are compared by their size only when a store is opened. */
    private static final long MAX_CHECKSUMMED_BYTES = 1L << 30;

    private final Path folder;
    private final Manifest manifest;
    private final List<String> labels;
    private final List<String> files;
    private final MapFile images;
    private final MappedFile evidence;
    private volatile boolean closed;

    private Store(Path folder, Manifest manifest, List<String> labels, MapFile images, MappedFile evidence) {
        this.folder = folder;
        this.manifest = manifest;
        this.labels = labels;
        this.files = manifest.inputs().stream().map(InputFile::name).toList();
        this.images = images;
        this.evidence = evidence;
    }

    /**
     * Opens the store in a folder. Compares its files with its manifest: all sizes, and the checksums of files up to 1
     * GiB; {@link #verify} leaves nothing out.
     *
     * @throws ClicktureException if it is no complete store; says what is missing or damaged
     */
    public static Store open(Path folder) {
        Manifest manifest = StoreFolder.manifest(folder);
        String problems = StoreFolder.check(folder, manifest, MAX_CHECKSUMMED_BYTES).stream()
                .flatMap(check -> check.problem().map(problem -> check.name() + " " + problem).stream())
                .collect(Collectors.joining("; "));
        if (!problems.isEmpty()) {
            throw new ClicktureException(folder + " is no complete store: " + problems + ". Build it again.");
        }
        try {
            return new Store(
                    folder,
                    manifest,
                    LabelsFile.read(folder.resolve(StoreFolder.LABELS)),
                    MapFile.open(MappedFile.open(folder.resolve(StoreFolder.IMAGES))),
                    MappedFile.open(folder.resolve(StoreFolder.EVIDENCE)));
        } catch (IOException e) {
            throw IoFailures.of("cannot open", folder, e);
        }
    }

    /**
     * Compares every byte of a store with its manifest.
     *
     * @return one finding for each file but the manifest itself, in the manifest's order
     * @throws ClicktureException if the folder has no readable manifest
     */
    public static List<FileCheck> verify(Path folder) {
        return StoreFolder.check(folder, StoreFolder.manifest(folder), Long.MAX_VALUE);
    }

    /** The store's folder, as it was given. */
    public Path folder() {
        return folder;
    }

    /** Where it came from. */
    public Manifest manifest() {
        return manifest;
    }

    /** The store's copy of the recipe; the lexicon that it names is {@link #lexiconFile()} here, the homonyms are {@link
     * #homonymsFile()}. */
    public Path recipeFile() {
        return folder.resolve(StoreFolder.RECIPE);
    }

    /** The store's copy of the lexicon. */
    public Path lexiconFile() {
        return folder.resolve(StoreFolder.LEXICON);
    }

    /** The store's copy of the list of homonyms; empty if the recipe names none. */
    public Optional<Path> homonymsFile() {
        return manifest.homonyms().map(source -> folder.resolve(StoreFolder.HOMONYMS));
    }

    @Override
    public String labelName() {
        return manifest.labelName();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public Counts counts() {
        return manifest.counts();
    }

    @Override
    public ImageCursor images() {
        requireOpen();
        return new Images();
    }

    @Override
    public Optional<LabelSet> find(String imageKey) {
        return look(imageKey).map(image -> {
            List<LabelCount> counts = new ArrayList<>(image.size());
            for (int i = 0; i < image.size(); i++) {
                counts.add(new LabelCount(labels.get(image.labelId(i)), image.clicks(i), image.queries(i)));
            }
            return new LabelSet(imageKey, counts);
        });
    }

    @Override
    public List<Evidence> evidence(String imageKey) {
        return look(imageKey).map(this::evidence).orElse(List.of());
    }

    @Override
    public TriadCursor triads() {
        requireOpen();
        return new Triads();
    }

    private List<Evidence> evidence(ImageValue image) {
        ByteWindow record = new ByteWindow(evidence.file());
        moveTo(image, record);
        return EvidenceRecord.read(record, image, labels, files);
    }

    /** Sets a window to where the evidence of an image begins. */
    private void moveTo(ImageValue image, ByteWindow record) {
        long from = image.evidenceOffset();
        if (from >= evidence.size()) {
            throw ByteWindow.damaged(evidence.file(), from, "the file ends before it");
        }
        long to = from + Math.min(evidence.size() - from, MappedFile.MAX_STRETCH);
        record.set(evidence.slice(from, to), from, 0, (int) (to - from));
    }

    private Optional<ImageValue> look(String imageKey) {
        requireOpen();
        if (!ImageKeys.legal(imageKey)) {
            return Optional.empty();
        }
        byte[] key = imageKey.getBytes(StandardCharsets.US_ASCII);
        byte[] packed = new byte[ImageKeys.MAX_PACKED_BYTES];
        int packedLength = ImageKeys.pack(key, 0, key.length, packed);
        ByteWindow value = images.newWindow();
        if (!images.find(packed, packedLength, value)) {
            return Optional.empty();
        }
        ImageValue image = new ImageValue(labels.size());
        image.read(value);
        return Optional.of(image);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the store " + folder + " is closed");
        }
    }

    /** Ends the use of the store; calling it again does nothing. */
    @Override
    public void close() {
        closed = true;
    }

    private final class Images implements ImageCursor {

        private final MapFile.Cursor entries = images.entries();
        private final ImageValue image = new ImageValue(labels.size());

        @Override
        public boolean next() {
            requireOpen();
            if (!entries.next()) {
                return false;
            }
            image.read(entries.value());
            return true;
        }

        @Override
        public String imageKey() {
            byte[] key = entries.key();
            return ImageKeys.unpack(key, 0, key.length);
        }

        @Override
        public int size() {
            return image.size();
        }

        @Override
        public int labelId(int i) {
            return image.labelId(i);
        }

        @Override
        public long clicks(int i) {
            return image.clicks(i);
        }

        @Override
        public long queries(int i) {
            return image.queries(i);
        }
    }

    private final class Triads implements TriadCursor {

        private final Images walk = new Images();
        private final ByteWindow record = new ByteWindow(evidence.file());
        private final EvidenceReader triad = new EvidenceReader(record, walk.image, files.size());

        @Override
        public boolean nextImage() {
            if (!walk.next()) {
                return false;
            }
            moveTo(walk.image, record);
            triad.begin();
            return true;
        }

        @Override
        public String imageKey() {
            return walk.imageKey();
        }

        @Override
        public boolean nextTriad() {
            requireOpen();
            return triad.next();
        }

        @Override
        public byte[] query() {
            return triad.query();
        }

        @Override
        public int queryLength() {
            return triad.queryLength();
        }

        @Override
        public long clicks() {
            return triad.clicks();
        }

        @Override
        public int size() {
            return triad.size();
        }

        @Override
        public int labelId(int i) {
            return triad.labelId(i);
        }
    }
}
