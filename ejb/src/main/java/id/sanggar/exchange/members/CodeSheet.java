package id.sanggar.exchange.members;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.RenderingContext;
import id.sanggar.certificate.QrSquare;
import id.sanggar.identity.InvitationCode;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import java.awt.Color;
import java.awt.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * Invitations on paper, ten to a page, to be cut along the lines: whose each is, a square code that a phone's camera
 * opens, the same to type where there is no camera, and what she signs in with afterwards.
 */
final class CodeSheet {

    private static final String FAMILY = "Plus Jakarta Sans";
    private static final int ACROSS = 2;
    private static final int ON_A_PAGE = 10;
    private static final int LONGEST_NAME = 45;
    private static final String STYLE = """
            @page { size: A4; margin: 12mm }
            body { font-family: "%s"; font-size: 9pt; line-height: 1.25; margin: 0 }
            table { width: 186mm; border-collapse: collapse; table-layout: fixed; page-break-after: always }
            table:last-child { page-break-after: auto }
            td { height: 46mm; border: 0.3mm dashed #777; padding: 3.5mm 6mm; vertical-align: top }
            p { margin: 0 0 1mm 0 }
            object { float: right; width: 25mm; height: 25mm; margin: 0 0 1mm 3mm }
            .name { font-weight: 700; font-size: 11pt }
            .code { font-weight: 700; font-size: 17pt; letter-spacing: 0.4mm; margin: 2mm 0 }
            .small { color: #444; font-size: 8.5pt }""".formatted(FAMILY);

    /** What this sheet draws itself: the square code of an address. */
    private static final String QR = "application/qr";

    private final Locale locale;
    private final String address;
    private final StringBuilder cells = new StringBuilder();
    private int cards;

    /** @param address where a code is typed; with a slash and the code behind it, it opens at once */
    CodeSheet(Locale locale, String address) {
        this.locale = locale;
        this.address = address;
    }

    void add(String name, String contact, InvitationCode code) {
        if (cards % ON_A_PAGE == 0) {
            cells.append(cards == 0 ? "<table>" : "</tr></table><table>");
        }
        if (cards % ACROSS == 0) {
            cells.append(cards % ON_A_PAGE == 0 ? "<tr>" : "</tr><tr>");
        }
        cards++;
        cells.append("<td><object type=\"").append(QR).append("\" data=\"").append(plain(address)).append('/')
                .append(code.signs()).append("\"></object><p class=\"name\">").append(plain(shortened(name)))
                .append("</p><p>")
                .append(text("exchange.people-card-open")).append(" <b>")
                .append(plain(address.replaceFirst("^https?://", ""))).append("</b> ")
                .append(text("exchange.people-card-type")).append("</p><p class=\"code\">").append(code.shown())
                .append("</p><p class=\"small\">").append(text("exchange.people-card-then")).append(' ')
                .append(plain(contact)).append("</p><p class=\"small\">").append(text("exchange.people-card-once"))
                .append("</p></td>");
    }

    /** So that ten fit on a page whatever their names. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME).strip() + "…";
    }

    private String text(String key) {
        return plain(Messages.text(new Message(key), locale));
    }

    private static String plain(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    void print(OutputStream out) throws IOException {
        new PdfRendererBuilder()
                .useExternalResourceAccessControl((uri, type) -> false,
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useFont(() -> CodeSheet.class.getResourceAsStream("/id/sanggar/exchange/PlusJakartaSans-Regular.ttf"),
                        FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(() -> CodeSheet.class.getResourceAsStream("/id/sanggar/exchange/PlusJakartaSans-Bold.ttf"),
                        FAMILY, 700, FontStyle.NORMAL, true)
                .useObjectDrawerFactory(new FSObjectDrawerFactory() {
                    @Override
                    public FSObjectDrawer createDrawer(Element element) {
                        return isReplacedObject(element) ? CodeSheet::draw : null;
                    }

                    @Override
                    public boolean isReplacedObject(Element element) {
                        return QR.equals(element.getAttribute("type"));
                    }
                })
                .withProducer("Sanggar")
                .withHtmlContent("<html><head><title>" + text("exchange.people-card-title") + "</title><style>" + STYLE
                        + "</style></head><body>" + cells + (cards % ACROSS == 0 ? "" : "<td></td>")
                        + "</tr></table></body></html>", null)
                .toStream(out)
                .run();
    }

    private static Map<Shape, String> draw(Element element, double x, double y, double width, double height,
            OutputDevice page, RenderingContext context, int dotsPerPixel) {
        var square = QrSquare.of(element.getAttribute("data"));
        var side = width / dotsPerPixel;
        page.drawWithGraphics((float) x, (float) y, (float) side, (float) height / dotsPerPixel, pen -> {
            pen.setColor(Color.BLACK);
            pen.scale(side / square.size(), side / square.size());
            pen.fill(square.dark());
        });
        return Map.of();
    }
}
