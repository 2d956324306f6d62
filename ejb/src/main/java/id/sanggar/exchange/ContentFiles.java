package id.sanggar.exchange;

import id.sanggar.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the content directory, by their paths within it, wherever they come from. */
public final class ContentFiles {

    private static final int LARGEST_TEXT = 1_000_000;
    private static final int LARGEST_FILE = 50_000_000;
    private static final int MOST_FILES = 10_000;
    private static final String INDEX = "index.txt";

    private final SortedMap<String, byte[]> files;

    private ContentFiles(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /** Opens files by their path within the content. */
    private interface Opener {
        InputStream open(String path) throws IOException;
    }

    public static ContentFiles ofDirectory(Path directory) {
        try (Stream<Path> walk = Files.walk(directory)) {
            var paths = walk.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .toList();
            return read(paths, path -> Files.newInputStream(directory.resolve(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Files that came in some other way, by their paths. */
    static ContentFiles of(SortedMap<String, byte[]> files) {
        return new ContentFiles(new TreeMap<>(files));
    }

    /**
     * The content that was built into the application. A class loader cannot list a directory, so the build has written
     * an index beside the files.
     */
    public static ContentFiles ofClassPath(ClassLoader loader, String directory) {
        try (var index = loader.getResourceAsStream(directory + '/' + INDEX)) {
            if (index == null) {
                throw new IllegalStateException(directory + '/' + INDEX + " is missing from the application");
            }
            var paths = new String(index.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            return read(paths, path -> loader.getResourceAsStream(directory + '/' + path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ContentFiles read(List<String> paths, Opener opener) throws IOException {
        if (paths.size() > MOST_FILES) {
            throw new IOException("more than " + MOST_FILES + " files");
        }
        var files = new TreeMap<String, byte[]>();
        for (var path : paths) {
            if (path.isBlank() || path.equals(INDEX)) {
                continue;
            }
            try (var in = opener.open(path)) {
                if (in == null) {
                    throw new IOException(path + " is in the index but not there");
                }
                var bytes = in.readNBytes(LARGEST_FILE + 1);
                if (bytes.length > LARGEST_FILE) {
                    throw new IOException(path + " is larger than " + LARGEST_FILE + " bytes");
                }
                files.put(path, bytes);
            }
        }
        return new ContentFiles(files);
    }

    /** The paths of all files that begin so, in order. */
    public List<String> under(String prefix) {
        return List.copyOf(files.subMap(prefix, prefix + Character.MAX_VALUE).keySet());
    }

    /** The names of the directories directly in this one, which ends in a slash. */
    public List<String> directories(String parent) {
        return under(parent).stream()
                .map(path -> path.substring(parent.length()))
                .filter(path -> path.indexOf('/') > 0)
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct()
                .toList();
    }

    public boolean has(String path) {
        return files.containsKey(path);
    }

    public byte[] bytes(String path) {
        return files.get(path);
    }

    /**
     * The text of a file, with {@code \n} at the end of each line; a file that is not there or not UTF-8 is a problem.
     */
    String text(String path, Problems problems) {
        var bytes = files.get(path);
        if (bytes == null) {
            problems.add(path, 0, "exchange.missing-file");
            return "";
        }
        if (bytes.length > LARGEST_TEXT) {
            problems.add(path, 0, "exchange.too-many-bytes", bytes.length, LARGEST_TEXT);
            return "";
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                problems.add(path, 0, "exchange.nul");
                return "";
            }
            return text.replace("\r\n", "\n");
        } catch (CharacterCodingException otherEncoding) {
            problems.add(path, 0, "exchange.not-utf-8");
            return "";
        }
    }

    /** SHA-256 over the names and bytes of all files that begin so: the same digits, the same content. */
    public String hash(String prefix) {
        var digest = Sha256.digest();
        files.subMap(prefix, prefix + Character.MAX_VALUE).forEach((path, bytes) -> {
            digest.update((path + '\n' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
