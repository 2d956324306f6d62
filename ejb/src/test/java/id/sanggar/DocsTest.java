package id.sanggar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written about Sanggar names nothing that is not there. */
class DocsTest {

    private static final Path HOUSE = Path.of("..");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]+)[^):]*\\)|<img src=\"([^\":]+)\"");
    private static final Pattern NAMED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern OURS = Pattern.compile("(ejb|web|ear/src|content|docs)/[\\w./-]+");
    private static final Pattern TYPE = Pattern.compile(
            "([a-z.]+\\.)?([A-Z][a-z]+[A-Z]\\w*|(?<=[a-z]\\.)[A-Z]\\w+)(?:\\.(\\w+))?");
    private static final Pattern TABLE = Pattern.compile("(?m)^create table (\\w+)");

    /** Types of others. */
    private static final Set<String> FOREIGN = Set.of("AchievementCredential", "BarcodeDetector", "DirectSpellChecker");

    @Test
    void linksLeadToFilesThatAreThere() {
        assertThat(told((doc, text) -> found(LINK, text)
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(target -> !Files.exists(doc.resolveSibling(target))))).isEmpty();
    }

    @Test
    void filesAreWhereTheyAreSaidToBe() {
        assertThat(told((doc, text) -> named(text)
                .filter(name -> OURS.matcher(name).matches())
                .filter(name -> !Files.exists(HOUSE.resolve(name))))).isEmpty();
    }

    @Test
    void typesHaveTheNamesAndMembersTheyAreSaidToHave() {
        var types = types();
        assertThat(told((doc, text) -> named(text).filter(name -> {
            var type = TYPE.matcher(name);
            return type.matches() && !name.startsWith("java.") && !FOREIGN.contains(type.group(2))
                    && !has(types.getOrDefault(type.group(2), ""), type);
        }))).isEmpty();
    }

    @Test
    void everyTableIsTold() {
        var kept = Stream.of("ejb/src/main/resources/db/migration")
                .flatMap(DocsTest::files)
                .flatMap(file -> found(TABLE, read(file)))
                .map(table -> table.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var told = read(HOUSE.resolve("docs/tables.md")).lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(DocsTest::named)
                .toList();
        assertThat(kept.stream().filter(table -> !told.contains(table))).isEmpty();
        assertThat(told.stream().filter(table -> !kept.contains(table))).isEmpty();
        assertThat(told).doesNotHaveDuplicates();
    }

    private interface Fault {
        Stream<String> in(Path doc, String text);
    }

    /** What is wrong with each text about the house, by its name. */
    private static Map<String, Set<String>> told(Fault fault) {
        var faults = new TreeMap<String, Set<String>>();
        Stream.concat(Stream.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md").map(HOUSE::resolve), files("docs"))
                .filter(file -> file.toString().endsWith(".md"))
                .forEach(doc -> {
                    var wrong = fault.in(doc, read(doc)).collect(Collectors.toCollection(TreeSet::new));
                    if (!wrong.isEmpty()) {
                        faults.put(doc.getFileName().toString(), wrong);
                    }
                });
        return faults;
    }

    /** Where each type is and its text, by its name. */
    private static Map<String, String> types() {
        return Stream.of("ejb/src", "web/src", "ear/src")
                .flatMap(DocsTest::files)
                .filter(file -> file.toString().endsWith(".java"))
                .collect(Collectors.toMap(file -> file.getFileName().toString().replace(".java", ""),
                        file -> file + "\n" + read(file), String::concat));
    }

    private static boolean has(String sources, Matcher said) {
        var room = said.group(1) == null ? "" : said.group(1).replace('.', '/');
        return sources.contains("/" + room + said.group(2) + ".java\n") && (said.group(3) == null
                || Pattern.compile("\\b" + said.group(3) + "\\b").matcher(sources).find());
    }

    private static Stream<String> named(String text) {
        return found(NAMED, text).map(name -> name.group(1));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static Stream<Path> files(String directory) {
        try (var files = Files.walk(HOUSE.resolve(directory))) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
