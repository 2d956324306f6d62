package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.authoring.CourseContent;
import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.shared.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes out comes in again, and nothing is lost on the way. */
class CoursePackRoundTripTest {

    private static final ContentFiles FILES = ContentFiles.ofDirectory(Path.of("../content"));
    private static final Set<String> ORGANISATIONS = OrganisationFile.read(FILES, new Problems()).keySet();

    @ParameterizedTest
    @MethodSource("packs")
    void everyCourseThatIsShippedGoesOutAndInAgainUnchanged(String slug) throws IOException {
        var shipped = CoursePackReader.read(FILES, ORGANISATIONS, slug, new Problems()).orElseThrow();
        var zip = zip(CoursePackWriter.write(shipped.content(), CoursePackRoundTripTest::none));
        var problems = new Problems();
        var again = read(zip, slug, CoursePackReader.Surroundings.in(FILES, ORGANISATIONS), problems);
        assertThat(problems).hasToString("");
        same(again.content(), shipped.content());
        assertThat(again.sheets()).extracting(SheetSource::xhtml)
                .containsExactlyElementsOf(shipped.sheets().stream().map(SheetSource::xhtml).toList());
        assertThat(zip(CoursePackWriter.write(again.content(), CoursePackRoundTripTest::none))).isEqualTo(zip);
    }

    @Test
    void aCourseOfEverythingThereIsGoesOutAndInAgainUnchanged() throws IOException {
        var around = new CoursePackReader.Surroundings(Set.of("nslic"), Set.of("completion"));
        var problems = new Problems();
        var course = CoursePackReader.read(ContentFiles.of(SamplePack.files()), "segala/", around, "segala", problems);
        assertThat(problems).hasToString("");
        var zip = zip(CoursePackWriter.write(course.orElseThrow().content(), CoursePackRoundTripTest::none));
        var again = read(zip, "segala", around, problems);
        assertThat(problems).hasToString("");
        same(again.content(), course.orElseThrow().content());
        assertThat(zip(CoursePackWriter.write(again.content(), CoursePackRoundTripTest::none))).isEqualTo(zip);
    }

    @Test
    void aManifestReadsLikeOneWrittenByHand() throws IOException {
        var around = new CoursePackReader.Surroundings(Set.of("nslic"), Set.of("completion"));
        var course = CoursePackReader.read(ContentFiles.of(SamplePack.files()), "segala/", around, "segala",
                new Problems()).orElseThrow();
        var manifest = new ByteArrayOutputStream();
        CoursePackWriter.write(course.content(), CoursePackRoundTripTest::none).get("segala/course.yaml")
                .send(manifest);
        assertThat(manifest.toString(StandardCharsets.UTF_8)).isEqualTo(SamplePack.manifest());
    }

    private static CoursePack read(byte[] zip, String slug, CoursePackReader.Surroundings around, Problems problems) {
        var files = PackZip.read(slug + ".zip", zip, PackZip.Limits.OF_PACK, problems).orElseGet(TreeMap::new);
        return CoursePackReader.read(ContentFiles.of(files), slug + "/", around, slug, problems).orElseThrow(
                () -> new AssertionError(problems.toString()));
    }

    private static byte[] zip(SortedMap<String, PackZip.Part> files) throws IOException {
        var out = new ByteArrayOutputStream();
        PackZip.stream(files, out);
        return out.toByteArray();
    }

    private static void same(CourseContent one, CourseContent other) {
        assertThat(one.questions()).isEqualTo(other.questions());
        assertThat(one.quizzes()).isEqualTo(other.quizzes());
        assertThat(one.course().with(List.of()).hashed("")).isEqualTo(other.course().with(List.of()).hashed(""));
        assertThat(one.course().media().stream().map(CoursePackRoundTripTest::known))
                .containsExactlyElementsOf(
                        other.course().media().stream().map(CoursePackRoundTripTest::known).toList());
    }

    private static String known(NewMedia file) {
        return file.name() + ' ' + file.contentType() + ' ' + Sha256.of(file.bytes()) + ' ' + file.plainText();
    }

    private static void none(NewMedia file, OutputStream out) {
        throw new AssertionError(file.name() + " is not in the content");
    }

    private static Stream<String> packs() {
        return CoursePackReader.packs(FILES).stream();
    }
}
