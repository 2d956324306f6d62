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
import java.util.stream.Collectors;

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
     * Gives a version of a course its questions and quizzes, in the transaction that drafts the version. Done again
     * with the same, it changes nothing.
     *
     * @throws Invalid if a slug comes twice, a quiz draws more questions on a topic than there are, or is no quiz
     *         activity of the version
     */
    @Transactional
    public void load(long courseId, long versionId, List<QuestionDefinition> definitions,
            List<QuizDefinition> quizList) {
        requireSound(definitions, quizList);
        questions.load(courseId, versionId, definitions.stream().map(HashedQuestion::of).toList());
        quizzes.load(versionId, quizList).forEach(slug -> {
            throw Invalid.of(slug, "assessment.no-such-quiz", slug);
        });
    }

    /**
     * Takes these into the course's bank: a question that is as it was keeps its version, what changed gets a new one.
     * Questions that are not among them stay.
     */
    @Transactional
    public void keep(long courseId, List<QuestionDefinition> definitions) {
        questions.keep(courseId, definitions.stream().map(HashedQuestion::of).toList());
    }

    /** The newest version of every question of the course, by slug. */
    public List<QuestionDefinition> newest(long courseId) {
        return questions.newest(courseId);
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
        var perTopic = definitions.stream()
                .collect(Collectors.groupingBy(QuestionDefinition::topic, Collectors.counting()));
        quizList.forEach(quiz -> requireEnough(quiz, perTopic, errors));
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private static void requireEnough(QuizDefinition quiz, Map<String, Long> perTopic, Map<String, Message> errors) {
        if (quiz.draws().isEmpty()) {
            errors.put(quiz.activitySlug(), new Message("assessment.draws-nothing", quiz.activitySlug()));
        }
        quiz.draws().stream()
                .collect(Collectors.groupingBy(Draw::topic, Collectors.summingLong(Draw::count)))
                .forEach((topic, count) -> {
                    long there = perTopic.getOrDefault(topic, 0L);
                    if (count > there) {
                        errors.put(quiz.activitySlug(), new Message("assessment.too-few-questions",
                                quiz.activitySlug(), topic, count, there));
                    }
                });
    }
}
