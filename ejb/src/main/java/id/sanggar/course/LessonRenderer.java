package id.sanggar.course;

import id.sanggar.course.LessonDocument.Alert;
import id.sanggar.media.StoredMedia;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
 * foreign pictures and links to anything but lessons, sheets, files and https are left out on the way; what remains
 * passes a sanitizer.
 */
final class LessonRenderer {

    /** In the private use area of Unicode: marks where a question goes. */
    private static final String HIDDEN = "\uE000";
    private static final Pattern QUESTION = Pattern.compile(
            "<p>" + HIDDEN + "([a-z0-9-]+)" + HIDDEN + "([^<" + HIDDEN + "]*)" + HIDDEN + "</p>");

    private final String courseSlug;
    private final Map<String, LessonFile> files;
    private final Locale locale;
    private final HtmlRenderer renderer;

    /** @param files by their names */
    LessonRenderer(String courseSlug, Map<String, LessonFile> files, Locale locale) {
        this.courseSlug = courseSlug;
        this.files = Map.copyOf(files);
        this.locale = locale;
        this.renderer = HtmlRenderer.builder()
                .extensions(LessonDocument.EXTENSIONS)
                .nodeRendererFactory(Blocks::new)
                .attributeProviderFactory(context -> new Attributes())
                .build();
    }

    /** The lesson without questions. */
    String html(String markdown) {
        return html(markdown, (question, heading) -> "");
    }

    /** @param questions gives the safe HTML of a question by its slug and heading */
    String html(String markdown, BinaryOperator<String> questions) {
        var document = LessonDocument.parse(markdown.replace(HIDDEN, ""));
        document.accept(new Links());
        document.accept(new Frames());
        // What the questions' room made is safe already, and more than a lesson may consist of.
        return QUESTION.matcher(LessonPolicy.sanitize(renderer.render(document)).strip())
                .replaceAll(asked -> Matcher.quoteReplacement(
                        questions.apply(asked.group(1), asked.group(2))));
    }

    String courseSlug() {
        return courseSlug;
    }

    Locale locale() {
        return locale;
    }

    private String text(String key, Object... arguments) {
        return Messages.text(new Message(key, arguments), locale);
    }

    /** A picture, film or recording with its caption. */
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
                var file = file(link.getDestination());
                if (file != null) {
                    link.appendChild(new Text(" (" + ending(file) + ", " + size(file.file().size()) + ")"));
                }
                link.setDestination(address);
                link.setTitle(null);
            }
        }

        @Override
        public void visit(Image image) {
            var file = file(image.getDestination());
            if (image.getDestination().startsWith("question:") && standsAlone(image)) {
                image.insertAfter(new Text(HIDDEN + image.getDestination().substring(9) + HIDDEN + wordsOf(image)
                        + HIDDEN));
                image.unlink();
            } else if (file == null || !file.isSeen() && !file.isPlayed()) {
                unwrap(image);
            } else if (file.isPlayed() && !standsAlone(image)) {
                // A player is no word in a sentence.
                var link = new Link("media:" + file.name(), null);
                LessonDocument.moveChildren(image, link);
                image.insertAfter(link);
                image.unlink();
                visit(link);
            } else {
                image.setDestination(file.name());
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

        private LessonFile file(String destination) {
            return destination.startsWith("media:") ? files.get(destination.substring(6)) : null;
        }

        private String address(String destination) {
            var colon = destination.indexOf(':');
            var rest = destination.substring(colon + 1);
            return switch (destination.substring(0, Math.max(colon, 0))) {
                case "https" -> destination;
                case "lesson", "sheet" -> "/learn/" + courseSlug + '/' + rest;
                case "media" -> files.containsKey(rest) ? "/media/" + files.get(rest).address() : null;
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

    /** Gives pictures that stand alone a caption, and tables something to scroll in. */
    private final class Frames extends AbstractVisitor {

        private int tables;

        @Override
        public void visit(Paragraph paragraph) {
            if (paragraph.getFirstChild() instanceof Image image && standsAlone(image)) {
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

    private static boolean standsAlone(Image image) {
        return image.getParent() instanceof Paragraph && image.getPrevious() == null && image.getNext() == null;
    }

    /** What people call its kind: PDF, MP4. */
    private static String ending(LessonFile file) {
        return file.name().substring(file.name().lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    /** "120 kB", "12,4 MB", never torn apart at the end of a line. */
    private String size(long bytes) {
        var number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(bytes < 1_000_000 ? 0 : 1);
        return bytes < 1_000_000
                ? number.format((bytes + 999) / 1000) + "\u00a0kB"
                : number.format(bytes / 1e6) + "\u00a0MB";
    }

    /** "3:25"; empty where nobody knows. */
    private static String length(int seconds) {
        return seconds == 0 ? "" : String.format(Locale.ROOT, ", %d:%02d", seconds / 60, seconds % 60);
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
            return Set.of(Alert.class, Figure.class, Image.class, Scroll.class);
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
                figure(figure.image, files.get(figure.image.getDestination()));
            } else if (node instanceof Image image) {
                picture(files.get(image.getDestination()), wordsOf(image));
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

        private void figure(Image image, LessonFile file) {
            open("figure", Map.of());
            if (file.isPlayed()) {
                player(file, wordsOf(image));
            } else {
                picture(file, wordsOf(image));
            }
            if (image.getTitle() != null) {
                inline("figcaption", Map.of(), image.getTitle());
            }
            if (file.isPlayed()) {
                inline("p", Map.of("class", "played"), text(file.isVideo() ? "course.video" : "course.audio",
                        ending(file), size(file.file().size()), length(file.file().seconds())));
                transcript(file);
            }
            close("figure");
        }

        /** A phone never loads more than one for phones, however sharp its screen is. */
        private void picture(LessonFile file, String alt) {
            boolean wide = !file.webpForDesks().isEmpty();
            if (!file.variants().isEmpty()) {
                open("picture", Map.of());
                if (wide) {
                    source(file, file.webpForDesks(), Map.of("media", "(min-width: 46rem)"));
                }
                source(file, file.webpForPhones(), Map.of("sizes", "100vw"));
            }
            var attributes = new LinkedHashMap<String, String>();
            attributes.put("src", "/media/" + file.address(file.fallback()));
            attributes.put("alt", alt);
            if (file.width() > 0 && file.height() > 0) {
                attributes.put("width", String.valueOf(file.width()));
                attributes.put("height", String.valueOf(file.height()));
            }
            attributes.put("loading", "lazy");
            context.getWriter().tag("img", attributes, true);
            if (!file.variants().isEmpty()) {
                close("picture");
            }
        }

        private void source(LessonFile file, List<StoredMedia> variants, Map<String, String> when) {
            if (variants.isEmpty()) {
                return;
            }
            var attributes = new LinkedHashMap<>(Map.of("type", "image/webp"));
            attributes.put("srcset", variants.stream()
                    .map(variant -> "/media/" + file.address(variant) + " " + variant.width() + "w")
                    .collect(Collectors.joining(", ")));
            attributes.putAll(when);
            context.getWriter().tag("source", attributes, true);
        }

        /** Loads nothing before it is played. */
        private void player(LessonFile file, String alt) {
            var attributes = new LinkedHashMap<String, String>();
            attributes.put("src", "/media/" + file.address());
            attributes.put("controls", "");
            attributes.put("preload", "none");
            if (file.isVideo()) {
                attributes.put("playsinline", "");
                attributes.put("width", String.valueOf(file.width() > 0 ? file.width() : 640));
                attributes.put("height", String.valueOf(file.height() > 0 ? file.height() : 360));
            }
            if (!alt.isBlank()) {
                attributes.put("aria-label", alt);
            }
            var tag = file.isVideo() ? "video" : "audio";
            open(tag, attributes);
            var captions = files.get(file.stem() + ".vtt");
            if (captions != null) {
                var track = new LinkedHashMap<>(Map.of("kind", "captions"));
                track.put("src", "/media/" + captions.address());
                track.put("srclang", locale.getLanguage());
                track.put("label", locale.getDisplayLanguage(locale));
                track.put("default", "");
                context.getWriter().tag("track", track, true);
            }
            close(tag);
        }

        private void transcript(LessonFile file) {
            var transcript = files.get(file.stem() + ".txt");
            if (transcript != null && transcript.words() != null) {
                open("details", Map.of());
                inline("summary", Map.of(), text("course.transcript"));
                for (var paragraph : transcript.words().split("\n\\s*\n")) {
                    inline("p", Map.of(), paragraph.strip());
                }
                close("details");
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
            }
        }
    }
}
