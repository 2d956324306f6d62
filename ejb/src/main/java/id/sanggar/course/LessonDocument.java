package id.sanggar.course;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads a lesson's CommonMark, with tables and alerts, and tells what can be read in it. */
public final class LessonDocument {

    static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private LessonDocument() {
    }

    /** The tree of the lesson; its blocks know their lines, and alerts are blocks of their own. */
    public static Node parse(String markdown) {
        var document = PARSER.parse(markdown);
        document.accept(new Alerts());
        return document;
    }

    /** The words of a lesson without any marks, a line per paragraph. */
    public static String plainText(String markdown) {
        var words = new Words();
        parse(markdown).accept(words);
        return words.text.toString().strip();
    }

    /** The names of the documents that the lesson leads to. */
    static Set<String> documents(String markdown) {
        var names = new LinkedHashSet<String>();
        parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                if (link.getDestination().startsWith("media:")) {
                    names.add(link.getDestination().substring(6));
                }
                visitChildren(link);
            }
        });
        return names;
    }

    /** The names of the pictures, films and recordings that the lesson shows. */
    static Set<String> media(String markdown) {
        var names = new LinkedHashSet<String>();
        parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                if (image.getDestination().startsWith("media:")) {
                    names.add(image.getDestination().substring(6));
                }
            }
        });
        return names;
    }

    /** A block of its own kind, begun in the source by {@code > [!TIP]} or the like. */
    static final class Alert extends CustomBlock {

        private final AlertKind kind;

        Alert(AlertKind kind) {
            this.kind = kind;
        }

        AlertKind kind() {
            return kind;
        }
    }

    private static final class Alerts extends AbstractVisitor {

        @Override
        public void visit(BlockQuote quote) {
            if (quote.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Text mark) {
                AlertKind.of(mark.getLiteral().strip()).ifPresent(kind -> replace(quote, first, mark, kind));
            }
            visitChildren(quote);
        }

        private static void replace(BlockQuote quote, Paragraph first, Text mark, AlertKind kind) {
            if (mark.getNext() instanceof SoftLineBreak || mark.getNext() instanceof HardLineBreak) {
                mark.getNext().unlink();
            }
            mark.unlink();
            if (first.getFirstChild() == null) {
                first.unlink();
            }
            var alert = new Alert(kind);
            alert.setSourceSpans(quote.getSourceSpans());
            moveChildren(quote, alert);
            quote.insertAfter(alert);
            quote.unlink();
        }
    }

    static void moveChildren(Node from, Node to) {
        for (var child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
            to.appendChild(child);
        }
    }

    private static final class Words extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text words) {
            text.append(words.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock block) {
            text.append(block.getLiteral()).append('\n');
        }

        @Override
        public void visit(SoftLineBreak wrapped) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak wrapped) {
            text.append('\n');
        }

        @Override
        public void visit(Image drawing) {
            visitChildren(drawing);
            if (drawing.getTitle() != null) {
                text.append('\n').append(drawing.getTitle());
            }
        }

        @Override
        public void visit(Paragraph paragraph) {
            line(paragraph);
        }

        @Override
        public void visit(Heading heading) {
            line(heading);
        }

        @Override
        public void visit(ListItem item) {
            line(item);
        }

        @Override
        public void visit(CustomBlock block) {
            line(block);
        }

        @Override
        public void visit(CustomNode node) {
            visitChildren(node);
            if (node instanceof TableCell) {
                text.append(node.getNext() == null ? "\n" : " ");
            }
        }

        private void line(Node node) {
            visitChildren(node);
            if (!(node instanceof TableBlock) && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
