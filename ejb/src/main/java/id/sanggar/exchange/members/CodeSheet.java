package id.sanggar.exchange.members;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import id.sanggar.identity.InvitationCode;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Invitations on paper, ten to a page, to be cut along the lines: whose each is, her code, where she types it and what
 * she signs in with afterwards.
 */
final class CodeSheet {

    private static final String FAMILY = "Plus Jakarta Sans";
    private static final int ACROSS = 2;
    private static final int ON_A_PAGE = 10;
    private static final String STYLE = """
            @page { size: A4; margin: 12mm }
            body { font-family: "%s"; font-size: 9.5pt; margin: 0 }
            table { width: 186mm; border-collapse: collapse; table-layout: fixed; page-break-after: always }
            table:last-child { page-break-after: auto }
            td { height: 50mm; border: 0.3mm dashed #777; padding: 4mm 6mm; vertical-align: top }
            p { margin: 0 0 1.2mm 0 }
            .name { font-weight: 700; font-size: 12pt }
            .code { font-weight: 700; font-size: 20pt; letter-spacing: 0.6mm; margin: 2mm 0 }
            .small { color: #444; font-size: 8.5pt }""".formatted(FAMILY);

    private final Locale locale;
    private final String address;
    private final StringBuilder cells = new StringBuilder();
    private int cards;

    /** @param address where a code is typed */
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
        cells.append("<td><p class=\"name\">").append(plain(name)).append("</p><p>")
                .append(text("exchange.people-card-open")).append(" <b>")
                .append(plain(address.replaceFirst("^https?://", ""))).append("</b> ")
                .append(text("exchange.people-card-type")).append("</p><p class=\"code\">").append(code.shown())
                .append("</p><p class=\"small\">").append(text("exchange.people-card-then")).append(' ')
                .append(plain(contact)).append("</p><p class=\"small\">").append(text("exchange.people-card-once"))
                .append("</p></td>");
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
                .withProducer("Sanggar")
                .withHtmlContent("<html><head><title>" + text("exchange.people-card-title") + "</title><style>" + STYLE
                        + "</style></head><body>" + cells + (cards % ACROSS == 0 ? "" : "<td></td>")
                        + "</tr></table></body></html>", null)
                .toStream(out)
                .run();
    }
}
