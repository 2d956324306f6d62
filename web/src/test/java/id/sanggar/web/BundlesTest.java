package id.sanggar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What people read: Indonesian first, English complete, in every bundle of the domain and of the pages. */
class BundlesTest {

    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/resources"), Path.of("../ejb/src/main/resources"));

    private static final Pattern PLACE = Pattern.compile("\\{\\d+");

    @TestFactory
    Stream<DynamicTest> bothLanguagesSayTheSameThings() throws IOException {
        return indonesian().map(bundle -> DynamicTest.dynamicTest(bundle.toString(), () -> {
            var english = load(bundle.resolveSibling("messages_en.properties"));
            var original = load(bundle);
            assertThat(english.stringPropertyNames())
                    .as("a key in one language only shows the other, or itself, to half of the people")
                    .containsExactlyInAnyOrderElementsOf(original.stringPropertyNames());
            for (var key : original.stringPropertyNames()) {
                assertThat(places(english.getProperty(key))).as("what %s fills in", key)
                        .isEqualTo(places(original.getProperty(key)));
                assertThat(original.getProperty(key)).as(key).isNotBlank();
                assertThat(english.getProperty(key)).as(key).isNotBlank();
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> keysBeginWithTheRoomTheyBelongTo() throws IOException {
        return indonesian().map(bundle -> DynamicTest.dynamicTest(bundle.toString(), () -> {
            var room = bundle.getParent().getFileName().toString();
            assertThat(load(bundle).stringPropertyNames())
                    .as("the first part of a key tells which bundle it is in")
                    .allSatisfy(key -> assertThat(key).startsWith(room + "."));
        }));
    }

    private static Stream<Path> indonesian() throws IOException {
        Stream<Path> found = Stream.empty();
        for (var source : SOURCES) {
            try (var tree = Files.walk(source)) {
                found = Stream.concat(found,
                        tree.filter(file -> file.endsWith("messages.properties")).toList().stream());
            }
        }
        return found.sorted(Comparator.comparing(Path::toString));
    }

    private static Properties load(Path bundle) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    private static TreeSet<String> places(String message) {
        var places = new TreeSet<String>();
        PLACE.matcher(message).results().forEach(place -> places.add(place.group()));
        return places;
    }
}
