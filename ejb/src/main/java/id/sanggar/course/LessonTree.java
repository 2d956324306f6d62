package id.sanggar.course;

import id.sanggar.course.LessonDocument.Alert;
import id.sanggar.shared.JsonText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/**
 * A lesson as the tree that the editor of rich text works on, in ProseMirror's JSON. It is read by the parser that
 * renders lessons, so that writer and reader never see two different things.
 *
 * @param document null where the lesson holds something that the editor could not keep
 * @param sources of the blocks of the document, in order: what nobody touches is written back as it was
 * @param unheld what the editor could not keep
 */
public record LessonTree(JsonObject document, List<String> sources, List<Unheld> unheld) {

    public LessonTree {
        sources = List.copyOf(sources);
        unheld = List.copyOf(unheld);
    }

    /**
     * Something that only the source can hold.
     *
     * @param line of the source, from 1
     * @param what it is: {@code html}, {@code reference} or {@code break}
     */
    public record Unheld(int line, String what) {
    }

    public static LessonTree of(String markdown) {
        var planter = new Planter();
        var lines = markdown.split("\n", -1);
        var sources = new ArrayList<String>();
        var blocks = JsonText.array();
        for (var node = LessonDocument.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            blocks.add(planter.block(node));
            sources.add(planter.source(node, lines));
        }
        if (sources.isEmpty()) {
            blocks.add(Planter.of("paragraph"));
            sources.add("");
        }
        return planter.unheld.isEmpty()
                ? new LessonTree(Planter.of("doc").add("content", blocks).build(), sources, List.of())
                : new LessonTree(null, List.of(), planter.unheld);
    }

    private static final class Planter {

        private final List<Unheld> unheld = new ArrayList<>();

        private String source(Node node, String[] lines) {
            var spans = node.getSourceSpans();
            if (spans.isEmpty()) {
                return "";
            }
            var text = new ArrayList<String>();
            int last = spans.get(spans.size() - 1).getLineIndex();
            for (int line = spans.get(0).getLineIndex(); line <= last; line++) {
                text.add(lines[line]);
            }
            return String.join("\n", text);
        }

        private JsonObjectBuilder block(Node node) {
            if (node instanceof Paragraph paragraph) {
                return paragraph(paragraph);
            }
            if (node instanceof Heading heading) {
                return with("heading", attributes().add("level", heading.getLevel()), inlines(heading));
            }
            if (node instanceof ListBlock list) {
                return list(list);
            }
            if (node instanceof ListItem item) {
                return with("list_item", null, blocks(item));
            }
            if (node instanceof Alert alert) {
                return with("alert", attributes().add("kind", alert.kind().name()), blocks(alert));
            }
            if (node instanceof BlockQuote quote) {
                return with("quote", null, blocks(quote));
            }
            if (node instanceof FencedCodeBlock code) {
                return code(code.getLiteral(), code.getInfo());
            }
            if (node instanceof IndentedCodeBlock code) {
                return code(code.getLiteral(), "");
            }
            if (node instanceof ThematicBreak) {
                return of("rule");
            }
            if (node instanceof TableBlock table) {
                return table(table);
            }
            cannotHold(node, node instanceof LinkReferenceDefinition ? "reference" : "html");
            return of("paragraph");
        }

        private JsonArrayBuilder blocks(Node parent) {
            var blocks = JsonText.array();
            if (parent.getFirstChild() == null) {
                blocks.add(of("paragraph"));
            }
            for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
                blocks.add(block(child));
            }
            return blocks;
        }

        private JsonObjectBuilder paragraph(Paragraph paragraph) {
            if (paragraph.getFirstChild() instanceof Image image && image.getNext() == null) {
                var destination = image.getDestination();
                if (destination.startsWith("media:")) {
                    return with("figure", attributes().add("name", destination.substring(6)).add("alt", words(image))
                            .add("caption", orEmpty(image.getTitle())), null);
                }
                if (destination.startsWith("question:")) {
                    return with("check", attributes().add("question", destination.substring(9))
                            .add("alt", words(image)), null);
                }
            }
            return with("paragraph", null, inlines(paragraph));
        }

        private JsonObjectBuilder list(ListBlock list) {
            var attributes = attributes().add("tight", list.isTight());
            if (list instanceof OrderedList ordered) {
                int start = ordered.getMarkerStartNumber() == null ? 1 : ordered.getMarkerStartNumber();
                return with("ordered_list", attributes.add("order", start), blocks(list));
            }
            return with(list instanceof BulletList ? "bullet_list" : "ordered_list", attributes, blocks(list));
        }

        private static JsonObjectBuilder code(String literal, String info) {
            var text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
            var content = text.isEmpty() ? null : JsonText.array().add(of("text").add("text", text));
            return with("code_block", attributes().add("info", orEmpty(info)), content);
        }

        private JsonObjectBuilder table(TableBlock table) {
            var rows = JsonText.array();
            for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
                for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                    if (row instanceof TableRow) {
                        rows.add(with("table_row", null, cells(row)));
                    }
                }
            }
            return with("table", null, rows);
        }

        private JsonArrayBuilder cells(Node row) {
            var cells = JsonText.array();
            for (var child = row.getFirstChild(); child != null; child = child.getNext()) {
                if (child instanceof TableCell cell) {
                    var attributes = attributes();
                    if (cell.getAlignment() != null) {
                        attributes.add("align", cell.getAlignment().name().toLowerCase(Locale.ROOT));
                    }
                    cells.add(with(cell.isHeader() ? "table_header" : "table_cell", attributes, inlines(cell)));
                }
            }
            return cells;
        }

        private JsonArrayBuilder inlines(Node parent) {
            var inlines = new Inlines(parent);
            inlines.within(parent, List.of());
            return inlines.end();
        }

        private void cannotHold(Node node, String what) {
            for (var at = node; at != null; at = at.getParent()) {
                if (!at.getSourceSpans().isEmpty()) {
                    unheld.add(new Unheld(at.getSourceSpans().get(0).getLineIndex() + 1, what));
                    return;
                }
            }
            unheld.add(new Unheld(1, what));
        }

        private static String words(Image image) {
            var words = new StringBuilder();
            image.accept(new org.commonmark.node.AbstractVisitor() {
                @Override
                public void visit(Text text) {
                    words.append(text.getLiteral());
                }

                @Override
                public void visit(Code code) {
                    words.append(code.getLiteral());
                }

                @Override
                public void visit(SoftLineBreak wrapped) {
                    words.append(' ');
                }
            });
            return words.toString();
        }

        static JsonObjectBuilder of(String type) {
            return JsonText.object().add("type", type);
        }

        private static JsonObjectBuilder attributes() {
            return JsonText.object();
        }

        private static JsonObjectBuilder with(String type, JsonObjectBuilder attributes, JsonArrayBuilder content) {
            var node = of(type);
            if (attributes != null) {
                node.add("attrs", attributes);
            }
            if (content != null) {
                node.add("content", content);
            }
            return node;
        }

        private static String orEmpty(String text) {
            return text == null ? "" : text;
        }

        /** The text of one block: a row of pieces, each with its marks. */
        private final class Inlines {

            private final Node block;
            private final JsonArrayBuilder pieces = JsonText.array();
            private final StringBuilder text = new StringBuilder();
            private List<JsonObject> marksOfText = List.of();

            Inlines(Node block) {
                this.block = block;
            }

            void within(Node parent, List<JsonObject> marks) {
                for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
                    inline(child, marks);
                }
            }

            private void inline(Node node, List<JsonObject> marks) {
                if (node instanceof Text words) {
                    add(words.getLiteral(), marks);
                } else if (node instanceof SoftLineBreak) {
                    add(" ", marks);
                } else if (node instanceof Code code) {
                    add(code.getLiteral(), and(marks, of("code").build()));
                } else if (node instanceof Emphasis) {
                    within(node, and(marks, of("em").build()));
                } else if (node instanceof StrongEmphasis) {
                    within(node, and(marks, of("strong").build()));
                } else if (node instanceof Link link) {
                    within(node, and(marks, with("link", attributes().add("href", link.getDestination())
                            .add("title", orEmpty(link.getTitle())), null).build()));
                } else if (node instanceof HardLineBreak) {
                    lineBreak(node, marks);
                } else if (node instanceof Image image) {
                    leaf(with("picture", attributes().add("src", image.getDestination()).add("alt", words(image))
                            .add("title", orEmpty(image.getTitle())), null), marks);
                } else {
                    cannotHold(node, node instanceof HtmlInline || node instanceof HtmlBlock ? "html" : "reference");
                }
            }

            private void lineBreak(Node node, List<JsonObject> marks) {
                if (block instanceof Paragraph) {
                    leaf(of("hard_break"), marks);
                } else {
                    cannotHold(node, "break");
                }
            }

            private void add(String words, List<JsonObject> marks) {
                if (!marks.equals(marksOfText)) {
                    end();
                    marksOfText = marks;
                }
                text.append(words);
            }

            private void leaf(JsonObjectBuilder node, List<JsonObject> marks) {
                end();
                pieces.add(marked(node, marks));
            }

            JsonArrayBuilder end() {
                if (!text.isEmpty()) {
                    pieces.add(marked(of("text").add("text", text.toString()), marksOfText));
                    text.setLength(0);
                }
                return pieces;
            }

            private static JsonObjectBuilder marked(JsonObjectBuilder node, List<JsonObject> marks) {
                if (!marks.isEmpty()) {
                    var all = JsonText.array();
                    marks.forEach(all::add);
                    node.add("marks", all);
                }
                return node;
            }

            private static List<JsonObject> and(List<JsonObject> marks, JsonObject mark) {
                if (marks.contains(mark)) {
                    return marks;
                }
                var more = new ArrayList<>(marks);
                more.add(mark);
                return more;
            }
        }
    }
}
