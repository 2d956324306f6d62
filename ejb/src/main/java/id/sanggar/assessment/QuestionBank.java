package id.sanggar.assessment;

import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The questions a course can ask. Each version of the course has its own selection of question versions; a question
 * that did not change is the same version in all of them, so that what is known about it stays together.
 */
@ApplicationScoped
public class QuestionBank {

    @Inject
    private Questions questions;

    @Inject
    private Quizzes quizzes;

    /**
     * Gives a version of a course its questions and quizzes, in the transaction that drafts the version. Of the
     * questions, those that are ready are asked; the others are only taken into the bank. Done again with the same, it
     * changes nothing.
     *
     * @throws Invalid if a slug comes twice, a quiz asks for more questions than are ready, or is no quiz activity of
     *         the version
     */
    @Transactional
    public void load(long courseId, long versionId, List<QuestionDefinition> definitions,
            List<QuizDefinition> quizList) {
        requireSound(definitions, quizList);
        var hashed = definitions.stream().map(HashedQuestion::of).toList();
        questions.keep(courseId, hashed);
        questions.load(courseId, versionId, hashed.stream().filter(each -> each.definition().isReady()).toList());
        quizzes.load(versionId, quizList).forEach(slug -> {
            throw Invalid.of(slug, "assessment.no-such-quiz", slug);
        });
    }

    /**
     * Gives a version of a course, drafted in this transaction, the very questions and quizzes of an earlier one. The
     * bank stays as it is.
     */
    @Transactional
    public void copy(long fromVersionId, long toVersionId) {
        questions.copy(fromVersionId, toVersionId);
        quizzes.load(toVersionId, quizzes.definitions(fromVersionId));
    }

    /**
     * Takes these into the course's bank, each in its state: a question that is as it was keeps its version, what
     * changed gets a new one. Questions that are not among them stay. What is ready there does not become a draft by
     * being brought again, nor does what was retired come back, unless it changed.
     */
    @Transactional
    public void keep(long courseId, List<QuestionDefinition> definitions) {
        questions.keep(courseId, definitions.stream().map(HashedQuestion::of).toList());
    }

    /** The same, all of them in one state: what comes from a file is a draft until somebody has looked at it. */
    @Transactional
    public void keep(long courseId, List<QuestionDefinition> definitions, QuestionState state) {
        keep(courseId, definitions.stream().map(definition -> definition.in(state)).toList());
    }

    /**
     * What the course's bank holds, by slug: every question in its newest version that is ready, which is what
     * publishing asks, even while a newer one is being written or reviewed. A question that was never ready comes in
     * its newest version and in the state that has, so that a pack loses nothing; {@link #load} does not ask it. What
     * is retired is left out: it is kept for the attempts that asked it.
     */
    public List<QuestionDefinition> newest(long courseId) {
        return questions.newest(courseId);
    }

    /** The questions that a version of a course can ask, by slug. */
    public List<QuestionDefinition> questions(long versionId) {
        return questions.ofVersion(versionId);
    }

    /** The questions of the course that are not retired, by topic and slug, in one statement. */
    public List<QuestionChoice> choices(long courseId) {
        return questions.choices(courseId);
    }

    /** What was learned in a course, in one statement. */
    public LearningGain gain(long courseId) {
        return quizzes.gain(courseId);
    }

    /** The rules of the quizzes of a version. */
    public List<QuizDefinition> quizzes(long versionId) {
        return quizzes.definitions(versionId);
    }

    private static void requireSound(List<QuestionDefinition> definitions, List<QuizDefinition> quizList) {
        var errors = new HashMap<String, Message>();
        var slugs = new HashSet<String>();
        definitions.stream()
                .map(QuestionDefinition::slug)
                .filter(slug -> !slugs.add(slug))
                .forEach(slug -> errors.put(slug, new Message("assessment.question-twice", slug)));
        quizList.forEach(quiz -> requireEnough(quiz, definitions, errors));
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private static void requireEnough(QuizDefinition quiz, List<QuestionDefinition> definitions,
            Map<String, Message> errors) {
        if (quiz.questions() == 0) {
            errors.put(quiz.activitySlug(), new Message("assessment.draws-nothing", quiz.activitySlug()));
        }
        QuizNeeds.of(quiz, definitions).shortages().forEach(need -> {
            if (need.slot() instanceof FixedQuestion fixed) {
                errors.put(quiz.activitySlug(), new Message("assessment.no-such-question", quiz.activitySlug(),
                        fixed.question()));
            } else if (need.slot() instanceof Draw draw) {
                errors.put(quiz.activitySlug(), new Message("assessment.too-few-questions", quiz.activitySlug(),
                        QuizNeeds.name(draw), draw.count(), need.got()));
            }
        });
    }
}
