package id.sanggar.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Nothing can be reached that {@code docs/access.md} does not name. */
class AccessMatrixTest {

    /** For everybody, without a person's data, and without a page. */
    private static final Set<String> FOR_EVERYBODY =
            Set.of("/health/live", "/health/ready", "/language", "/logout", "/media/*");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.sanggar.web");

    @Test
    void everyPageIsDeclared() throws IOException {
        assertThat(declared())
                .containsAll(Arrays.stream(Route.values()).map(route -> "GET " + route.pattern()).toList());
    }

    @Test
    void everyMethodForMachinesIsDeclaredAndSaysWhoMay() throws IOException {
        assertThat(resources()).isNotEmpty().allSatisfy(type ->
                assertThat(type.isAnnotatedWith(RolesAllowed.class) || type.isAnnotatedWith(PermitAll.class))
                        .as(type.getName()).isTrue());
        assertThat(declared()).containsAll(
                resources().stream().flatMap(AccessMatrixTest::requests).map(AccessMatrixTest::named).toList());
    }

    @Test
    void theDescriptionForMachinesNamesEveryMethodAndNoOther() throws IOException {
        try (var description = AccessMatrixTest.class.getResourceAsStream("/id/sanggar/web/api/openapi.yaml")) {
            Map<String, Map<String, Map<String, Object>>> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(description);
            assertThat(document.get("paths").entrySet().stream().flatMap(path -> path.getValue().keySet().stream()
                    .map(verb -> verb.toUpperCase(Locale.ROOT) + " /api/v1" + path.getKey())))
                    .containsExactlyInAnyOrderElementsOf(
                            resources().stream().flatMap(AccessMatrixTest::requests).toList());
        }
    }

    private static List<JavaClass> resources() {
        return CLASSES.stream().filter(type -> type.isAnnotatedWith(Path.class)).toList();
    }

    @Test
    void everyFileIsDeclared() throws IOException {
        var addresses = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(WebServlet.class))
                .map(type -> type.getAnnotationOfType(WebServlet.class))
                .flatMap(servlet -> Stream.concat(Arrays.stream(servlet.value()), Arrays.stream(servlet.urlPatterns())))
                .filter(address -> !FOR_EVERYBODY.contains(address))
                .toList();
        var declared = declared();
        assertThat(addresses).allSatisfy(address -> assertThat(declared)
                .anySatisfy(request -> assertThat(request).startsWith("GET " + address.replace("*", ""))));
    }

    private static Stream<String> requests(JavaClass type) {
        var root = "/api/v1/" + type.getAnnotationOfType(Path.class).value();
        return type.getMethods().stream().flatMap(method -> methodsOf(method).map(verb ->
                verb + " " + root + method.tryGetAnnotationOfType(Path.class)
                        .map(path -> "/" + path.value()).orElse("")));
    }

    private static Stream<String> methodsOf(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().reflect())
                .map(annotation -> annotation.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    /** Codes are named after what they are codes of. */
    private static String named(String path) {
        return path.replace("attempts/{code}", "attempts/{id}").replace("batches/{code}", "batches/{batch}");
    }

    private static Set<String> declared() throws IOException {
        try (var lines = Files.lines(java.nio.file.Path.of("..", "docs", "access.md"))) {
            return lines.filter(line -> line.matches("\\| (GET|PUT|POST|DELETE) .*"))
                    .map(line -> List.of(line.split("\\s*\\|\\s*")).get(1))
                    .collect(Collectors.toSet());
        }
    }
}
