package id.sanggar.certificate.pdf;

import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Lays out a template's page once. Each field stands in it as a single letter, which tells where its line begins, in
 * which font, size and colour; the letter itself is then taken out.
 */
final class Layout {

    /** Weights of Plus Jakarta Sans that a template can use, in the order in which slots count their typefaces. */
    static final List<String> FACES = List.of("PlusJakartaSans-Medium", "PlusJakartaSans-Bold");

    private static final int[] WEIGHTS = {500, 700};
    private static final Pattern MARKER = Pattern.compile("field\\d+|qr");
    private static final String LETTER = "X";
    /** The long side of A3, in points; a preview is a picture of the whole page. */
    private static final float LARGEST = 1191;

    static {
        // It tells every step of every layout, and the server takes that for errors.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final Document page;
    private final Element frame;
    private final Map<String, Element> fields = new LinkedHashMap<>();
    private final Map<String, Wording> wordings = new LinkedHashMap<>();
    private final Wording title;

    Layout(CertificateTemplate template) {
        page = parse("template.xhtml", template.page());
        frame = parse("frame.svg", template.frame()).getDocumentElement();
        NodeList titles = page.getElementsByTagNameNS("*", "title");
        if (titles.getLength() != 1) {
            throw new IllegalArgumentException("template.xhtml needs a title");
        }
        title = Wording.of(titles.item(0).getTextContent().strip());
        NodeList body = page.getElementsByTagNameNS("*", "body");
        if (body.getLength() != 1) {
            throw new IllegalArgumentException("template.xhtml needs a body");
        }
        mark((Element) body.item(0));
    }

    private static Document parse(String name, String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // throws what is fatal instead of printing it
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** Puts a letter where a field stands, and remembers its wording. */
    private void mark(Element element) {
        NodeList children = element.getElementsByTagNameNS("*", "*");
        if (children.getLength() > 0) {
            for (int i = 0; i < children.getLength(); i++) {
                Element child = (Element) children.item(i);
                if (child.getElementsByTagNameNS("*", "*").getLength() == 0) {
                    mark(child);
                }
            }
        } else if ("qr".equals(element.getAttribute("id"))) {
            fields.put("qr", element);
            element.setTextContent(LETTER);
        } else if (element.getTextContent().contains("{")) {
            String id = "field" + fields.size();
            wordings.put(id, Wording.of(element.getTextContent().strip()));
            fields.put(id, element);
            element.setAttribute("id", id);
            element.setTextContent(LETTER);
        }
    }

    CompiledTemplate compile() {
        PdfRendererBuilder builder = new PdfRendererBuilder().withW3cDocument(page, null)
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A).usePdfUaAccessibility(true)
                .useColorProfile(resource("srgb.icc"));
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, when);
        }
        for (int i = 0; i < WEIGHTS.length; i++) {
            String file = FACES.get(i) + ".ttf";
            builder.useFont(() -> open(file), "Plus Jakarta Sans", WEIGHTS[i], FontStyle.NORMAL, false);
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            // Before they are painted: a length in the style may ask for a million of them.
            if (renderer.getRootBox().getLayer().getPages().size() != 1) {
                throw new IllegalArgumentException("template.xhtml does not fit on one page");
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            List<PagePosition<Box>> positions;
            try (PDDocument laid = renderer.createPDFKeepOpen()) {
                positions = renderer.findPagePositionsByID(MARKER);
                laid.save(whole);
            }
            try (PDDocument document = Loader.loadPDF(whole.toByteArray())) {
                PDRectangle box = document.getPage(0).getMediaBox();
                if (document.getNumberOfPages() != 1 || box.getWidth() > LARGEST || box.getHeight() > LARGEST) {
                    throw new IllegalArgumentException("template.xhtml is not one page of A3 at most");
                }
                List<Place> places = positions.stream().map(this::place).collect(Collectors.toList());
                return new Sheet(document, frame, places, typefaces(), title).compile();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a field's box is, in points from the page's lower left corner, and what its element asks for. */
    record Place(Wording wording, String alternative, double left, double bottom, double width, double height,
            char align, int lines, double least) {
    }

    private Place place(PagePosition<Box> position) {
        Element element = fields.get(position.getId());
        IdentValue align = position.getElement().getStyle().getIdent(CSSName.TEXT_ALIGN);
        return new Place(wordings.get(position.getId()), element.getAttribute("title"), position.getX(),
                position.getY(), position.getWidth(), position.getHeight(),
                align == IdentValue.CENTER ? 'c' : align == IdentValue.RIGHT ? 'r' : 'l',
                element.hasAttribute("data-lines") ? Integer.parseInt(element.getAttribute("data-lines")) : 1,
                element.hasAttribute("data-least") ? Double.parseDouble(element.getAttribute("data-least")) : 0);
    }

    private static List<Typeface> typefaces() {
        List<Typeface> typefaces = new ArrayList<>();
        FACES.forEach(face -> typefaces.add(Typeface.parse(open(face + ".ttf"))));
        return typefaces;
    }

    private static InputStream open(String name) {
        return Layout.class.getResourceAsStream(name);
    }

    private static byte[] resource(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
