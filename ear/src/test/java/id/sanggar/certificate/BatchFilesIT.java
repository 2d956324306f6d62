package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.shared.NotFound;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken home of a batch, looked at with the tools that anyone has. */
class BatchFilesIT extends IssuingSchool {

    @TempDir
    private Path home;

    @Test
    void whatIsInTheArchiveIsWhatThePlainToolsSayWasSealed() throws Exception {
        graduates.graduate(40, "Lulusan Uji");
        var batch = issueAll();
        unzip(written(out -> certificates.zip(batch, 0, out)));
        keysOf("seal.pem");

        assertThat(run("sha256sum", "-c", "manifest.sha256")).contains(": OK");
        assertThat(verified()).contains("Verified OK");
        assertThat(Files.readAllLines(home.resolve("manifest.sha256"))).contains("# papers 40")
                .filteredOn(line -> !line.startsWith("#")).hasSize(40)
                .allMatch(line -> line.matches("[0-9a-f]{64}  \\d{3}-PMOP-7571-\\d{4}_[0-9A-Z]{26}\\.pdf"));
        assertThat(Files.readString(home.resolve("manifest.sha256"))).doesNotContain("Lulusan");
        assertThat(Files.readString(home.resolve("sertifikat.csv"))).contains("Lulusan Uji 1");

        // Whoever changes a digit of the list is found out.
        var changed = Files.readString(home.resolve("manifest.sha256")).replaceFirst("papers 40", "papers 41");
        Files.writeString(home.resolve("manifest.sha256"), changed);
        assertThat(verified()).doesNotContain("Verified OK");
    }

    @Test
    void theManifestOnItsOwnIsTheSame() throws Exception {
        graduates.graduate(3, "Lulusan Uji");
        var batch = issueAll();
        unzip(written(out -> certificates.zip(batch, 0, out)));
        assertThat(written(out -> certificates.manifest(batch, out)))
                .isEqualTo(Files.readAllBytes(home.resolve("manifest.sha256")));
        assertThat(manager.call(() -> certificates.manifestSignature(batch)))
                .isEqualTo(Files.readAllBytes(home.resolve("manifest.sha256.sig")));
        assertThat(manager.call(() -> certificates.manifestSeal(batch)))
                .isEqualTo(Files.readString(home.resolve("seal.pem")));
    }

    @Test
    void aManifestIsOfABatchAtItsEnd() throws Exception {
        graduates.graduate(1, "Lulusan Uji");
        var batch = check(null);
        assertThatThrownBy(() -> written(out -> certificates.manifest(batch, out))).isInstanceOf(NotFound.class);
    }

    @Test
    void aLargeBatchIsPrintedInPartsOfAThousandPagesAndTwoMegabytes() throws Exception {
        graduates.graduate(Certificates.PRINT_PART + 1, "Lulusan Uji");
        var batch = issueAll();
        var first = written(out -> certificates.print(batch, 1, out));
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).contains("/Count 1000");
        assertThat(first.length).isLessThanOrEqualTo(2_000_000);
        assertThat(new String(written(out -> certificates.print(batch, 2, out)), StandardCharsets.ISO_8859_1))
                .contains("/Count 1/");
        for (var none : new int[] {3, 99_999, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> written(out -> certificates.print(batch, none, out)))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> written(out -> certificates.zip(batch, 2, out))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> written(out -> certificates.zip(UUID.randomUUID(), 1, out)))
                .isInstanceOf(NotFound.class);
    }

    private void unzip(byte[] archive) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(home.resolve(entry.getName()), zip.readAllBytes());
            }
        }
    }

    private void keysOf(String certificate) throws Exception {
        var key = run("openssl", "x509", "-in", certificate, "-pubkey", "-noout");
        assertThat(key).startsWith("-----BEGIN PUBLIC KEY-----");
        Files.writeString(home.resolve("seal.pub"), key);
    }

    private String verified() throws Exception {
        return run("openssl", "dgst", "-sha256", "-verify", "seal.pub", "-signature", "manifest.sha256.sig",
                "manifest.sha256");
    }

    private String run(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException missing) {
            return Assumptions.abort(command[0] + " is not on this machine");
        }
    }

    private byte[] written(Writing writing) throws Exception {
        var out = new ByteArrayOutputStream();
        act(manager, () -> writing.to(out));
        return out.toByteArray();
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws Exception;
    }
}
