package id.sanggar.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTemplateTest {

    private static final String FRAME = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 297 210\"/>";
    private static final String PAGE = """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="id"><head><title>{holder}</title><style>
            @page { size: 297mm 210mm; margin: 0 } body { font-family: "Plus Jakarta Sans"; font-weight: 500 }
            </style></head><body><p style="margin: 0">%s</p><p>{holder}</p>
            <div id="qr" title="QR">qr</div></body></html>""";

    @Test
    void aTemplateOfOneselfIsCompiledAndStamped() {
        CompiledTemplate own = new CertificateTemplate(PAGE.formatted("Piagam untuk"), FRAME).compile();
        assertThat(Papers.text(own.stamp(Papers.ratna()))).contains("Piagam untuk", "Ratna Wahyuni Potabuga");
    }

    @Test
    void aFieldThatNoCertificateHasIsRefused() {
        refuses(new CertificateTemplate(PAGE.formatted("{salary}"), FRAME), "{salary}");
    }

    @Test
    void aPageMustBeWellFormedAndMustNotDeclareEntities() {
        refuses(new CertificateTemplate(PAGE.formatted("<br>"), FRAME), "template.xhtml");
        refuses(new CertificateTemplate("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + PAGE.formatted("&x;"), FRAME), "DOCTYPE");
    }

    @Test
    void aPageReadsNothingOutsideOfItself() {
        CompiledTemplate own = new CertificateTemplate(
                PAGE.formatted("<img src=\"file:///etc/hostname\" alt=\"\"/>Piagam"), FRAME).compile();
        assertThat(Papers.text(own.stamp(Papers.ratna()))).contains("Piagam");
    }

    @Test
    void aFrameThatCannotBeDrawnWhollyIsRefused() {
        refuses(new CertificateTemplate(PAGE.formatted("a"), FRAME.replace("/>", "><text>a</text></svg>")), "<text>");
    }

    @Test
    @Timeout(20)
    void aFrameThatUsesItselfOrMultipliesIsRefused() {
        refuses(frame("<g id=\"a\"><use href=\"#a\"/></g><use href=\"#a\"/>"), "deeper");
        refuses(frame("<g>".repeat(9_000) + "</g>".repeat(9_000)), "deeper");
        StringBuilder laughs = new StringBuilder("<defs><g id=\"g0\"><rect width=\"1\" height=\"1\"/></g>");
        for (int i = 1; i < 20; i++) {
            laughs.append("<g id=\"g").append(i).append("\">")
                    .append("<use href=\"#g%d\"/>".formatted(i - 1).repeat(10)).append("</g>");
        }
        refuses(frame(laughs + "</defs><use href=\"#g19\"/>"), "so much");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<rect width=\"1e300\"/>", "<rect x=\"NaN\"/>", "<path d=\"M 9999999999 0\"/>",
        "<g fill=\"red\"/>", "<g fill=\"#fff\"/>", "<g transform=\"matrix(1)\"/>"})
    void aFrameThatCannotBeMeantIsRefusedAndNothingElseHappens(String drawing) {
        assertThatIllegalArgumentException().isThrownBy(frame(drawing)::compile);
    }

    @Test
    void aFrameWithoutMeasureAndAPageWithoutBodyAreRefused() {
        refuses(new CertificateTemplate(PAGE.formatted("a"), FRAME.replace("0 0 297 210", "0 0")), "viewBox");
        refuses(new CertificateTemplate("<html><head><title>a</title></head></html>", FRAME), "body");
    }

    @Test
    @Timeout(60)
    void aPageThatIsEndlessOrHugeIsRefusedBeforeItIsPainted() {
        refuses(new CertificateTemplate(PAGE.formatted("<b style=\"display: block; height: 99999mm\">a</b>"), FRAME),
                "one page");
        refuses(new CertificateTemplate(PAGE.formatted("a").replace("297mm 210mm", "9000mm 9000mm"), FRAME), "A3");
        assertThatIllegalArgumentException().isThrownBy(new CertificateTemplate(
                PAGE.formatted("<b>".repeat(9_000) + "</b>".repeat(9_000)), FRAME)::compile);
    }

    private static CertificateTemplate frame(String drawing) {
        return new CertificateTemplate(PAGE.formatted("a"), FRAME.replace("/>", ">" + drawing + "</svg>"));
    }

    @Test
    void aPageWithoutQrCodeIsRefused() {
        refuses(new CertificateTemplate(PAGE.formatted("a").replace("id=\"qr\"", ""), FRAME), "qr");
    }

    private static void refuses(CertificateTemplate template, String because) {
        assertThatIllegalArgumentException().isThrownBy(template::compile).withMessageContaining(because);
    }
}
