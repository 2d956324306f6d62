package id.sanggar.media.inspection;

import id.sanggar.media.MediaKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An SVG that draws and does nothing else: no script, no link, no motion, nothing fetched from anywhere. What breaks
 * the rule is refused, never mended: whoever drew it should see what is missing.
 */
final class Drawings extends DefaultHandler {

    private static final Set<String> FORBIDDEN = Set.of("script", "foreignobject", "image", "feimage", "iframe",
            "audio", "video", "set", "animate", "animatemotion", "animatetransform", "animatecolor", "handler",
            "listener", "a", "embed", "object", "link", "meta", "base", "form", "input", "canvas", "discard", "mpath");
    private static final Pattern OUTSIDE = Pattern.compile(
            "url\\(\\s*[\"']?\\s*(?!#|[\"']?#)|@import|@font-face|(java|vb)script\\s*:|data\\s*:"
                    + "|expression\\s*\\(|\\\\",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACES = Pattern.compile("[\\s,]+");
    private static final int MOST_ELEMENTS = 20_000;
    private static final String SVG = "http://www.w3.org/2000/svg";

    private final String name;
    private final StringBuilder style = new StringBuilder();
    private Locator locator;
    private int elements;
    private boolean inStyle;
    private double width;
    private double height;

    private Drawings(String name) {
        this.name = name;
    }

    static Inspected inspect(String name, byte[] bytes) {
        var drawing = new Drawings(name);
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new ByteArrayInputStream(bytes), drawing);
        } catch (SAXParseException unreadable) {
            throw Inspection.refusal("media.drawing-unreadable", name, Math.max(1, unreadable.getLineNumber()));
        } catch (SAXException | ParserConfigurationException | IOException unreadable) {
            throw Inspection.refusal("media.drawing-unreadable", name, 1);
        }
        return new Inspected(MediaKind.DRAWING, "svg", "image/svg+xml", bytes, (int) Math.round(drawing.width),
                (int) Math.round(drawing.height), 0, null, List.of());
    }

    @Override
    public void setDocumentLocator(Locator place) {
        locator = place;
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
        if (++elements == 1) {
            root(uri, localName, attributes);
        }
        if (elements > MOST_ELEMENTS) {
            throw Inspection.refusal("media.drawing-complex", name);
        }
        if (FORBIDDEN.contains(localName.toLowerCase(Locale.ROOT))) {
            throw unsafe("<" + localName + ">");
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(attributes.getLocalName(i), attributes.getValue(i));
        }
        inStyle |= localName.equalsIgnoreCase("style");
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
        if (localName.equalsIgnoreCase("style")) {
            inStyle = false;
            if (OUTSIDE.matcher(style).find()) {
                throw unsafe("<style>");
            }
            style.setLength(0);
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (inStyle) {
            style.append(characters, start, length);
        }
    }

    @Override
    public void processingInstruction(String target, String data) {
        throw unsafe("<?" + target + "?>");
    }

    @Override
    public void fatalError(SAXParseException unreadable) throws SAXException {
        throw unreadable;
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) {
        return new InputSource(new StringReader(""));
    }

    private void root(String uri, String localName, Attributes attributes) {
        if (!localName.equals("svg") || !uri.equals(SVG)) {
            throw Inspection.refusal("media.unknown", name);
        }
        var viewBox = attributes.getValue("viewBox");
        var numbers = viewBox == null ? new String[0] : SPACES.split(viewBox.strip());
        if (numbers.length == 4) {
            width = number(numbers[2]);
            height = number(numbers[3]);
        }
        if (!(width > 0 && width < 100_000 && height > 0 && height < 100_000)) {
            throw Inspection.refusal("media.drawing-size", name);
        }
    }

    private static double number(String text) {
        return text.matches("[0-9.]{1,12}") && text.matches(".*[0-9].*") && text.indexOf('.') == text.lastIndexOf('.')
                ? Double.parseDouble(text)
                : 0;
    }

    private void attribute(String attribute, String value) {
        boolean leads = attribute.equalsIgnoreCase("href") || attribute.equalsIgnoreCase("src")
                || attribute.equalsIgnoreCase("base");
        if (attribute.toLowerCase(Locale.ROOT).startsWith("on") || leads && !value.strip().startsWith("#")
                || OUTSIDE.matcher(value).find()) {
            throw unsafe(attribute);
        }
    }

    private RuntimeException unsafe(String what) {
        return Inspection.refusal("media.drawing-unsafe", name, what, Math.max(1, locator.getLineNumber()));
    }
}
