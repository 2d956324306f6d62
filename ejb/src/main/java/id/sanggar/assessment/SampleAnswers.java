package id.sanggar.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills in question papers for the people of the sample world, as rightly as their story wants it. No use case and no
 * page leads here.
 */
@ApplicationScoped
public class SampleAnswers {

    private static final String WRONG_WORD = "entahlah";
    private static final String WRONG_NUMBER = "-987654321";

    @Inject
    private Papers papers;

    @Inject
    private Questions questions;

    /**
     * Answers to every question of an attempt, numbered as the person who sits it sees them.
     *
     * @param wanted score, 0–100; where the number of questions does not allow it, the nearest one possible on the
     *         same side of the pass mark
     * @param passMark 0–100
     */
    public Map<Integer, Answer> of(UUID code, int wanted, int passMark) {
        var places = papers.paper(code).places();
        var right = right(places.size(), wanted, passMark);
        var answers = new HashMap<Integer, Answer>();
        for (var place : places) {
            var body = questions.version(place.questionVersionId()).body();
            var rightly = place.position() * right / places.size() > (place.position() - 1) * right / places.size();
            answers.put(place.position(), place.shuffle(body).seen(rightly ? right(body) : wrong(body)));
        }
        return answers;
    }

    /** How many of the questions to answer rightly. */
    static int right(int questions, int wanted, int passMark) {
        return IntStream.rangeClosed(0, questions).boxed()
                .filter(right -> (right * 100 >= passMark * questions) == (wanted >= passMark))
                .min((a, b) -> Integer.compare(Math.abs(a * 100 - wanted * questions),
                        Math.abs(b * 100 - wanted * questions)))
                .orElse(wanted >= passMark ? questions : 0);
    }

    static Answer right(QuestionBody body) {
        if (body instanceof Choice choice) {
            return new Answer.Chosen(best(choice.options(), 1));
        } else if (body instanceof MultipleResponse response) {
            return new Answer.Ticked(IntStream.range(0, response.options().size())
                    .filter(option -> response.options().get(option).isRight())
                    .boxed()
                    .collect(Collectors.toCollection(TreeSet::new)));
        } else if (body instanceof TrueFalse statement) {
            return new Answer.Truth(statement.truth());
        } else if (body instanceof ShortAnswer shortAnswer) {
            return shortAnswer.accepted().stream().filter(accepted -> accepted.fraction() == 1).findFirst()
                    .map(accepted -> new Answer.Typed(accepted.text().replace("*", "")))
                    .orElseThrow();
        } else if (body instanceof Numeric numeric) {
            return numeric.accepted().stream().filter(range -> range.fraction() == 1).findFirst()
                    .map(range -> range.low().add(range.high()).divide(BigDecimal.valueOf(2)))
                    .map(middle -> new Answer.Typed(middle.stripTrailingZeros().toPlainString()))
                    .orElseThrow();
        }
        var matching = (Matching) body;
        return new Answer.Matched(matching.pairs().stream()
                .map(pair -> matching.matches().indexOf(pair.match()))
                .toList());
    }

    static Answer wrong(QuestionBody body) {
        if (body instanceof Choice choice) {
            return new Answer.Chosen(best(choice.options(), -1));
        } else if (body instanceof MultipleResponse response) {
            return new Answer.Ticked(new TreeSet<>(List.of(best(response.options(), -1))));
        } else if (body instanceof TrueFalse statement) {
            return new Answer.Truth(!statement.truth());
        } else if (body instanceof ShortAnswer) {
            return new Answer.Typed(WRONG_WORD);
        } else if (body instanceof Numeric) {
            return new Answer.Typed(WRONG_NUMBER);
        }
        return new Answer.Matched(Collections.nCopies(((Matching) body).pairs().size(), Answer.Matched.OPEN));
    }

    /** @param sign 1 for the option worth most, -1 for the one worth least */
    private static int best(List<Option> options, int sign) {
        return IntStream.range(0, options.size()).boxed()
                .max((a, b) -> sign * Double.compare(options.get(a).fraction(), options.get(b).fraction()))
                .orElseThrow();
    }
}
