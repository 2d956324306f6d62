package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.assessment.QuizDefinition;
import id.sanggar.assessment.QuizPurpose;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.LessonDocument;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.programme.ProgrammeDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The content as it is shipped. What is wrong is named with its file and line. */
class ContentTest {

    private static final String FLAGSHIP = "pengendalian-mutu-olahan-pangan";
    private static final int FEWEST_WORDS = 400;
    private static final int MOST_WORDS = 900;

    private static final ContentFiles FILES = ContentFiles.ofDirectory(Path.of("../content"));
    private static final Set<String> ORGANISATIONS = OrganisationFile.read(FILES, new Problems()).keySet();

    private final Problems problems = new Problems();

    @Test
    void theOrganisationsAreWithoutFault() {
        assertThat(OrganisationFile.read(FILES, problems)).isNotEmpty();
        noProblems();
    }

    @Test
    void everyVillageOfTheCountryLiesInADistrictOfARegencyOfAProvince() {
        assertThat(RegionFiles.read(FILES, problems)).hasSize(38 + 514 + 7_285 + 83_762);
        noProblems();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyCoursePackIsWithoutFault(String pack) {
        CoursePackReader.read(FILES, ORGANISATIONS, pack, problems);
        noProblems();
    }

    @ParameterizedTest
    @MethodSource("programmes")
    void everyProgrammeIsWithoutFault(String programme) {
        ProgrammeReader.read(FILES, ORGANISATIONS, Set.copyOf(CoursePackReader.packs(FILES)), programme, problems);
        noProblems();
    }

    @Test
    void everyPersonOfTheSampleWorldIsWithoutFault() {
        assertThat(SampleWorldReader.read(FILES, ORGANISATIONS, definitions(), problems)).isNotEmpty();
        noProblems();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everySheetFitsOnTwoPages(String pack) throws IOException {
        for (var path : FILES.under("courses/" + pack + "/sheets/")) {
            var sheet = SheetPrinter.print(SheetSource.read(FILES, path, "sheet.pdf", problems));
            try (var pdf = Loader.loadPDF(sheet.bytes())) {
                assertThat(pdf.getNumberOfPages()).as(path).isBetween(1, 2);
            }
        }
    }

    @Test
    void theCourseOnQualityControlIsWorthTwoDays() {
        var pack = CoursePackReader.read(FILES, ORGANISATIONS, FLAGSHIP, problems).orElseThrow();
        var lessons = activities(pack, ActivityKind.LESSON);
        assertThat(pack.course().sections()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(lessons).hasSizeGreaterThanOrEqualTo(18);
        assertThat(pack.course().media()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(pack.sheets()).hasSize(4);
        assertThat(pack.questions()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(pack.questions().stream().map(question -> question.topic()).distinct())
                .hasSameSizeAs(pack.course().topics());
        assertThat(pack.course().sections()).allSatisfy(section -> assertThat(section.activities())
                .as(section.slug()).anyMatch(activity -> activity.kind() == ActivityKind.QUIZ));
    }

    @Test
    void everyTopicOfTheCourseOnQualityControlIsTaughtInALesson() {
        var pack = CoursePackReader.read(FILES, ORGANISATIONS, FLAGSHIP, problems).orElseThrow();
        var taught = activities(pack, ActivityKind.LESSON).stream()
                .flatMap(lesson -> lesson.topics().stream()).toList();
        assertThat(pack.course().topics()).allSatisfy(topic -> assertThat(taught).contains(topic.slug()));
    }

    @Test
    void everyLessonOfTheCourseOnQualityControlHasALengthToReadInAnEvening() {
        var pack = CoursePackReader.read(FILES, ORGANISATIONS, FLAGSHIP, problems).orElseThrow();
        var wrong = new ArrayList<String>();
        for (var lesson : activities(pack, ActivityKind.LESSON)) {
            var words = words(lesson);
            if (words < FEWEST_WORDS || words > MOST_WORDS) {
                wrong.add("lessons/" + lesson.slug() + ".md: " + words + " words");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theCourseOnEntrepreneurshipHasAllABeginnerNeeds() {
        var pack = CoursePackReader.read(FILES, ORGANISATIONS, "dasar-kewirausahaan", problems).orElseThrow();
        isWhole(pack, 12, 60);
        assertThat(pack.course().media()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(pack.sheets()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theCourseOnServiceTakesACounterFromPromiseToSurvey() {
        var pack = CoursePackReader.read(FILES, ORGANISATIONS, "layanan-prima", problems).orElseThrow();
        isWhole(pack, 6, 30);
        assertThat(pack.course().media()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(pack.sheets()).extracting(SheetSource::media).contains("lembar-skm.pdf");
    }

    /** A course with its two tests, every section tried in a quiz, every topic taught, and all kinds of questions. */
    private static void isWhole(CoursePack pack, int lessons, int questions) {
        var taught = activities(pack, ActivityKind.LESSON);
        assertThat(taught).hasSizeGreaterThanOrEqualTo(lessons);
        assertThat(taught).allSatisfy(lesson -> assertThat(words(lesson)).as(lesson.slug()).isBetween(450, 850));
        assertThat(pack.questions()).hasSizeGreaterThanOrEqualTo(questions);
        assertThat(pack.questions().stream().map(question -> question.body().getClass()).distinct()).hasSize(6);
        assertThat(pack.quizzes()).extracting(QuizDefinition::purpose)
                .contains(QuizPurpose.PRETEST, QuizPurpose.SECTION, QuizPurpose.POSTTEST);
        assertThat(pack.course().sections()).allSatisfy(section -> assertThat(section.activities())
                .as(section.slug()).anyMatch(activity -> activity.kind() == ActivityKind.QUIZ));
        assertThat(pack.course().topics()).allSatisfy(topic -> assertThat(taught)
                .as(topic.slug()).anyMatch(lesson -> lesson.topics().contains(topic.slug())));
    }

    private static int words(NewActivity lesson) {
        return LessonDocument.plainText(lesson.body()).split("\\s+").length;
    }

    private static List<NewActivity> activities(CoursePack pack, ActivityKind kind) {
        return pack.course().sections().stream()
                .flatMap(section -> section.activities().stream())
                .filter(activity -> activity.kind() == kind)
                .toList();
    }

    private static Map<String, ProgrammeDefinition> definitions() {
        var definitions = new LinkedHashMap<String, ProgrammeDefinition>();
        programmes().forEach(slug -> ProgrammeReader
                .read(FILES, ORGANISATIONS, Set.copyOf(CoursePackReader.packs(FILES)), slug, new Problems())
                .ifPresent(definition -> definitions.put(slug, definition)));
        return definitions;
    }

    private static Stream<String> packs() {
        return CoursePackReader.packs(FILES).stream();
    }

    private static Stream<String> programmes() {
        return ProgrammeReader.programmes(FILES).stream();
    }

    private void noProblems() {
        assertThat(problems.isEmpty()).as(problems.toString()).isTrue();
    }
}
