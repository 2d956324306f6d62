package id.sanggar.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.sanggar.shared.JsonText;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The quizzes of all versions of all courses, from memory. */
@ApplicationScoped
public class Quizzes {

    @Inject
    private Sql sql;

    private final Cache<Long, Quiz> quizzes =
            Caffeine.newBuilder().maximumSize(5_000).executor(Runnable::run).build();

    /** @throws NotFound if the activity is no quiz */
    public Quiz quiz(long activityId) {
        var quiz = quizzes.get(activityId, this::read);
        if (quiz == null) {
            throw new NotFound("quiz " + activityId);
        }
        return quiz;
    }

    private Quiz read(long activityId) {
        return sql.row("""
                select a.slug, a.title_id, a.title_en, c.id as course_id, c.slug as course_slug, a.version_id,
                    z.purpose, z.time_limit, z.attempts, z.pass_mark, z.layout, z.sections, z.rules
                from quiz z
                join activity a on a.id = z.activity_id
                join course_version v on v.id = a.version_id
                join course c on c.id = v.course_id
                where z.activity_id = ?""", row -> {
            var minutes = Sql.integer(row, "time_limit");
            var rules = JsonText.object(row.getString("rules"));
            return new Quiz(activityId, row.getString("slug"),
                    new LocalizedText(row.getString("title_id"), row.getString("title_en")), row.getLong("course_id"),
                    row.getString("course_slug"), row.getLong("version_id"),
                    QuizPurpose.valueOf(row.getString("purpose")), minutes == null ? null : Duration.ofMinutes(minutes),
                    Sql.integer(row, "attempts"), row.getInt("pass_mark"), QuizLayout.valueOf(row.getString("layout")),
                    QuizJson.review(rules), QuizJson.sections(JsonText.array(row.getString("sections"))),
                    QuizJson.rules(rules));
        }, activityId).orElse(null);
    }

    /** The rules of the quizzes of this version of a course. */
    List<QuizDefinition> definitions(long courseVersionId) {
        return sql.rows("select z.activity_id from quiz z join activity a on a.id = z.activity_id"
                + " where a.version_id = ? order by a.position", row -> quiz(row.getLong("activity_id")).definition(),
                courseVersionId);
    }

    LearningGain gain(long courseId) {
        return sql.row("""
                select count(*) as people, avg(t.before) as before, avg(t.after) as after from (
                    select (array_agg(a.score order by a.number) filter (where z.purpose = 'PRETEST'))[1] as before,
                        max(a.score) filter (where z.purpose = 'POSTTEST') as after
                    from attempt a join quiz z on z.activity_id = a.activity_id
                    where a.course_id = ? and a.score is not null
                    group by a.account_id) t
                where t.before is not null and t.after is not null""",
                row -> new LearningGain(row.getLong("people"), row.getDouble("before"), row.getDouble("after")),
                courseId).orElseThrow();
    }

    /** @return the slugs among these that are no quiz activities of the version */
    List<String> load(long courseVersionId, Collection<QuizDefinition> definitions) {
        var slugs = definitions.stream().map(QuizDefinition::activitySlug).toArray(String[]::new);
        sql.write("""
                insert into quiz (activity_id, purpose, time_limit, attempts, pass_mark, layout, sections, rules)
                select a.id, d.purpose, d.time_limit, d.attempts, d.pass_mark, d.layout, cast(d.sections as jsonb),
                    cast(d.rules as jsonb)
                from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                    d(slug, purpose, time_limit, attempts, pass_mark, layout, sections, rules)
                join activity a on a.version_id = ? and a.slug = d.slug and a.kind = 'QUIZ'
                on conflict (activity_id) do nothing""",
                slugs, definitions.stream().map(quiz -> quiz.purpose().name()).toArray(String[]::new),
                definitions.stream().map(QuizDefinition::timeLimit).toArray(Integer[]::new),
                definitions.stream().map(QuizDefinition::attempts).toArray(Integer[]::new),
                definitions.stream().map(QuizDefinition::passMark).toArray(Integer[]::new),
                definitions.stream().map(quiz -> quiz.layout().name()).toArray(String[]::new),
                definitions.stream().map(quiz -> QuizJson.sections(quiz.sections()).build().toString())
                        .toArray(String[]::new),
                definitions.stream().map(quiz -> QuizJson.rules(quiz).build().toString()).toArray(String[]::new),
                courseVersionId);
        return sql.rows("""
                select d.slug from unnest(?) d(slug) where not exists (
                    select 1 from quiz z join activity a on a.id = z.activity_id
                    where a.version_id = ? and a.slug = d.slug)""",
                row -> row.getString("slug"), slugs, courseVersionId);
    }
}
