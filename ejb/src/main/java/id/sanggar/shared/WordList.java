package id.sanggar.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words in a file beside a class: any number to a line, lines that begin with # are for those who read the file. */
public final class WordList {

    private WordList() {
    }

    /** @param file its name, from the package of the class that needs it */
    public static Set<String> beside(Class<?> type, String file) {
        try (var words = type.getResourceAsStream(file)) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.strip().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
