package id.sanggar.certificate.seal;

import java.io.ByteArrayOutputStream;
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
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.cert.KeyUsage;
import org.wildfly.security.x500.cert.KeyUsageExtension;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;

/**
 * Where a key is kept that nobody gave: made at the first start, with a certificate that it signs for itself. Nobody
 * but the server's own user may read it. Nodes that share the directory share the key.
 */
final class KeyDirectory {

    private static final String ALIAS = "seal";
    private static final int YEARS = 20;
    /** Papers say on which day they were signed, not when; those of the first day must not seem older than the key. */
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;
    private final Path keystore;
    private final Path password;

    KeyDirectory(Path directory) {
        this.directory = directory;
        this.keystore = directory.resolve("seal.p12");
        this.password = directory.resolve("seal.password");
    }

    Path keystore() {
        return keystore;
    }

    /**
     * The key that is there, or a new one.
     *
     * @param holder who the new one's certificate says it is; letters, digits, spaces, dots and hyphens
     */
    SealKey open(String holder, Instant now) {
        try {
            ownersOnly(Files.createDirectories(directory), "rwx------");
            try (var channel = FileChannel.open(directory.resolve("seal.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); var lock = channel.lock()) {
                if (!Files.exists(keystore)) {
                    make(holder, now);
                }
                return SealKey.read(keystore, Files.readString(password).strip().toCharArray(), ALIAS);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The directory " + directory + " for the seal's key cannot be used: "
                    + unwritable.getMessage(), unwritable);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("No key for the seal can be made", broken);
        }
    }

    private void make(String holder, Instant now) throws IOException, GeneralSecurityException {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        var pair = SelfSignedX509CertificateAndSigningKey.builder()
                .setDn(new X500Principal("CN=" + holder))
                .setKeyAlgorithmName("EC")
                .setKeySize(256)
                .setSignatureAlgorithmName("SHA256withECDSA")
                .setNotValidBefore(now.minus(A_DAY).atZone(ZoneOffset.UTC))
                .setNotValidAfter(now.atZone(ZoneOffset.UTC).plusYears(YEARS))
                .addExtension(new KeyUsageExtension(KeyUsage.digitalSignature, KeyUsage.nonRepudiation))
                .build();
        var store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
            store.setKeyEntry(ALIAS, pair.getSigningKey(), secret.toCharArray(),
                    new Certificate[] {pair.getSelfSignedCertificate()});
        } catch (IOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
        write(password, secret.getBytes(StandardCharsets.US_ASCII));
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, secret.toCharArray());
        // Last and at once: where it is, it is whole and its password with it.
        write(keystore, bytes.toByteArray());
    }

    private void write(Path file, byte[] bytes) throws IOException {
        var beside = Files.createTempFile(directory, "seal", ".new");
        ownersOnly(beside, "rw-------");
        Files.write(beside, bytes);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void ownersOnly(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
