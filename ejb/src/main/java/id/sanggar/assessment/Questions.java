package id.sanggar.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Where questions are kept: read once in the life of a node, written a whole course at a time. */
@ApplicationScoped
class Questions {

    @Inject
    private Sql sql;

    private final Cache<Long, QuestionVersion> versions =
            Caffeine.newBuilder().maximumSize(20_000).executor(Runnable::run).build();
    private final Cache<Long, List<Candidate>> candidates =
            Caffeine.newBuilder().maximumSize(500).executor(Runnable::run).build();

    /** A question that may be drawn. */
    record Candidate(long questionId, long versionId, String topic) {
    }

    /** Which questions a version of a course can ask, in a stable order. */
    List<Candidate> of(long courseVersionId) {
        return candidates.get(courseVersionId, id -> sql.rows("""
                select v.question_id, v.id, v.topic
                from version_question o join question_version v on v.id = o.question_version_id
                where o.version_id = ? order by v.id""",
                row -> new Candidate(row.getLong("question_id"), row.getLong("id"), row.getString("topic")), id));
    }

    /** These versions, those not in memory in one statement. */
    Map<Long, QuestionVersion> versions(Collection<Long> ids) {
        return versions.getAll(ids, this::read);
    }

    QuestionVersion version(long id) {
        return versions(Set.of(id)).get(id);
    }

    private Map<Long, QuestionVersion> read(Set<? extends Long> ids) {
        var found = new HashMap<Long, QuestionVersion>();
        sql.rows("select v.id, v.topic, v.body from question_version v where v.id = any(?)",
                row -> found.put(row.getLong("id"), new QuestionVersion(row.getLong("id"), row.getString("topic"),
                        QuestionJson.read(row.getString("body")))), (Object) ids.toArray(Long[]::new));
        return found;
    }

    /** The newest version of every question of the course, by slug. */
    List<QuestionDefinition> newest(long courseId) {
        return sql.rows("""
                select distinct on (q.slug) q.slug, v.title, v.topic, v.difficulty, v.body
                from question q join question_version v on v.question_id = q.id
                where q.course_id = ? order by q.slug, v.number desc""",
                row -> new QuestionDefinition(row.getString("slug"), row.getString("title"), row.getString("topic"),
                        Difficulty.valueOf(row.getString("difficulty")), QuestionJson.read(row.getString("body"))),
                courseId);
    }

    /** Makes these the questions of the version. */
    void load(long courseId, long courseVersionId, Collection<HashedQuestion> questions) {
        keep(courseId, questions);
        sql.write("""
                insert into version_question (version_id, question_version_id)
                select ?, newest.id from question q
                join lateral (select v.id from question_version v where v.question_id = q.id
                    order by v.number desc limit 1) newest on true
                where q.course_id = ? and q.slug = any(?) on conflict do nothing""",
                courseVersionId, courseId, column(questions, HashedQuestion::slug));
        candidates.invalidate(courseVersionId);
    }

    /** A question that is as it was keeps its version; only what changed gets a new one. */
    void keep(long courseId, Collection<HashedQuestion> questions) {
        var slugs = column(questions, HashedQuestion::slug);
        sql.write("""
                insert into question (course_id, slug) select ?, slug from unnest(?) slug on conflict do nothing""",
                courseId, slugs);
        sql.write("""
                insert into question_version (question_id, number, hash, topic, difficulty, type, title, body)
                select q.id, coalesce(newest.number, 0) + 1, d.hash, d.topic, d.difficulty, d.type, d.title,
                    cast(d.body as jsonb)
                from unnest(?, ?, ?, ?, ?, ?, ?) d(slug, hash, topic, difficulty, type, title, body)
                join question q on q.course_id = ? and q.slug = d.slug
                left join lateral (select v.number, v.hash from question_version v where v.question_id = q.id
                    order by v.number desc limit 1) newest on true
                where newest.hash is distinct from d.hash""",
                slugs, column(questions, HashedQuestion::hash), column(questions, q -> q.definition().topic()),
                column(questions, q -> q.definition().difficulty().name()),
                column(questions, q -> q.definition().body().type().name()),
                column(questions, q -> q.definition().title()), column(questions, HashedQuestion::body), courseId);
    }

    private static String[] column(Collection<HashedQuestion> questions,
            Function<HashedQuestion, String> text) {
        return questions.stream().map(text).toArray(String[]::new);
    }
}
