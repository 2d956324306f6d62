package id.sanggar.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** What stands in the lines of HTML that other programs wrote, as CommonMark: words, marks, links, pictures. */
final class HtmlWords {

    private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\r\\f]+");
    private static final Set<String> FORBIDDEN = Set.of("script", "style", "iframe", "object", "embed", "form",
            "input", "button", "textarea", "select", "svg", "math", "audio", "video", "canvas", "applet", "template",
            "noscript");
    private static final Set<String> SILENT = Set.of("style", "head", "title", "meta", "link", "template");
    private static final Map<Character, Character> RAISED = signs("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ");
    private static final Map<Character, Character> LOWERED = signs("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎");
    private static final int DEEPEST = 60;

    private final HtmlTranscript.Pictures pictures;
    private final HtmlTranscript.Changes changes;
    private int depth;

    HtmlWords(HtmlTranscript.Pictures pictures, HtmlTranscript.Changes changes) {
        this.pictures = pictures;
        this.changes = changes;
    }

    /** Puts what stands in a line, with its marks, links and pictures, behind what is there. */
    void put(org.jsoup.nodes.Node node, Node into) {
        if (node instanceof TextNode text) {
            words(collapsed(text.getWholeText()), into);
        } else if (node instanceof Element element) {
            if (++depth > DEEPEST) {
                words(collapsed(element.text()), into);
            } else {
                element(element, into);
            }
            depth--;
        }
    }

    private void element(Element element, Node into) {
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
                    element.childNodes().forEach(child -> put(child, into));
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
            element.childNodes().forEach(child -> put(child, into));
            return;
        }
        var whole = collapsed(element.wholeText());
        if (whole.startsWith(" ") && into.getLastChild() != null) {
            words(" ", into);
        }
        element.childNodes().forEach(child -> put(child, mark));
        trim(mark);
        if (hasImage(mark)) {
            take(mark, into);
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
        element.childNodes().forEach(child -> put(child, inside));
        var secure = to.toLowerCase(Locale.ROOT).startsWith("http://") ? "https" + to.substring(4) : to;
        var links = secure.matches("https://[A-Za-z0-9.-]+\\.[A-Za-z]{2,}(?:[/?#][^\\s<>]*)?");
        var paragraph = new Paragraph();
        paragraph.appendChild(inside);
        var words = MarkdownText.plain(paragraph);
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
            take(inside, into);
        }
    }

    /** All that is in one node, into another. */
    private static void take(Node from, Node into) {
        while (from.getFirstChild() != null) {
            into.appendChild(from.getFirstChild());
        }
    }

    private static boolean hasImage(Node mark) {
        for (var child = mark.getFirstChild(); child != null; child = child.getNext()) {
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
    static String collapsed(String text) {
        return SPACES.matcher(text).replaceAll(" ");
    }

    /** Takes away the space at both ends. */
    static void trim(Node paragraph) {
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
}
