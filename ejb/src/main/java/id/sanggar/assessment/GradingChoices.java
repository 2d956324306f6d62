package id.sanggar.assessment;

import id.sanggar.shared.LocalizedText;
import java.util.List;

/** What the queue can be narrowed to. */
public record GradingChoices(List<Quiz> quizzes) {

    /** A quiz with attempts in the queue. */
    public record Quiz(String courseSlug, LocalizedText course, String slug, LocalizedText title) {
    }
}
