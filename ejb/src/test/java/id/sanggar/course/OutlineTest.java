package id.sanggar.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.course.Outline.Activity;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static final Activity LESSON =
            activity("suhu", ActivityKind.LESSON, CompletionRule.ACKNOWLEDGED, 1, "suhu");
    private static final Activity SHEET = activity("catatan", ActivityKind.SHEET, CompletionRule.NONE, 2);
    private static final Activity QUIZ = activity("kuis", ActivityKind.QUIZ, CompletionRule.PASSED, 3);

    private final Outline outline = new Outline(1, "mutu", "MUTU", 7, 2, text("Mutu"), text("Ringkas"), List.of(),
            List.of(new Outline.Topic("suhu", text("Suhu aman"))), Level.BEGINNER, 16, 60, Audience.PUBLIC, "id",
            new Outline.Owner("nslic", text("NSLIC")), null,
            List.of(new Outline.Section("bab-1", text("Bab 1"), List.of(LESSON, SHEET)),
                    new Outline.Section("bab-2", text("Bab 2"), List.of(QUIZ))));

    @Test
    void onlyWhatHasACompletionRuleIsRequired() {
        assertThat(outline.required()).containsExactly(LESSON, QUIZ);
        assertThat(outline.minutes()).isEqualTo(10);
    }

    @Test
    void nextAndPreviousCrossTheBordersOfSections() {
        assertThat(outline.next("catatan")).contains(QUIZ);
        assertThat(outline.previous("kuis")).contains(SHEET);
        assertThat(outline.next("kuis")).isEmpty();
        assertThat(outline.previous("suhu")).isEmpty();
    }

    @Test
    void aTopicLeadsBackToTheLessonsThatTeachIt() {
        assertThat(outline.lessonsTeaching("suhu")).containsExactly(LESSON);
        assertThat(outline.lessonsTeaching("haccp")).isEmpty();
        assertThat(outline.topicTitle("suhu").id()).isEqualTo("Suhu aman");
    }

    @Test
    void anUnknownActivityIsNotFound() {
        assertThatThrownBy(() -> outline.activity("lain")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> outline.sectionOf("lain")).isInstanceOf(NotFound.class);
        assertThat(outline.sectionOf("kuis").slug()).isEqualTo("bab-2");
    }

    private static LocalizedText text(String text) {
        return new LocalizedText(text, text);
    }

    private static Activity activity(String slug, ActivityKind kind, CompletionRule completion, int position,
            String... topics) {
        return new Activity(position, slug, kind, text(slug), 5, completion, List.of(topics), List.of(),
                List.of(), null, position,
                kind == ActivityKind.LESSON ? 1 : 0, 0, null);
    }
}
