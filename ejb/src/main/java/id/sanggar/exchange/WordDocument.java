package id.sanggar.exchange;

import id.sanggar.course.LessonDocument;
import id.sanggar.shared.LocalizedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jsoup.Jsoup;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import org.zwobble.mammoth.DocumentConverter;

/**
 * Lessons written in Word (ECMA-376), or in what writes such files too. Mammoth reads what the styles mean; before it
 * sees the file, every part of it was opened here and found harmless.
 */
final class WordDocument {

    private static final int DEEPEST = 150;
    private static final int MOST_ELEMENTS = 800_000;
    private static final int LESSON_HEADING = 2;
    private static final int DEEPEST_HEADING = 4;
    private static final String DOCUMENT = "word/document.xml";
    private static final String PICTURE = "picture:";

    /** What stands in a document and does not come over, by the elements that tell of it. */
    private static final Map<String, String> LOST = Map.ofEntries(
            Map.entry("oMath", "exchange.word-equation"), Map.entry("txbxContent", "exchange.word-text-box"),
            Map.entry("ins", "exchange.word-tracked"), Map.entry("del", "exchange.word-tracked"),
            Map.entry("moveFrom", "exchange.word-tracked"), Map.entry("commentReference", "exchange.word-comment"),
            Map.entry("relIds", "exchange.word-smart-art"), Map.entry("chart", "exchange.word-chart"),
            Map.entry("OLEObject", "exchange.word-object"), Map.entry("altChunk", "exchange.word-object"),
            Map.entry("control", "exchange.word-object"), Map.entry("footnoteReference", "exchange.word-footnote"),
            Map.entry("endnoteReference", "exchange.word-footnote"));

    /** Word names its styles in its own language, other programs in theirs. */
    private static final String STYLES = styles();

    private final String file;
    private final Problems problems;
    private final MediaNames media = new MediaNames();
    private final List<byte[]> pictures = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();

    private WordDocument(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    private static String styles() {
        var styles = new StringBuilder();
        for (var level = 1; level <= 6; level++) {
            for (var name : List.of("Heading ", "heading ", "Judul ", "judul ", "Tajuk ")) {
                styles.append("p[style-name='").append(name).append(level).append("'] => h").append(level)
                        .append(":fresh\n");
            }
            styles.append("p.Judul").append(level).append(" => h").append(level).append(":fresh\n");
        }
        for (var title : List.of("Title", "Judul", "title")) {
            styles.append("p[style-name='").append(title).append("'] => p.title:fresh\n");
        }
        for (var caption : List.of("caption", "Caption", "Keterangan", "Keterangan Gambar", "Figure", "Illustration")) {
            styles.append("p[style-name='").append(caption).append("'] => p.caption:fresh\n");
        }
        for (var quote : List.of("Quote", "Kutipan", "Intense Quote", "Kutipan yang Sering", "Quotations")) {
            styles.append("p[style-name='").append(quote).append("'] => blockquote > p:fresh\n");
        }
        return styles.append("r[style-name='Kuat'] => strong\nr[style-name='Emphasis'] => em\n"
                + "r[style-name='Penekanan'] => em\n").toString();
    }

    /**
     * @param split whether each heading of the first level begins a lesson
     * @return nothing if the file cannot be read, which is a problem
     */
    static Optional<WrittenLessons> read(String file, byte[] bytes, boolean split, Problems problems) {
        return new WordDocument(file, problems).read(bytes, split);
    }

    private Optional<WrittenLessons> read(byte[] bytes, boolean split) {
        if (bytes.length > 4 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF) {
            problems.add(file, 0, "exchange.word-old");
            return Optional.empty();
        }
        var parts = PackZip.read(file, bytes, PackZip.Limits.OF_DOCUMENT, problems).orElse(null);
        if (parts == null) {
            return Optional.empty();
        }
        if (!parts.containsKey(DOCUMENT)) {
            problems.add(file, 0, "exchange.no-word");
            return Optional.empty();
        }
        if (!isHarmless(parts)) {
            return Optional.empty();
        }
        var html = html(parts);
        return html.map(read -> lessons(read, split));
    }

    private boolean isHarmless(SortedMap<String, byte[]> parts) {
        var before = problems.count();
        for (var part : parts.entrySet()) {
            if (part.getKey().endsWith(".xml") || part.getKey().endsWith(".rels")) {
                Xml.read(file + "/" + part.getKey(), part.getValue(), problems, new Look(part.getKey()));
            }
            if (part.getKey().endsWith("vbaProject.bin")) {
                tell("exchange.macros");
            }
            if (part.getKey().matches("word/(?:header|footer)[0-9]*\\.xml")) {
                tell("exchange.word-header");
            }
        }
        return problems.count() == before;
    }

    private void tell(String sentence, Object... arguments) {
        if (told.add(sentence + List.of(arguments))) {
            problems.hint(file, 0, sentence, arguments);
        }
    }

    /** Goes through a part before anyone else does. */
    private final class Look extends DefaultHandler {

        private final boolean isDocument;
        private int depth;
        private int count;

        Look(String part) {
            isDocument = part.equals(DOCUMENT);
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes)
                throws SAXException {
            if (++depth > DEEPEST || ++count > MOST_ELEMENTS) {
                throw new Xml.TooMuch("exchange.xml-too-much", depth > DEEPEST ? DEEPEST : MOST_ELEMENTS);
            }
            if (isDocument && LOST.containsKey(name)) {
                tell(LOST.get(name));
            }
            if (name.equals("Relationship") && "External".equals(attributes.getValue("TargetMode"))
                    && !String.valueOf(attributes.getValue("Type")).endsWith("/hyperlink")) {
                tell("exchange.word-outside", attributes.getValue("Target"));
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            depth--;
        }
    }

    private Optional<String> html(SortedMap<String, byte[]> parts) {
        try {
            var clean = new ByteArrayOutputStream();
            PackZip.write(new TreeMap<>(parts), clean);
            return Optional.of(new DocumentConverter()
                    .disableEmbeddedStyleMap()
                    .addStyleMap(STYLES)
                    .imageConverter(image -> Map.of("src", PICTURE + keep(image.getInputStream().readAllBytes())))
                    .convertToHtml(new ByteArrayInputStream(clean.toByteArray())).getValue());
        } catch (IOException | RuntimeException | StackOverflowError notWord) {
            // Mammoth says what it misses by whatever exception comes of it.
            problems.add(file, 0, "exchange.word-unreadable");
            return Optional.empty();
        }
    }

    private int keep(byte[] picture) {
        pictures.add(picture);
        return pictures.size() - 1;
    }

    private Optional<String> name(String source, String alt) {
        var number = source.startsWith(PICTURE) ? Integer.parseInt(source.substring(PICTURE.length())) : -1;
        var name = number < 0 ? Optional.<String>empty() : media.add(pictures.get(number), alt, "");
        if (name.isEmpty()) {
            tell("exchange.picture-kind", alt.isEmpty() ? String.valueOf(number + 1) : alt);
        }
        return name;
    }

    private WrittenLessons lessons(String html, boolean split) {
        var body = Jsoup.parseBodyFragment(html).body();
        var titles = body.select("p.title");
        var title = titles.isEmpty() ? "" : titles.get(0).text().strip();
        titles.remove();
        var transcript = new HtmlTranscript(this::name, this::tell).blocks(body);
        var lessons = new ArrayList<WrittenLesson>();
        var part = new Document();
        var heading = title;
        for (var block = transcript.getFirstChild(); block != null; block = transcript.getFirstChild()) {
            block.unlink();
            if (block instanceof Heading first && first.getLevel() == 1 && (split || heading.isEmpty()
                    && part.getFirstChild() == null)) {
                add(lessons, heading, part);
                heading = LessonDocument.plainText(MarkdownText.write(wrapped(first))).strip();
                part = new Document();
            } else {
                part.appendChild(block);
            }
        }
        add(lessons, heading, part);
        if (lessons.isEmpty()) {
            problems.add(file, 0, "exchange.no-words");
        }
        return new WrittenLessons(lessons, media.files());
    }

    private static Node wrapped(Heading heading) {
        var document = new Document();
        document.appendChild(heading);
        return document;
    }

    private void add(List<WrittenLesson> lessons, String heading, Document part) {
        if (part.getFirstChild() == null) {
            return;
        }
        level(part);
        var title = heading.isEmpty() ? FileName.last(file).replaceFirst("\\.[^.]*$", "") : heading;
        lessons.add(new WrittenLesson(file, new LocalizedText(shortened(title), ""), 0, List.of(), List.of(),
                MarkdownText.write(part)));
    }

    private static String shortened(String title) {
        return title.length() <= 200 ? title : title.substring(0, title.offsetByCodePoints(0, 195)) + "…";
    }

    /** The highest heading of a lesson is of the second level, and none leaps. */
    private static void level(Document part) {
        var highest = Integer.MAX_VALUE;
        for (var block = part.getFirstChild(); block != null; block = block.getNext()) {
            highest = block instanceof Heading heading ? Math.min(highest, heading.getLevel()) : highest;
        }
        var last = LESSON_HEADING - 1;
        for (var block = part.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading) {
                last = Math.min(Math.min(heading.getLevel() - highest + LESSON_HEADING, last + 1), DEEPEST_HEADING);
                heading.setLevel(last);
            }
        }
    }
}
