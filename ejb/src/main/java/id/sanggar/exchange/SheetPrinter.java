package id.sanggar.exchange;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import id.sanggar.course.NewCourseVersion.NewMedia;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Makes working sheets into PDF that prints alike everywhere, can be read aloud and will still open in fifty years:
 * PDF/A-2a and PDF/UA, the typeface within. Nothing outside the sheet is ever fetched.
 */
final class SheetPrinter {

    private static final String FAMILY = "Plus Jakarta Sans";
    private static final String PDF = "application/pdf";
    private static final Pattern DATES = Pattern.compile("<xmp:(Create|Modify|Metadata)Date>[^<]*</xmp:\\1Date>");

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private SheetPrinter() {
    }

    /** The same sheet always becomes the same bytes, so that a new version of the course gives it no new address. */
    static NewMedia print(SheetSource sheet) {
        try (var renderer = new PdfRendererBuilder()
                .useExternalResourceAccessControl((uri, type) -> false,
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl((uri, type) -> false,
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .useFont(() -> resource("PlusJakartaSans-Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(() -> resource("PlusJakartaSans-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true)
                .useFont(() -> resource("PlusJakartaSans-Italic.ttf"), FAMILY, 400, FontStyle.ITALIC, true)
                .withProducer("Sanggar")
                .withW3cDocument(styled(sheet), null)
                .buildPdfRenderer();
                var pdf = renderer.createPDFKeepOpen()) {
            var bytes = new ByteArrayOutputStream();
            forgetTime(pdf);
            pdf.save(bytes);
            return new NewMedia(sheet.media(), PDF, bytes.toByteArray(), words(bytes.toByteArray()));
        } catch (IOException unprintable) {
            throw new UncheckedIOException(sheet.path(), unprintable);
        }
    }

    /** Takes out when it was printed: from the list of the document's properties, its metadata and its identifier. */
    private static void forgetTime(PDDocument pdf) throws IOException {
        pdf.getDocumentInformation().setCreationDate(null);
        pdf.getDocumentInformation().setModificationDate(null);
        pdf.setDocumentId(0L);
        var catalog = pdf.getDocumentCatalog();
        var metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
        catalog.getMetadata().importXMPMetadata(
                DATES.matcher(metadata).replaceAll("").getBytes(StandardCharsets.UTF_8));
    }

    /** What can be read in a PDF that came as a file. */
    static String words(String path, byte[] pdf, Problems problems) {
        try {
            return words(pdf);
        } catch (IOException | RuntimeException unreadable) {
            problems.add(path, 0, "exchange.pdf-unreadable");
            return null;
        }
    }

    private static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).strip();
        }
    }

    private static Document styled(SheetSource sheet) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(sheet.xhtml())));
            var own = document.getElementsByTagName("style");
            for (var i = 0; i < own.getLength(); i++) {
                own.item(i).setTextContent(named(own.item(i).getTextContent()));
            }
            var namespace = document.getDocumentElement().getNamespaceURI();
            var style = document.createElementNS(namespace, "style");
            style.setTextContent(styles());
            var description = document.createElementNS(namespace, "meta");
            description.setAttribute("name", "subject");
            description.setAttribute("content", document.getElementsByTagName("title").item(0).getTextContent());
            var head = document.getElementsByTagName("head").item(0);
            head.insertBefore(style, head.getFirstChild());
            head.appendChild(description);
            return document;
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static String styles() throws IOException {
        try (var css = resource("sheet.css")) {
            return named(new String(css.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** A generic family would be one of the reader's machine; the sheet must carry its own. */
    private static String named(String css) {
        return css.replace("sans-serif", '"' + FAMILY + '"');
    }

    private static InputStream resource(String name) {
        return SheetPrinter.class.getResourceAsStream(name);
    }
}
