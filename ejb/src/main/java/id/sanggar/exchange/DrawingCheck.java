package id.sanggar.exchange;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks through an SVG drawing for what is unsafe, too heavy or unreadable on a small screen. */
final class DrawingCheck {

    private static final int LARGEST = 12_000;
    /** Units of height a text needs in a view box as wide as a small phone. */
    private static final double SMALLEST_TEXT = 13;
    private static final double PHONE = 360;
    private static final Set<String> FORBIDDEN = Set.of("script", "foreignObject", "image", "iframe", "audio", "video",
            "set", "animate", "animateMotion", "animateTransform", "handler", "a");
    private static final String NUMBER = "-?[0-9]{1,7}(?:\\.[0-9]{1,7})?";
    private static final Pattern NUMBERS = Pattern.compile(NUMBER + "(?:[ ,]+" + NUMBER + "){3}");
    private static final Pattern OUTSIDE =
            Pattern.compile("url\\(\\s*[\"']?(?!#)|@import|javascript:|data:", Pattern.CASE_INSENSITIVE);

    private final String file;
    private final Problems problems;
    private final Set<String> found = new HashSet<>();
    private double width = PHONE;
    private double height;
    private boolean background;

    private DrawingCheck(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(ContentFiles files, String path, Problems problems) {
        var check = new DrawingCheck(path, problems);
        if (files.bytes(path).length > LARGEST) {
            problems.hint(path, 0, "exchange.too-many-bytes", files.bytes(path).length, LARGEST);
        }
        if (Xml.read(path, files.text(path, problems), problems, check::element)) {
            check.whole();
        }
    }

    private void element(Xml.Element element) {
        if (found.isEmpty()) {
            root(element);
        }
        if (!element.text().isEmpty() || !Set.of("title", "desc").contains(element.name())) {
            found.add(element.name());
        }
        if (FORBIDDEN.contains(element.name())) {
            problem(element, "exchange.not-in-drawing", "<" + element.name() + ">");
        }
        if (element.name().equals("style") && OUTSIDE.matcher(element.text()).find()) {
            problem(element, "exchange.outside-drawing", "<style>");
        }
        for (var i = 0; i < element.attributes().getLength(); i++) {
            attribute(element, element.attributes().getLocalName(i), element.attributes().getValue(i));
        }
        background |= element.name().equals("rect") && covers(element.attribute("width"), width)
                && covers(element.attribute("height"), height);
    }

    private void root(Xml.Element root) {
        var viewBox = root.attribute("viewBox");
        if (!root.name().equals("svg") || !NUMBERS.matcher(viewBox).matches()) {
            problem(root, "exchange.no-view-box");
            return;
        }
        var numbers = viewBox.split("[ ,]+");
        width = Double.parseDouble(numbers[2]);
        height = Double.parseDouble(numbers[3]);
    }

    private void attribute(Xml.Element element, String name, String value) {
        if (name.startsWith("on")) {
            problem(element, "exchange.not-in-drawing", name);
        } else if (name.equals("href") && !value.startsWith("#") || OUTSIDE.matcher(value).find()) {
            problem(element, "exchange.outside-drawing", name);
        } else if (name.equals("font-family") && !value.equals("sans-serif")) {
            hint(element, "exchange.drawing-font", value);
        } else if (name.equals("font-size") && size(value) * PHONE / width < SMALLEST_TEXT - 0.01) {
            hint(element, "exchange.drawing-text", value, width,
                    Math.ceil(SMALLEST_TEXT * width / PHONE * 10) / 10);
        }
    }

    private static double size(String value) {
        return value.matches(NUMBER + "(px)?") ? Double.parseDouble(value.replace("px", "")) : 0;
    }

    private static boolean covers(String length, double whole) {
        return length.equals("100%") || size(length) >= whole && whole > 0;
    }

    private void whole() {
        if (!found.contains("title") || !found.contains("desc")) {
            problems.hint(file, 1, "exchange.drawing-title");
        }
        if (!background) {
            problems.hint(file, 1, "exchange.drawing-background");
        }
    }

    private void hint(Xml.Element place, String sentence, Object... arguments) {
        problems.hint(file, place.line(), sentence, arguments);
    }

    private void problem(Xml.Element place, String sentence, Object... arguments) {
        problems.add(file, place.line(), sentence, arguments);
    }
}
