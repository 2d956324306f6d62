package id.sanggar.assessment;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes the texts of questions into HTML that is safe to show: inline CommonMark and paragraphs, nothing of the
 * author's own HTML, the words of a picture instead of the picture, links only to the web. A number and its unit stay
 * on one line.
 */
final class InlineText {

    private static final Parser PARSER =
            Parser.builder().enabledBlockTypes(Set.of()).postProcessor(InlineText::withoutImages).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(Set.of("https")))
            .omitSingleParagraphP(true)
            .build();
    private static final Pattern BEFORE_UNIT = Pattern.compile("(?<=\\d) (?=(?:°[CF]|%|[km]?g|m?l|[cm]?m|ppm|persen"
            + "|gram|liter|detik|menit|jam|hari|bulan|tahun)(?![\\p{L}\\d]))");

    private InlineText() {
    }

    /** @return a phrase, or paragraphs where the text has several */
    static String html(String text) {
        var held = BEFORE_UNIT.matcher(text).replaceAll("\u00a0");
        return RENDERER.render(PARSER.parse(held)).strip();
    }

    private static Node withoutImages(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                while (image.getFirstChild() != null) {
                    image.insertBefore(image.getFirstChild());
                }
                image.unlink();
            }
        });
        return document;
    }
}
