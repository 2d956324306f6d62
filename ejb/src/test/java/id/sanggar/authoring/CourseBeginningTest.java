package id.sanggar.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.course.ActivityKind;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Slug;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseBeginningTest {

    @Test
    void anAddressIsMadeOfTheTitle() {
        assertThat(NewSlug.of("Suhu & Waktu: Café “Olíla”", Set.of())).isEqualTo("suhu-waktu-cafe-olila");
        assertThat(NewSlug.of("Media", Set.of("media"))).isEqualTo("media-2");
        assertThat(NewSlug.of("Suhu", Set.of("suhu", "suhu-2"))).isEqualTo("suhu-3");
        assertThat(NewSlug.of("食品", Set.of())).isEqualTo("baru");
        assertThat(NewSlug.of("a".repeat(59) + " b", Set.of("a".repeat(59)))).matches(Slug::isValid);
        assertThat(NewSlug.of("kata ".repeat(40), Set.of())).matches(Slug::isValid);
    }

    @Test
    void aCodeIsMadeOfTheFirstLetters() {
        assertThat(CourseCreation.propose("Pengendalian Mutu dan Olahan Pangan", Set.of())).isEqualTo("PMOP");
        assertThat(CourseCreation.propose("Halal", Set.of())).isEqualTo("HX");
        assertThat(CourseCreation.propose("Halal", Set.of("HX"))).isEqualTo("HXAA");
        assertThat(CourseCreation.propose("12 34", Set.of("XX", "XXAA"))).isEqualTo("XXAB");
        assertThat(CourseCreation.propose("a b c d e f g h i j", Set.of("ABCDEFGH"))).isEqualTo("ABCDEFAA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"modul-singkat", "kursus-lengkap", "pelatihan-layanan"})
    void aTemplateIsACourseToBeginWith(String name) {
        var template = CourseTemplates.read(name);
        assertThat(template.lessons()).isGreaterThanOrEqualTo(3);
        assertThat(template.quizzes()).isGreaterThanOrEqualTo(1);
        assertSaid(template.title());
        assertSaid(template.summary());
        template.outcomes().forEach(CourseBeginningTest::assertSaid);
        var activities = template.sections().stream().flatMap(section -> section.activities().stream()).toList();
        assertThat(activities).extracting(CourseTemplate.Activity::slug).doesNotHaveDuplicates()
                .allMatch(Slug::isValid);
        assertThat(activities).allSatisfy(activity -> {
            assertSaid(activity.title());
            assertThat(activity.minutes()).isBetween(1, 60);
            assertThat(activity.kind() == ActivityKind.LESSON).isEqualTo(activity.purpose() == null);
        });
        assertThat(activities).filteredOn(activity -> activity.kind() == ActivityKind.LESSON)
                .allSatisfy(lesson -> assertThat(lesson.body()).isNotBlank());
    }

    private static void assertSaid(LocalizedText text) {
        assertThat(text.id()).isNotBlank();
        assertThat(text.en()).isNotBlank();
    }
}
