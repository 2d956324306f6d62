package id.sanggar.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jsoup.nodes.Element;

/**
 * Makes HTML that other programs wrote into the CommonMark of lessons. What CommonMark cannot say is left out and
 * named; nothing of the HTML itself comes through.
 */
final class HtmlTranscript {

    private static final Pattern LEVEL = Pattern.compile("h[1-6]");
    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "ul", "ol", "table",
            "blockquote", "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "figure", "center", "body",
            "header", "footer");
    private static final int DEEPEST = 60;

    private final HtmlWords words;
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
        words = new HtmlWords(pictures, changes);
        this.changes = changes;
    }

    /** The whole of an element as blocks. */
    Node blocks(Element html) {
        var document = new Document();
        children(html, document);
        return document;
    }

    private void children(Element html, Node into) {
        if (++depth > DEEPEST) {
            changes.changed("exchange.too-deep");
            append(into, paragraph(new Text(HtmlWords.collapsed(html.text()).strip())));
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
                words.put(child, open);
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
        var line = new Paragraph();
        element.childNodes().forEach(child -> words.put(child, line));
        MarkdownText.unwrap(line);
        HtmlWords.trim(line);
        var picture = false;
        for (var child = line.getFirstChild(); child != null; child = line.getFirstChild()) {
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
            var caption = HtmlWords.collapsed(element.text()).strip();
            if (!caption.isEmpty()) {
                image.setTitle(caption);
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
                cell.appendChild(new Text(MarkdownText.plain(block).replace('\n', ' ').strip()));
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
                HtmlWords.trim(part);
                append(into, part);
                part = new Paragraph();
                into.appendChild(paragraph(child));
            } else {
                part.appendChild(child);
            }
        }
        HtmlWords.trim(part);
        append(into, part);
    }
}
