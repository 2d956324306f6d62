package id.sanggar.learning;

import id.sanggar.course.ActivityKind;
import id.sanggar.course.Audience;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Level;
import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import java.util.List;

/** A course of a pre-test, two lessons with a sheet between them, and a post-test. */
final class SampleCourse {

    static final String PRETEST = "tes-awal";
    static final String FIRST = "apa-itu-mutu";
    static final String SHEET = "catatan-suhu";
    static final String SECOND = "suhu-aman";
    static final String POSTTEST = "tes-akhir";

    private SampleCourse() {
    }

    static Outline outline() {
        var activities = List.of(
                activity(1, PRETEST, ActivityKind.QUIZ, CompletionRule.SUBMITTED),
                activity(2, FIRST, ActivityKind.LESSON, CompletionRule.ACKNOWLEDGED),
                activity(3, SHEET, ActivityKind.SHEET, CompletionRule.NONE),
                activity(4, SECOND, ActivityKind.LESSON, CompletionRule.ACKNOWLEDGED),
                activity(5, POSTTEST, ActivityKind.QUIZ, CompletionRule.PASSED));
        return new Outline(41, "mutu", "PMOP", 411, 1, text("Mutu"), text("Mutu"), List.of(), List.of(),
                Level.BEGINNER, 16, 60, Audience.PUBLIC, "id", new Outline.Owner("nslic", text("NSLIC")), null,
                List.of(new Outline.Section("satu", text("Satu"), activities)));
    }

    private static Outline.Activity activity(int position, String slug, ActivityKind kind, CompletionRule rule) {
        return new Outline.Activity(4110 + position, slug, kind, text(slug), 6, rule, List.of(), List.of(),
                List.of(), null, position,
                kind == ActivityKind.LESSON ? position / 2 : 0, 4800, null);
    }

    private static LocalizedText text(String text) {
        return new LocalizedText(text, text);
    }
}
