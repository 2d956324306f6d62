package id.sanggar.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

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
    void aPageWithoutQrCodeIsRefused() {
        refuses(new CertificateTemplate(PAGE.formatted("a").replace("id=\"qr\"", ""), FRAME), "qr");
    }

    private static void refuses(CertificateTemplate template, String because) {
        assertThatIllegalArgumentException().isThrownBy(template::compile).withMessageContaining(because);
    }
}
