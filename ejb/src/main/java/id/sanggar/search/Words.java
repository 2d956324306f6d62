package id.sanggar.search;

import id.sanggar.shared.WordList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a question that count. */
final class Words {

    private static final int LONGEST_QUESTION = 200;
    private static final int MOST_WORDS = 10;

    /** P-IRT, SPP IRT, cppb.irt: one word, as in the index. */
    private static final Pattern PERMIT = Pattern.compile("\\b(spp|p|cppb)[ .-]?irt\\b");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final Set<String> STOP_WORDS = WordList.beside(Words.class, "analysis/stop-words-id.txt");

    private Words() {
    }

    /** In lower case, without the words that stand in every text. */
    static List<String> of(String question) {
        if (question == null) {
            return List.of();
        }
        var shortened = question.substring(0, Math.min(question.length(), LONGEST_QUESTION)).toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(PERMIT.matcher(shortened).replaceAll("$1irt")))
                .filter(word -> !word.isEmpty() && !STOP_WORDS.contains(word))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }
}
