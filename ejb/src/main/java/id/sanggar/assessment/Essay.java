package id.sanggar.assessment;

import java.util.List;

/**
 * A text of some length is written, and read by a person who grades it by a rubric.
 *
 * @param leastWords 0: none
 * @param mostWords what is longer is kept all the same, and the writer is told
 */
public record Essay(String prompt, int leastWords, int mostWords, Rubric rubric, String generalFeedback)
        implements QuestionBody {

    /** The longest text that is taken, in characters. */
    public static final int LONGEST_TEXT = 20_000;

    private static final int MOST_WORDS = 2_000;

    public Essay {
        if (leastWords < 0 || mostWords < 1 || mostWords > MOST_WORDS || leastWords > mostWords || rubric == null) {
            throw new IllegalArgumentException("An essay has a rubric and a length of up to " + MOST_WORDS + " words");
        }
    }

    /** Words as people count them: what stands between blanks and has a letter or a digit in it. */
    public static int words(String text) {
        return (int) List.of(text.strip().split("[\\s\\h]+")).stream()
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }

    @Override
    public QuestionType type() {
        return QuestionType.ESSAY;
    }

    @Override
    public boolean fits(Answer answer) {
        return answer instanceof Answer.Typed typed && typed.text().length() <= LONGEST_TEXT;
    }

    /** No machine can tell. */
    @Override
    public double fraction(Answer answer) {
        return 0;
    }

    @Override
    public List<String> feedback(Answer answer) {
        return List.of();
    }

    @Override
    public int longestText() {
        return LONGEST_TEXT;
    }
}
