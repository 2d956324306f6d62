package id.sanggar.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledTemplateTest {

    @Test
    void everythingPrintedCanBeCopied() {
        assertThat(Papers.text(Papers.COMPLETION.stamp(Papers.ratna())).lines().toList()).contains(
                "Sertifikat Kelulusan", "Certificate of Completion", "Nomor 012/PMOP/7571/2026",
                "Ratna Wahyuni Potabuga", "Pengendalian Mutu Olahan Pangan",
                "Program NSLIC Kota Gorontalo bersama Dinas Koperasi dan UKM", "16 jam pelajaran", "Sangat Baik",
                "19 November 2026", "Gorontalo, 21 November 2026", "Hasna Mooduto, M.Si.",
                "Kepala Dinas Koperasi dan UKM", Papers.ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë Çelik-Åström", "Nguyễn Thị Ánh Tuyết", "Siti Nur’aini d'Angelo",
        "Ðorđe Łukasz Ōyama", "AVA To. Wayan Tyas, S.Pd., M.M."})
    void lettersWithMarksAndKernedPairsAreCopiedAsTheyWereWritten(String holder) {
        assertThat(Papers.text(Papers.COMPLETION.stamp(Papers.of(holder))).lines().toList()).contains(holder);
    }

    @Test
    void aLongNameShrinksAndThenTakesTwoLinesThatStayReadable() throws Exception {
        String longName = "Raden Ayu Siti Nurhaliza Kusumaningrum Djojohadikoesoemo Mangkoeningrat Soerjodiningrat";
        assertThat(sizeOf("Ratna Wahyuni")).isBetween(40f, 41f);
        assertThat(sizeOf("Ratna Wahyuni Potabuga Kusumaningrum")).isBetween(23f, 39f);
        assertThat(sizeOf(longName)).isGreaterThanOrEqualTo(23);
        String text = Papers.text(Papers.COMPLETION.stamp(Papers.of(longName)));
        assertThat(text.replaceAll("\\s+", " ")).contains(longName);
        assertThat(text.lines()).noneMatch(line -> line.contains(longName));
    }

    @Test
    void textNeverLeavesItsPlace() throws Exception {
        for (String holder : List.of("Al", "Ratna Wahyuni Potabuga Kusumaningrum Djojohadikoesoemo",
                "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww")) {
            for (TextPosition letter : letters(Papers.COMPLETION.stamp(Papers.of(holder)))) {
                assertThat(letter.getX()).isGreaterThan(70);
                assertThat(letter.getX() + letter.getWidth()).isLessThan(772);
            }
        }
    }

    @Test
    void aNameThatFitsInNoWayIsRefusedByField() {
        assertThatThrownBy(() -> Papers.COMPLETION.stamp(Papers.of("Siti Nurhaliza ".repeat(20))))
                .isInstanceOfSatisfying(Unprintable.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo(Field.HOLDER);
                    assertThat(refusal.reason()).isEqualTo(Unprintable.Reason.TOO_LONG);
                });
    }

    @Test
    void aLetterOfAnotherScriptIsRefusedByFieldAndLetter() {
        assertThatThrownBy(() -> Papers.COMPLETION.stamp(Papers.of("Ratna \u5f20")))
                .isInstanceOfSatisfying(Unprintable.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo(Field.HOLDER);
                    assertThat(refusal.reason()).isEqualTo(Unprintable.Reason.UNKNOWN_LETTER);
                    assertThat(refusal.character()).isEqualTo("\u5f20");
                });
    }

    @Test
    void aMissingValueIsRefusedUnlessThePaperCanDoWithout() {
        assertThatThrownBy(() -> Papers.COMPLETION.stamp(Papers.of(" \t")))
                .isInstanceOfSatisfying(Unprintable.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Unprintable.Reason.MISSING));
        CertificateValues full = Papers.ratna();
        String text = Papers.text(Papers.COMPLETION.stamp(new CertificateValues(full.holder(), full.course(),
                full.programme(), null, full.hours(), null, full.completedOn(), full.issuedOn(), null,
                full.place(), full.signatory(), full.signatoryTitle(), full.serial(), full.verifyUrl())));
        assertThat(text.lines().toList()).contains("Program NSLIC Kota Gorontalo", "Lulus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script> & {serial}", "&amp; ]]> <!-- ) Tj ET", "\\) <41> endstream"})
    void whatLooksLikeMarkupIsPrintedAsItIs(String holder) {
        assertThat(Papers.text(Papers.COMPLETION.stamp(Papers.of(holder))).lines().toList()).contains(holder);
    }

    @Test
    void controlCharactersAndHiddenDirectionsAreDropped() {
        String holder = "\u202eRatna\u0000 \u200bWahyuni\r\n\u0007Potabuga\ud800";
        assertThat(Papers.COMPLETION.stamp(Papers.of(holder))).isEqualTo(Papers.COMPLETION.stamp(Papers.ratna()));
    }

    @Test
    void theQrCodeOnThePaperAndTheLinkLeadToItsPage() throws Exception {
        try (PDDocument document = Loader.loadPDF(Papers.COMPLETION.stamp(Papers.ratna()))) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 150);
            BufferedImage corner = image.getSubimage(0, image.getHeight() / 2, image.getWidth() / 3,
                    image.getHeight() / 2);
            int[] pixels = corner.getRGB(0, 0, corner.getWidth(), corner.getHeight(), null, 0, corner.getWidth());
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(corner.getWidth(), corner.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(Papers.ADDRESS);
            PDAnnotationLink link = (PDAnnotationLink) document.getPage(0).getAnnotations().get(0);
            assertThat(((PDActionURI) link.getAction()).getURI()).isEqualTo(Papers.ADDRESS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/verify/1", "https://", "https://sanggar.example/a b",
        "mailto:a@b.c", "https://sanggar.example/é"})
    void onlyAnAbsoluteWebAddressCanBeVerified(String address) {
        CertificateValues full = Papers.ratna();
        assertThatThrownBy(() -> Papers.COMPLETION.stamp(new CertificateValues(full.holder(), full.course(),
                full.programme(), null, full.hours(), null, full.completedOn(), full.issuedOn(), null,
                full.place(), full.signatory(), full.signatoryTitle(), full.serial(), address)))
                .isInstanceOfSatisfying(Unprintable.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(Field.VERIFY_URL));
    }

    @Test
    void theFileNamesItselfItsLanguageAndItsDay() throws Exception {
        try (PDDocument document = Loader.loadPDF(Papers.COMPLETION.stamp(Papers.of("R & D <Potabuga>")))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("id");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Sertifikat Kelulusan R & D <Potabuga>: Pengendalian Mutu Olahan Pangan");
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray()))
                    .contains("R &amp; D &lt;Potabuga&gt;", "2026-11-21T00:00:00Z");
        }
    }

    @Test
    void equalValuesGiveEqualBytesOnEveryThreadAndAfterStorage() throws Exception {
        CompiledTemplate stored = CompiledTemplate.read(Papers.COMPLETION.toBytes());
        byte[] expected = Papers.COMPLETION.stamp(Papers.ratna());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<byte[]>> stamped = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String other = "Peserta " + i;
                stamped.add(threads.submit(() -> {
                    stored.stamp(Papers.of(other));
                    return stored.stamp(Papers.ratna());
                }));
            }
            for (Future<byte[]> bytes : stamped) {
                assertThat(bytes.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(Papers.COMPLETION.stamp(Papers.of("Ratna"))).isNotEqualTo(expected);
    }

    @Test
    void compilingTwiceGivesTheSameTemplate() {
        assertThat(CertificateTemplate.named("completion").compile().toBytes())
                .isEqualTo(Papers.COMPLETION.toBytes());
    }

    @Test
    void aFileIsAtMostSixtyKilobytes() {
        assertThat(Papers.COMPLETION.stamp(Papers.ratna())).hasSizeLessThan(60_000);
        assertThat(Papers.COMPLETION.stamp(Papers.of("Raden Ayu Siti Nurhaliza Kusumaningrum Djojohadikoesoemo")))
                .hasSizeLessThan(60_000);
    }

    private static float sizeOf(String holder) throws Exception {
        return letters(Papers.COMPLETION.stamp(Papers.of(holder))).stream()
                .map(TextPosition::getFontSizeInPt).max(Float::compare).orElseThrow();
    }

    private static List<TextPosition> letters(byte[] pdf) throws Exception {
        List<TextPosition> letters = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    letters.add(letter);
                }
            }.getText(document);
        }
        return letters;
    }
}
