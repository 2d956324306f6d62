package id.sanggar.exchange;

import java.io.ByteArrayInputStream;
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

    /** Thrown by a handler that will not read on. */
    static final class TooMuch extends SAXException {

        private static final long serialVersionUID = 1L;

        private final transient Object most;

        /** @param sentence key of the bundle */
        TooMuch(String sentence, Object most) {
            super(sentence);
            this.most = most;
        }
    }

    /**
     * Shows the visitor every element in order; what cannot be read as XML is a problem.
     *
     * @return whether it was read to its end
     */
    static boolean read(String file, String text, Problems problems, Consumer<Element> visitor) {
        return read(file, new InputSource(new StringReader(text)), problems, new Handler(visitor));
    }

    /** The same for a part of a larger file, in the encoding it says. */
    static boolean read(String file, byte[] bytes, Problems problems, DefaultHandler handler) {
        return read(file, new InputSource(new ByteArrayInputStream(bytes)), problems, handler);
    }

    private static boolean read(String file, InputSource source, Problems problems, DefaultHandler handler) {
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var reader = factory.newSAXParser().getXMLReader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(new Strict());
            reader.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            reader.parse(source);
            return true;
        } catch (TooMuch tooMuch) {
            problems.add(file, 0, tooMuch.getMessage(), tooMuch.most);
        } catch (SAXParseException unreadable) {
            problems.add(file, unreadable.getLineNumber(), "exchange.xml", unreadable.getMessage());
        } catch (SAXException | ParserConfigurationException | IOException unreadable) {
            problems.add(file, 0, "exchange.xml", unreadable.getMessage());
        }
        return false;
    }

    private static final class Strict extends DefaultHandler {

        @Override
        public void fatalError(SAXParseException unreadable) throws SAXException {
            throw unreadable;
        }
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
    }
}
