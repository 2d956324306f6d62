package id.sanggar.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of a question as pages show them, made once.
 *
 * @param options of a choice or a multiple response, the matches of a matching, the items of an ordering or the regions
 *        of a hotspot, as the question numbers them
 * @param feedback per option, empty where there is none; nothing for the other kinds
 * @param items the left side of a matching, or the elements of a checklist
 * @param pieces of the text of a cloze, one more than it has gaps
 */
record QuestionHtml(String prompt, List<String> options, List<String> feedback, List<String> items,
        List<String> pieces, String general) {

    /** A gap within a tag, such as the address of a link, is none. */
    private static final Pattern GAP = Pattern.compile(Cloze.MARK.pattern() + "(?![^<>]*>)");

    static QuestionHtml of(QuestionBody body) {
        var options = body.options();
        return new QuestionHtml(prompt(body),
                html(shown(body)), html(options.stream().map(Option::feedback)), html(items(body)),
                body instanceof Cloze cloze ? pieces(cloze) : List.of(), InlineText.html(body.generalFeedback()));
    }

    private static String prompt(QuestionBody body) {
        var html = InlineText.html(body.prompt());
        return body instanceof Cloze ? GAP.matcher(html).replaceAll("<b>($1)</b>") : html;
    }

    private static Stream<String> shown(QuestionBody body) {
        if (body instanceof Matching matching) {
            return matching.matches().stream();
        }
        if (body instanceof Ordering ordering) {
            return ordering.items().stream();
        }
        return body instanceof Hotspot hotspot
                ? hotspot.regions().stream().map(Hotspot.Region::name)
                : body.options().stream().map(Option::text);
    }

    private static Stream<String> items(QuestionBody body) {
        if (body instanceof Matching matching) {
            return matching.pairs().stream().map(Matching.Pair::item);
        }
        return body instanceof Checklist checklist ? checklist.elements().stream() : Stream.empty();
    }

    private static List<String> pieces(Cloze cloze) {
        var pieces = new ArrayList<>(List.of(GAP.split(InlineText.html(cloze.prompt()), -1)));
        while (pieces.size() <= cloze.gaps().size()) {
            pieces.add("");
        }
        return List.copyOf(pieces);
    }

    private static List<String> html(Stream<String> texts) {
        return texts.map(InlineText::html).toList();
    }
}
