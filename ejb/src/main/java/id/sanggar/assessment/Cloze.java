package id.sanggar.assessment;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A text with gaps to be filled in. The gaps stand in the prompt as {@code [[1]]}, {@code [[2]]} … in this order; each
 * counts the same.
 */
public record Cloze(String prompt, List<Gap> gaps, String generalFeedback) implements QuestionBody {

    /** Where a gap is in the prompt. */
    static final Pattern MARK = Pattern.compile("\\[\\[(\\d{1,2})]]");

    private static final int MOST = 20;

    /**
     * One gap: a few words are typed, or chosen from a list.
     *
     * @param accepted the wordings and what they are worth; the first that matches counts
     * @param chosen the wordings, right and wrong, are shown as a list to choose from
     * @param forgiving small typing errors do not matter
     * @param otherwise said to everyone whose words match none; may be empty
     */
    public record Gap(List<ShortAnswer.Accepted> accepted, boolean chosen, boolean forgiving, String otherwise) {

        public Gap {
            accepted = List.copyOf(accepted);
            if (accepted.stream().noneMatch(answer -> answer.fraction() == 1)) {
                throw new IllegalArgumentException("A gap has at least one wording that is wholly right");
            }
            if (chosen && (accepted.size() < 2
                    || accepted.stream().map(ShortAnswer.Accepted::text).distinct().count() < accepted.size())) {
                throw new IllegalArgumentException("A gap with a list has two different choices or more");
            }
        }

        /** What there is to choose from, in an order that tells nothing; empty where words are typed. */
        public List<String> choices() {
            return chosen ? accepted.stream().map(ShortAnswer.Accepted::text).sorted().toList() : List.of();
        }

        boolean fits(String given) {
            return chosen
                    ? given.isEmpty() || accepted.stream().anyMatch(answer -> answer.text().equals(given))
                    : given.length() <= Answer.LONGEST_TEXT;
        }

        double fraction(String given) {
            return match(given).map(ShortAnswer.Accepted::fraction).map(Fraction::of).orElse(0.0);
        }

        String feedback(String given) {
            return given.isEmpty() ? "" : match(given).map(ShortAnswer.Accepted::feedback).orElse(otherwise);
        }

        private Optional<ShortAnswer.Accepted> match(String given) {
            return chosen
                    ? accepted.stream().filter(answer -> answer.text().equals(given)).findFirst()
                    : ShortAnswer.match(accepted, given, forgiving);
        }
    }

    public Cloze {
        gaps = List.copyOf(gaps);
        var marks = MARK.matcher(prompt).results().map(mark -> Integer.valueOf(mark.group(1))).toList();
        if (gaps.isEmpty() || gaps.size() > MOST
                || !marks.equals(IntStream.rangeClosed(1, gaps.size()).boxed().toList())) {
            throw new IllegalArgumentException("The text has the gaps [[1]] to [[" + gaps.size()
                    + "]], each once and in this order, at most " + MOST);
        }
    }

    @Override
    public QuestionType type() {
        return QuestionType.CLOZE;
    }

    @Override
    public boolean fits(Answer answer) {
        return answer instanceof Answer.Filled filled
                && filled.texts().size() == gaps.size()
                && IntStream.range(0, gaps.size()).allMatch(gap -> gaps.get(gap).fits(filled.texts().get(gap)));
    }

    @Override
    public double fraction(Answer answer) {
        return fits(answer) ? Fraction.of(perGap((Answer.Filled) answer).average().orElse(0)) : 0;
    }

    /** What is said about each gap that was filled in. */
    @Override
    public List<String> feedback(Answer answer) {
        return fits(answer)
                ? IntStream.range(0, gaps.size())
                        .mapToObj(gap -> gaps.get(gap).feedback(((Answer.Filled) answer).texts().get(gap)))
                        .filter(text -> !text.isEmpty())
                        .toList()
                : List.of();
    }

    private DoubleStream perGap(Answer.Filled filled) {
        return IntStream.range(0, gaps.size()).mapToDouble(gap -> gaps.get(gap).fraction(filled.texts().get(gap)));
    }
}
