package id.sanggar.assessment;

import java.util.List;
import java.util.stream.Stream;

/**
 * The texts of a question as pages show them, made once.
 *
 * @param options of a choice or a multiple response, or the matches of a matching, as the question numbers them
 * @param feedback per option, empty where there is none; nothing for the other kinds
 * @param items the left side of a matching
 */
record QuestionHtml(String prompt, List<String> options, List<String> feedback, List<String> items, String general) {

    static QuestionHtml of(QuestionBody body) {
        var options = body.options();
        return new QuestionHtml(InlineText.html(body.prompt()),
                html(body instanceof Matching matching
                        ? matching.matches().stream()
                        : options.stream().map(Option::text)),
                html(options.stream().map(Option::feedback)),
                html(body instanceof Matching matching
                        ? matching.pairs().stream().map(Matching.Pair::item)
                        : Stream.empty()),
                InlineText.html(body.generalFeedback()));
    }

    private static List<String> html(Stream<String> texts) {
        return texts.map(InlineText::html).toList();
    }
}
