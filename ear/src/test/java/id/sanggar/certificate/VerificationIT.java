package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.certificate.internal.Claims;
import id.sanggar.certificate.internal.PublicCode;
import id.sanggar.certificate.internal.Sealing;
import id.sanggar.certificate.pdf.CertificateTemplate;
import id.sanggar.certificate.pdf.CertificateValues;
import id.sanggar.shared.Conflict;
import id.sanggar.testing.Acting;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Random;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told to somebody who was given a code or a file, genuine or not. */
class VerificationIT extends IssuingSchool {

    private static final int FORGERIES = 1_000;
    private static final int GUESSES = 1_000_000;

    @Inject
    private Verification verification;

    @Inject
    private Revoking revoking;

    @Inject
    private Sealing sealing;

    private final Random random = new Random(20261122);

    private String code;
    private byte[] pdf;

    @BeforeEach
    void aCertificateIsIssued() throws Exception {
        var email = UUID.randomUUID() + "@sanggar.example";
        graduates.graduate("Ratna Mooduto", email);
        var ratna = Acting.as(email);
        issueAll();
        code = ratna.call(certificates::mine).get(0).code();
        pdf = ratna.call(() -> certificates.pdf(code)).pdf();
    }

    /** As if each question came from a network of its own. */
    private CheckedFile check(byte[] file) {
        return verification.check(file, UUID.randomUUID().toString());
    }

    @Test
    void theFileThatWasIssuedIsTheOriginalWhateverBecameOfTheCertificate() throws Exception {
        assertThat(check(pdf).finding()).isEqualTo(FileFinding.ORIGINAL);
        assertThat(check(pdf).code()).isEqualTo(code);

        act(manager, () -> revoking.revoke(code, "Salah orang."));

        assertThat(check(pdf).finding()).isEqualTo(FileFinding.ORIGINAL);
        assertThat(verification.verify(code, "192.0.2.7").status()).isEqualTo(CertificateStatus.REVOKED);
    }

    @Test
    void oneThatWasReplacedSaysSoAndLeadsToItsSuccessor() throws Exception {
        var successor = PublicCode.random();
        graduates.write("update certificate set replaced_at = now() where code = ?", code);
        graduates.write("""
                insert into certificate (code, programme_id, course_id, account_id, template_id, issuance_id,
                    serial_year, serial_number, serial, holder, printed, pdf_sha256, issued_at, revision,
                    predecessor_id)
                select ?, programme_id, course_id, account_id, template_id, issuance_id, serial_year, serial_number,
                    serial || '-R1', holder, printed, '-', now(), 1, id from certificate where code = ?""",
                successor, code);

        assertThat(verification.verify(code, "192.0.2.8")).satisfies(replaced -> {
            assertThat(replaced.status()).isEqualTo(CertificateStatus.REPLACED);
            assertThat(replaced.successor()).isEqualTo(successor);
            assertThat(replaced.replacedOn()).isNotNull();
        });
        assertThat(verification.verify(successor, "192.0.2.8").status()).isEqualTo(CertificateStatus.VALID);
        assertThat(check(pdf).code()).isEqualTo(code);
    }

    @Test
    void noneOfAThousandAlteredFilesPassesForTheOriginal() throws Exception {
        var template = CertificateTemplate.named("completion").compile();
        var genuine = verification.verify(code, "192.0.2.9");
        var found = new EnumMap<FileFinding, Integer>(FileFinding.class);
        for (var number = 0; number < FORGERIES; number++) {
            var altered = switch (number % 6) {
                case 0 -> flipped();
                case 1 -> joined(pdf, ("\n% " + number + "\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"));
                case 2 -> without(random.nextInt(pdf.length - 400), 1 + random.nextInt(400));
                case 3 -> template.stamp(values(genuine, "Ratna Mooduto " + number, code));
                case 4 -> unsigned(number);
                default -> number % 30 == 5 ? savedAnew(number) : Arrays.copyOf(pdf, random.nextInt(1_500, pdf.length));
            };
            var answer = check(altered);
            assertThat(answer.finding()).as("forgery " + number).isNotEqualTo(FileFinding.ORIGINAL);
            if (number % 6 == 1) {
                assertThat(answer.finding()).isEqualTo(FileFinding.EXTENDED);
            }
            if (number % 6 == 3 || number % 6 == 4 || number % 30 == 5) {
                assertThat(answer.finding()).isEqualTo(FileFinding.CHANGED);
            }
            assertThat(answer.code()).isIn(code, null);
            found.merge(answer.finding(), 1, Integer::sum);
        }
        assertThat(found.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(FORGERIES);
        assertThat(found.get(FileFinding.CHANGED)).isGreaterThan(500);
    }

    private byte[] flipped() {
        var altered = pdf.clone();
        altered[16 + random.nextInt(altered.length - 16)] ^= (byte) (1 << random.nextInt(8));
        return altered;
    }

    private static byte[] joined(byte[] file, String added) {
        var bytes = added.getBytes(StandardCharsets.ISO_8859_1);
        var altered = Arrays.copyOf(file, file.length + bytes.length);
        System.arraycopy(bytes, 0, altered, file.length, bytes.length);
        return altered;
    }

    /** With another signature in the place of ours, or none. */
    private byte[] unsigned(int number) {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        var at = text.indexOf("/Contents<", text.indexOf("/ByteRange")) + 10;
        var altered = pdf.clone();
        Arrays.fill(altered, at, text.indexOf('>', at), (byte) "0123456789ABCDEF".charAt(number / 6 % 16));
        return altered;
    }

    private byte[] without(int from, int count) {
        var altered = new ByteArrayOutputStream();
        altered.write(pdf, 0, Math.max(16, from));
        altered.write(pdf, from + count, pdf.length - from - count);
        return altered.toByteArray();
    }

    /** By another program, which packs the address away. */
    private byte[] savedAnew(int number) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(pdf)) {
            document.getDocumentInformation().setTitle("Sertifikat " + number);
            document.save(out);
        }
        return out.toByteArray();
    }

    private static CertificateValues values(VerifiedCertificate genuine, String holder, String code) {
        return new CertificateValues(holder, genuine.course(), genuine.programme(), genuine.partner(),
                genuine.hours(), genuine.scoreBand(), genuine.completedOn(), genuine.issuedOn(), genuine.expiresOn(),
                genuine.place(), genuine.signatory(), genuine.signatoryTitle(), genuine.serial(),
                "https://sanggar.example/verify/" + code);
    }

    /** As after a register was lost. */
    @Test
    void whatWeSealedAndDoNotKnowIsNeitherOriginalNorForged() {
        var template = CertificateTemplate.named("completion").compile();
        var unknown = PublicCode.random();
        var claims = new Claims(unknown, Award.COMPLETION,
                values(verification.verify(code, "192.0.2.12"), "Ratna", unknown), 7);
        var lost = sealing.redraw(template, claims, sealing.seal(template, claims));

        assertThat(check(lost).finding()).isEqualTo(FileFinding.SEALED);
        lost[lost.length / 2] ^= 1;
        assertThat(check(lost).finding()).isEqualTo(FileFinding.UNKNOWN);
    }

    @Test
    void aFileThatLeadsNowhereIsUnknownWhateverSerialItShows() {
        var stranger = "%PDF-1.7\n" + verification.verify(code, "192.0.2.10").serial() + "\n%%EOF\n";
        assertThat(check(stranger.getBytes(StandardCharsets.US_ASCII)).finding()).isEqualTo(FileFinding.UNKNOWN);
    }

    @Test
    void hostileFilesAreRefusedOrBoundTheirOwnWork() throws IOException {
        assertThatThrownBy(() -> check("PK not a PDF".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(Conflict.class).hasMessage("certificate.file-no-pdf");
        assertThatThrownBy(() -> check(new byte[Verification.LARGEST_FILE + 1]))
                .isInstanceOf(Conflict.class).hasMessage("certificate.file-too-large");
        var bomb = new ByteArrayOutputStream();
        bomb.writeBytes("%PDF-1.7\nstream\n".getBytes(StandardCharsets.US_ASCII));
        try (var deflater = new DeflaterOutputStream(bomb, new Deflater(9))) {
            for (var part = 0; part < 800; part++) {
                deflater.write(new byte[1_000_000]);
            }
        }
        assertThat(check(bomb.toByteArray()).finding()).isEqualTo(FileFinding.UNKNOWN);
        var manyEnds = "%PDF-1.7\n" + "stream\n%%EOF\n".repeat(70_000);
        assertThat(check(manyEnds.getBytes(StandardCharsets.US_ASCII)).finding()).isEqualTo(FileFinding.UNKNOWN);
    }

    /** The whole register at once, without the throttle that a guesser would meet. */
    @Test
    void noneOfAMillionGuessedCodesIsOne() throws Exception {
        var hits = 0L;
        try (var connection = database.getConnection(); var query = connection.prepareStatement(
                "select count(*) from unnest(cast(? as text[])) guess join certificate c on c.code = guess")) {
            for (var round = 0; round < 50; round++) {
                var guesses = new String[GUESSES / 50];
                Arrays.setAll(guesses, each -> PublicCode.random());
                query.setArray(1, connection.createArrayOf("text", guesses));
                try (var rows = query.executeQuery()) {
                    rows.next();
                    hits += rows.getLong(1);
                }
            }
        }
        assertThat(hits).isZero();
    }
}
