package id.sanggar.assessment;

import java.util.List;
import java.util.Optional;

/**
 * A word or a few words are typed. Capitals, spaces, hyphens, punctuation and accents do not matter ({@link Wording});
 * {@code *} in what is accepted stands for anything.
 *
 * @param forgiving small typing errors in longer words do not matter either
 */
public record ShortAnswer(String prompt, List<Accepted> accepted, boolean forgiving, String generalFeedback)
        implements QuestionBody {

    /**
     * A wording and what it is worth; the first that matches counts. A last {@code *} worth 0 speaks to everyone else.
     *
     * @param fraction from 0 to 1
     */
    public record Accepted(String text, double fraction, String feedback) {

        public Accepted {
            if (text.isBlank() || fraction < 0 || fraction > 1) {
                throw new IllegalArgumentException("An accepted answer is a text worth 0 to 1");
            }
        }
    }

    public ShortAnswer {
        accepted = List.copyOf(accepted);
        if (accepted.stream().noneMatch(answer -> answer.fraction() == 1)) {
            throw new IllegalArgumentException("A short answer has at least one wording that is wholly right");
        }
    }

    /** One that minds every letter. */
    public ShortAnswer(String prompt, List<Accepted> accepted, String generalFeedback) {
        this(prompt, accepted, false, generalFeedback);
    }

    @Override
    public QuestionType type() {
        return QuestionType.SHORT;
    }

    @Override
    public boolean fits(Answer answer) {
        return answer instanceof Answer.Typed typed && typed.text().length() <= Answer.LONGEST_TEXT;
    }

    @Override
    public double fraction(Answer answer) {
        return match(answer).map(Accepted::fraction).map(Fraction::of).orElse(0.0);
    }

    @Override
    public List<String> feedback(Answer answer) {
        return match(answer).map(Accepted::feedback).filter(text -> !text.isEmpty()).stream().toList();
    }

    private Optional<Accepted> match(Answer answer) {
        return fits(answer) ? match(accepted, ((Answer.Typed) answer).text(), forgiving) : Optional.empty();
    }

    /** What is written as one accepts it comes before what only nearly is; a {@code *} alone is the last resort. */
    static Optional<Accepted> match(List<Accepted> accepted, String text, boolean forgiving) {
        var given = Wording.of(text);
        var exact = accepted.stream().filter(wording -> given.matches(wording.text())).findFirst();
        return !forgiving || exact.isPresent() && !exact.get().text().equals("*")
                ? exact
                : accepted.stream().filter(wording -> given.nearly(wording.text())).findFirst().or(() -> exact);
    }
}
