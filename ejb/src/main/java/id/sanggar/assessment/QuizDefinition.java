package id.sanggar.assessment;

import java.util.List;
import java.util.stream.Stream;

/**
 * A quiz as its author wrote it.
 *
 * @param timeLimit minutes, or null: as long as one likes
 * @param attempts how many times one may try, or null: as often as one likes
 * @param passMark 0–100
 * @param sections in order; most quizzes have one, without a title
 */
public record QuizDefinition(
        String activitySlug,
        QuizPurpose purpose,
        Integer timeLimit,
        Integer attempts,
        int passMark,
        QuizLayout layout,
        ReviewRules review,
        List<QuizSection> sections,
        QuizRules rules) {

    /** The longest time limit, in minutes. */
    public static final int LONGEST = 600;

    /** The most attempts that can be asked for. */
    public static final int MOST_ATTEMPTS = 100;

    public QuizDefinition {
        sections = List.copyOf(sections);
    }

    /** A quiz of one section that draws all its questions, with the usual rules. */
    public QuizDefinition(String activitySlug, QuizPurpose purpose, Integer timeLimit, Integer attempts, int passMark,
            QuizLayout layout, ReviewPolicy review, List<Draw> draws) {
        this(activitySlug, purpose, timeLimit, attempts, passMark, layout, review.rules(),
                List.of(new QuizSection("", List.copyOf(draws))), QuizRules.USUAL);
    }

    /** The slots of all sections, in order. */
    public List<QuizSlot> slots() {
        return sections.stream().flatMap(section -> section.slots().stream()).toList();
    }

    /** What of it chance decides. */
    public List<Draw> draws() {
        return slots().stream().flatMap(slot -> slot instanceof Draw draw ? Stream.of(draw) : Stream.empty()).toList();
    }

    /** The slugs of the questions that everyone is asked. */
    public List<String> fixed() {
        return slots().stream()
                .flatMap(slot -> slot instanceof FixedQuestion fixed ? Stream.of(fixed.question()) : Stream.empty())
                .toList();
    }

    /** How many questions an attempt has. */
    public int questions() {
        return slots().stream().mapToInt(QuizSlot::count).sum();
    }

    /** The sum of what all questions count. */
    public int marks() {
        return slots().stream().mapToInt(slot -> slot.count() * slot.mark()).sum();
    }
}
