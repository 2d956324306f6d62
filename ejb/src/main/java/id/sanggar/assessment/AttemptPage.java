package id.sanggar.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * An attempt as the person who sits it sees it: the questions and what she answered so far, nothing of what is right.
 *
 * @param dueAt when its time is over; null: never
 * @param endsAt until when answers are taken all the same; null: for ever
 */
public record AttemptPage(UUID code, Quiz quiz, int number, AttemptState state, Instant startedAt, Instant dueAt,
        Instant endsAt,
        List<Question> questions) {

    /**
     * One question.
     *
     * @param position from 1
     * @param section title of the part of the quiz it is in; empty: none
     * @param mark what it counts, compared with the others
     * @param prompt HTML
     * @param options of a choice or multiple response, or the matches of a matching, in the order she sees them
     * @param items HTML; the left side of a matching
     * @param values what the fields of the form hold: numbers of options, {@code true} or {@code false}, a text, or one
     *         number (or nothing) per item; empty while there is no answer
     * @param step number of the answer; the next one is based on it
     */
    public record Question(int position, String section, int mark, QuestionType type, String prompt,
            List<ShownOption> options, List<String> items, List<String> values, int step) {

        public boolean isAnswered() {
            return !values.isEmpty();
        }

        public boolean isChosen(String value) {
            return values.contains(value);
        }

        /** What was chosen for the item, counted from 0; empty for nothing. */
        public String valueAt(int item) {
            return item < values.size() ? values.get(item) : "";
        }
    }

    /**
     * Something that can be chosen.
     *
     * @param value of its field in the form
     */
    public record ShownOption(String value, String html) {
    }

    static AttemptPage of(Attempt attempt, Quiz quiz, Map<Long, QuestionVersion> versions) {
        return new AttemptPage(attempt.code(), quiz, attempt.number(), attempt.state(), attempt.startedAt(),
                quiz.shown(attempt.dueAt()), attempt.dueAt(), attempt.slots().stream()
                        .map(slot -> question(quiz, slot, versions.get(slot.questionVersionId())))
                        .toList());
    }

    private static Question question(Quiz quiz, AttemptSlot slot, QuestionVersion version) {
        var body = version.body();
        var answer = slot.seen(body);
        var options = body.shuffled() == 0 ? List.<String>of()
                : slot.place().shuffle(body).seen(version.html().options());
        return new Question(slot.position(), quiz.sections().get(slot.place().section()).title(),
                slot.place().mark(), body.type(), version.html().prompt(),
                IntStream.range(0, options.size())
                        .mapToObj(seen -> new ShownOption(Integer.toString(seen), options.get(seen)))
                        .toList(),
                version.html().items(), answer == null ? List.of() : answer.values(), slot.step());
    }

    public boolean isOpen() {
        return state == AttemptState.IN_PROGRESS;
    }

    public int answered() {
        return (int) questions.stream().filter(Question::isAnswered).count();
    }

    /** The position of the first question without an answer, or of the last question. */
    public int firstOpen() {
        return questions.stream()
                .filter(question -> !question.isAnswered())
                .mapToInt(Question::position)
                .findFirst()
                .orElse(questions.size());
    }
}
