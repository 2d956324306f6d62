package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.sanggar.authoring.CourseContent;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.LessonDocument;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that mean harm: none makes a reader fail, none comes in by half, and each is answered by a reason. */
class HostileUploadsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<HostileFiles.Hostile> ALL = HostileFiles.all();
    private static final Pattern RUNS = Pattern.compile("(?i)javascript:|vbscript:|data:text");

    private final CourseContent draft = CoursePackReader.read(ContentFiles.of(SamplePack.files()), "segala/",
            new CoursePackReader.Surroundings(Set.of(), Set.of("completion")), "segala", new Problems())
            .orElseThrow().content();

    @Test
    void thereAreMoreThanThreeHundred() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(300);
    }

    @ParameterizedTest
    @MethodSource("all")
    void noneMakesAReaderFailAndEachIsAnswered(HostileFiles.Hostile hostile) {
        var arrival = assertTimeoutPreemptively(PATIENCE, () -> read(hostile));
        var plan = ImportPlan.of(arrival.plan().json());
        for (var problem : plan.problems()) {
            assertThat(problem.file()).isNotBlank();
            assertThat(problem.text(Locale.ENGLISH)).isNotBlank();
            assertThat(problem.text(Locale.forLanguageTag("id"))).isNotBlank();
        }
        if (hostile.refused()) {
            assertThat(arrival.isRefused()).as(hostile + " comes in").isTrue();
        }
        if (arrival.isRefused()) {
            assertThat(plan.problems()).as("a reason").isNotEmpty();
            assertThat(arrival.questions()).isEmpty();
            assertThat(arrival.files()).isEmpty();
        } else {
            arrival.content().course().sections().stream().flatMap(section -> section.activities().stream())
                    .filter(lesson -> lesson.kind() == ActivityKind.LESSON && hostile.kind() == ImportKind.LESSONS)
                    .forEach(lesson -> links(lesson.body()));
        }
    }

    private Arrival read(HostileFiles.Hostile hostile) {
        var problems = Problems.ofDraft();
        var to = new Destination(draft, "nslic", Set.of("completion"), Set.of(), Set.of());
        return switch (hostile.kind()) {
            case PACK -> PackArrival.read(hostile.name(), hostile.bytes(), to, problems);
            case QUESTIONS -> QuestionArrival.read(hostile.name(), hostile.bytes(), "suhu", to, problems);
            case LESSONS -> LessonArrival.read(hostile.name(), hostile.bytes(), "bab-1", true, to, problems);
        };
    }

    /** What is stored is CommonMark that a careless reader would not run either. */
    private static void links(String body) {
        LessonDocument.parse(body).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                assertThat(link.getDestination()).doesNotContainPattern(RUNS);
                visitChildren(link);
            }

            @Override
            public void visit(HtmlBlock html) {
                throw new AssertionError(html.getLiteral());
            }
        });
    }

    private static List<HostileFiles.Hostile> all() {
        return ALL;
    }
}
