package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.shared.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class SheetPrinterTest {

    private static final String XHTML = """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="id">
            <head><title>Catatan suhu</title><style>h1 { font-family: sans-serif }</style></head>
            <body><h1>Catatan suhu</h1><p class="fill">Nama usaha:</p>
            <table class="grid"><thead><tr><th>Jam</th><th>Suhu ≤ 5 °C</th></tr></thead>
            <tbody><tr><td>&#160;</td><td><span class="checkbox"></span> ya</td></tr></tbody></table>
            %s</body></html>
            """;

    @Test
    void aSheetBecomesTaggedPdfWithItsTypefaceAndItsWordsCanBeSearched() throws IOException {
        var sheet = SheetPrinter.print(new SheetSource("catatan-suhu.xhtml", "catatan-suhu.pdf", XHTML.formatted("")));
        assertThat(sheet.name()).isEqualTo("catatan-suhu.pdf");
        assertThat(sheet.contentType()).isEqualTo("application/pdf");
        assertThat(sheet.plainText()).contains("Catatan suhu", "Nama usaha", "Suhu ≤ 5 °C");
        try (PDDocument pdf = Loader.loadPDF(sheet.bytes())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Catatan suhu");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("id");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfaid:conformance>A<", "<pdfaid:part>2<");
            for (var font : pdf.getPage(0).getResources().getFontNames()) {
                assertThat(pdf.getPage(0).getResources().getFont(font).isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void theSameSheetIsAlwaysTheSameFile() throws IOException {
        var source = new SheetSource("catatan-suhu.xhtml", "catatan-suhu.pdf", XHTML.formatted(""));
        var printed = SheetPrinter.print(source).bytes();
        assertThat(Sha256.of(SheetPrinter.print(source).bytes())).isEqualTo(Sha256.of(printed));
        try (PDDocument pdf = Loader.loadPDF(printed)) {
            assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .doesNotContain("Date");
        }
    }

    @Test
    void nothingIsFetchedFromOutsideTheSheet() {
        var sheet = SheetPrinter.print(new SheetSource("x.xhtml", "x.pdf",
                XHTML.formatted("<p><img alt=\"x\" src=\"file:///etc/hostname\"/></p>")));
        assertThat(sheet.bytes()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }
}
