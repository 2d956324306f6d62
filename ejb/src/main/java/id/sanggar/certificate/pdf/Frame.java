package id.sanggar.certificate.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The drawing behind the text, from a small part of SVG: {@code g}, {@code use}, {@code path} (M L H V C Z), {@code
 * rect} and {@code circle} with fill, stroke, stroke-width, stroke-linecap and transform (translate, scale, rotate,
 * matrix). Anything else is refused, so that nothing is silently missing on paper.
 */
final class Frame {

    private static final double ROUND = 0.5523;
    private static final Pattern PATH = Pattern.compile("([MmLlHhVvCcZz])|(-?(?:\\d+\\.?\\d*|\\.\\d+))|([^\\s,])");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final Pattern TRANSFORM = Pattern.compile("(\\w+)\\(([^)]*)\\)");
    /** Elements within elements, those that are used counted where they are used. */
    private static final int DEEPEST = 40;
    /** Bytes of a drawing; every paper carries it. A few elements that use each other would make any number. */
    private static final int LARGEST = 1 << 19;
    private static final int MOST_DRAWN = 20_000;
    /** Further from the page than any unit needs. */
    private static final double FARTHEST = 1e6;

    private final Map<String, Element> named = new HashMap<>();
    private final Pen pen = new Pen(1 << 16);
    private int depth;
    private int drawn;

    /** The operators that paint the drawing over a page of so many points. */
    static byte[] paint(Element svg, double width, double height) {
        Frame frame = new Frame();
        double[] box = numbers(svg.getAttribute("viewBox"));
        if (box.length != 4 || box[2] <= 0 || box[3] <= 0) {
            throw new IllegalArgumentException("A frame needs a viewBox with a width and a height");
        }
        frame.name(svg);
        frame.pen.put("q\n");
        frame.matrix(width / box[2], 0, 0, -height / box[3], -box[0] * width / box[2], height + box[1]);
        frame.children(svg, new Style("none", "none"));
        return frame.pen.put("Q\n").bytes();
    }

    private record Style(String fill, String stroke) {
        Style of(Element element) {
            return new Style(or(element, "fill", fill), or(element, "stroke", stroke));
        }

        private static String or(Element element, String name, String inherited) {
            return element.hasAttribute(name) ? element.getAttribute(name) : inherited;
        }
    }

    private void name(Element element) {
        if (element.hasAttribute("id")) {
            named.put("#" + element.getAttribute("id"), element);
        }
        enter();
        elements(element).forEach(this::name);
        depth--;
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("A frame cannot be deeper than " + DEEPEST + " elements");
        }
    }

    private void children(Element parent, Style style) {
        elements(parent).forEach(child -> element(child, style));
    }

    private void element(Element element, Style inherited) {
        if (List.of("title", "desc", "defs").contains(element.getLocalName())) {
            return;
        }
        if (++drawn > MOST_DRAWN || pen.length() > LARGEST) {
            throw new IllegalArgumentException("A frame cannot draw so much");
        }
        enter();
        boolean changes = element.hasAttributes();
        Style style = inherited.of(element);
        if (changes) {
            pen.put("q\n");
            state(element);
        }
        switch (element.getLocalName()) {
            case "g" -> children(element, style);
            case "use" -> {
                matrix(1, 0, 0, 1, number(element, "x"), number(element, "y"));
                children(referred(element), style.of(referred(element)));
            }
            case "path" -> {
                path(element.getAttribute("d"));
                finish(style);
            }
            case "rect" -> {
                pen.number(number(element, "x")).put(' ').number(number(element, "y")).put(' ')
                        .number(number(element, "width")).put(' ').number(number(element, "height")).put(" re\n");
                finish(style);
            }
            case "circle" -> {
                circle(number(element, "cx"), number(element, "cy"), number(element, "r"));
                finish(style);
            }
            default -> throw new IllegalArgumentException("A frame cannot draw <" + element.getLocalName() + ">");
        }
        if (changes) {
            pen.put("Q\n");
        }
        depth--;
    }

    private Element referred(Element use) {
        Element target = named.get(use.getAttribute("href"));
        if (target == null || !"g".equals(target.getLocalName())) {
            throw new IllegalArgumentException("No <g> named " + use.getAttribute("href"));
        }
        return target;
    }

    private void state(Element element) {
        Matcher transform = TRANSFORM.matcher(element.getAttribute("transform"));
        while (transform.find()) {
            double[] by = numbers(transform.group(2));
            switch (transform.group(1)) {
                case "translate" -> matrix(1, 0, 0, 1, by[0], by.length > 1 ? by[1] : 0);
                case "scale" -> matrix(by[0], 0, 0, by.length > 1 ? by[1] : by[0], 0, 0);
                case "matrix" -> matrix(by[0], by[1], by[2], by[3], by[4], by[5]);
                case "rotate" -> {
                    double sin = Math.sin(Math.toRadians(by[0]));
                    double cos = Math.cos(Math.toRadians(by[0]));
                    matrix(cos, sin, -sin, cos, 0, 0);
                }
                default -> throw new IllegalArgumentException("A frame cannot " + transform.group());
            }
        }
        colour(element.getAttribute("fill"), "rg\n");
        colour(element.getAttribute("stroke"), "RG\n");
        if (element.hasAttribute("stroke-width")) {
            pen.number(number(element, "stroke-width")).put(" w\n");
        }
        if (element.hasAttribute("stroke-linecap")) {
            pen.number(List.of("butt", "round", "square").indexOf(element.getAttribute("stroke-linecap"))).put(" J\n");
        }
    }

    private void colour(String colour, String operator) {
        if (!colour.isEmpty() && !"none".equals(colour)) {
            if (!COLOUR.matcher(colour).matches()) {
                throw new IllegalArgumentException("A frame knows colours like #0b4f49, not " + colour);
            }
            int rgb = Integer.parseInt(colour.substring(1), 16);
            pen.number((rgb >> 16) / 255.0).put(' ').number((rgb >> 8 & 255) / 255.0).put(' ')
                    .number((rgb & 255) / 255.0).put(' ').put(operator);
        }
    }

    private void matrix(double... six) {
        boolean nothing = six[0] == 1 && six[1] == 0 && six[2] == 0 && six[3] == 1 && six[4] == 0 && six[5] == 0;
        if (!nothing) {
            for (double value : six) {
                // thousandths are too coarse for the factors of a turn or a change of units
                pen.put(new BigDecimal(value).setScale(6, RoundingMode.HALF_UP)
                        .stripTrailingZeros().toPlainString()).put(' ');
            }
            pen.put("cm\n");
        }
    }

    private void finish(Style style) {
        boolean fills = !"none".equals(style.fill());
        boolean strokes = !"none".equals(style.stroke());
        pen.put(fills && strokes ? "B\n" : fills ? "f\n" : strokes ? "S\n" : "n\n");
    }

    private void circle(double x, double y, double r) {
        double k = r * ROUND;
        point(x + r, y).put("m ");
        curve(x + r, y + k, x + k, y + r, x, y + r);
        curve(x - k, y + r, x - r, y + k, x - r, y);
        curve(x - r, y - k, x - k, y - r, x, y - r);
        curve(x + k, y - r, x + r, y - k, x + r, y);
        pen.put("h ");
    }

    private void path(String data) {
        Matcher token = PATH.matcher(data);
        List<Double> arguments = new ArrayList<>();
        double[] at = new double[4];
        char command = ' ';
        while (token.find()) {
            if (token.group(3) != null) {
                throw new IllegalArgumentException("A frame cannot read the path " + data);
            }
            if (token.group(1) != null) {
                command = token.group(1).charAt(0);
            } else {
                arguments.add(number(token.group(2)));
            }
            if (arguments.size() == count(command)) {
                command = step(command, arguments, at);
                arguments.clear();
            }
        }
    }

    private static int count(char command) {
        return switch (Character.toLowerCase(command)) {
            case 'z' -> 0;
            case 'h', 'v' -> 1;
            case 'c' -> 6;
            default -> 2;
        };
    }

    /** Draws one step; {@code at} holds the current point and the start of the current figure. */
    private char step(char command, List<Double> by, double[] at) {
        boolean relative = Character.isLowerCase(command);
        double dx = relative ? at[0] : 0;
        double dy = relative ? at[1] : 0;
        switch (Character.toLowerCase(command)) {
            case 'm', 'l' -> to(at, by.get(0) + dx, by.get(1) + dy);
            case 'h' -> to(at, by.get(0) + dx, at[1]);
            case 'v' -> to(at, at[0], by.get(0) + dy);
            case 'c' -> {
                to(at, by.get(4) + dx, by.get(5) + dy);
                curve(by.get(0) + dx, by.get(1) + dy, by.get(2) + dx, by.get(3) + dy, at[0], at[1]);
                return command;
            }
            default -> {
                to(at, at[2], at[3]);
                pen.put("h ");
                return ' ';
            }
        }
        boolean moves = Character.toLowerCase(command) == 'm';
        point(at[0], at[1]).put(moves ? "m " : "l ");
        if (moves) {
            at[2] = at[0];
            at[3] = at[1];
            return relative ? 'l' : 'L';
        }
        return command;
    }

    private static void to(double[] at, double x, double y) {
        at[0] = x;
        at[1] = y;
    }

    private void curve(double... six) {
        for (double value : six) {
            pen.number(value).put(' ');
        }
        pen.put("c ");
    }

    private Pen point(double x, double y) {
        return pen.number(x).put(' ').number(y).put(' ');
    }

    private static double number(Element element, String name) {
        return element.hasAttribute(name) ? number(element.getAttribute(name)) : 0;
    }

    private static double number(String text) {
        double number = Double.parseDouble(text);
        if (!(Math.abs(number) <= FARTHEST)) {
            throw new IllegalArgumentException("A frame cannot reach as far as " + text);
        }
        return number;
    }

    private static double[] numbers(String list) {
        return Pattern.compile("[\\s,]+").splitAsStream(list.strip()).mapToDouble(Frame::number).toArray();
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
