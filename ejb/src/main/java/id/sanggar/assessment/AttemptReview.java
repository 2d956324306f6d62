package id.sanggar.assessment;

import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * An attempt that was handed in as its owner sees it: the result, what she can learn from every question, and what to
 * read again. While a grader has it, what a machine graded is shown already.
 *
 * @param score 0–100; null while a grader has it, and where the quiz does not show it, or not yet
 * @param asked how many questions there were
 * @param right how many of them were answered wholly right
 * @param waiting how many of them a grader still has
 * @param questions where the quiz shows nothing of them, or not yet, just those a person grades
 * @param missed topics with questions not wholly right, most missed first
 * @param attemptsLeft empty: as many as she likes
 * @param later more is shown when no attempt is left or the quiz is closed
 */
public record AttemptReview(UUID code, Quiz quiz, int number, Instant startedAt, Instant submittedAt, BigDecimal score,
        boolean passed, int asked, int right, int waiting, List<Question> questions, List<MissedTopic> missed,
        OptionalInt attemptsLeft, boolean later) {

    /** How an answer was. */
    public enum Outcome {
        RIGHT,
        PARTLY_RIGHT,
        WRONG,
        NOT_ANSWERED,
        /** A grader has it. */
        WAITING
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
     * @param fraction 0 while a grader has it
     * @param details what only some kinds have
     */
    public record Question(int position, int mark, QuestionType type, String prompt, Outcome outcome, double fraction,
            List<ReviewedOption> options, List<ReviewedPair> pairs, String given, String expected,
            List<String> feedback, String general, String topic, Details details) {

        /** The same without what is not to be shown. */
        Question showing(ReviewRules.Shown shown) {
            return new Question(position, mark, type, prompt,
                    shown.marks() || shown.answers() || outcome == Outcome.WAITING ? outcome : null,
                    shown.marks() ? fraction : 0,
                    options.stream().map(option -> option.showing(shown)).toList(),
                    pairs.stream().map(pair -> pair.showing(shown)).toList(), given, shown.answers() ? expected : "",
                    shown.feedback() ? feedback : List.of(), shown.feedback() ? general : "", topic,
                    details.showing(shown));
        }
    }

    /**
     * What only some kinds of question have.
     *
     * @param parts of an ordering: the items in the right order with their places; of a cloze: its gaps; of a
     *        checklist: its elements with the severities
     * @param level the findings of a checklist gave, and what those expected give; empty for other kinds
     * @param rubric null where no person grades
     * @param marks of graders, without their names
     * @param spot null for what is no hotspot
     */
    public record Details(List<ReviewedPart> parts, String level, String expectedLevel, String text, List<UUID> photos,
            Rubric rubric, List<GivenBack> marks, Spot spot) {

        /** What she gave herself, and what graders said, is always shown. */
        Details showing(ReviewRules.Shown shown) {
            return shown.answers() ? this
                    : new Details(List.of(), level, "", text, photos, rubric, marks, null);
        }
    }

    /** @param item HTML; {@code chosen} and {@code expected} are plain, and empty for nothing */
    public record ReviewedPart(String item, String chosen, String expected, boolean right, String note) {
    }

    /**
     * What one grader gave.
     *
     * @param kind FIRST, SECOND or MODERATION, or RETURN for an answer given back
     * @param levels per criterion; empty for an answer given back
     * @param parts the text of an essay, with the passages she marked
     */
    public record GivenBack(String kind, List<Integer> levels, Integer points, String comment, List<Note> notes,
            List<TextPart> parts) {

        public boolean isPicked(int criterion, int level) {
            return criterion < levels.size() && levels.get(criterion) == level;
        }
    }

    /**
     * A picture with what was right on it.
     *
     * @param picture what follows {@code /media/}, or null if it is missing
     * @param right outlines of the regions that are wholly right, as SVG writes points
     * @param names theirs
     * @param x of the point given, in ten-thousandths; −1 where a name was chosen, as is {@code y}
     * @param chosen name of the region given; empty for none
     */
    public record Spot(String picture, String alt, List<String> right, List<String> names, int x, int y,
            String chosen) {
    }

    /** Whether a grader has it. */
    public boolean isWithGrader() {
        return waiting > 0;
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
        return quiz.purpose() == QuizPurpose.POSTTEST && !passed && !isWithGrader();
    }
}
