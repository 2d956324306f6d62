package id.sanggar.exchange;

import id.sanggar.course.LessonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Makes HTML that other programs wrote into the CommonMark of lessons. What CommonMark cannot say is left out and
 * named; nothing of the HTML itself comes through.
 */
final class HtmlTranscript {

    private static final MarkdownRenderer RENDERER =
            MarkdownRenderer.builder().extensions(List.of(TablesExtension.create())).build();
    private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\r\\f]+");
    private static final Pattern LEVEL = Pattern.compile("h[1-6]");
    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "ul", "ol", "table",
            "blockquote", "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "figure", "center", "body",
            "header", "footer");
    private static final Set<String> FORBIDDEN = Set.of("script", "style", "iframe", "object", "embed", "form",
            "input", "button", "textarea", "select", "svg", "math", "audio", "video", "canvas", "applet", "template",
            "noscript");
    private static final Set<String> SILENT = Set.of("style", "head", "title", "meta", "link", "template");
    private static final Map<Character, Character> RAISED = signs("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ");
    private static final Map<Character, Character> LOWERED = signs("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎");
    private static final int DEEPEST = 60;

    private final Pictures pictures;
    private final Changes changes;
    private final List<Node> afterwards = new ArrayList<>();
    private int depth;

    /** Where pictures come to lie. */
    @FunctionalInterface
    interface Pictures {

        /**
         * @param alt words for who cannot see it; may be empty
         * @return the name it has among the media; nothing if it does not come over, which is then named already
         */
        Optional<String> name(String source, String alt);
    }

    /** Hears what changes on the way. */
    @FunctionalInterface
    interface Changes {

        void changed(String sentence, Object... arguments);
    }

    HtmlTranscript(Pictures pictures, Changes changes) {
        this.pictures = pictures;
        this.changes = changes;
    }

    /** The whole of an element as blocks. */
    Node blocks(Element html) {
        var document = new Document();
        children(html, document);
        return document;
    }

    /** Writes blocks so that reading gives the same ones. */
    static String write(Node document) {
        for (var block = document.getFirstChild(); block != null; block = block.getNext()) {
            var marks = marks(block);
            if (marks > 0 && marks(LessonDocument.parse(RENDERER.render(block))) != marks) {
                unwrap(block);
            }
        }
        return RENDERER.render(document).strip() + "\n";
    }

    private static int marks(Node node) {
        var count = new int[1];
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(StrongEmphasis strong) {
                count[0] += 1000;
                visitChildren(strong);
            }

            @Override
            public void visit(Emphasis emphasis) {
                count[0]++;
                visitChildren(emphasis);
            }
        });
        return count[0];
    }

    /** Bold in the middle of a word and the like cannot always be told in CommonMark. */
    private static void unwrap(Node block) {
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(StrongEmphasis strong) {
                visitChildren(strong);
                replace(strong);
            }

            @Override
            public void visit(Emphasis emphasis) {
                visitChildren(emphasis);
                replace(emphasis);
            }

            private void replace(Node mark) {
                while (mark.getFirstChild() != null) {
                    mark.insertBefore(mark.getFirstChild());
                }
                mark.unlink();
            }
        });
    }

    private void children(Element html, Node into) {
        if (++depth > DEEPEST) {
            changes.changed("exchange.too-deep");
            append(into, paragraph(new Text(collapsed(html.text()).strip())));
            depth--;
            return;
        }
        Paragraph open = null;
        for (var child : html.childNodes()) {
            if (child instanceof Element element && isBlock(element)) {
                close(open, into);
                open = null;
                block(element, into);
            } else {
                open = open == null ? new Paragraph() : open;
                inline(child, open);
            }
        }
        close(open, into);
        depth--;
    }

    private static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName())
                || element.children().stream().anyMatch(child -> BLOCKS.contains(child.normalName()));
    }

    private void block(Element element, Node into) {
        var name = element.normalName();
        if (LEVEL.matcher(name).matches()) {
            heading(element, into);
            return;
        }
        switch (name) {
            case "p", "div" -> {
                if (element.hasClass("caption") && caption(element, into)) {
                    return;
                }
                children(element, into);
            }
            case "ul" -> list(element, new BulletList(), into);
            case "ol" -> {
                var list = new OrderedList();
                list.setMarkerStartNumber(1);
                list.setMarkerDelimiter(".");
                list(element, list, into);
            }
            case "table" -> table(element, into);
            case "blockquote" -> {
                var quote = new BlockQuote();
                children(element, quote);
                append(into, quote);
            }
            case "pre" -> {
                var code = new FencedCodeBlock();
                code.setFenceCharacter("`");
                code.setOpeningFenceLength(3);
                code.setClosingFenceLength(3);
                code.setLiteral(element.wholeText().replace("```", "'''") + "\n");
                into.appendChild(code);
            }
            case "hr" -> into.appendChild(new ThematicBreak());
            default -> children(element, into);
        }
    }

    private void heading(Element element, Node into) {
        var heading = new Heading();
        heading.setLevel(element.normalName().charAt(1) - '0');
        var words = new Paragraph();
        element.childNodes().forEach(child -> inline(child, words));
        unwrap(words);
        trim(words);
        var picture = false;
        for (var child = words.getFirstChild(); child != null; child = words.getFirstChild()) {
            if (child instanceof Image) {
                afterwards.add(child);
                child.unlink();
                picture = true;
            } else if (child instanceof HardLineBreak) {
                child.unlink();
                heading.appendChild(new Text(" "));
            } else {
                heading.appendChild(child);
            }
        }
        if (heading.getFirstChild() != null) {
            into.appendChild(heading);
        }
        if (picture) {
            flush(into);
        }
    }

    /** Words under a picture become its title. */
    private static boolean caption(Element element, Node into) {
        if (into.getLastChild() instanceof Paragraph paragraph && paragraph.getFirstChild() instanceof Image image
                && image.getNext() == null && image.getTitle() == null) {
            var words = collapsed(element.text()).strip();
            if (!words.isEmpty()) {
                image.setTitle(words);
                return true;
            }
        }
        return false;
    }

    private void list(Element element, Node list, Node into) {
        for (var child : element.children()) {
            if (child.normalName().equals("li")) {
                var item = new ListItem();
                children(child, item);
                if (item.getFirstChild() == null) {
                    item.appendChild(new Paragraph());
                }
                list.appendChild(item);
            } else if (list.getLastChild() != null) {
                block(child, list.getLastChild());
            } else {
                children(child, into);
            }
        }
        if (list.getFirstChild() != null) {
            ((ListBlock) list).setTight(isTight(list));
            into.appendChild(list);
        }
    }

    /** Whether each item is one line, perhaps with a list below it. */
    private static boolean isTight(Node list) {
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            for (var block = item.getFirstChild(); block != null; block = block.getNext()) {
                if (block != item.getFirstChild() && !(block instanceof ListBlock tight && tight.isTight())) {
                    return false;
                }
            }
        }
        return true;
    }

    private void table(Element element, Node into) {
        var rows = element.select("tr").stream().filter(row -> row.closest("table") == element).toList();
        var width = rows.stream().mapToInt(row -> row.children().stream().mapToInt(HtmlTranscript::span).sum())
                .max().orElse(0);
        if (width == 0) {
            return;
        }
        if (rows.get(0).selectFirst("th") == null && rows.get(0).closest("thead") == null) {
            changes.changed("exchange.table-without-head");
        }
        var table = new TableBlock();
        var head = new TableHead();
        var body = new TableBody();
        table.appendChild(head);
        var merged = false;
        for (var i = 0; i < rows.size(); i++) {
            var row = new TableRow();
            var cells = 0;
            for (var cell : rows.get(i).children()) {
                row.appendChild(cell(cell, i == 0));
                cells++;
                for (var more = 1; more < span(cell) && cells < width; more++, cells++) {
                    row.appendChild(empty(i == 0));
                }
                merged |= cell.hasAttr("colspan") || cell.hasAttr("rowspan");
            }
            for (; cells < width; cells++) {
                row.appendChild(empty(i == 0));
            }
            (i == 0 ? head : body).appendChild(row);
        }
        if (body.getFirstChild() != null) {
            table.appendChild(body);
        }
        if (merged) {
            changes.changed("exchange.table-merged");
        }
        into.appendChild(table);
        flush(into);
    }

    private static int span(Element cell) {
        var span = cell.attr("colspan");
        return span.matches("[1-9][0-9]?") ? Integer.parseInt(span) : 1;
    }

    private static TableCell empty(boolean header) {
        var cell = new TableCell();
        cell.setHeader(header);
        return cell;
    }

    /** A cell holds one line: what stood in it below each other stands behind each other. */
    private TableCell cell(Element element, boolean header) {
        var cell = empty(header);
        var blocks = new Document();
        children(element, blocks);
        for (var block = blocks.getFirstChild(); block != null; block = block.getNext()) {
            if (cell.getFirstChild() != null) {
                cell.appendChild(new Text(" "));
            }
            if (block instanceof Paragraph || block instanceof Heading) {
                for (var child = block.getFirstChild(); child != null; child = block.getFirstChild()) {
                    if (child instanceof Image) {
                        child.unlink();
                        afterwards.add(child);
                    } else if (child instanceof HardLineBreak) {
                        child.unlink();
                        cell.appendChild(new Text(" "));
                    } else {
                        cell.appendChild(child);
                    }
                }
            } else {
                changes.changed("exchange.table-blocks");
                cell.appendChild(new Text(LessonDocument.plainText(RENDERER.render(block)).replace('\n', ' ').strip()));
            }
        }
        return cell;
    }

    /** Pictures stand in paragraphs of their own, after what they stood in. */
    private void flush(Node into) {
        afterwards.forEach(picture -> into.appendChild(paragraph(picture)));
        afterwards.clear();
    }

    private static void append(Node into, Node block) {
        if (block.getFirstChild() != null) {
            into.appendChild(block);
        }
    }

    private static Paragraph paragraph(Node inside) {
        var paragraph = new Paragraph();
        paragraph.appendChild(inside);
        return paragraph;
    }

    /** A paragraph is parted where a picture stands in it. */
    private void close(Paragraph open, Node into) {
        if (open == null) {
            return;
        }
        var part = new Paragraph();
        for (var child = open.getFirstChild(); child != null; child = open.getFirstChild()) {
            if (child instanceof Image) {
                trim(part);
                append(into, part);
                part = new Paragraph();
                into.appendChild(paragraph(child));
            } else {
                part.appendChild(child);
            }
        }
        trim(part);
        append(into, part);
    }

    private static void trim(Node paragraph) {
        while (paragraph.getFirstChild() != null && blankened(paragraph.getFirstChild(), true)) {
            paragraph.getFirstChild().unlink();
        }
        while (paragraph.getLastChild() != null && blankened(paragraph.getLastChild(), false)) {
            paragraph.getLastChild().unlink();
        }
    }

    private static boolean blankened(Node node, boolean first) {
        if (node instanceof Text text) {
            text.setLiteral(first ? text.getLiteral().stripLeading() : text.getLiteral().stripTrailing());
            return text.getLiteral().isEmpty();
        }
        return node instanceof HardLineBreak;
    }

    private void inline(org.jsoup.nodes.Node node, Node into) {
        if (node instanceof TextNode text) {
            words(collapsed(text.getWholeText()), into);
        } else if (node instanceof Element element) {
            if (++depth > DEEPEST) {
                words(collapsed(element.text()), into);
            } else {
                inline(element, into);
            }
            depth--;
        }
    }

    private void inline(Element element, Node into) {
        var name = element.normalName();
        switch (name) {
            case "strong", "b" -> marked(element, new StrongEmphasis("**"), into);
            case "em", "i", "cite", "dfn" -> marked(element, new Emphasis("*"), into);
            case "a" -> link(element, into);
            case "img" -> picture(element, into);
            case "br" -> into.appendChild(new HardLineBreak());
            case "code", "kbd", "samp", "tt" -> {
                var words = collapsed(element.text()).strip();
                if (!words.isEmpty()) {
                    into.appendChild(new Code(words));
                }
            }
            case "sup" -> words(shifted(element, RAISED), into);
            case "sub" -> words(shifted(element, LOWERED), into);
            default -> {
                if (FORBIDDEN.contains(name)) {
                    if (!SILENT.contains(name)) {
                        changes.changed("exchange.html-dropped", "<" + name + ">");
                    }
                } else {
                    element.childNodes().forEach(child -> inline(child, into));
                }
            }
        }
    }

    private static void words(String words, Node into) {
        var last = into.getLastChild();
        var text = last == null || last instanceof HardLineBreak || endsInSpace(last) ? words.stripLeading() : words;
        if (text.isEmpty()) {
            return;
        }
        if (last instanceof Text before) {
            before.setLiteral(before.getLiteral() + text);
        } else {
            into.appendChild(new Text(text));
        }
    }

    private static boolean endsInSpace(Node last) {
        return last instanceof Text text && text.getLiteral().endsWith(" ");
    }

    /** Space at the edges of bold words belongs outside. */
    private void marked(Element element, Node mark, Node into) {
        if (into instanceof StrongEmphasis && mark instanceof StrongEmphasis
                || into instanceof Emphasis && mark instanceof Emphasis) {
            element.childNodes().forEach(child -> inline(child, into));
            return;
        }
        var whole = collapsed(element.wholeText());
        if (whole.startsWith(" ") && into.getLastChild() != null) {
            words(" ", into);
        }
        element.childNodes().forEach(child -> inline(child, mark));
        trim(mark);
        var hasPicture = false;
        for (var child = mark.getFirstChild(); child != null; child = child.getNext()) {
            hasPicture |= child instanceof Image;
        }
        if (hasPicture) {
            for (var child = mark.getFirstChild(); child != null; child = mark.getFirstChild()) {
                into.appendChild(child);
            }
        } else if (mark.getFirstChild() != null) {
            into.appendChild(mark);
        }
        if (whole.endsWith(" ")) {
            words(" ", into);
        }
    }

    private void link(Element element, Node into) {
        var to = element.attr("href").strip();
        var inside = new Link(to, null);
        element.childNodes().forEach(child -> inline(child, inside));
        var secure = to.toLowerCase(Locale.ROOT).startsWith("http://") ? "https" + to.substring(4) : to;
        var links = secure.matches("https://[A-Za-z0-9.-]+\\.[A-Za-z]{2,}(?:[/?#][^\\s<>]*)?");
        var words = LessonDocument.plainText(RENDERER.render(paragraph(inside)));
        if (links && !words.isBlank() && !hasImage(inside)) {
            if (!secure.equals(to)) {
                changes.changed("exchange.link-secured", to);
            }
            trim(inside);
            inside.setDestination(secure);
            into.appendChild(inside);
        } else {
            inside.unlink();
            if (!to.isEmpty() && !to.startsWith("#") && !words.isBlank()) {
                changes.changed("exchange.link-dropped", to);
            }
            for (var child = inside.getFirstChild(); child != null; child = inside.getFirstChild()) {
                into.appendChild(child);
            }
        }
    }

    private static boolean hasImage(Node link) {
        for (var child = link.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Image) {
                return true;
            }
        }
        return false;
    }

    private void picture(Element element, Node into) {
        var alt = collapsed(element.attr("alt")).strip();
        var name = pictures.name(element.attr("src"), alt);
        if (name.isEmpty()) {
            words(alt.isEmpty() ? "" : "[" + alt + "]", into);
            return;
        }
        if (alt.isEmpty()) {
            changes.changed("exchange.picture-without-words", name.get());
        }
        var image = new Image("media:" + name.get(), null);
        if (!alt.isEmpty()) {
            image.appendChild(new Text(alt));
        }
        into.appendChild(image);
    }

    private String shifted(Element element, Map<Character, Character> signs) {
        var words = collapsed(element.text());
        if (words.chars().allMatch(letter -> signs.containsKey((char) letter))) {
            return words.chars().mapToObj(letter -> String.valueOf(signs.get((char) letter)))
                    .reduce("", String::concat);
        }
        changes.changed("exchange.script-lost", words);
        return words;
    }

    private static Map<Character, Character> signs(String from, String to) {
        return IntStream.range(0, from.length()).boxed()
                .collect(Collectors.toUnmodifiableMap(from::charAt, to::charAt));
    }

    /** No-break space stays; other white space is one space, as in a browser. */
    private static String collapsed(String text) {
        return SPACES.matcher(text).replaceAll(" ");
    }
}
