package id.sanggar.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * A text that knows where each of its words stands, in the form they are found by. Read once, then asked again and
 * again where the words of a question are.
 */
final class MarkedText {

    private static final String BEFORE = "<mark>";
    private static final String AFTER = "</mark>";
    private static final String GAP = " … ";

    private final String text;
    private final Map<String, List<Place>> places;

    /** From the first character to the one after the last. */
    private record Place(int start, int end) {
    }

    private MarkedText(String text, Map<String, List<Place>> places) {
        this.text = text;
        this.places = places;
    }

    static MarkedText read(String text, Analyzer analyzer) {
        Map<String, List<Place>> places = new HashMap<>();
        try (var words = analyzer.tokenStream("text", text)) {
            var word = words.addAttribute(CharTermAttribute.class);
            var offset = words.addAttribute(OffsetAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                places.computeIfAbsent(word.toString(), any -> new ArrayList<>(1))
                        .add(new Place(offset.startOffset(), offset.endOffset()));
            }
            words.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new MarkedText(text, places);
    }

    int length() {
        return text.length();
    }

    boolean has(Set<String> words) {
        return words.stream().anyMatch(places::containsKey);
    }

    /** All of it as HTML, the words marked. */
    String whole(Set<String> words) {
        return marked(0, text.length(), found(words));
    }

    /**
     * The part of about that length in which most of the words stand, as HTML, the words marked; the beginning if none
     * does.
     */
    String excerpt(Set<String> words, int length) {
        var found = found(words);
        var best = found.stream()
                .max(Comparator.comparingLong(place -> different(words, place.start(), place.start() + length / 2)))
                .orElse(new Place(0, 0));
        int start = wordAt(Math.max(0, best.start() - length / 3));
        int end = wordAt(Math.min(text.length(), start + length));
        return (start > 0 ? GAP.stripLeading() : "") + marked(start, end, found).strip()
                + (end < text.length() ? GAP.stripTrailing() : "");
    }

    private List<Place> found(Set<String> words) {
        return words.stream()
                .flatMap(word -> places.getOrDefault(word, List.of()).stream())
                .sorted(Comparator.comparingInt(Place::start))
                .toList();
    }

    /** How many different words begin within the range. */
    private long different(Set<String> words, int from, int to) {
        return words.stream()
                .filter(word -> places.getOrDefault(word, List.of()).stream()
                        .anyMatch(place -> place.start() >= from && place.start() < to))
                .count();
    }

    /** The next beginning of a word. */
    private int wordAt(int position) {
        int at = position;
        while (at > 0 && at < text.length() && !Character.isWhitespace(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    private String marked(int from, int to, List<Place> found) {
        var html = new StringBuilder(to - from + 64);
        int written = from;
        for (var place : found) {
            if (place.start() >= written && place.end() <= to) {
                escape(html, written, place.start());
                html.append(BEFORE);
                escape(html, place.start(), place.end());
                html.append(AFTER);
                written = place.end();
            }
        }
        escape(html, written, to);
        return html.toString();
    }

    private void escape(StringBuilder html, int from, int to) {
        for (int i = from; i < to; i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                default -> html.append(letter);
            }
        }
    }
}
