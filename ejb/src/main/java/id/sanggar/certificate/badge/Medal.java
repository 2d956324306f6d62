package id.sanggar.certificate.badge;

import id.sanggar.certificate.Award;
import id.sanggar.certificate.internal.Claims;
import id.sanggar.certificate.seal.Seal;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture of a badge, with the credential in it ("baked"): shown by anything that shows SVG, read by anything that
 * reads Open Badges.
 *
 * @see <a href="https://www.imsglobal.org/spec/ob/v3p0/#baked-badge">Open Badges 3.0, Baked Badge</a>
 */
public final class Medal {

    private static final String TEAL = "#06322f";
    private static final String KUNYIT = "#f2a900";

    private static final int CENTRE = 256;
    private static final int PETALS = 24;
    /** Letters of a line within the ring; three lines hold every title that is not a sentence. */
    private static final int WIDE = 18;
    private static final int LINES = 4;

    private Medal() {
    }

    /** @param jwt the credential */
    public static String svg(Claims claims, Seal seal, String jwt) {
        var printed = claims.printed();
        var what = claims.award() == Award.COMPLETION ? "LULUS KURSUS" : "PESERTA KURSUS";
        var svg = new StringBuilder(8_000)
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                .append("xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\" viewBox=\"0 0 512 512\"")
                .append(" role=\"img\">\n")
                .append("<openbadges:credential verify=\"").append(jwt).append("\"></openbadges:credential>\n<title>")
                .append(text(printed.course())).append(", ").append(text(printed.holder())).append("</title>\n");
        petals(svg);
        svg.append("<circle cx=\"256\" cy=\"256\" r=\"214\" fill=\"").append(TEAL)
                .append("\"/><circle cx=\"256\" cy=\"256\" r=\"196\" fill=\"none\" stroke=\"").append(KUNYIT)
                .append("\" stroke-width=\"3\"/><circle cx=\"256\" cy=\"256\" r=\"187\" fill=\"none\" stroke=\"")
                .append(KUNYIT).append("\" stroke-width=\"1\" stroke-dasharray=\"1 7\" stroke-linecap=\"round\"/>\n");
        blossom(svg);
        svg.append("<g text-anchor=\"middle\" font-family=\"'Plus Jakarta Sans', 'Noto Sans', Arial, sans-serif\">\n");
        line(svg, 190, 19, 700, KUNYIT, what, " letter-spacing=\"3\"");
        title(svg, printed.course());
        line(svg, 376, 19, 500, "#d9ece8", printed.issuedOn().getYear() + "", "");
        line(svg, 402, 17, 500, "#d9ece8", shortened(seal.institution(), 24), "");
        return svg.append("</g>\n</svg>\n").toString();
    }

    private static void petals(StringBuilder svg) {
        svg.append("<g fill=\"").append(KUNYIT).append("\">");
        for (int petal = 0; petal < PETALS; petal++) {
            var angle = 2 * Math.PI * petal / PETALS;
            svg.append("<circle cx=\"").append(Math.round(CENTRE + 210 * Math.cos(angle))).append("\" cy=\"")
                    .append(Math.round(CENTRE + 210 * Math.sin(angle))).append("\" r=\"32\"/>");
        }
        svg.append("</g>\n");
    }

    /** A knot of karawo, the embroidery of the house. */
    private static void blossom(StringBuilder svg) {
        svg.append("<g transform=\"translate(256 124)\" fill=\"none\" stroke=\"").append(KUNYIT)
                .append("\" stroke-width=\"3\"><path d=\"M0-34 34 0 0 34-34 0zM0-20 20 0 0 20-20 0z\"/>")
                .append("<path d=\"M-92 0h44M48 0h44\"/><circle r=\"6\" fill=\"").append(KUNYIT)
                .append("\"/><g fill=\"").append(KUNYIT).append("\" stroke=\"none\"><circle cx=\"-100\" r=\"4\"/>")
                .append("<circle cx=\"100\" r=\"4\"/></g></g>\n");
    }

    private static void title(StringBuilder svg, String title) {
        var lines = lines(title);
        var size = lines.size() > 3 ? 27 : 33;
        var step = size + 7;
        // The middle of the lines is where the eye looks for it.
        var first = 272 - (lines.size() - 1) * step / 2 + size / 3;
        for (int at = 0; at < lines.size(); at++) {
            line(svg, first + at * step, size, 700, "#fff", lines.get(at), "");
        }
    }

    static List<String> lines(String title) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : title.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDE) {
                lines.add(shortened(line.toString(), WIDE));
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(shortened(line.toString(), WIDE));
        if (lines.size() > LINES) {
            var last = lines.get(LINES - 1);
            lines.subList(LINES - 1, lines.size()).clear();
            lines.add(shortened(last + "…", WIDE));
        }
        return lines;
    }

    private static String shortened(String text, int letters) {
        return text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters - 1)).stripTrailing() + "…";
    }

    private static void line(StringBuilder svg, int y, int size, int weight, String colour, String text, String more) {
        svg.append("<text x=\"256\" y=\"").append(y).append("\" font-size=\"").append(size).append("\" font-weight=\"")
                .append(weight).append("\" fill=\"").append(colour).append('"').append(more).append('>')
                .append(text(text)).append("</text>\n");
    }

    /** What XML takes; letters that it has no way to write are left out. */
    private static String text(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> {
                    if (letter >= ' ' && (letter < 0xd800 || letter > 0xdfff) && (letter & 0xfffe) != 0xfffe) {
                        safe.appendCodePoint(letter);
                    }
                }
            }
        });
        return safe.toString();
    }
}
