package id.sanggar.search;

import java.util.List;

/** The pieces of a text that the words were found in. */
final class Excerpt {

    private static final String MARK = "<mark>";

    private Excerpt() {
    }

    /** The title with the words marked, or the plain title where none stands in it. */
    static String title(Object highlighted, String plain) {
        var whole = joined(highlighted);
        return whole.contains(MARK) ? whole : escape(plain);
    }

    /** The preferred language, unless the words stand only in the other. */
    static String better(Object preferred, Object other) {
        var first = joined(preferred);
        var second = joined(other);
        return first.contains(MARK) || second.isEmpty() || !second.contains(MARK) && !first.isEmpty() ? first : second;
    }

    private static String joined(Object fragments) {
        return fragments instanceof List<?> list
                ? String.join(" … ", list.stream().map(String::valueOf).toList()).strip()
                : "";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
