package id.sanggar.assessment;

import java.time.Instant;
import java.util.ArrayList;
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
     * @param options of a choice or multiple response, the matches of a matching, the items of an ordering or the
     *        regions of a hotspot, in the order she sees them
     * @param items HTML; the left side of a matching, or the elements of a checklist
     * @param values what the fields of the form hold: numbers of options, {@code true} or {@code false}, a text, or one
     *         number (or nothing) per item; empty while there is no answer
     * @param step number of the answer; the next one is based on it
     * @param task what only some kinds have
     * @param returned whether a grader gave it back to be improved, and what she said
     */
    public record Question(int position, String section, int mark, QuestionType type, String prompt,
            List<ShownOption> options, List<String> items, List<String> values, int step,
            Task task, Returned returned) {

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
     * What only some kinds of question have; empty or 0 for the others.
     *
     * @param gaps of a cloze
     * @param tail HTML; what follows the last gap
     * @param picture of a hotspot: what follows {@code /media/}, or null if it is missing
     * @param least words or photos asked for
     * @param most words or photos
     * @param longest characters that are taken
     * @param rules of a checklist
     * @param byHand whether a person grades it
     */
    public record Task(List<Gap> gaps, String tail, String picture, String alt, int least, int most, int longest,
            List<Checklist.Rule> rules, boolean byHand) {
    }

    /**
     * A gap of a cloze.
     *
     * @param before HTML; the text before it
     * @param choices plain texts; empty where words are typed
     */
    public record Gap(String before, List<String> choices) {
    }

    /** What a grader said when she gave the answer back; null where she did not. */
    public record Returned(String comment, List<Note> notes) {
    }

    /**
     * Something that can be chosen.
     *
     * @param value of its field in the form
     */
    public record ShownOption(String value, String html) {
    }

    /**
     * @param pictures their addresses by name
     * @param marks given so far, for an attempt that a grader gave back
     */
    static AttemptPage of(Attempt attempt, Quiz quiz, Map<Long, QuestionVersion> versions,
            Map<String, String> pictures, List<Mark> marks) {
        return new AttemptPage(attempt.code(), quiz, attempt.number(), attempt.state(), attempt.startedAt(),
                quiz.shown(attempt.dueAt()), attempt.dueAt(), attempt.slots().stream()
                        .map(slot -> question(quiz, slot, versions.get(slot.questionVersionId()), pictures, marks))
                        .toList());
    }

    private static Question question(Quiz quiz, AttemptSlot slot, QuestionVersion version,
            Map<String, String> pictures, List<Mark> marks) {
        return question(quiz.sections().get(slot.place().section()).title(), slot, version, pictures, marks);
    }

    static Question question(String section, AttemptSlot slot, QuestionVersion version, Map<String, String> pictures,
            List<Mark> marks) {
        var body = version.body();
        var answer = slot.seen(body);
        var options = body.shuffled() == 0 ? List.<String>of()
                : slot.place().shuffle(body).seen(version.html().options());
        return new Question(slot.position(), section, slot.place().mark(), body.type(), version.html().prompt(),
                IntStream.range(0, options.size())
                        .mapToObj(seen -> new ShownOption(Integer.toString(seen), options.get(seen)))
                        .toList(),
                version.html().items(), answer == null ? List.of() : answer.values(), slot.step(),
                task(version, pictures), slot.returned() ? returned(slot, marks) : null);
    }

    private static Task task(QuestionVersion version, Map<String, String> pictures) {
        var body = version.body();
        var gaps = new ArrayList<Gap>();
        var tail = "";
        if (body instanceof Cloze cloze) {
            var pieces = version.html().pieces();
            for (int gap = 0; gap < cloze.gaps().size(); gap++) {
                gaps.add(new Gap(pieces.get(gap), cloze.gaps().get(gap).choices()));
            }
            tail = pieces.get(cloze.gaps().size());
        }
        var hotspot = body instanceof Hotspot asked ? asked : null;
        var essay = body instanceof Essay asked ? asked : null;
        var photo = body instanceof Photo asked ? asked : null;
        return new Task(gaps, tail, hotspot == null ? null : pictures.get(hotspot.picture()),
                hotspot == null ? "" : hotspot.alt(),
                essay != null ? essay.leastWords() : photo != null ? photo.least() : 0,
                essay != null ? essay.mostWords() : photo != null ? photo.most() : 0, body.longestText(),
                body instanceof Checklist checklist ? checklist.rules() : List.of(), body.isGradedByHand());
    }

    /** What was said last: a mark of the kind carries it. */
    private static Returned returned(AttemptSlot slot, List<Mark> marks) {
        return marks.stream()
                .filter(mark -> mark.position() == slot.position() && mark.kind() == Mark.Kind.RETURN)
                .reduce((earlier, later) -> later)
                .map(mark -> new Returned(mark.comment(), mark.notes()))
                .orElseGet(() -> new Returned("", List.of()));
    }

    /** Whether answers are taken. */
    public boolean isOpen() {
        return state == AttemptState.IN_PROGRESS || isReturned();
    }

    /** Whether a grader gave answers back to be improved. */
    public boolean isReturned() {
        return state == AttemptState.RETURNED;
    }

    /** The questions that may be answered now. */
    public List<Question> toAnswer() {
        return isReturned() ? questions.stream().filter(question -> question.returned() != null).toList() : questions;
    }

    public int answered() {
        return (int) toAnswer().stream().filter(Question::isAnswered).count();
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
