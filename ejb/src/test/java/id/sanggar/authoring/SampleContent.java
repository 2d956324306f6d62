package id.sanggar.authoring;

import id.sanggar.assessment.Choice;
import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.Draw;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.assessment.QuizLayout;
import id.sanggar.assessment.QuizPurpose;
import id.sanggar.assessment.ReviewPolicy;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.Audience;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Level;
import id.sanggar.course.NewCourseVersion;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.course.NewCourseVersion.NewSection;
import id.sanggar.shared.LocalizedText;
import java.util.ArrayList;
import java.util.List;

/** A small course for tests, made anew with what a test wants to be different. */
final class SampleContent {

    static final String SHA = "0".repeat(64);

    private final List<NewActivity> activities = new ArrayList<>();
    private final List<NewMedia> media = new ArrayList<>();
    private final List<QuestionDefinition> questions = new ArrayList<>();
    private final List<QuizDefinition> quizzes = new ArrayList<>();
    private LocalizedText title = text("Mutu", "Quality");

    static SampleContent empty() {
        return new SampleContent();
    }

    /** These lessons, each with a text of its own. */
    static SampleContent lessons(String... slugs) {
        var content = new SampleContent();
        for (var slug : slugs) {
            content.lesson(slug, "Teks " + slug + ".");
        }
        return content;
    }

    SampleContent titled(String id, String en) {
        title = text(id, en);
        return this;
    }

    SampleContent lesson(String slug, String body, String... requires) {
        return with(new NewActivity(slug, ActivityKind.LESSON, text(slug, slug), 5, CompletionRule.ACKNOWLEDGED,
                List.of(), List.of(), List.of(requires), null, body, null));
    }

    SampleContent sheet(String slug, String file) {
        return with(new NewActivity(slug, ActivityKind.SHEET, text(slug, slug), 5, CompletionRule.NONE, List.of(),
                List.of(), List.of(), null, null, file));
    }

    SampleContent quiz(String slug, CompletionRule rule, Draw... draws) {
        quizzes.add(new QuizDefinition(slug, QuizPurpose.SECTION, null, null, 60, QuizLayout.ALL, ReviewPolicy.AFTER,
                List.of(draws)));
        return with(new NewActivity(slug, ActivityKind.QUIZ, text(slug, slug), 5, rule, List.of(), List.of(),
                List.of(), null, null, null));
    }

    SampleContent with(NewActivity activity) {
        activities.add(activity);
        return this;
    }

    SampleContent file(String name) {
        media.add(NewMedia.stored(name, SHA, "application/octet-stream"));
        return this;
    }

    SampleContent question(String slug, String topic, String feedback) {
        questions.add(new QuestionDefinition(slug, slug, topic, Difficulty.EASY, new Choice("Berapa?",
                List.of(new Option("Satu", 1, ""), new Option("Dua", 0, "")), feedback)));
        return this;
    }

    CourseContent made() {
        return new CourseContent(new NewCourseVersion("mutu", "MUTU", "nslic", "id", Audience.PUBLIC, title,
                text("Ringkasan", "Summary"), List.of(text("Bisa", "Can")), List.of(), Level.BEGINNER, 4, 60, null,
                List.of(new NewSection("satu", text("Satu", "One"), activities)), media, SHA), questions, quizzes);
    }

    static LocalizedText text(String id, String en) {
        return new LocalizedText(id, en);
    }
}
