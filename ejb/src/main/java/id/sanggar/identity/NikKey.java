package id.sanggar.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds a person again by the number of her identity card, which nobody keeps: HMAC-SHA-256 of it under a key that the
 * database does not have. There are so few possible numbers that a hash without a key would be as good as the number.
 * The key is {@code NIK_KEY}, or one made at the first start that nobody but the server's own user may read; nodes that
 * share a database share the key, and with another key nobody is found again.
 */
@ApplicationScoped
public class NikKey {

    private static final String NONE = "none";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    @Resource(lookup = "java:global/sanggar/nik-key")
    private String given;

    @Resource(lookup = "java:global/sanggar/home")
    private String home;

    private SecretKeySpec key;

    protected NikKey() {
    }

    /** @param key at least 32 bytes */
    public NikKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** @throws IllegalStateException if the key that is given is none, or no key can be kept */
    @PostConstruct
    void open() {
        key = new SecretKeySpec(NONE.equals(given) ? own(Path.of(home, "keys")) : read(given, "NIK_KEY"), ALGORITHM);
    }

    /** @return 32 bytes, the same for the same number */
    public byte[] hash(Nik nik) {
        return authenticated(nik.digits());
    }

    private byte[] authenticated(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("No " + ALGORITHM, impossible);
        }
    }

    /**
     * A key for something else that must not lie open beside the hashes: 32 bytes, which tell nothing of this key nor
     * of those for other purposes.
     */
    public byte[] keyFor(String purpose) {
        return authenticated("sanggar " + purpose);
    }

    /** The key that is kept there, or a new one. */
    static byte[] own(Path directory) {
        var file = directory.resolve("nik.key");
        try {
            ownersOnly(Files.createDirectories(directory), "rwx------");
            try (var channel = FileChannel.open(directory.resolve("nik.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); var lock = channel.lock()) {
                if (!Files.exists(file)) {
                    make(directory, file);
                }
                return read(Files.readString(file), file.toString());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The directory " + directory + " for the key of identity numbers cannot be"
                    + " used: " + unwritable.getMessage(), unwritable);
        }
    }

    private static void make(Path directory, Path file) throws IOException {
        var bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        var beside = Files.createTempFile(directory, "nik", ".new");
        ownersOnly(beside, "rw-------");
        Files.writeString(beside, Base64.getEncoder().encodeToString(bytes) + System.lineSeparator());
        // At once: where it is, it is whole.
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] read(String base64, String where) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException("The key of identity numbers is not Base64 (" + where + ")");
        }
        if (bytes.length < LENGTH) {
            throw new IllegalStateException("The key of identity numbers has fewer than " + LENGTH + " bytes ("
                    + where + ")");
        }
        return bytes;
    }

    private static void ownersOnly(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
