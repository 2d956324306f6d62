package id.sanggar.exchange.table;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * The first sheet of an Excel workbook, row by row (ECMA-376, part 1, chapter 18). Of its parts only the texts that
 * cells share are in memory. Nothing in it is computed, fetched or expanded beyond what a table may be.
 */
public final class XlsxTable {

    /** Bytes: many times what the longest cell takes, whatever is written about it. */
    private static final long LONGEST_TOKEN = 1_000_000;
    private static final MathContext AS_EXCEL = new MathContext(15);
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";

    private final ZippedParts parts;
    private final TableLimits limits;

    private XlsxTable(TableFormat.Source file, TableLimits limits) throws IOException {
        this.parts = new ZippedParts(file, limits);
        this.limits = limits;
    }

    /** @throws UnreadableTable if it is none, or more than is read */
    public static void read(TableFormat.Source file, TableLimits limits, RowSink sink) throws IOException {
        try {
            var table = new XlsxTable(file, limits);
            var sheet = table.firstSheet();
            var texts = table.texts();
            if (!table.part(sheet, xml -> table.rows(xml, texts, sink))) {
                throw new UnreadableTable("exchange.people-no-table");
            }
        } catch (XMLStreamException | IllegalArgumentException | EOFException | ZipException broken) {
            throw new UnreadableTable("exchange.people-excel-broken");
        }
    }

    /** Reads one part. */
    private interface Reading {
        void read(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    /** @return false if there is no such part */
    private boolean part(String name, Reading reading) throws IOException, XMLStreamException {
        var opened = parts.open(name);
        if (opened.isEmpty()) {
            return false;
        }
        try (var in = opened.get()) {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            var tokens = new Tokens(in);
            reading.read(new StreamReaderDelegate(factory.createXMLStreamReader(tokens)) {
                @Override
                public int next() throws XMLStreamException {
                    tokens.begin();
                    return super.next();
                }
            });
            return true;
        }
    }

    /** What is read at once is held in memory: a tag, a comment or a text that does not end is not read to its end. */
    private static final class Tokens extends FilterInputStream {

        private long read;

        Tokens(InputStream in) {
            super(in);
        }

        void begin() {
            read = 0;
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            var here = super.read(bytes, from, most);
            return counted(here, Math.max(0, here));
        }

        private int counted(int result, int bytes) throws IOException {
            read += bytes;
            if (read > LONGEST_TOKEN) {
                throw new IOException("A token of more than " + LONGEST_TOKEN + " bytes");
            }
            return result;
        }
    }

    /** The first sheet that people see. */
    private String firstSheet() throws IOException, XMLStreamException {
        var sheets = new ArrayList<String>();
        if (!part(WORKBOOK, xml -> elements(xml, "sheet", () -> {
            if (sheets.isEmpty() && !"hidden".equals(xml.getAttributeValue(null, "state"))) {
                for (var at = 0; at < xml.getAttributeCount(); at++) {
                    if (xml.getAttributeLocalName(at).equals("id") && xml.getAttributeNamespace(at) != null) {
                        sheets.add(xml.getAttributeValue(at));
                    }
                }
            }
        })) || sheets.isEmpty()) {
            throw new UnreadableTable("exchange.people-no-table");
        }
        Map<String, String> targets = new HashMap<>();
        part("xl/_rels/workbook.xml.rels", xml -> elements(xml, "Relationship", () -> {
            if (sheets.get(0).equals(xml.getAttributeValue(null, "Id"))) {
                targets.put(sheets.get(0), xml.getAttributeValue(null, "Target"));
            }
        }));
        var target = targets.get(sheets.get(0)) == null ? "worksheets/sheet1.xml" : targets.get(sheets.get(0));
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private static void elements(XMLStreamReader xml, String name, Runnable each) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name)) {
                each.run();
            }
        }
    }

    private List<String> texts() throws IOException, XMLStreamException {
        var texts = new ArrayList<String>();
        part(TEXTS, xml -> {
            var letters = 0L;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                    var text = text(xml, "si");
                    letters += text.length();
                    if (texts.size() >= limits.texts() || letters > limits.letters()) {
                        throw new UnreadableTable("exchange.people-too-many-rows", limits.rows());
                    }
                    texts.add(text);
                }
            }
        });
        return texts;
    }

    /** All text inside the element, without how it is pronounced. */
    private String text(XMLStreamReader xml, String element) throws XMLStreamException, IOException {
        var text = new StringBuilder();
        var phonetic = 0;
        var inText = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                inText = xml.getLocalName().equals("t") && phonetic == 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                inText = false;
                if (xml.getLocalName().equals(element)) {
                    break;
                }
            } else if (inText && event == XMLStreamConstants.CHARACTERS) {
                append(text, xml.getText());
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, String more) throws UnreadableTable {
        if (text.length() + more.length() > limits.cell()) {
            throw new UnreadableTable("exchange.cell-too-long", limits.cell());
        }
        text.append(more);
    }

    private void rows(XMLStreamReader xml, List<String> texts, RowSink sink)
            throws XMLStreamException, IOException {
        var number = 0;
        var read = 0;
        var cells = new ArrayList<String>();
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("row")) {
                    number = whole(xml.getAttributeValue(null, "r"), number + 1);
                    cells.clear();
                } else if (xml.getLocalName().equals("c")) {
                    cell(xml, texts, cells);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")
                    && cells.stream().anyMatch(cell -> !cell.isBlank())) {
                if (++read > limits.rows()) {
                    throw new UnreadableTable("exchange.people-too-many-rows", limits.rows());
                }
                if (!sink.take(number, List.copyOf(cells))) {
                    return;
                }
            }
        }
    }

    private void cell(XMLStreamReader xml, List<String> texts, List<String> cells)
            throws XMLStreamException, IOException {
        var column = column(xml.getAttributeValue(null, "r"), cells.size());
        var type = xml.getAttributeValue(null, "t") == null ? "n" : xml.getAttributeValue(null, "t");
        if (column >= limits.columns()) {
            throw new UnreadableTable("exchange.people-too-many-columns", limits.columns());
        }
        var value = type.equals("inlineStr") ? text(xml, "c") : value(xml);
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, shown(type, value, texts));
    }

    private String value(XMLStreamReader xml) throws XMLStreamException, IOException {
        var value = new StringBuilder();
        var inValue = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inValue = xml.getLocalName().equals("v");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inValue = false;
                if (xml.getLocalName().equals("c")) {
                    break;
                }
            } else if (inValue && event == XMLStreamConstants.CHARACTERS) {
                append(value, xml.getText());
            }
        }
        return value.toString();
    }

    private static String shown(String type, String value, List<String> texts) {
        return switch (type) {
            case "s" -> {
                var at = whole(value.strip(), -1);
                yield at < 0 || at >= texts.size() ? "" : texts.get(at);
            }
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "e" -> "";
            case "n" -> number(value);
            default -> value;
        };
    }

    /** Excel keeps 0.1 + 0.2 as 0.30000000000000004 and shows what fifteen digits say. */
    private static String number(String text) {
        if (text.isEmpty() || text.length() > 30) {
            return text;
        }
        if (text.length() < 16 && text.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
            return text;
        }
        try {
            var rounded = new BigDecimal(text).round(AS_EXCEL).stripTrailingZeros();
            return Math.abs(rounded.scale()) > 30 ? text : rounded.toPlainString();
        } catch (NumberFormatException none) {
            return text;
        }
    }

    private int column(String reference, int next) {
        if (reference == null) {
            return next;
        }
        var at = 0;
        for (var letter : reference.toCharArray()) {
            if (letter < 'A' || letter > 'Z' || at > limits.columns()) {
                break;
            }
            at = at * 26 + letter - 'A' + 1;
        }
        return Math.max(0, at - 1);
    }

    private static int whole(String text, int otherwise) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
