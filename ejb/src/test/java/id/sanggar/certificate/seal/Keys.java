package id.sanggar.certificate.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Instant;

/** Seals for tests, each with a key of its own. */
public final class Keys {

    private Keys() {
    }

    /** One that signs, with the id 1. */
    public static Seal seal() {
        try {
            var directory = Files.createTempDirectory("keys");
            var key = new KeyDirectory(directory).open("Sanggar localhost", Instant.parse("2026-11-22T00:00:00Z"));
            for (var file : new String[] {"seal.p12", "seal.password", "seal.lock", ""}) {
                Files.delete(directory.resolve(file));
            }
            return seal(key);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public static PublishedSeal published(Seal seal) {
        return Seals.published(new SealRegister.Entry(seal.id(), seal.kid(), seal.chain().get(0), Instant.EPOCH));
    }

    static Seal seal(SealKey key) {
        try {
            return Seal.signing(1, key.chain(), key.privateKey());
        } catch (GeneralSecurityException unusable) {
            throw new AssertionError(unusable);
        }
    }
}
