package id.sanggar.assessment;

import id.sanggar.assessment.AttemptReview.MissedTopic;
import id.sanggar.assessment.AttemptReview.Outcome;
import id.sanggar.assessment.AttemptReview.Question;
import id.sanggar.assessment.AttemptReview.ReviewedOption;
import id.sanggar.assessment.AttemptReview.ReviewedPair;
import id.sanggar.course.Outline;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Explains an attempt that was handed in, with the questions it asked and the course as it is taught now. */
record Reviewing(Attempt attempt, Quiz quiz, Map<Long, QuestionVersion> versions, Outline course,
        QuizException exception, Instant now, Map<String, String> pictures, List<Mark> marks) {

    AttemptReview review() {
        var left = quiz.attemptsLeft(attempt.latest(), exception);
        var last = left.isPresent() && left.getAsInt() == 0 || quiz.isClosed(exception, now);
        var shown = quiz.review().shown(last);
        return new AttemptReview(attempt.code(), quiz, attempt.number(), attempt.startedAt(), attempt.submittedAt(),
                shown.marks() ? attempt.score() : null, Boolean.TRUE.equals(attempt.passed()), attempt.slots().size(),
                (int) attempt.slots().stream().filter(slot -> slot.isGraded() && slot.fraction() == 1).count(),
                (int) attempt.slots().stream().filter(slot -> !slot.isGraded()).count(),
                attempt.slots().stream()
                        .filter(slot -> shown.questions() || isShown(slot))
                        .map(slot -> question(slot).showing(shown))
                        .toList(),
                missed(), left, !last && quiz.review().waitsForTheLast());
    }

    /** What a person graded is always shown: her words are written for the learner. */
    private boolean isShown(AttemptSlot slot) {
        return versions.get(slot.questionVersionId()).body().isGradedByHand() && slot.answer() != null;
    }

    private Question question(AttemptSlot slot) {
        return question(slot, versions.get(slot.questionVersionId()), course.locale(), pictures, marks);
    }

    /** @param locale of the course */
    static Question question(AttemptSlot slot, QuestionVersion version, Locale locale, Map<String, String> pictures,
            List<Mark> marks) {
        var body = version.body();
        return new Question(slot.position(), slot.place().mark(), body.type(), version.html().prompt(),
                outcome(slot), slot.isGraded() ? slot.fraction() : 0, options(slot, version), pairs(slot, version),
                given(slot.answer()), expected(body, locale),
                body.shuffled() > 0 && !(body instanceof Hotspot) ? List.of()
                        : body.feedback(slot.answer()).stream().map(InlineText::html).toList(),
                version.html().general(), version.topic(),
                new ReviewedDetails(slot, version, pictures, marks).details());
    }

    private static Outcome outcome(AttemptSlot slot) {
        if (slot.answer() == null) {
            return Outcome.NOT_ANSWERED;
        }
        if (!slot.isGraded()) {
            return Outcome.WAITING;
        }
        if (slot.fraction() == 1) {
            return Outcome.RIGHT;
        }
        return slot.fraction() == 0 ? Outcome.WRONG : Outcome.PARTLY_RIGHT;
    }

    private static List<ReviewedOption> options(AttemptSlot slot, QuestionVersion version) {
        var options = version.body().options();
        var chosen = slot.answer() == null ? List.<String>of() : slot.answer().values();
        var reviewed = IntStream.range(0, options.size())
                .mapToObj(own -> new ReviewedOption(version.html().options().get(own),
                        chosen.contains(Integer.toString(own)), isRight(version.body(), options.get(own)),
                        version.html().feedback().get(own)))
                .toList();
        return reviewed.isEmpty() ? reviewed : slot.place().shuffle(version.body()).seen(reviewed);
    }

    /** Of a choice only one answer is right, though others may be worth a part. */
    private static boolean isRight(QuestionBody question, Option option) {
        return question instanceof Choice ? option.fraction() == 1 : option.isRight();
    }

    private static List<ReviewedPair> pairs(AttemptSlot slot, QuestionVersion version) {
        if (!(version.body() instanceof Matching matching)) {
            return List.of();
        }
        var given = slot.answer() instanceof Answer.Matched matched ? matched.matches() : List.<Integer>of();
        var html = version.html();
        return IntStream.range(0, matching.pairs().size()).mapToObj(item -> {
            var expected = matching.matches().indexOf(matching.pairs().get(item).match());
            var chosen = given.isEmpty() ? Answer.Matched.OPEN : given.get(item);
            return new ReviewedPair(html.items().get(item),
                    chosen == Answer.Matched.OPEN ? "" : html.options().get(chosen), html.options().get(expected),
                    chosen == expected);
        }).toList();
    }

    private static String given(Answer answer) {
        return answer instanceof Answer.Typed || answer instanceof Answer.Truth ? answer.values().get(0) : "";
    }

    private static String expected(QuestionBody body, Locale locale) {
        if (body instanceof TrueFalse statement) {
            return Boolean.toString(statement.truth());
        }
        if (body instanceof ShortAnswer question) {
            return question.accepted().stream().filter(wording -> wording.fraction() == 1).findFirst().get().text();
        }
        if (body instanceof Numeric question) {
            var right = question.accepted().stream().filter(range -> range.fraction() == 1).findFirst().get();
            var format = NumberFormat.getInstance(locale);
            format.setMaximumFractionDigits(10);
            return right.low().compareTo(right.high()) == 0
                    ? format.format(right.low())
                    : format.format(right.low()) + "–" + format.format(right.high());
        }
        return "";
    }

    private List<MissedTopic> missed() {
        var perTopic = attempt.slots().stream().filter(AttemptSlot::isGraded).collect(Collectors.groupingBy(
                slot -> versions.get(slot.questionVersionId()).topic(), LinkedHashMap::new, Collectors.toList()));
        return perTopic.entrySet().stream()
                .filter(topic -> topic.getValue().stream().anyMatch(slot -> slot.fraction() < 1))
                .sorted(Comparator.comparing(topic -> topic.getValue().stream()
                        .mapToDouble(slot -> slot.fraction() - 1)
                        .sum()))
                .map(topic -> new MissedTopic(topic.getKey(), course.topicTitle(topic.getKey()),
                        (int) topic.getValue().stream().filter(slot -> slot.fraction() < 1).count(),
                        topic.getValue().size(), course.lessonsTeaching(topic.getKey())))
                .toList();
    }
}
