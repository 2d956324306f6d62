package id.sanggar.exchange;

import id.sanggar.course.LessonDocument;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;

/**
 * The texts of questions that came in one of Moodle's formats, as inline CommonMark and paragraphs. In files of our own
 * CommonMark is the rule and HTML is text.
 */
final class ForeignText {

    private static final Pattern TAG =
            Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(?:\\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#[0-9]{2,6});|<!--");

    private final boolean foreign;
    private final HtmlTranscript.Changes changes;

    ForeignText(boolean foreign, HtmlTranscript.Changes changes) {
        this.foreign = foreign;
        this.changes = changes;
    }

    /** @param format html, markdown, plain, moodle, or null where none is named */
    String words(String format, String text) {
        if (text.isEmpty() || "markdown".equals(format)) {
            return text;
        }
        if ("html".equals(format) || foreign && TAG.matcher(text).find() && !"plain".equals(format)) {
            return ofHtml(text);
        }
        return format == null ? text : plain(text);
    }

    /** HTML as CommonMark, lists and tables as lines. */
    String ofHtml(String html) {
        if (TAG.matcher(html).find()) {
            changes.changed("exchange.html-changed");
        }
        var transcript = new HtmlTranscript((source, alt) -> {
            changes.changed("exchange.question-picture", alt.isEmpty() ? source : alt);
            return Optional.empty();
        }, changes);
        var blocks = transcript.blocks(Jsoup.parseBodyFragment(html).body());
        for (var block = blocks.getFirstChild(); block != null; block = block.getNext()) {
            if (!(block instanceof Paragraph)) {
                block = inLines(block);
            }
        }
        return MarkdownText.write(blocks).strip();
    }

    /** A question has no lists: each item becomes a paragraph that says where it stood. */
    private Node inLines(Node block) {
        changes.changed("exchange.question-blocks");
        var last = block;
        var number = 0;
        for (var item = block.getFirstChild(); item != null; item = block.getFirstChild()) {
            item.unlink();
            var words = LessonDocument.plainText(MarkdownText.write(document(item)))
                    .replace('\n', ' ').strip();
            var mark = block instanceof BulletList ? "• " : block instanceof OrderedList ? ++number + ") " : "";
            var line = new Paragraph();
            line.appendChild(new Text(mark + words));
            last.insertAfter(line);
            last = line;
        }
        block.unlink();
        return last;
    }

    private static Node document(Node item) {
        var document = new Document();
        if (item instanceof ListItem) {
            for (var child = item.getFirstChild(); child != null; child = item.getFirstChild()) {
                document.appendChild(child);
            }
        } else if (item instanceof Block) {
            document.appendChild(item);
        } else {
            var paragraph = new Paragraph();
            paragraph.appendChild(item);
            document.appendChild(paragraph);
        }
        return document;
    }

    /** Text without any marks, such that CommonMark shows it as it is. */
    static String plain(String text) {
        var document = new Document();
        for (var line : text.split("\\n+")) {
            var paragraph = new Paragraph();
            paragraph.appendChild(new Text(line.strip()));
            document.appendChild(paragraph);
        }
        return MarkdownText.write(document).strip();
    }
}
