package id.sanggar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The texts that pages and use cases ask for are those that the bundles hold. */
class KeysTest {

    private static final Path PAGES = Path.of("src/main");
    private static final Path DOMAIN = Path.of("../ejb/src/main");

    /** A key as it stands in a view or a class. */
    private static final Pattern QUOTED = Pattern.compile("['\"]([a-z]+\\.[\\w.-]*)['\"]");

    /** Files, and acts in the audit trail: a room, a dot, a verb in the past tense. */
    private static final Pattern NO_TEXTS = Pattern.compile(".*\\.(js|yaml)|certificate\\.revoked");

    /** Where a use case speaks, to a person or into the reasons of a batch. */
    private static final Pattern SPOKEN = Pattern.compile("(?:Message|Conflict|Invalid\\.of|reason|text)\\([^;]*;"
            + "|\"key\": \"[a-z.-]+\"|'key', '[a-z.-]+'");

    @Test
    void everyTextAViewShowsIsThere() throws IOException {
        var asked = new TreeSet<String>();
        sources(PAGES, "xhtml").forEach(view -> asked.addAll(quoted(view)));
        assertAllThere(asked, keys(PAGES));
    }

    @Test
    void everyTextThePagesClassesShowIsThere() throws IOException {
        var asked = new TreeSet<String>();
        sources(PAGES, "java").forEach(source -> asked.addAll(quoted(source)));
        var both = keys(PAGES);
        both.addAll(keys(DOMAIN));
        assertAllThere(asked, both);
    }

    @Test
    void everyTextAUseCaseSpeaksIsThere() throws IOException {
        var asked = new TreeSet<String>();
        sources(DOMAIN, "java").forEach(source -> SPOKEN.matcher(source).results()
                .forEach(call -> asked.addAll(quoted(call.group()))));
        assertAllThere(asked, keys(DOMAIN));
    }

    @Test
    void everyTextIsAskedForSomewhere() throws IOException {
        var asked = new TreeSet<String>();
        for (var half : List.of(PAGES, DOMAIN)) {
            sources(half, "java|xhtml").forEach(source -> asked.addAll(quoted(source)));
        }
        var keys = keys(PAGES);
        keys.addAll(keys(DOMAIN));
        // A letter's texts are named by the letter alone, see Outbox.
        keys.removeIf(key -> key.startsWith("notification."));
        assertThat(keys).as("nobody reads a text that is not asked for, but somebody translates it")
                .filteredOn(key -> asked.stream().noneMatch(found -> names(found, key)))
                .isEmpty();
    }

    private static void assertAllThere(Set<String> asked, Set<String> keys) {
        var rooms = keys.stream().map(KeysTest::room).collect(Collectors.toSet());
        asked.removeIf(quoted -> !rooms.contains(room(quoted)) || NO_TEXTS.matcher(quoted).matches());
        assertThat(asked).as("the scan finds texts").hasSizeGreaterThan(10);
        assertThat(asked).as("a text that is missing stops whoever asks for it")
                .filteredOn(found -> keys.stream().noneMatch(key -> names(found, key)))
                .isEmpty();
    }

    /** What ends in a hyphen or a dot is completed while it runs. */
    private static boolean names(String quoted, String key) {
        return quoted.endsWith("-") || quoted.endsWith(".") ? key.startsWith(quoted) : key.equals(quoted);
    }

    private static List<String> quoted(String source) {
        return QUOTED.matcher(source).results().map(found -> found.group(1)).toList();
    }

    private static String room(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> keys(Path half) throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(half.resolve("resources"))) {
            for (var bundle : files.filter(file -> file.endsWith("messages.properties")).toList()) {
                var texts = new Properties();
                try (var in = Files.newBufferedReader(bundle)) {
                    texts.load(in);
                }
                keys.addAll(texts.stringPropertyNames());
            }
        }
        return keys;
    }

    private static List<String> sources(Path half, String endings) throws IOException {
        try (var files = Files.walk(half)) {
            return files.filter(file -> file.toString().matches(".*\\.(" + endings + ")"))
                    .map(KeysTest::read)
                    .toList();
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
