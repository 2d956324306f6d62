package id.sanggar.assessment;

import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A graded attempt as its owner sees it: the result, what she can learn from every question, and what to read again.
 *
 * @param score 0–100; null where the quiz does not show it, or not yet
 * @param asked how many questions there were
 * @param right how many of them were answered wholly right
 * @param questions empty where the quiz shows nothing of them, or not yet
 * @param missed topics with questions not wholly right, most missed first
 * @param attemptsLeft empty: as many as she likes
 * @param later more is shown when no attempt is left or the quiz is closed
 */
public record AttemptReview(UUID code, Quiz quiz, int number, Instant startedAt, Instant submittedAt, BigDecimal score,
        boolean passed, int asked, int right, List<Question> questions, List<MissedTopic> missed,
        OptionalInt attemptsLeft, boolean later) {

    /** How an answer was. */
    public enum Outcome {
        RIGHT,
        PARTLY_RIGHT,
        WRONG,
        NOT_ANSWERED
    }

    /**
     * One question, with what the quiz shows of it. Texts are HTML unless said otherwise.
     *
     * @param outcome null where the quiz tells neither the marks nor what was right
     * @param mark what it counts, compared with the others
     * @param options of a choice or multiple response, in the order she saw them
     * @param pairs of a matching
     * @param given what she typed, as plain text, or {@code true} or {@code false}; empty for nothing and for the other
     *         kinds
     * @param expected what would have been right, likewise, for the kinds without options
     * @param feedback said about her answer, where it does not stand with an option
     * @param general the rule behind the question
     */
    public record Question(int position, int mark, QuestionType type, String prompt, Outcome outcome, double fraction,
            List<ReviewedOption> options, List<ReviewedPair> pairs, String given, String expected,
            List<String> feedback, String general, String topic) {

        /** The same without what is not to be shown. */
        Question showing(ReviewRules.Shown shown) {
            return new Question(position, mark, type, prompt, shown.marks() || shown.answers() ? outcome : null,
                    shown.marks() ? fraction : 0,
                    options.stream().map(option -> option.showing(shown)).toList(),
                    pairs.stream().map(pair -> pair.showing(shown)).toList(), given, shown.answers() ? expected : "",
                    shown.feedback() ? feedback : List.of(), shown.feedback() ? general : "", topic);
        }
    }

    /** @param feedback empty where the author wrote none */
    public record ReviewedOption(String html, boolean chosen, boolean right, String feedback) {

        ReviewedOption showing(ReviewRules.Shown shown) {
            return new ReviewedOption(html, chosen, right && shown.answers(), shown.feedback() ? feedback : "");
        }
    }

    /** @param chosen empty where nothing was chosen */
    public record ReviewedPair(String item, String chosen, String expected, boolean right) {

        ReviewedPair showing(ReviewRules.Shown shown) {
            return shown.answers() ? this : new ReviewedPair(item, chosen, "", false);
        }
    }

    /**
     * A topic to go back to.
     *
     * @param missed how many of its questions were not wholly right
     * @param asked how many there were
     * @param lessons of the published version, that teach it
     */
    public record MissedTopic(String slug, LocalizedText title, int missed, int asked,
            List<Outline.Activity> lessons) {
    }

    /** Whether another attempt may follow this one. */
    public boolean mayTryAgain() {
        return attemptsLeft.isEmpty() || attemptsLeft.getAsInt() > 0;
    }

    /** Whether she is to go back to the lessons and try again. */
    public boolean isRemedial() {
        return quiz.purpose() == QuizPurpose.POSTTEST && !passed;
    }
}
