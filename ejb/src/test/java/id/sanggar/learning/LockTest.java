package id.sanggar.learning;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.course.ActivityKind;
import id.sanggar.course.Audience;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Level;
import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LockTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 2);

    @Test
    void whatMustBeDoneBeforeIsNamed() {
        var course = course(activity("satu"), activity("dua", "satu"));
        assertThat(reasons(course, "dua")).containsExactly(
                new Message("learning.locked-after", new LocalizedText("“satu”", "“satu”")));
        assertThat(reasons(course, "dua", "satu")).isEmpty();
        assertThat(reasons(course, "satu")).isEmpty();
    }

    @Test
    void theDayItOpensIsNamedUntilItHasCome() {
        var later = course(opening("satu", TODAY.plusDays(1)));
        assertThat(reasons(later, "satu")).containsExactly(new Message("learning.locked-until",
                new LocalizedText("3 Desember 2026", "3 December 2026")));
        assertThat(reasons(course(opening("satu", TODAY)), "satu")).isEmpty();
    }

    @Test
    void whatIsDoneStaysOpen() {
        var course = course(activity("satu"), activity("dua", "satu"));
        assertThat(reasons(course, "dua", "dua")).isEmpty();
    }

    @Test
    void nobodyIsHeldByWhatSheCanNeverDo() {
        var circle = course(activity("satu", "tiga"), activity("dua", "satu"), activity("tiga", "dua"));
        assertThat(reasons(circle, "satu")).isEmpty();
        assertThat(reasons(circle, "dua")).isEmpty();
        var sheet = new Outline.Activity(9, "lembar", ActivityKind.SHEET, text("lembar"), 0, CompletionRule.NONE,
                List.of(), List.of(), List.of(), null, 1, 0, 0, null);
        assertThat(reasons(course(sheet, activity("dua", "dua", "hilang", "lembar")), "dua")).isEmpty();
    }

    @Test
    void theNextStepIsNeverLocked() {
        var course = course(activity("satu"), activity("dua", "tiga"), activity("tiga"));
        assertThat(progress(course, null, "satu").next()).map(Outline.Activity::slug).contains("tiga");
        var closed = course(activity("satu"), opening("dua", TODAY.plusDays(8)));
        assertThat(progress(closed, null, "satu").next()).isEmpty();
        assertThat(progress(closed, null, "satu").waitingFor()).map(Outline.Activity::slug).contains("dua");
    }

    @Test
    void nothingIsLockedToWhoHasCompletedTheCourse() {
        var course = course(activity("satu"), opening("dua", TODAY.plusDays(8)));
        assertThat(progress(course, Instant.EPOCH, "satu").lock(course.activity("dua"))).isEmpty();
    }

    private static List<Message> reasons(Outline course, String slug, String... done) {
        return Lock.of(course, course.activity(slug), Set.of(done), TODAY).map(Lock::reasons).orElse(List.of());
    }

    private static CourseProgress progress(Outline course, Instant completedAt, String... done) {
        var states = new HashMap<String, ActivityState>();
        for (var slug : done) {
            states.put(slug, new ActivityState(Instant.EPOCH, null, 0));
        }
        return new CourseProgress(course, true, completedAt, null, null, states, TODAY);
    }

    private static Outline course(Outline.Activity... activities) {
        return new Outline(41, "mutu", "PMOP", 411, 1, text("Mutu"), text("Mutu"), List.of(), List.of(),
                Level.BEGINNER, 16, 60, Audience.PUBLIC, "id", new Outline.Owner("nslic", text("NSLIC")), null,
                List.of(new Outline.Section("satu", text("Satu"), List.of(activities))));
    }

    private static Outline.Activity activity(String slug, String... requires) {
        return lesson(slug, null, requires);
    }

    private static Outline.Activity opening(String slug, LocalDate day) {
        return lesson(slug, day);
    }

    private static Outline.Activity lesson(String slug, LocalDate opensOn, String... requires) {
        return new Outline.Activity(1, slug, ActivityKind.LESSON, text(slug), 6, CompletionRule.ACKNOWLEDGED,
                List.of(), List.of(), List.of(requires), opensOn, 1, 1, 4800, null);
    }

    private static LocalizedText text(String text) {
        return new LocalizedText(text, text);
    }
}
