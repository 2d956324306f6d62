package id.sanggar.certificate.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.stream.IntStream;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;

class SealTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final char[] PASSWORD = "rahasia".toCharArray();
    private static final byte[] MESSAGE = "Ratna Mooduto".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    @Test
    void whatItSignedItVerifiesAndNothingElse() {
        var seal = seal();
        var signature = seal.sign(MESSAGE);

        assertThat(signature).hasSize(64);
        assertThat(seal.verify(MESSAGE, signature)).isTrue();
        assertThat(seal.verify("Ratna Moodutu".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
        for (int octet = 0; octet < signature.length; octet++) {
            var altered = signature.clone();
            altered[octet] ^= 1;
            assertThat(seal.verify(MESSAGE, altered)).isFalse();
        }
        assertThat(seal.verify(MESSAGE, new byte[64])).isFalse();
        assertThat(seal.verify(MESSAGE, new byte[63])).isFalse();
        assertThat(seal.verify(MESSAGE, null)).isFalse();
    }

    @Test
    void javaItselfVerifiesIt() throws Exception {
        var seal = seal();
        // So many that numbers with leading zeros, and with a set first bit, are among them.
        for (int round = 0; round < 600; round++) {
            var message = ("message " + round).getBytes(StandardCharsets.UTF_8);
            var java = Signature.getInstance("SHA256withECDSAinP1363Format");
            java.initVerify(seal.certificate());
            java.update(message);
            var signature = seal.signDigest(MessageDigest.getInstance("SHA-256").digest(message));
            assertThat(java.verify(signature)).isTrue();
            assertThat(seal.verify(message, signature)).isTrue();
        }
    }

    @Test
    void manyThreadsSignAtOnce() {
        var seal = seal();
        assertThat(IntStream.range(0, 2_000).parallel()
                .allMatch(any -> seal.verify(MESSAGE, seal.sign(MESSAGE)))).isTrue();
    }

    @Test
    void onceItsKeyIsElsewhereItVerifiesButDoesNotSign() {
        var key = new KeyDirectory(home).open("Sanggar localhost", NOW);
        var published = Seal.published(7, key.chain());

        assertThat(published.verify(MESSAGE, Keys.seal(key).sign(MESSAGE))).isTrue();
        assertThat(published.signs()).isFalse();
        assertThatThrownBy(() -> published.sign(MESSAGE)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not on this node");
    }

    @Test
    void itIsCalledByItsThumbprint() throws Exception {
        var seal = seal();
        var key = new ECKey.Builder(Curve.P_256, (ECPublicKey) seal.certificate().getPublicKey()).build();
        assertThat(seal.kid()).isEqualTo(key.computeThumbprint().toString()).hasSize(43);
    }

    @Test
    void aKeyThatNobodyGaveIsMadeOnceAndForItsOwnerAlone() throws IOException {
        var made = new KeyDirectory(home.resolve("keys")).open("Sanggar lms.example", NOW);
        var again = new KeyDirectory(home.resolve("keys")).open("Sanggar lms.example", NOW);

        assertThat(again.kid()).isEqualTo(made.kid());
        assertThat(made.certificates().get(0).getSubjectX500Principal().getName()).isEqualTo("CN=Sanggar lms.example");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys"))))
                .isEqualTo("rwx------");
        for (var secret : new String[] {"seal.p12", "seal.password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys/" + secret))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aWrongPasswordIsRefusedInSoManyWords() {
        new KeyDirectory(home).open("Sanggar localhost", NOW);
        refused(home.resolve("seal.p12"), null, "password", "SEAL_KEYSTORE_PASSWORD");
    }

    @Test
    void aKeystoreThatIsNotThereOrNoneIsRefused() throws IOException {
        refused(home.resolve("nowhere.p12"), null, "does not exist", "SEAL_KEYSTORE");
        refused(Files.writeString(home.resolve("text.p12"), "not a keystore"), null, "not a readable PKCS#12 file");
    }

    @Test
    void aKeyThatIsNotOnP256IsRefused() throws Exception {
        refused(keystore("rsa.p12", entry("RSA", 2048, "SHA256withRSA")), null, "its key is RSA", "P-256");
        refused(keystore("p384.p12", entry("EC", 384, "SHA384withECDSA")), null, "P-256");
    }

    @Test
    void ofSeveralKeysOneHasToBeNamed() throws Exception {
        var file = keystore("two.p12", entry("EC", 256, "SHA256withECDSA"), entry("EC", 256, "SHA256withECDSA"));
        refused(file, null, "several keys", "SEAL_ALIAS");
        refused(file, "key9", "no key key9", "key0", "key1");
        assertThat(SealKey.read(file, PASSWORD, "key1").kid()).isNotEqualTo(SealKey.read(file, PASSWORD, "key0").kid());
    }

    @Test
    void aCertificateOfAnotherKeyIsRefused() throws Exception {
        var one = entry("EC", 256, "SHA256withECDSA");
        var other = entry("EC", 256, "SHA256withECDSA");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", one.getSigningKey(), PASSWORD,
                new Certificate[] {other.getSelfSignedCertificate()});
        refused(saved(store, "mixed.p12"), null, "belongs to another key");
    }

    private void refused(Path keystore, String alias, String... words) {
        assertThatThrownBy(() -> SealKey.read(keystore, PASSWORD, alias)).isInstanceOf(SealKey.Refused.class)
                .hasMessageContainingAll(words).hasMessageContaining(keystore.toString());
    }

    private Seal seal() {
        return Keys.seal();
    }

    private static SelfSignedX509CertificateAndSigningKey entry(String algorithm, int bits, String signature) {
        return SelfSignedX509CertificateAndSigningKey.builder().setDn(new X500Principal("CN=Uji"))
                .setKeyAlgorithmName(algorithm).setKeySize(bits).setSignatureAlgorithmName(signature).build();
    }

    private Path keystore(String name, SelfSignedX509CertificateAndSigningKey... entries) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int at = 0; at < entries.length; at++) {
            store.setKeyEntry("key" + at, entries[at].getSigningKey(), PASSWORD,
                    new X509Certificate[] {entries[at].getSelfSignedCertificate()});
        }
        return saved(store, name);
    }

    private Path saved(KeyStore store, String name) throws Exception {
        var file = home.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }
}
