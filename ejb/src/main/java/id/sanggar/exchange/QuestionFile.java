package id.sanggar.exchange;

import id.sanggar.assessment.Choice;
import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.Matching;
import id.sanggar.assessment.MultipleResponse;
import id.sanggar.assessment.Numeric;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.ShortAnswer;
import id.sanggar.assessment.TrueFalse;
import id.sanggar.shared.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The questions of one topic: GIFT, and what a pack asks of it beyond. */
final class QuestionFile {

    private static final Map<String, Difficulty> DIFFICULTIES =
            Map.of("mudah", Difficulty.EASY, "sedang", Difficulty.MEDIUM, "sulit", Difficulty.HARD);

    private final String path;
    private final String topic;
    private final Problems problems;

    private QuestionFile(String path, String topic, Problems problems) {
        this.path = path;
        this.topic = topic;
        this.problems = problems;
    }

    /** @param ids of the questions read so far; those of this file are added */
    static List<QuestionDefinition> read(ContentFiles files, String path, String topic, Set<String> ids,
            Problems problems) {
        var file = new QuestionFile(path, topic, problems);
        var questions = new ArrayList<QuestionDefinition>();
        for (var question : Gift.parse(path, files.text(path, problems), problems)) {
            questions.add(file.definition(question, ids));
        }
        return questions;
    }

    private QuestionDefinition definition(GiftQuestion question, Set<String> ids) {
        var tags = question.tags();
        require(question, Slug.isValid(question.id()), "a question has a comment with its [id:…] above it");
        require(question, ids.add(question.id()), "the id " + question.id() + " is there twice");
        require(question, !tags.isEmpty() && tags.get(0).equals(topic), "the first tag is the topic, " + topic);
        require(question, tags.size() == 2 && DIFFICULTIES.containsKey(tags.get(1)),
                "the second and last tag is mudah, sedang or sulit");
        require(question, !question.title().isEmpty(), "a question has a ::title::");
        require(question, !question.body().generalFeedback().isEmpty(),
                "a question ends in #### and the rule behind it");
        teaches(question, question.body());
        return new QuestionDefinition(question.id(), question.title(), topic,
                DIFFICULTIES.getOrDefault(tags.size() > 1 ? tags.get(1) : "", Difficulty.MEDIUM), question.body());
    }

    private void teaches(GiftQuestion question, QuestionBody body) {
        if (body instanceof Choice choice) {
            choice.options().forEach(option -> teaches(question, option, option.fraction() < 1));
            require(question, choice.options().stream().filter(option -> option.fraction() == 1).count() == 1,
                    "one answer alone is right; a = that is text is written \\=");
        } else if (body instanceof MultipleResponse response) {
            response.options().forEach(option -> teaches(question, option, !option.isRight()));
            require(question, response.options().stream().allMatch(option -> option.fraction() != 0),
                    "a wrong choice among several has a negative weight");
        } else if (body instanceof TrueFalse statement) {
            require(question, !statement.whenWrong().isEmpty(), "the wrong answer has no feedback");
        } else if (body instanceof ShortAnswer shortAnswer) {
            shortAnswer.accepted().forEach(accepted -> require(question,
                    accepted.fraction() == 1 || !accepted.feedback().isEmpty(),
                    "no feedback on " + accepted.text()));
        } else if (body instanceof Numeric numeric) {
            numeric.accepted().forEach(range -> require(question,
                    range.fraction() == 1 || !range.feedback().isEmpty(), "no feedback on " + range.low()));
        } else if (body instanceof Matching matching) {
            require(question, matching.pairs().size() >= 3, "matching takes three pairs or more");
        }
    }

    private void teaches(GiftQuestion question, Option option, boolean wrong) {
        require(question, !wrong || !option.feedback().isEmpty(), "no feedback on the wrong choice " + option.text());
    }

    private void require(GiftQuestion question, boolean right, String message) {
        if (!right) {
            problems.add(path, question.line(), message);
        }
    }
}
