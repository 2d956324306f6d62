package id.sanggar.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a question that count. */
final class Words {

    private static final int LONGEST_QUESTION = 200;
    private static final int MOST_WORDS = 10;

    /** P-IRT, SPP IRT, cppb.irt: one word, as in the index. */
    private static final Pattern PERMIT = Pattern.compile("\\b(spp|p|cppb)[ .-]?irt\\b");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final Set<String> STOP_WORDS = load();

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

    private static Set<String> load() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Words.class.getResourceAsStream("analysis/stop-words-id.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
