package id.sanggar.exchange.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.sanggar.identity.InvitationCode;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Codes on paper, for people who may have a phone with a camera and may have none. */
class CodeSheetTest {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final String ADDRESS = "https://sanggar.example/join";

    private static byte[] sheet(String... codes) throws Exception {
        var sheet = new CodeSheet(INDONESIAN, ADDRESS);
        for (var code : codes) {
            sheet.add("Ani <Mooduto> & Keluarga" + " Besar".repeat(15),
                    "+6281234567890", InvitationCode.parse(code).orElseThrow());
        }
        var out = new ByteArrayOutputStream();
        sheet.print(out);
        return out.toByteArray();
    }

    @Test
    void aCameraThatSeesACardOpensTheAddressOfItsCode() throws Exception {
        try (var paper = Loader.loadPDF(sheet("7K2M9XQ4TB"))) {
            var picture = new PDFRenderer(paper).renderImageWithDPI(0, 200);
            var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
            var bitmap = new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(ADDRESS + "/7K2M9XQ4TB");
            assertThat(new PDFTextStripper().getText(paper)).contains("7K2M-9XQ4-TB", "sanggar.example/join",
                    "Ani <Mooduto> &", "+6281234567890");
        }
    }

    @Test
    void tenCardsFitOnAPage() throws Exception {
        var codes = new String[11];
        Arrays.fill(codes, "7K2M9XQ4TB");
        try (var paper = Loader.loadPDF(sheet(codes))) {
            assertThat(paper.getNumberOfPages()).isEqualTo(2);
        }
    }
}
