package id.sanggar.assessment;

import id.sanggar.course.SelfChecks;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Questions within lessons. Each option opens like a drawer and says whether it is right and why: that needs no script,
 * no request and few bytes. Of the kinds that have no options, the answer is in the drawer.
 */
@ApplicationScoped
class LessonQuestions implements SelfChecks {

    @Inject
    private Questions questions;

    @Override
    public String html(String courseSlug, Long versionId, String question, String heading, Locale locale) {
        var found = versionId == null ? questions.newest(courseSlug, question) : questions.of(versionId, question);
        return found.map(version -> html(version, heading, locale)).orElse("");
    }

    /** @param heading as HTML, of words alone */
    static String html(QuestionVersion version, String heading, Locale locale) {
        var general = version.html().general();
        var rule = general.isEmpty() ? "" : "<div class=\"rule\">" + general + "</div>";
        return "<section class=\"check\"><p class=\"aside-title\">" + heading + "</p><div>" + version.html().prompt()
                + "</div>" + drawers(version, rule, locale) + "</section>";
    }

    private static String drawers(QuestionVersion version, String rule, Locale locale) {
        var body = version.body();
        if (body instanceof TrueFalse statement) {
            return drawer(say("assessment.is-true", locale), statement.truth(),
                    said(statement.feedback(new Answer.Truth(true))) + rule, locale)
                    + drawer(say("assessment.is-false", locale), !statement.truth(),
                            said(statement.feedback(new Answer.Truth(false))) + rule, locale);
        }
        if (!body.options().isEmpty()) {
            return IntStream.range(0, body.options().size())
                    .mapToObj(option -> drawer(version.html().options().get(option), isRight(body, option),
                            said(version.html().feedback().get(option)) + rule, locale))
                    .collect(Collectors.joining());
        }
        return "<details><summary>" + say("assessment.show-answer", locale) + "</summary>" + answer(version) + rule
                + "</details>";
    }

    private static boolean isRight(QuestionBody body, int option) {
        var chosen = body.options().get(option);
        return body instanceof Choice ? chosen.fraction() == 1 : chosen.isRight();
    }

    private static String drawer(String option, boolean right, String said, Locale locale) {
        return "<details class=\"" + (right ? "is-right" : "is-not") + "\"><summary>" + option + "</summary><p><strong>"
                + say(right ? "assessment.right-one" : "assessment.not-that", locale) + "</strong></p>" + said
                + "</details>";
    }

    private static String answer(QuestionVersion version) {
        var body = version.body();
        var lines = new ArrayList<String>();
        if (body instanceof ShortAnswer question) {
            lines.add(right(question.accepted()));
        } else if (body instanceof Numeric question) {
            question.accepted().stream().filter(range -> range.fraction() == 1).findFirst()
                    .map(range -> range.low().compareTo(range.high()) == 0
                            ? range.low().toPlainString()
                            : range.low().toPlainString() + "–" + range.high().toPlainString())
                    .ifPresent(lines::add);
        } else if (body instanceof Matching matching) {
            IntStream.range(0, matching.pairs().size()).forEach(pair -> lines.add(version.html().items().get(pair)
                    + " → " + InlineText.html(matching.pairs().get(pair).match())));
        } else if (body instanceof Ordering) {
            lines.addAll(version.html().options());
        } else if (body instanceof Cloze cloze) {
            cloze.gaps().forEach(gap -> lines.add(right(gap.accepted())));
        } else if (body instanceof Hotspot hotspot) {
            hotspot.regions().stream().filter(region -> region.fraction() == 1)
                    .forEach(region -> lines.add(InlineText.html(region.name())));
        } else if (body.rubric() != null) {
            body.rubric().criteria().forEach(criterion -> lines.add(InlineText.html(criterion.name())));
        }
        return lines.isEmpty() ? "" : "<ol><li>" + String.join("</li><li>", lines) + "</li></ol>";
    }

    private static String right(List<ShortAnswer.Accepted> accepted) {
        return InlineText.html(accepted.stream().filter(wording -> wording.fraction() == 1).findFirst().orElseThrow()
                .text());
    }

    private static String said(List<String> feedback) {
        return feedback.stream().map(InlineText::html).map(LessonQuestions::said).collect(Collectors.joining());
    }

    private static String said(String html) {
        return html.isEmpty() ? "" : html.startsWith("<p>") ? html : "<p>" + html + "</p>";
    }

    private static String say(String key, Locale locale) {
        return Messages.text(new Message(key), locale);
    }
}
