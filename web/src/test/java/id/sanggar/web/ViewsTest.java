package id.sanggar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The laws of the views' source. */
class ViewsTest {

    private static final Pattern COMPUTED = Pattern.compile(
            "<ui:include[^>]*src=\"[^\"]*[#$]\\{|<ui:(?:composition|decorate)[^>]*template=\"[^\"]*[#$]\\{");
    private static final Pattern INLINE_SCRIPT = Pattern.compile(
            "<script(?![^>]*\\bsrc=)|<h:outputScript(?![^>]*\\bname=)|\\son[a-z]+=\"|href=\"javascript:",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INLINE_STYLE = Pattern.compile("<style|\\sstyle=\"", Pattern.CASE_INSENSITIVE);

    @TestFactory
    Stream<DynamicTest> noIncludeIsComputed() throws IOException {
        return eachView("an address in a computed include is fetched, from anywhere (CVE-2026-46581)", COMPUTED);
    }

    @TestFactory
    Stream<DynamicTest> noScriptIsInTheMarkup() throws IOException {
        return eachView("the content security policy lets none run, so no injected one runs either", INLINE_SCRIPT);
    }

    @TestFactory
    Stream<DynamicTest> noStyleIsInTheMarkup() throws IOException {
        return eachView("the content security policy applies none", INLINE_STYLE);
    }

    @TestFactory
    Stream<DynamicTest> pagesOfLearnersCarryNoPrimeFaces() throws IOException {
        return views().filter(view -> read(view).contains("/templates/learn.xhtml"))
                .map(view -> DynamicTest.dynamicTest(view.toString(), () -> assertThat(read(view))
                        .as("PrimeFaces costs a learner's phone 230 kB")
                        .doesNotContain("http://primefaces.org/ui", "\"primefaces\"")));
    }

    private static Stream<DynamicTest> eachView(String reason, Pattern forbidden) throws IOException {
        return views().map(view -> DynamicTest.dynamicTest(view.toString(), () -> {
            var found = forbidden.matcher(read(view)).results().map(match -> match.group()).toList();
            assertThat(found).as(reason).isEmpty();
        }));
    }

    private static Stream<Path> views() throws IOException {
        try (var tree = Files.walk(Path.of("src/main/webapp"))) {
            return tree.filter(file -> file.toString().endsWith(".xhtml")).sorted().toList().stream();
        }
    }

    private static String read(Path view) {
        try {
            return Files.readString(view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
