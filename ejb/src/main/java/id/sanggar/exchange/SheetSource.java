package id.sanggar.exchange;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A working sheet as it was written, not yet printed.
 *
 * @param media the name of the file it becomes
 */
record SheetSource(String path, String media, String xhtml) {

    private static final Set<String> FORBIDDEN =
            Set.of("script", "link", "img", "object", "iframe", "form", "input", "svg", "base", "meta");

    private static final Pattern FROM_OUTSIDE = Pattern.compile("url\\(|@import|@font-face", Pattern.CASE_INSENSITIVE);

    /** @param media the name of the file it becomes */
    static SheetSource read(ContentFiles files, String path, String media, Problems problems) {
        var text = files.text(path, problems);
        if (files.has(path)) {
            var titled = new boolean[1];
            Xml.read(path, text, problems, element -> {
                titled[0] |= element.name().equals("title") && !element.text().isEmpty();
                check(path, element, problems);
            });
            if (!titled[0]) {
                problems.add(path, 1, "exchange.sheet-title");
            }
        }
        return new SheetSource(path, media, text);
    }

    private static void check(String path, Xml.Element element, Problems problems) {
        if (FORBIDDEN.contains(element.name())) {
            problems.add(path, element.line(), "exchange.not-in-sheet", "<" + element.name() + ">");
        }
        if (element.name().equals("style") && FROM_OUTSIDE.matcher(element.text()).find()) {
            problems.add(path, element.line(), "exchange.outside-sheet");
        }
        for (var i = 0; i < element.attributes().getLength(); i++) {
            var name = element.attributes().getLocalName(i);
            if (name.startsWith("on") || name.equals("src") || name.equals("href")
                    || element.attributes().getValue(i).contains("url(")) {
                problems.add(path, element.line(), "exchange.not-in-sheet", name);
            }
        }
    }
}
