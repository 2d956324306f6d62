package id.sanggar.authoring;

import id.sanggar.assessment.QuestionBank;
import id.sanggar.course.Origin;
import id.sanggar.course.Publishing;
import id.sanggar.course.Transition;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The versions a course has had, and everything each consists of. */
@ApplicationScoped
class Versions {

    private static final String ALL = """
            select v.id, v.number, v.origin, v.published_at, a.name as publisher, v.note, v.transition,
                v.id = c.published_version_id as current
            from course_version v join course c on c.id = v.course_id left join account a on a.id = v.published_by
            where c.id = ?""";

    @Inject
    private Sql sql;

    @Inject
    private Publishing publishing;

    @Inject
    private QuestionBank bank;

    /**
     * A version that was brought out.
     *
     * @param by null for one that came with the product
     * @param transition what became of those who had begun; null for one from a pack
     * @param current whether newcomers see it
     */
    record Version(long id, int number, Origin origin, Instant at, String by, String note, Transition transition,
            boolean current) {
    }

    /** The newest first. */
    List<Version> all(long courseId) {
        return sql.rows(ALL + " order by v.number desc", Versions::version, courseId);
    }

    Optional<Version> published(long courseId) {
        return sql.row(ALL + " and v.id = c.published_version_id", Versions::version, courseId);
    }

    CourseContent content(long versionId) {
        return new CourseContent(publishing.content(versionId), bank.questions(versionId), bank.quizzes(versionId));
    }

    /** Since when the course takes nobody in; empty: it does. */
    Optional<Instant> retired(long courseId) {
        return sql.row("select retired_at from course where id = ? and retired_at is not null",
                row -> Sql.instant(row, "retired_at"), courseId);
    }

    private static Version version(ResultSet row) throws SQLException {
        var transition = row.getString("transition");
        return new Version(row.getLong("id"), row.getInt("number"), Origin.valueOf(row.getString("origin")),
                Sql.instant(row, "published_at"), row.getString("publisher"), row.getString("note"),
                transition == null ? null : Transition.valueOf(transition), row.getBoolean("current"));
    }
}
