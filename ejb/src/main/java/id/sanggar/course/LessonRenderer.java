package id.sanggar.course;

import id.sanggar.course.LessonDocument.Alert;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes the lessons of one version into HTML that is safe to show: what authors write is not trusted. Raw HTML,
 * foreign pictures and links to anything but lessons, sheets and https are left out on the way; what remains passes a
 * sanitizer.
 */
final class LessonRenderer {

    private final String courseSlug;
    private final Map<String, Drawing> drawings;
    private final Locale locale;
    private final HtmlRenderer renderer;

    /** @param drawings by their names */
    LessonRenderer(String courseSlug, Map<String, Drawing> drawings, Locale locale) {
        this.courseSlug = courseSlug;
        this.drawings = Map.copyOf(drawings);
        this.locale = locale;
        this.renderer = HtmlRenderer.builder()
                .extensions(LessonDocument.EXTENSIONS)
                .nodeRendererFactory(Blocks::new)
                .attributeProviderFactory(context -> new Attributes())
                .build();
    }

    String html(String markdown) {
        var document = LessonDocument.parse(markdown);
        document.accept(new Links());
        document.accept(new Frames());
        return LessonPolicy.sanitize(renderer.render(document)).strip();
    }

    private String text(String key, Object... arguments) {
        return Messages.text(new Message(key, arguments), locale);
    }

    /** A drawing with its caption. */
    private static final class Figure extends CustomBlock {

        private final Image image;

        Figure(Image image) {
            this.image = image;
        }
    }

    /** What a wide table scrolls in on a narrow screen. */
    private static final class Scroll extends CustomBlock {

        private final String label;

        Scroll(String label) {
            this.label = label;
        }
    }

    /** Points links and pictures to where they are served; takes away those that lead anywhere else. */
    private final class Links extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            visitChildren(link);
            var address = address(link.getDestination());
            if (address == null) {
                unwrap(link);
            } else {
                link.setDestination(address);
                link.setTitle(null);
            }
        }

        @Override
        public void visit(Image image) {
            var drawing = drawing(image);
            if (drawing == null) {
                unwrap(image);
            } else {
                image.setDestination("/media/" + drawing.address());
            }
        }

        @Override
        public void visit(HtmlInline html) {
            html.unlink();
        }

        @Override
        public void visit(HtmlBlock html) {
            html.unlink();
        }

        private Drawing drawing(Image image) {
            var destination = image.getDestination();
            return destination.startsWith("media:") ? drawings.get(destination.substring(6)) : null;
        }

        private String address(String destination) {
            var colon = destination.indexOf(':');
            var rest = destination.substring(colon + 1);
            return switch (destination.substring(0, Math.max(colon, 0))) {
                case "https" -> destination;
                case "lesson", "sheet" -> "/learn/" + courseSlug + '/' + rest;
                case "media" -> drawings.containsKey(rest) ? "/media/" + drawings.get(rest).address() : null;
                default -> null;
            };
        }

        private void unwrap(Node node) {
            for (var child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
                node.insertBefore(child);
            }
            node.unlink();
        }
    }

    /** Gives drawings that stand alone a caption, and tables something to scroll in. */
    private final class Frames extends AbstractVisitor {

        private int tables;

        @Override
        public void visit(Paragraph paragraph) {
            if (paragraph.getFirstChild() instanceof Image image && image.getNext() == null) {
                paragraph.insertAfter(new Figure(image));
                paragraph.unlink();
            }
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock) {
                var scroll = new Scroll(text("course.table", ++tables, String.join(", ", headings(block))));
                block.insertAfter(scroll);
                scroll.appendChild(block);
            } else {
                visitChildren(block);
            }
        }

        private static List<String> headings(Node table) {
            var headings = new ArrayList<String>();
            table.accept(new AbstractVisitor() {
                @Override
                public void visit(CustomNode node) {
                    if (node instanceof TableCell cell && cell.isHeader()) {
                        var heading = wordsOf(cell);
                        if (!heading.isEmpty()) {
                            headings.add(heading);
                        }
                    } else {
                        visitChildren(node);
                    }
                }
            });
            return headings;
        }
    }

    private static String wordsOf(Node node) {
        var words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }
        });
        return words.toString();
    }

    private final class Blocks implements NodeRenderer {

        private final HtmlNodeRendererContext context;

        Blocks(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Alert.class, Figure.class, Scroll.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Alert alert) {
                var attributes = new LinkedHashMap<>(Map.of("class", alert.kind().cssClass()));
                attributes.put("role", "note");
                open("aside", attributes);
                inline("p", Map.of("class", "aside-title"), text(alert.kind().titleKey()));
                children(alert);
                close("aside");
            } else if (node instanceof Figure figure) {
                open("figure", Map.of());
                context.render(figure.image);
                if (figure.image.getTitle() != null) {
                    inline("figcaption", Map.of(), figure.image.getTitle());
                }
                close("figure");
            } else if (node instanceof Scroll scroll) {
                var attributes = new LinkedHashMap<>(Map.of("class", "scroll"));
                attributes.put("tabindex", "0");
                attributes.put("role", "region");
                attributes.put("aria-label", scroll.label);
                open("div", attributes);
                children(scroll);
                close("div");
            }
        }

        private void children(Node node) {
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }

        private void open(String tag, Map<String, String> attributes) {
            context.getWriter().line();
            context.getWriter().tag(tag, attributes);
            context.getWriter().line();
        }

        private void close(String tag) {
            context.getWriter().line();
            context.getWriter().tag('/' + tag);
            context.getWriter().line();
        }

        private void inline(String tag, Map<String, String> attributes, String words) {
            context.getWriter().tag(tag, attributes);
            context.getWriter().text(words);
            context.getWriter().tag('/' + tag);
            context.getWriter().line();
        }
    }

    private final class Attributes implements AttributeProvider {

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof TableCell cell) {
                var align = attributes.remove("align");
                if (align != null && !"left".equals(align)) {
                    attributes.put("class", align);
                }
                if (cell.isHeader()) {
                    attributes.put("scope", "col");
                }
            } else if (node instanceof Image image) {
                attributes.remove("title");
                attributes.putAll(picture(image));
            }
        }

        private Map<String, String> picture(Image image) {
            var attributes = new LinkedHashMap<String, String>();
            drawings.values().stream()
                    .filter(drawing -> image.getDestination().equals("/media/" + drawing.address()))
                    .findFirst()
                    .ifPresent(drawing -> {
                        attributes.put("width", String.valueOf(drawing.width()));
                        attributes.put("height", String.valueOf(drawing.height()));
                        attributes.put("loading", "lazy");
                    });
            return attributes;
        }
    }
}
