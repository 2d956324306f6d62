package id.sanggar.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that others wrote: no document type, no entity of its own, nothing fetched from anywhere. */
final class Xml {

    private Xml() {
    }

    /**
     * An element as it begins.
     *
     * @param text what stands in it up to its first child
     */
    record Element(String name, int line, Attributes attributes, String text) {

        /** The value of an attribute without namespace; empty if it is not there. */
        String attribute(String attribute) {
            var value = attributes.getValue(attribute);
            return value == null ? "" : value.strip();
        }
    }

    /**
     * Shows the visitor every element in order; what cannot be read as XML is a problem.
     *
     * @return whether it was read to its end
     */
    static boolean read(String file, String text, Problems problems, Consumer<Element> visitor) {
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new StringReader(text)), new Handler(visitor));
            return true;
        } catch (SAXParseException unreadable) {
            problems.add(file, unreadable.getLineNumber(), "exchange.xml", unreadable.getMessage());
        } catch (SAXException | ParserConfigurationException | IOException unreadable) {
            problems.add(file, 0, "exchange.xml", unreadable.getMessage());
        }
        return false;
    }

    private static final class Handler extends DefaultHandler {

        private final Consumer<Element> visitor;
        private final StringBuilder text = new StringBuilder();
        private String name;
        private int line;
        private Attributes attributes;
        private Locator locator;

        Handler(Consumer<Element> visitor) {
            this.visitor = visitor;
        }

        @Override
        public void setDocumentLocator(Locator place) {
            locator = place;
        }

        @Override
        public void startElement(String uri, String localName, String qualifiedName, Attributes given) {
            report();
            name = localName;
            line = locator.getLineNumber();
            attributes = new AttributesImpl(given);
        }

        @Override
        public void endElement(String uri, String localName, String qualifiedName) {
            report();
        }

        private void report() {
            if (name != null) {
                visitor.accept(new Element(name, line, attributes, text.toString().strip()));
                name = null;
            }
            text.setLength(0);
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, length);
        }

        @Override
        public void fatalError(SAXParseException unreadable) throws SAXException {
            throw unreadable;
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }
    }
}
