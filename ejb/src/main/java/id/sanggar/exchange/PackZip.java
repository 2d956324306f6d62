package id.sanggar.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files in a zip, as packs, Word and Excel use it. Reads what strangers made: only what two readers cannot understand
 * differently, never more than it says of itself, nothing that would leave its folder. Follows APPNOTE.TXT 6.3.10 of
 * PKWARE; a library would be kinder to a zip than is wise here. What it writes depends on nothing but the files.
 */
final class PackZip {

    /** The first minute a zip can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int CENTRAL_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int IN_ZIP64 = 0xFFFFFFFF;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 0x2041;
    private static final int UNIX = 3;
    private static final int KIND_OF_FILE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;
    /** Text rarely shrinks to less than a fiftieth; what shrinks further was made to. */
    private static final int GREATEST_RATIO = 200;
    private static final int RATIO_COUNTS_FROM = 1_000_000;

    private final String file;
    private final ByteBuffer zip;
    private final Limits limits;

    /** What a zip may hold. */
    record Limits(int entries, long entry, long total) {

        static final Limits OF_PACK = new Limits(10_000, 50_000_000, 120_000_000);
        static final Limits OF_DOCUMENT = new Limits(2_000, 30_000_000, 80_000_000);
    }

    /** A file that is sent when its turn comes. */
    @FunctionalInterface
    interface Part {

        void send(OutputStream out) throws IOException;
    }

    /** Why a zip is not opened. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Object[] arguments;

        Refused(String sentence, Object... arguments) {
            super(sentence);
            this.arguments = arguments;
        }
    }

    /** What the list at the zip's end says of a file. */
    private record Entry(String name, int method, long crc, int packed, int size, int at) {
    }

    private PackZip(String file, byte[] bytes, Limits limits) {
        this.file = file;
        this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
    }

    /**
     * Opens all files of a zip.
     *
     * @param file its name, for the problem
     * @return nothing if there is anything about it that is not as it should be
     */
    static Optional<SortedMap<String, byte[]>> read(String file, byte[] bytes, Limits limits, Problems problems) {
        var zip = new PackZip(file, bytes, limits);
        try {
            return Optional.of(zip.files());
        } catch (Refused refused) {
            problems.add(file, 0, refused.getMessage(), refused.arguments);
        } catch (IndexOutOfBoundsException | IllegalArgumentException pointsOutside) {
            problems.add(file, 0, "exchange.zip-broken");
        }
        return Optional.empty();
    }

    /** Writes the files in their order; the same files always become the same bytes. */
    static void write(SortedMap<String, byte[]> files, OutputStream out) throws IOException {
        var parts = new TreeMap<String, Part>();
        files.forEach((path, bytes) -> parts.put(path, target -> target.write(bytes)));
        stream(parts, out);
    }

    /** The same for files that are better not in memory all at once. */
    static void stream(SortedMap<String, Part> files, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var file : files.entrySet()) {
            var entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            file.getValue().send(zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private SortedMap<String, byte[]> files() throws Refused {
        var entries = entries();
        var files = new TreeMap<String, byte[]>();
        var folded = new HashSet<String>();
        for (var entry : entries) {
            if (entry.name.endsWith("/") || FileName.isOfTheSystem(entry.name)) {
                continue;
            }
            var wrong = FileName.wrong(entry.name);
            if (wrong.isPresent()) {
                throw new Refused(wrong.get(), entry.name);
            }
            if (!folded.add(FileName.folded(entry.name))) {
                throw new Refused("exchange.zip-twice", entry.name);
            }
            files.put(entry.name, bytes(entry));
        }
        var folders = new HashSet<String>();
        for (var name : folded) {
            for (var slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
                folders.add(name.substring(0, slash));
            }
        }
        folders.retainAll(folded);
        if (!folders.isEmpty()) {
            throw new Refused("exchange.zip-twice", folders.iterator().next());
        }
        return files;
    }

    private List<Entry> entries() throws Refused {
        if (zip.limit() < END_SIZE || zip.getInt(0) != LOCAL && zip.getInt(0) != END) {
            throw new Refused("exchange.zip-none");
        }
        var end = end();
        var count = Short.toUnsignedInt(zip.getShort(end + 10));
        var size = zip.getInt(end + 12);
        var start = zip.getInt(end + 16);
        if (zip.getInt(end + 4) != 0 || Short.toUnsignedInt(zip.getShort(end + 8)) != count) {
            throw new Refused("exchange.zip-parts");
        }
        if (start == IN_ZIP64 || size == IN_ZIP64) {
            throw new Refused("exchange.zip-large");
        }
        if (count > limits.entries) {
            throw new Refused("exchange.zip-entries", count, limits.entries);
        }
        if (start < 0 || size < 0 || (long) start + size != end) {
            throw new Refused("exchange.zip-broken");
        }
        var entries = new ArrayList<Entry>();
        var at = start;
        long total = 0;
        for (var i = 0; i < count; i++) {
            if (zip.getInt(at) != CENTRAL) {
                throw new Refused("exchange.zip-broken");
            }
            var entry = entry(at);
            entries.add(entry);
            total += entry.size;
            if (total > limits.total) {
                throw new Refused("exchange.zip-total", megabytes(limits.total));
            }
            at += CENTRAL_SIZE + unsigned(at + 28) + unsigned(at + 30) + unsigned(at + 32);
        }
        if (at != end) {
            throw new Refused("exchange.zip-broken");
        }
        requireApart(entries, start);
        return entries;
    }

    private int end() throws Refused {
        for (var at = zip.limit() - END_SIZE; at >= Math.max(0, zip.limit() - END_SIZE - LONGEST_COMMENT); at--) {
            if (zip.getInt(at) == END && at + END_SIZE + unsigned(at + 20) == zip.limit()) {
                return at;
            }
        }
        throw new Refused("exchange.zip-broken");
    }

    private Entry entry(int at) throws Refused {
        var name = name(at + CENTRAL_SIZE, unsigned(at + 28));
        var flags = unsigned(at + 8);
        var method = unsigned(at + 10);
        var mode = unsigned(at + 4) >> 8 == UNIX ? zip.getInt(at + 38) >>> 16 & KIND_OF_FILE : 0;
        if (mode != 0 && mode != REGULAR && mode != DIRECTORY) {
            throw new Refused("exchange.zip-link", name);
        }
        if ((flags & ENCRYPTED) != 0) {
            throw new Refused("exchange.zip-encrypted", name);
        }
        if (method != STORED && method != DEFLATED) {
            throw new Refused("exchange.zip-method", name);
        }
        var packed = zip.getInt(at + 20);
        var size = zip.getInt(at + 24);
        var offset = zip.getInt(at + 42);
        if (packed == IN_ZIP64 || size == IN_ZIP64 || offset == IN_ZIP64) {
            throw new Refused("exchange.zip-large");
        }
        if (packed < 0 || size < 0 || offset < 0 || method == STORED && packed != size) {
            throw new Refused("exchange.zip-entry-broken", name);
        }
        if (size > limits.entry) {
            throw new Refused("exchange.zip-entry", name, megabytes(limits.entry));
        }
        if (size > RATIO_COUNTS_FROM && size / GREATEST_RATIO > packed) {
            throw new Refused("exchange.zip-ratio", name);
        }
        return new Entry(name, method, Integer.toUnsignedLong(zip.getInt(at + 16)), packed, size, offset);
    }

    private String name(int at, int length) throws Refused {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(zip.slice(at, length)).toString();
        } catch (CharacterCodingException otherEncoding) {
            throw new Refused("exchange.zip-name",
                    new String(zip.array(), at, length, StandardCharsets.ISO_8859_1));
        }
    }

    /** No byte belongs to two files, and each file says of itself what the list says of it. */
    private void requireApart(List<Entry> entries, int listAt) throws Refused {
        var inPlace = entries.stream().sorted(Comparator.comparingInt(Entry::at)).toList();
        for (var i = 0; i < inPlace.size(); i++) {
            var entry = inPlace.get(i);
            if (zip.getInt(entry.at) != LOCAL || !name(entry.at + LOCAL_SIZE, unsigned(entry.at + 26))
                    .equals(entry.name) || unsigned(entry.at + 8) != entry.method) {
                throw new Refused("exchange.zip-entry-broken", entry.name);
            }
            var next = i + 1 < inPlace.size() ? inPlace.get(i + 1).at : listAt;
            if ((long) data(entry) + entry.packed > next) {
                throw new Refused("exchange.zip-overlap", entry.name);
            }
        }
    }

    private int data(Entry entry) {
        return entry.at + LOCAL_SIZE + unsigned(entry.at + 26) + unsigned(entry.at + 28);
    }

    private byte[] bytes(Entry entry) throws Refused {
        var bytes = entry.method == STORED
                ? Arrays.copyOfRange(zip.array(), data(entry), data(entry) + entry.packed)
                : inflate(entry);
        var crc = new CRC32();
        crc.update(bytes);
        if (crc.getValue() != entry.crc) {
            throw new Refused("exchange.zip-entry-broken", entry.name);
        }
        return bytes;
    }

    private byte[] inflate(Entry entry) throws Refused {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(zip.array(), data(entry), entry.packed);
            var bytes = new byte[entry.size];
            var length = 0;
            while (length < bytes.length) {
                var more = inflater.inflate(bytes, length, bytes.length - length);
                if (more == 0) {
                    throw new Refused("exchange.zip-entry-broken", entry.name);
                }
                length += more;
            }
            if (inflater.inflate(new byte[1]) > 0 || !inflater.finished()) {
                throw new Refused("exchange.zip-entry-broken", entry.name);
            }
            return bytes;
        } catch (DataFormatException broken) {
            throw new Refused("exchange.zip-entry-broken", entry.name);
        } finally {
            inflater.end();
        }
    }

    private int unsigned(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    private static long megabytes(long bytes) {
        return bytes / 1_000_000;
    }
}
