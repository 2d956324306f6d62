package id.sanggar.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;

/** Judged by PDFBox, which finds the signature, and by Bouncy Castle, which weighs it. */
class SignedPaperTest {

    private static final Stamped RATNA =
            Papers.COMPLETION.stamp(Papers.ratna(), Papers.ADDRESS, Key.SIGNET, Key::sign);

    @Test
    void theSignatureIsValidAndCoversTheWholeDocument() throws Exception {
        byte[] file = RATNA.file();
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getSignatureDictionaries()).hasSize(1);
            PDSignature signature = document.getLastSignatureDictionary();
            int[] range = signature.getByteRange();
            assertThat(signature.getFilter()).isEqualTo("Adobe.PPKLite");
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getSignDate().toInstant()).isEqualTo("2026-11-20T17:00:00Z");
            assertThat(range[0]).isZero();
            assertThat(range[2] + range[3]).isEqualTo(file.length);
            assertThat(file[range[1]]).isEqualTo((byte) '<');
            assertThat(file[range[2] - 1]).isEqualTo((byte) '>');
            assertThat(isSigned(file, signature)).isTrue();
        }
    }

    @Test
    void theEnvelopeIsWhatTheFirstLevelOfPadesAsksFor() throws Exception {
        byte[] envelope = envelope(RATNA.file());
        SignerInformation signer = signer(envelope);
        assertThat(signer.getSignedAttributes().size()).isEqualTo(3);
        assertThat(signer.getSignedAttributes().get(CMSAttributes.signingTime)).isNull();
        assertThat(signer.getUnsignedAttributes()).isNull();
        SigningCertificateV2 certificate = SigningCertificateV2.getInstance(signer.getSignedAttributes()
                .get(PKCSObjectIdentifiers.id_aa_signingCertificateV2).getAttributeValues()[0]);
        assertThat(certificate.getCerts()[0].getCertHash())
                .isEqualTo(CompiledTemplate.digest().digest(Key.certificate().getEncoded()));
        try (ASN1InputStream in = new ASN1InputStream(envelope)) {
            byte[] strict = in.readObject().getEncoded("DER");
            assertThat(strict).isEqualTo(Arrays.copyOf(envelope, strict.length));
            assertThat(Arrays.copyOfRange(envelope, strict.length, envelope.length))
                    .isEqualTo(new byte[envelope.length - strict.length]);
        }
    }

    @Test
    void aPaperIsDrawnAgainFromItsStoredSignature() {
        Stamped again = Papers.COMPLETION.stamp(Papers.ratna(), Papers.ADDRESS, Key.SIGNET, any -> RATNA.signature());
        assertThat(again.file()).isEqualTo(RATNA.file());
        assertThat(again.sha256()).isEqualTo(RATNA.sha256())
                .isEqualTo(CompiledTemplate.digest().digest(RATNA.file()));
    }

    /** A short number in a signature is rare; the place it leaves is filled. */
    @Test
    void numbersOfEveryLengthHaveTheirPlace() throws Exception {
        for (byte[] numbers : List.of(new byte[64], filled(0x7F), filled(0xFF))) {
            byte[] file = Papers.COMPLETION.stamp(Papers.ratna(), Papers.ADDRESS, Key.SIGNET, any -> numbers).file();
            assertThat(file).hasSameSizeAs(RATNA.file());
            assertThat(signer(envelope(file)).getVersion()).isEqualTo(1);
        }
    }

    @Test
    void everyAlteredByteIsNoticed() throws Exception {
        byte[] file = RATNA.file();
        int[] range;
        try (PDDocument document = Loader.loadPDF(file)) {
            range = document.getLastSignatureDictionary().getByteRange();
        }
        byte[] signed = ASN1OctetString.getInstance(signer(envelope(file)).getSignedAttributes()
                .get(CMSAttributes.messageDigest).getAttributeValues()[0]).getOctets();
        for (int i = 0; i < file.length; i++) {
            file[i] ^= 1;
            boolean outside = i < range[1] || i >= range[2];
            if (outside) {
                var digest = CompiledTemplate.digest();
                digest.update(file, 0, range[1]);
                digest.update(file, range[2], range[3]);
                assertThat(digest.digest()).as("byte %d", i).isNotEqualTo(signed);
            } else {
                assertThat(CompiledTemplate.digest().digest(file)).as("byte %d", i).isNotEqualTo(RATNA.sha256());
            }
            file[i] ^= 1;
        }
    }

    @Test
    void anotherTextAnotherKeyAndAPastedSignatureAreNoticed() throws Exception {
        byte[] other = Papers.COMPLETION.stamp(Papers.of("Yusuf Pakaya"), Papers.ADDRESS, Key.SIGNET,
                any -> RATNA.signature()).file();
        assertThat(isSigned(other)).isFalse();
        byte[] edited = new String(RATNA.file(), StandardCharsets.ISO_8859_1)
                .replace("Sertifikat Kelulusan Ratna Wahyuni", "Sertifikat Kelulusan Hasna Wahyuni")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(edited).hasSameSizeAs(RATNA.file()).isNotEqualTo(RATNA.file());
        assertThat(isSigned(edited)).isFalse();
        byte[] forged = RATNA.signature();
        forged[63] ^= 1;
        assertThat(isSigned(Papers.COMPLETION.stamp(Papers.ratna(), Papers.ADDRESS, Key.SIGNET, any -> forged)
                .file())).isFalse();
    }

    @Test
    void aKeyThatIsNotOfTheCurveIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Signet.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Signet.of(List.of(new byte[] {48, 0})));
        assertThatIllegalArgumentException().isThrownBy(() -> Papers.COMPLETION.stamp(Papers.ratna(), Papers.ADDRESS,
                Key.SIGNET, any -> new byte[71]));
    }

    private static byte[] filled(int octet) {
        byte[] numbers = new byte[64];
        Arrays.fill(numbers, (byte) octet);
        return numbers;
    }

    private static boolean isSigned(byte[] file) throws Exception {
        try (PDDocument document = Loader.loadPDF(file)) {
            return isSigned(file, document.getLastSignatureDictionary());
        }
    }

    private static boolean isSigned(byte[] file, PDSignature signature) throws Exception {
        CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(signature.getSignedContent(file)),
                new ByteArrayInputStream(signature.getContents(file)));
        SignerInformation signer = signed.getSignerInfos().iterator().next();
        X509CertificateHolder certificate =
                (X509CertificateHolder) signed.getCertificates().getMatches(null).iterator().next();
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSException e) {
            return false;
        }
    }

    private static SignerInformation signer(byte[] envelope) throws CMSException {
        return new CMSSignedData(new ByteArrayInputStream(envelope)).getSignerInfos().iterator().next();
    }

    private static byte[] envelope(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return document.getLastSignatureDictionary().getContents(file);
        }
    }
}
