package id.sanggar.assessment;

import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An attempt as its grader sees it.
 *
 * @param learner null where the quiz is marked without names
 * @param revision of what the grader sees; she writes on top of it
 * @param holding whether the caller has it in hand
 * @param holder who else has it in hand; null for nobody
 * @param mayMark whether the caller may mark at this stage at all: not who marked before
 * @param machineRight of the questions graded by machine, how many were wholly right, of {@code machineAsked}
 * @param questions those a person grades, and that were answered
 */
public record GradingPage(UUID code, String courseSlug, LocalizedText course, LocalizedText quiz, int number,
        String learner, Instant submittedAt, GradingStage stage, int round, boolean secondMarker, int threshold,
        int revision, boolean holding, String holder, Instant heldUntil, boolean mayMark, int machineRight,
        int machineAsked, List<Question> questions, List<Step> steps) {

    /**
     * One answer.
     *
     * @param prompt HTML, as are the elements of a checklist
     * @param text of an essay; empty for the other kinds
     * @param words of an essay, and how many were asked for
     * @param level the findings of a checklist give; empty for the other kinds
     * @param levels picked before, to begin with; −1 where nothing was; one per criterion
     * @param comment likewise
     * @param given marks that this grader may see
     */
    public record Question(int position, QuestionType type, String prompt, String text, int words, int leastWords,
            int mostWords, List<UUID> photos, List<ShownFinding> findings, String level, Rubric rubric,
            List<Integer> levels, String comment, List<Note> notes, List<Given> given) {

        public boolean isPicked(int criterion, int level) {
            return levels.get(criterion) == level;
        }

        public String notesJson() {
            return Note.write(notes);
        }

        public List<TextPart> parts() {
            return TextPart.of(text, notes);
        }
    }

    /** A line of a checklist. */
    public record ShownFinding(String element, Severity severity, String note) {
    }

    /** A mark someone gave. */
    public record Given(String kind, int round, String grader, List<Integer> levels, Integer points, String comment,
            List<Note> notes, Instant at) {
    }

    /** Something that happened to the attempt at the graders'. */
    public record Step(String what, String who, String note, Instant at) {
    }
}
