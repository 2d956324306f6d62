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
            var answer = rightly ? right(body) : wrong(body);
            if (answer != null) {
                answers.put(place.position(), place.shuffle(body).seen(answer));
            }
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
            return new Answer.Chosen(best(worth(choice.options()), 1));
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
        if (body instanceof Matching matching) {
            return matched(matching);
        }
        return rightOfLaterKinds(body);
    }

    private static Answer matched(Matching matching) {
        return new Answer.Matched(matching.pairs().stream()
                .map(pair -> matching.matches().indexOf(pair.match()))
                .toList());
    }

    private static Answer rightOfLaterKinds(QuestionBody body) {
        if (body instanceof Ordering ordering) {
            return new Answer.Ordered(IntStream.range(0, ordering.items().size()).boxed().toList());
        } else if (body instanceof Cloze cloze) {
            return new Answer.Filled(cloze.gaps().stream().map(SampleAnswers::right).toList());
        } else if (body instanceof Hotspot hotspot) {
            return new Answer.Chosen(best(hotspot.regions().stream().map(Hotspot.Region::fraction).toList(), 1));
        } else if (body instanceof Checklist checklist) {
            return inspected(checklist.elements().size(), checklist.expected());
        } else if (body instanceof Essay essay) {
            return new Answer.Typed("Saya mencatat dulu, lalu memperbaiki. ".repeat(essay.leastWords() / 5 + 1));
        }
        return null; // No photo can be made up.
    }

    private static String right(Cloze.Gap gap) {
        return gap.accepted().stream().filter(accepted -> accepted.fraction() == 1).findFirst().orElseThrow().text()
                .replace("*", "");
    }

    private static Answer inspected(int elements, List<Severity> severities) {
        return new Answer.Inspected(IntStream.range(0, elements)
                .mapToObj(n -> new Answer.Inspected.Finding(
                        severities.isEmpty() ? Severity.NONE : severities.get(n), ""))
                .toList());
    }

    private static Answer wrongOfLaterKinds(QuestionBody body) {
        if (body instanceof Ordering ordering) {
            var last = ordering.items().size() - 1;
            return new Answer.Ordered(IntStream.rangeClosed(0, last).mapToObj(n -> last - n).toList());
        } else if (body instanceof Cloze cloze) {
            return new Answer.Filled(cloze.gaps().stream().map(gap -> gap.chosen() ? "" : WRONG_WORD).toList());
        } else if (body instanceof Hotspot hotspot) {
            return new Answer.Chosen(best(hotspot.regions().stream().map(Hotspot.Region::fraction).toList(), -1));
        } else if (body instanceof Checklist checklist) {
            return inspected(checklist.elements().size(), checklist.expected().stream()
                    .map(severity -> severity == Severity.NONE ? Severity.CRITICAL : Severity.NONE)
                    .toList());
        } else if (body instanceof Essay) {
            return new Answer.Typed(WRONG_WORD);
        }
        return null;
    }

    static Answer wrong(QuestionBody body) {
        if (body instanceof Choice choice) {
            return new Answer.Chosen(best(worth(choice.options()), -1));
        } else if (body instanceof MultipleResponse response) {
            return new Answer.Ticked(new TreeSet<>(List.of(best(worth(response.options()), -1))));
        } else if (body instanceof TrueFalse statement) {
            return new Answer.Truth(!statement.truth());
        } else if (body instanceof ShortAnswer) {
            return new Answer.Typed(WRONG_WORD);
        } else if (body instanceof Numeric) {
            return new Answer.Typed(WRONG_NUMBER);
        }
        if (body instanceof Matching matching) {
            return new Answer.Matched(Collections.nCopies(matching.pairs().size(), Answer.Matched.OPEN));
        }
        return wrongOfLaterKinds(body);
    }

    private static List<Double> worth(List<Option> options) {
        return options.stream().map(Option::fraction).toList();
    }

    /** @param sign 1 for the one worth most, -1 for the one worth least */
    private static int best(List<Double> worth, int sign) {
        return IntStream.range(0, worth.size()).boxed()
                .max((a, b) -> sign * Double.compare(worth.get(a), worth.get(b)))
                .orElseThrow();
    }
}
