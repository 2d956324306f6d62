package id.sanggar.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A table from a CSV or Excel file as rows of texts. Of a workbook the first sheet is read, with what Excel last
 * computed; nothing is computed here. Follows ECMA-376, part 1, chapter 18.
 */
final class Spreadsheet {

    static final int MOST_ROWS = 5_000;
    static final int MOST_COLUMNS = 100;
    private static final int LONGEST_CELL = 32_767;
    private static final int MOST_STRINGS = 500_000;
    private static final String SHEETS = "xl/worksheets/";
    private static final MathContext AS_EXCEL = new MathContext(15);

    private Spreadsheet() {
    }

    /** A row with something in it. */
    record Row(int number, List<String> cells) {
    }

    /** @return the rows that are not empty; nothing if the file cannot be read, which is a problem */
    static Optional<List<Row>> ofCsv(String file, String text, Problems problems) {
        var rows = new ArrayList<Row>();
        try (var reader = CsvReader.builder().fieldSeparator(separator(text)).allowExtraFields(true)
                .allowMissingFields(true).ofCsvRecord(text)) {
            for (var record : reader) {
                if (record.getFieldCount() > MOST_COLUMNS) {
                    problems.add(file, (int) record.getStartingLineNumber(), "exchange.too-many-columns",
                            MOST_COLUMNS);
                    return Optional.empty();
                }
                if (rows.size() >= MOST_ROWS) {
                    problems.add(file, (int) record.getStartingLineNumber(), "exchange.too-many-rows", MOST_ROWS);
                    return Optional.empty();
                }
                add(rows, (int) record.getStartingLineNumber(), record.getFields());
            }
            return Optional.of(rows);
        } catch (RuntimeException | IOException broken) {
            problems.add(file, rows.isEmpty() ? 1 : rows.get(rows.size() - 1).number + 1, "exchange.csv-broken");
            return Optional.empty();
        }
    }

    private static void add(List<Row> rows, int number, List<String> cells) {
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            rows.add(new Row(number, List.copyOf(cells)));
        }
    }

    /** What stands more often in the first line: Indonesian Excel parts by semicolons, others by commas or tabs. */
    private static char separator(String text) {
        var end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        var best = ',';
        for (var candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(each -> each == sign).count();
    }

    /** @return the rows that are not empty; nothing if the file cannot be read, which is a problem */
    static Optional<List<Row>> ofExcel(String file, byte[] bytes, Problems problems) {
        var parts = PackZip.read(file, bytes, PackZip.Limits.OF_DOCUMENT, problems).orElse(null);
        if (parts == null) {
            return Optional.empty();
        }
        if (!parts.containsKey("xl/workbook.xml")) {
            problems.add(file, 0, "exchange.no-workbook");
            return Optional.empty();
        }
        if (parts.containsKey("xl/vbaProject.bin")) {
            problems.hint(file, 0, "exchange.macros");
        }
        var before = problems.count();
        var strings = new Strings();
        if (parts.containsKey("xl/sharedStrings.xml")) {
            Xml.read(file + "/xl/sharedStrings.xml", parts.get("xl/sharedStrings.xml"), problems, strings);
        }
        var name = firstSheet(file, parts, problems);
        if (name.isEmpty()) {
            problems.add(file, 0, "exchange.no-workbook");
            return Optional.empty();
        }
        var sheet = new Sheet(strings.texts);
        Xml.read(file + "/" + name.get(), parts.get(name.get()), problems, sheet);
        return problems.count() == before ? Optional.of(sheet.rows) : Optional.empty();
    }

    /** The first sheet as people see them in Excel, else the first file that is one. */
    private static Optional<String> firstSheet(String file, SortedMap<String, byte[]> parts, Problems problems) {
        var sheets = new ArrayList<String>();
        var targets = new HashMap<String, String>();
        Xml.read(file + "/xl/workbook.xml", parts.get("xl/workbook.xml"), problems, new DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String qualified, Attributes attributes) {
                if (name.equals("sheet") && !"hidden".equals(attributes.getValue("state"))) {
                    for (var i = 0; i < attributes.getLength(); i++) {
                        if (attributes.getLocalName(i).equals("id") && !attributes.getURI(i).isEmpty()) {
                            sheets.add(attributes.getValue(i));
                        }
                    }
                }
            }
        });
        var relations = parts.get("xl/_rels/workbook.xml.rels");
        if (relations != null) {
            Xml.read(file + "/xl/_rels/workbook.xml.rels", relations, problems, new DefaultHandler() {
                @Override
                public void startElement(String uri, String name, String qualified, Attributes attributes) {
                    if (name.equals("Relationship") && attributes.getValue("Target") != null) {
                        targets.put(attributes.getValue("Id"), attributes.getValue("Target"));
                    }
                }
            });
        }
        return sheets.stream().map(targets::get)
                .filter(target -> target != null)
                .map(target -> target.startsWith("/") ? target.substring(1) : "xl/" + target)
                .filter(parts::containsKey)
                .findFirst()
                .or(() -> parts.keySet().stream().filter(name -> name.startsWith(SHEETS) && name.endsWith(".xml"))
                        .findFirst());
    }

    /** Thrown where a file is more than is read. */
    private static SAXException tooMuch(String sentence, int most) {
        return new Xml.TooMuch(sentence, most);
    }

    /** The texts that cells name by number. */
    private static final class Strings extends DefaultHandler {

        private final List<String> texts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private boolean inText;
        private int phonetic;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (name.equals("si")) {
                text.setLength(0);
            }
            phonetic += name.equals("rPh") ? 1 : 0;
            inText = name.equals("t") && phonetic == 0;
        }

        @Override
        public void characters(char[] characters, int start, int length) throws SAXException {
            if (inText) {
                if (text.length() + length > LONGEST_CELL) {
                    throw tooMuch("exchange.cell-too-long", LONGEST_CELL);
                }
                text.append(characters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            phonetic -= name.equals("rPh") ? 1 : 0;
            inText = false;
            if (name.equals("si")) {
                if (texts.size() >= MOST_STRINGS) {
                    throw tooMuch("exchange.too-many-rows", MOST_ROWS);
                }
                texts.add(text.toString());
            }
        }
    }

    private static final class Sheet extends DefaultHandler {

        private final List<String> strings;
        private final List<Row> rows = new ArrayList<>();
        private final Map<Integer, String> cells = new HashMap<>();
        private final StringBuilder value = new StringBuilder();
        private String type;
        private int number;
        private int column;
        private boolean inValue;

        Sheet(List<String> strings) {
            this.strings = strings;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes)
                throws SAXException {
            if (name.equals("row")) {
                cells.clear();
                column = -1;
                number = whole(attributes.getValue("r"), number + 1);
            } else if (name.equals("c")) {
                column = column(attributes.getValue("r"));
                type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
                value.setLength(0);
                if (column >= MOST_COLUMNS) {
                    throw tooMuch("exchange.too-many-columns", MOST_COLUMNS);
                }
            }
            inValue = name.equals("v") || name.equals("t");
        }

        private int column(String reference) {
            if (reference == null) {
                return column + 1;
            }
            var at = 0;
            for (var letter : reference.toCharArray()) {
                if (letter < 'A' || letter > 'Z' || at > MOST_COLUMNS) {
                    break;
                }
                at = at * 26 + letter - 'A' + 1;
            }
            return Math.max(0, at - 1);
        }

        @Override
        public void characters(char[] characters, int start, int length) throws SAXException {
            if (inValue) {
                if (value.length() + length > LONGEST_CELL) {
                    throw tooMuch("exchange.cell-too-long", LONGEST_CELL);
                }
                value.append(characters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            inValue = false;
            if (name.equals("c") && !value.isEmpty()) {
                cells.put(column, shown());
            } else if (name.equals("row") && !cells.isEmpty()) {
                if (rows.size() >= MOST_ROWS) {
                    throw tooMuch("exchange.too-many-rows", MOST_ROWS);
                }
                var last = cells.keySet().stream().mapToInt(each -> each).max().orElse(0);
                var row = new ArrayList<String>();
                for (var i = 0; i <= last; i++) {
                    row.add(cells.getOrDefault(i, ""));
                }
                add(rows, number, row);
            }
        }

        private String shown() {
            var text = value.toString();
            return switch (type) {
                case "s" -> string(text);
                case "b" -> text.equals("1") ? "TRUE" : "FALSE";
                case "e" -> "";
                case "n" -> number(text);
                default -> text;
            };
        }

        private String string(String text) {
            var at = whole(text, -1);
            return at < 0 || at >= strings.size() ? "" : strings.get(at);
        }

        /** Excel keeps 0.1 + 0.2 as 0.30000000000000004 and shows what fifteen digits say. */
        private static String number(String text) {
            if (!Bodies.isNumber(text)) {
                return text;
            }
            var rounded = new BigDecimal(text).round(AS_EXCEL).stripTrailingZeros();
            return Math.abs(rounded.scale()) > 30 ? text : rounded.toPlainString();
        }

        private static int whole(String text, int otherwise) {
            return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
        }
    }
}
