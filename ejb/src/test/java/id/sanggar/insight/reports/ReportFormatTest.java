package id.sanggar.insight.reports;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.shared.LocalizedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFormatTest {

    private static final Report REPORT = new Report("JakPreneur & kawan", "Pemprov <DKI>", List.of("Hanya perempuan"),
            "Keadaan 22 November 2026 16.31 WIB", List.of(
                    new Report.Sheet("Corong: tahap", List.of("Tahap", "Pernah sampai", "Bagian", "Kenaikan"), 1,
                            List.of(Arrays.asList("P1 Pendaftaran", 281_812L, null, 21.44),
                                    Arrays.asList("=HYPERLINK(1)", 102_146L, Report.Share.of(102_146, 281_812), null))),
                    new Report.Sheet("Corong: tahap", List.of("Bulan"), null, List.of())));

    private static byte[] file(ReportFormat format, Locale locale) {
        var bytes = new ByteArrayOutputStream();
        format.write(REPORT, locale, bytes);
        return bytes.toByteArray();
    }

    @Test
    void aSpreadsheetOfIndonesiaReadsTheNumbersAndRunsNothing() {
        var csv = new String(file(ReportFormat.CSV, LocalizedText.INDONESIAN), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF").contains("P1 Pendaftaran;281812;;21,4")
                .contains("'=HYPERLINK(1);102146;0,3625;").doesNotContain("\n=");
    }

    @Test
    void aSpreadsheetInEnglishHasPointsAndCommas() {
        assertThat(new String(file(ReportFormat.CSV, Locale.ENGLISH), StandardCharsets.UTF_8))
                .contains("'=HYPERLINK(1),102146,0.3625,");
    }

    @Test
    void aWorkbookHasASheetForEachTableUnderNamesThatExcelTakes(@TempDir Path directory) throws IOException {
        var entries = new StringBuilder();
        var file = Files.write(directory.resolve("a.xlsx"), file(ReportFormat.XLSX, LocalizedText.INDONESIAN));
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                entries.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(entries).contains("name=\"Corong  tahap\"", "name=\"Corong  tahap 2\"", "<v>281812</v>")
                .doesNotContain("<f>");
    }

    @Test
    void aPrintedReportCanBeReadAloud() throws IOException {
        try (var pdf = Loader.loadPDF(file(ReportFormat.PDF, LocalizedText.INDONESIAN))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("JakPreneur & kawan", "Pemprov <DKI>", "281.812",
                    "36,2 %", "=HYPERLINK(1)");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("id");
        }
    }
}
