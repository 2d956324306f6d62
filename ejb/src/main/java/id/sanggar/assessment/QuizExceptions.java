package id.sanggar.assessment;

import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Where exceptions from the rules of quizzes are kept. */
@ApplicationScoped
class QuizExceptions {

    @Inject
    private Sql sql;

    QuizException of(long accountId, long courseId, String activitySlug) {
        return sql.row("""
                select e.extra_attempts, e.extra_minutes, e.closes_on from quiz_exception e
                where e.account_id = ? and e.course_id = ? and e.activity_slug = ?""",
                row -> new QuizException(row.getInt("extra_attempts"), row.getInt("extra_minutes"),
                        row.getObject("closes_on", LocalDate.class)), accountId, courseId, activitySlug)
                .orElse(QuizException.NONE);
    }
}
