package id.sanggar.exchange;

import id.sanggar.assessment.Choice;
import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.Hotspot;
import id.sanggar.assessment.Matching;
import id.sanggar.assessment.MultipleResponse;
import id.sanggar.assessment.Numeric;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuestionState;
import id.sanggar.assessment.ShortAnswer;
import id.sanggar.assessment.TrueFalse;
import id.sanggar.shared.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The questions of one topic: GIFT, and what a pack asks of it beyond. */
final class QuestionFile {

    static final String GIFT = ".gift";
    static final String YAML = ".yaml";

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
        var text = files.text(path, problems);
        var written = path.endsWith(YAML) ? YamlQuestions.parse(path, topic, text, problems)
                : Gift.parse(path, text, problems);
        return definitions(path, topic, written, ids, problems);
    }

    static List<QuestionDefinition> definitions(String path, String topic, List<WrittenQuestion> written,
            Problems problems) {
        return definitions(path, topic, written, new HashSet<>(), problems);
    }

    private static List<QuestionDefinition> definitions(String path, String topic, List<WrittenQuestion> written,
            Set<String> ids, Problems problems) {
        var file = new QuestionFile(path, topic, problems);
        var questions = new ArrayList<QuestionDefinition>();
        for (var question : written) {
            questions.add(file.definition(question, ids));
        }
        return questions;
    }

    /** What a difficulty is called in a pack. */
    static String tag(Difficulty difficulty) {
        return DIFFICULTIES.entrySet().stream()
                .filter(known -> known.getValue() == difficulty)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** @return null if it is none */
    static Difficulty difficulty(String tag) {
        return DIFFICULTIES.get(tag);
    }

    /** The picture a question asks about. */
    static Optional<String> picture(QuestionDefinition question) {
        return question.body() instanceof Hotspot hotspot ? Optional.of(hotspot.picture()) : Optional.empty();
    }

    private QuestionDefinition definition(WrittenQuestion question, Set<String> ids) {
        var tags = question.tags();
        if (question.category().size() > 2) {
            require(question, false, "exchange.category-deep");
            return definition(question.in(List.of()), ids);
        }
        require(question, Slug.isValid(question.id()), "exchange.question-id");
        require(question, ids.add(question.id()), "exchange.id-twice", question.id());
        require(question, !tags.isEmpty() && tags.get(0).equals(topic), "exchange.first-tag", topic);
        require(question, tags.size() > 1 && DIFFICULTIES.containsKey(tags.get(1)),
                "exchange.second-tag");
        advise(question, !question.title().isEmpty(), "exchange.question-title");
        advise(question, !question.body().generalFeedback().isEmpty(),
                "exchange.question-rule");
        teaches(question, question.body());
        return new QuestionDefinition(question.id(), question.title(), topic,
                DIFFICULTIES.getOrDefault(tags.size() > 1 ? tags.get(1) : "", Difficulty.MEDIUM), question.body(),
                tags.size() > 2 ? tags.subList(2, tags.size()) : List.of(), question.category(),
                question.state() == null ? QuestionState.READY : question.state());
    }

    private void teaches(WrittenQuestion question, QuestionBody body) {
        if (body instanceof Choice choice) {
            choice.options().forEach(option -> teaches(question, option, option.fraction() < 1));
            advise(question, choice.options().stream().filter(option -> option.fraction() == 1).count() == 1,
                    "exchange.one-right");
        } else if (body instanceof MultipleResponse response) {
            response.options().forEach(option -> teaches(question, option, !option.isRight()));
            advise(question, response.options().stream().allMatch(option -> option.fraction() != 0),
                    "exchange.negative-weight");
        } else if (body instanceof TrueFalse statement) {
            advise(question, !statement.whenWrong().isEmpty(), "exchange.wrong-silent");
        } else if (body instanceof ShortAnswer shortAnswer) {
            shortAnswer.accepted().forEach(accepted -> advise(question,
                    accepted.fraction() == 1 || !accepted.feedback().isEmpty(),
                    "exchange.no-feedback", accepted.text()));
        } else if (body instanceof Numeric numeric) {
            numeric.accepted().forEach(range -> advise(question,
                    range.fraction() == 1 || !range.feedback().isEmpty(), "exchange.no-feedback", range.low()));
        } else if (body instanceof Matching matching) {
            advise(question, matching.pairs().size() >= 3, "exchange.three-pairs");
        }
    }

    private void teaches(WrittenQuestion question, Option option, boolean wrong) {
        advise(question, !wrong || !option.feedback().isEmpty(), "exchange.choice-silent", option.text());
    }

    private void require(WrittenQuestion question, boolean right, String sentence, Object... arguments) {
        if (!right) {
            problems.add(path, question.line(), sentence, arguments);
        }
    }

    private void advise(WrittenQuestion question, boolean right, String sentence, Object... arguments) {
        if (!right) {
            problems.hint(path, question.line(), sentence, arguments);
        }
    }
}
