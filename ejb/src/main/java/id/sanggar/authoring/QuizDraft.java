package id.sanggar.authoring;

import id.sanggar.assessment.LearningGain;
import id.sanggar.assessment.QuestionChoice;
import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import java.util.List;

/**
 * A quiz of a draft with all that is needed to build it.
 *
 * @param topics of the course, and those of its bank
 * @param bank questions of the course, by topic
 * @param others the other quizzes of the draft
 * @param gain what was learned so far
 */
public record QuizDraft(String course, LocalizedText title, Draft.Activity activity, List<Outline.Topic> topics,
        List<QuestionChoice> bank, List<Draft.Activity> others, LearningGain gain) {

    public QuizDraft {
        topics = List.copyOf(topics);
        bank = List.copyOf(bank);
        others = List.copyOf(others);
    }

    /** The tags of the bank, in alphabetical order. */
    public List<String> tags() {
        return bank.stream().flatMap(question -> question.tags().stream()).distinct().sorted().toList();
    }

    /** How many ready questions are on a topic; of a difficulty, or of any if it is null. */
    public long ready(String topic, String difficulty) {
        return bank.stream()
                .filter(question -> question.ready() && question.topic().equals(topic)
                        && (difficulty == null || question.difficulty().name().equals(difficulty)))
                .count();
    }
}
