package id.sanggar.exchange;

import id.sanggar.course.LessonDocument;
import id.sanggar.shared.LocalizedText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;

/**
 * A lesson written in Markdown, alone or in a zip with its pictures. What is CommonMark already stays as it was
 * written, letter by letter; only what a lesson cannot hold is changed in its place.
 */
final class MarkdownDocument {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final Pattern OURS = Pattern.compile("(?:media|lesson|sheet|question):.*");
    private static final String FENCE = "---\n";
    private static final int LESSON_HEADING = 2;
    private static final int DEEPEST_HEADING = 4;

    private final String file;
    private final SortedMap<String, byte[]> beside;
    private final MediaNames media;
    private final Problems problems;
    private final List<Change> changes = new ArrayList<>();
    private String source = "";
    private int firstLine = 1;
    private String title = "";
    private int highest = Integer.MAX_VALUE;
    private int last = LESSON_HEADING - 1;

    /** A part of the source that gives way to something else. */
    private record Change(int from, int to, String text) {
    }

    private MarkdownDocument(String file, SortedMap<String, byte[]> beside, MediaNames media, Problems problems) {
        this.file = file;
        this.beside = beside;
        this.media = media;
        this.problems = problems;
    }

    /** Each Markdown file of a zip is a lesson, in the order of their names. */
    static Optional<WrittenLessons> readZip(String file, byte[] bytes, Problems problems) {
        var files = PackZip.read(file, bytes, PackZip.Limits.OF_DOCUMENT, problems).orElse(null);
        if (files == null) {
            return Optional.empty();
        }
        var media = new MediaNames();
        var lessons = new ArrayList<WrittenLesson>();
        for (var path : files.keySet()) {
            if (path.endsWith(".md") || path.endsWith(".markdown")) {
                PlainText.read(path, files.get(path), problems)
                        .map(text -> new MarkdownDocument(path, files, media, problems).lesson(text))
                        .ifPresent(lessons::add);
            }
        }
        if (lessons.isEmpty() && problems.isEmpty()) {
            problems.add(file, 0, "exchange.no-markdown");
        }
        return Optional.of(new WrittenLessons(lessons, media.files()));
    }

    static Optional<WrittenLessons> read(String file, byte[] bytes, Problems problems) {
        var media = new MediaNames();
        return PlainText.read(file, bytes, problems)
                .map(text -> new MarkdownDocument(file, new TreeMap<>(), media, problems).lesson(text))
                .map(lesson -> new WrittenLessons(List.of(lesson), media.files()));
    }

    private WrittenLesson lesson(String text) {
        var end = text.startsWith(FENCE) ? text.indexOf('\n' + FENCE, FENCE.length() - 1) : -1;
        if (end < 0) {
            source = text;
            return lesson(new LocalizedText("", ""), 0, List.of(), List.of());
        }
        source = text.substring(end + 1 + FENCE.length());
        firstLine = (int) text.substring(0, end + 1 + FENCE.length()).lines().count() + 1;
        var matter = YamlEntry.mapping(file, 2, text.substring(FENCE.length(), end + 1), problems);
        var named = !matter.has("title") ? new LocalizedText("", "")
                : matter.isMapping("title") ? matter.localized("title", 200)
                : new LocalizedText(matter.text("title", 200), "");
        var minutes = matter.optionalNumber("minutes", 0, 60).orElse(0);
        var topics = matter.isText("topics") ? List.<String>of() : matter.texts("topics", 60);
        var outcomes = matter.isText("outcomes") ? List.<String>of() : matter.texts("outcomes", 300);
        matter.keys().stream().filter(key -> !List.of("title", "minutes", "topics", "outcomes").contains(key)).sorted()
                .forEach(key -> matter.hint(key, "exchange.matter-left", key));
        return lesson(named, minutes, topics, outcomes);
    }

    private WrittenLesson lesson(LocalizedText named, int minutes, List<String> topics, List<String> outcomes) {
        var document = PARSER.parse(source);
        title = named.id();
        var first = document.getFirstChild();
        if (first instanceof Heading heading && heading.getLevel() == 1 && hasNoOther(heading)) {
            title = title.isEmpty() ? words(heading) : title;
            change(heading, "");
        }
        for (var block = first; block != null; block = block.getNext()) {
            if (block instanceof Heading heading && !isTitle(heading)) {
                highest = Math.min(highest, heading.getLevel());
            }
        }
        document.accept(new Reader());
        var body = new StringBuilder(source);
        changes.stream().sorted(Comparator.comparingInt(Change::from).reversed())
                .forEach(change -> body.replace(change.from, change.to, change.text));
        var called = title.isBlank() ? FileName.last(file).replaceFirst("\\.[^.]*$", "") : title;
        if (body.toString().isBlank()) {
            problems.add(file, firstLine, "exchange.no-words");
        }
        var short200 = called.length() <= 200 ? called : called.substring(0, called.offsetByCodePoints(0, 195)) + "…";
        return new WrittenLesson(file, new LocalizedText(short200, named.en()), minutes, topics, outcomes,
                body.toString().strip() + "\n");
    }

    private boolean isTitle(Heading heading) {
        return !changes.isEmpty() && !heading.getSourceSpans().isEmpty()
                && changes.get(0).from == heading.getSourceSpans().get(0).getInputIndex();
    }

    private static boolean hasNoOther(Heading heading) {
        for (var block = heading.getNext(); block != null; block = block.getNext()) {
            if (block instanceof Heading other && other.getLevel() == 1) {
                return false;
            }
        }
        return true;
    }

    private static String words(Node node) {
        var document = new Document();
        for (var child = node.getFirstChild(); child != null;) {
            var next = child.getNext();
            document.appendChild(child);
            child = next;
        }
        var paragraph = new Paragraph();
        for (var child = document.getFirstChild(); child != null; child = document.getFirstChild()) {
            paragraph.appendChild(child);
        }
        document.appendChild(paragraph);
        return LessonDocument.plainText(MarkdownText.write(document)).replace('\n', ' ').strip();
    }

    private void change(Node node, String text) {
        var spans = node.getSourceSpans();
        if (!spans.isEmpty()) {
            var end = spans.get(spans.size() - 1);
            changes.add(new Change(spans.get(0).getInputIndex(), end.getInputIndex() + end.getLength(), text));
        }
    }

    private int line(Node node) {
        return firstLine + (node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().get(0).getLineIndex());
    }

    private void tell(Node place, String sentence, Object... arguments) {
        problems.hint(file, line(place), sentence, arguments);
    }

    private final class Reader extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            if (isTitle(heading)) {
                return;
            }
            if (!(heading.getParent() instanceof Document)) {
                visitChildren(heading);
                return;
            }
            last = Math.min(Math.min(heading.getLevel() - highest + LESSON_HEADING, last + 1), DEEPEST_HEADING);
            if (last != heading.getLevel()) {
                change(heading, "#".repeat(last) + ' ' + words(heading));
            } else {
                visitChildren(heading);
            }
        }

        @Override
        public void visit(HtmlBlock html) {
            tell(html, "exchange.html-changed");
            change(html, ofHtml(html, html.getLiteral()));
        }

        @Override
        public void visit(HtmlInline html) {
            if (html.getLiteral().matches("(?i)<br\\s*/?>")) {
                change(html, " ");
            } else if (html.getLiteral().matches("(?is)<img\\s.*")) {
                change(html, ofHtml(html, html.getLiteral()));
            } else {
                tell(html, "exchange.html-dropped", html.getLiteral());
                change(html, "");
            }
        }

        @Override
        public void visit(Image image) {
            if (OURS.matcher(image.getDestination()).matches()) {
                return;
            }
            var alt = words(image);
            var written = picture(image, image.getDestination(), alt).map(name -> {
                if (alt.isEmpty()) {
                    tell(image, "exchange.picture-without-words", name);
                }
                var caption = image.getTitle() == null ? "" : " \"" + image.getTitle().replace('"', '”') + '"';
                return "![" + alt.replace("[", "\\[").replace("]", "\\]") + "](media:" + name + caption + ")";
            }).orElse(alt.isEmpty() ? "" : "\\[" + alt + "\\]");
            var alone = image.getPrevious() == null && image.getNext() == null;
            var own = image.getParent() instanceof Paragraph paragraph && paragraph.getParent() instanceof Document;
            change(image, alone || !own || !written.startsWith("!") ? written : "\n\n" + written + "\n\n");
        }

        @Override
        public void visit(Link link) {
            var to = link.getDestination();
            if (to.startsWith("http://")) {
                tell(link, "exchange.link-secured", to);
                change(link, "[" + words(link) + "](https" + to.substring(4) + ")");
            } else if (!to.startsWith("https://") && !OURS.matcher(to).matches()) {
                tell(link, "exchange.link-dropped", to);
                change(link, words(link));
            } else {
                visitChildren(link);
            }
        }
    }

    private String ofHtml(Node place, String html) {
        var transcript = new HtmlTranscript((address, alt) -> picture(place, address, alt),
                (sentence, arguments) -> tell(place, sentence, arguments));
        return MarkdownText.write(transcript.blocks(Jsoup.parseBodyFragment(html).body())).strip();
    }

    private Optional<String> picture(Node place, String address, String alt) {
        if (address.matches("(?i)[a-z][a-z0-9+.-]*:.*") || address.startsWith("//")) {
            tell(place, "exchange.picture-elsewhere", address);
            return Optional.empty();
        }
        var path = path(address);
        var bytes = beside.get(path);
        if (bytes == null) {
            tell(place, "exchange.picture-missing", address);
            return Optional.empty();
        }
        var name = media.add(bytes, "", path);
        if (name.isEmpty()) {
            tell(place, "exchange.picture-kind", address);
        }
        return name;
    }

    /** The file a lesson names, from where the lesson lies. */
    private String path(String address) {
        var folder = file.substring(0, file.lastIndexOf('/') + 1);
        String path;
        try {
            path = URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            path = address;
        }
        var parts = new ArrayList<String>(List.of((folder + path).split("/")));
        for (var i = 0; i < parts.size();) {
            if (parts.get(i).equals(".") || parts.get(i).isEmpty()) {
                parts.remove(i);
            } else if (parts.get(i).equals("..") && i > 0) {
                parts.remove(i);
                parts.remove(--i);
            } else {
                i++;
            }
        }
        return String.join("/", parts);
    }
}
