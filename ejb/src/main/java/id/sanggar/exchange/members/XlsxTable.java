package id.sanggar.exchange.members;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first sheet of an Excel workbook, row by row (ECMA-376, part 1, chapter 18). Of its parts only the texts that
 * cells share are in memory. Nothing in it is computed, fetched or expanded beyond what a table may be.
 */
final class XlsxTable {

    private static final int MOST_TEXTS = 4_000_000;
    private static final long MOST_LETTERS = 120_000_000;
    private static final MathContext AS_EXCEL = new MathContext(15);
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";

    private final ZippedParts parts;

    private XlsxTable(ZippedParts parts) {
        this.parts = parts;
    }

    static void read(TableFormat.Source file, RowSink sink) throws IOException {
        var table = new XlsxTable(new ZippedParts(file));
        try {
            var sheet = table.firstSheet();
            var texts = table.texts();
            if (!table.part(sheet, xml -> rows(xml, texts, sink))) {
                throw new Unreadable("exchange.people-no-table");
            }
        } catch (XMLStreamException | IllegalArgumentException broken) {
            throw new Unreadable("exchange.people-excel-broken");
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
            reading.read(factory.createXMLStreamReader(in));
            return true;
        }
    }

    /** The first sheet that people see. */
    private String firstSheet() throws IOException, XMLStreamException {
        var sheets = new ArrayList<String>();
        if (!part(WORKBOOK, xml -> elements(xml, "sheet", () -> {
            if (!"hidden".equals(xml.getAttributeValue(null, "state"))) {
                for (var at = 0; at < xml.getAttributeCount(); at++) {
                    if (xml.getAttributeLocalName(at).equals("id") && xml.getAttributeNamespace(at) != null) {
                        sheets.add(xml.getAttributeValue(at));
                    }
                }
            }
        })) || sheets.isEmpty()) {
            throw new Unreadable("exchange.people-no-table");
        }
        Map<String, String> targets = new HashMap<>();
        part("xl/_rels/workbook.xml.rels", xml -> elements(xml, "Relationship", () ->
                targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"))));
        var target = targets.getOrDefault(sheets.get(0), "worksheets/sheet1.xml");
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
                    if (texts.size() >= MOST_TEXTS || letters > MOST_LETTERS) {
                        throw new Unreadable("exchange.people-too-many-rows", TableFormat.MOST_ROWS);
                    }
                    texts.add(text);
                }
            }
        });
        return texts;
    }

    /** All text inside the element, without how it is pronounced. */
    private static String text(XMLStreamReader xml, String element) throws XMLStreamException, IOException {
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

    private static void append(StringBuilder text, String more) throws Unreadable {
        if (text.length() + more.length() > TableFormat.LONGEST_CELL) {
            throw new Unreadable("exchange.cell-too-long", TableFormat.LONGEST_CELL);
        }
        text.append(more);
    }

    private static void rows(XMLStreamReader xml, List<String> texts, RowSink sink)
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
                if (++read > TableFormat.MOST_ROWS) {
                    throw new Unreadable("exchange.people-too-many-rows", TableFormat.MOST_ROWS);
                }
                if (!sink.take(number, List.copyOf(cells))) {
                    return;
                }
            }
        }
    }

    private static void cell(XMLStreamReader xml, List<String> texts, List<String> cells)
            throws XMLStreamException, IOException {
        var column = column(xml.getAttributeValue(null, "r"), cells.size());
        var type = xml.getAttributeValue(null, "t") == null ? "n" : xml.getAttributeValue(null, "t");
        if (column >= TableFormat.MOST_COLUMNS) {
            throw new Unreadable("exchange.people-too-many-columns", TableFormat.MOST_COLUMNS);
        }
        var value = type.equals("inlineStr") ? text(xml, "c") : value(xml);
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, shown(type, value, texts));
    }

    private static String value(XMLStreamReader xml) throws XMLStreamException, IOException {
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

    private static int column(String reference, int next) {
        if (reference == null) {
            return next;
        }
        var at = 0;
        for (var letter : reference.toCharArray()) {
            if (letter < 'A' || letter > 'Z' || at > TableFormat.MOST_COLUMNS) {
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
