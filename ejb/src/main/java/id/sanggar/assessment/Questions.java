package id.sanggar.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.sanggar.identity.Access;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Where questions are kept: read once in the life of a node, written a whole course at a time. */
@ApplicationScoped
class Questions {

    /** The names of a category, from the outermost: of the question {@code q}. */
    static final String CATEGORY = """
            (select array_remove(array[p.name, k.name]::text[], null) from question_category k
                left join question_category p on p.id = k.parent_id where k.id = q.category_id) as category""";

    @Inject
    private Sql sql;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    @Inject
    private Event<QuestionsChanged> changed;

    private final Cache<Long, QuestionVersion> versions =
            Caffeine.newBuilder().maximumSize(20_000).executor(Runnable::run).build();
    private final Cache<Long, List<Candidate>> candidates =
            Caffeine.newBuilder().maximumSize(500).executor(Runnable::run).build();

    /** A question that may be drawn. */
    record Candidate(long questionId, long versionId, String slug, String topic, List<String> tags,
            Difficulty difficulty, QuestionType type) {

        boolean isMeantBy(QuizSlot slot) {
            if (slot instanceof Draw draw) {
                return (draw.topic() == null || draw.topic().equals(topic))
                        && (draw.tag() == null || tags.contains(draw.tag()))
                        && (draw.difficulty() == null || draw.difficulty() == difficulty);
            }
            return slot instanceof FixedQuestion fixed && fixed.question().equals(slug);
        }
    }

    /** Which questions a version of a course can ask, in a stable order. */
    List<Candidate> of(long courseVersionId) {
        return candidates.get(courseVersionId, id -> sql.rows("""
                select v.question_id, v.id, q.slug, v.topic, v.tags, v.difficulty, v.type
                from version_question o join question_version v on v.id = o.question_version_id
                join question q on q.id = v.question_id
                where o.version_id = ? order by v.id""", Questions::candidate, id));
    }

    /** A question that the version of the course can ask. */
    Optional<QuestionVersion> of(long courseVersionId, String slug) {
        return of(courseVersionId).stream()
                .filter(candidate -> candidate.slug().equals(slug))
                .findFirst()
                .map(candidate -> version(candidate.versionId()));
    }

    /** The newest version of a question in the bank of a course, whatever its state. */
    Optional<QuestionVersion> newest(String courseSlug, String slug) {
        return sql.row("""
                select v.id from question_version v join question q on q.id = v.question_id
                join course c on c.id = q.course_id
                where c.slug = ? and q.slug = ? order by v.number desc limit 1""",
                row -> row.getLong("id"), courseSlug, slug).map(this::version);
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(row.getLong("question_id"), row.getLong("id"), row.getString("slug"),
                row.getString("topic"), texts(row.getArray("tags")), Difficulty.valueOf(row.getString("difficulty")),
                QuestionType.valueOf(row.getString("type")));
    }

    /** @param array may be null: empty */
    static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
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

    /** Of every question of the course that is not retired the newest ready version, or else the newest, by slug. */
    List<QuestionDefinition> newest(long courseId) {
        return sql.rows("""
                select q.slug, v.title, v.topic, v.difficulty, v.body, v.tags,
                    case when q.ready_id is null then q.state else 'READY' end as state,
                """ + CATEGORY + """
                 from question q join question_version v on v.id = coalesce(q.ready_id, q.newest_id)
                where q.course_id = ? and (q.ready_id is not null or q.state <> 'RETIRED') order by q.slug""",
                Questions::definition, courseId);
    }

    List<QuestionChoice> choices(long courseId) {
        return sql.rows("""
                select q.code, q.slug, v.title, v.type, v.topic, v.tags, v.difficulty, q.ready_id is not null as ready
                from question q join question_version v on v.id = coalesce(q.ready_id, q.newest_id)
                where q.course_id = ? and (q.ready_id is not null or q.state <> 'RETIRED') order by v.topic, q.slug""",
                row -> new QuestionChoice(row.getObject("code", UUID.class), row.getString("slug"),
                        row.getString("title"), QuestionType.valueOf(row.getString("type")), row.getString("topic"),
                        texts(row.getArray("tags")), Difficulty.valueOf(row.getString("difficulty")),
                        row.getBoolean("ready")), courseId);
    }

    static QuestionDefinition definition(ResultSet row) throws SQLException {
        return new QuestionDefinition(row.getString("slug"), row.getString("title"), row.getString("topic"),
                Difficulty.valueOf(row.getString("difficulty")), QuestionJson.read(row.getString("body")),
                texts(row.getArray("tags")), texts(row.getArray("category")),
                QuestionState.valueOf(row.getString("state")));
    }

    /** The questions that a version of a course can ask, by slug. */
    List<QuestionDefinition> ofVersion(long courseVersionId) {
        return sql.rows("""
                select q.slug, v.title, v.topic, v.difficulty, v.body, v.tags, 'READY' as state,
                """ + CATEGORY + """
                 from version_question o join question_version v on v.id = o.question_version_id
                join question q on q.id = v.question_id
                where o.version_id = ? order by q.slug""", Questions::definition, courseVersionId);
    }

    /** Makes the questions of one version those of another. */
    void copy(long fromVersionId, long toVersionId) {
        sql.write("""
                insert into version_question (version_id, question_version_id)
                select ?, o.question_version_id from version_question o where o.version_id = ?
                on conflict do nothing""", toVersionId, fromVersionId);
        candidates.invalidate(toVersionId);
    }

    /** Makes these, which are in the bank, the questions of the version. */
    void load(long courseId, long courseVersionId, Collection<HashedQuestion> questions) {
        sql.write("""
                insert into version_question (version_id, question_version_id)
                select ?, meant.id
                from unnest(?, ?) d(slug, hash)
                join question q on q.course_id = ? and q.slug = d.slug
                join lateral (select v.id from question_version v where v.question_id = q.id and v.hash = d.hash
                    order by v.number desc limit 1) meant on true
                on conflict do nothing""", courseVersionId, column(questions, HashedQuestion::slug),
                column(questions, HashedQuestion::hash), courseId);
        candidates.invalidate(courseVersionId);
    }

    /**
     * Takes these into the bank. What is ready in this form already, or stands there as the newest version, keeps its
     * version; only what changed gets a new one. What is brought as ready and stands there unfinished is ready now.
     */
    void keep(long courseId, Collection<HashedQuestion> questions) {
        var slugs = column(questions, HashedQuestion::slug);
        var hashes = column(questions, HashedQuestion::hash);
        var states = column(questions, q -> q.definition().state().name());
        var now = clock.instant();
        var caller = access.caller().orElse(null);
        sql.write("""
                insert into question (course_id, organisation_id, slug)
                select c.id, c.organisation_id, d.slug from course c, unnest(?) d(slug)
                where c.id = ? on conflict do nothing""", slugs, courseId);
        sql.write("""
                update question q set organisation_id = c.organisation_id from course c
                where c.id = ? and q.course_id = c.id and q.organisation_id <> c.organisation_id""", courseId);
        sql.write("""
                with added as (
                    insert into question_version (question_id, number, hash, topic, difficulty, type, title, tags, body)
                    select q.id, coalesce(newest.number, 0) + 1, d.hash, d.topic, d.difficulty, d.type, d.title,
                        coalesce(string_to_array(nullif(d.tags, ''), ','), '{}'), cast(d.body as jsonb)
                    from unnest(?, ?, ?, ?, ?, ?, ?, ?) d(slug, hash, topic, difficulty, type, title, tags, body)
                    join question q on q.course_id = ? and q.slug = d.slug
                    left join question_version newest on newest.id = q.newest_id
                    left join question_version ready on ready.id = q.ready_id
                    where newest.hash is distinct from d.hash and ready.hash is distinct from d.hash
                    returning *),
                logged as (
                    insert into question_state (question_version_id, state, at, by)
                    select a.id, d.state, ?, cast(? as bigint)
                    from added a join question q on q.id = a.question_id join unnest(?, ?) d(slug, state)
                        on d.slug = q.slug)
                update question q set newest_id = a.id, number = a.number, type = a.type, title = a.title,
                    prompt = a.body ->> 'prompt', topic = a.topic, difficulty = a.difficulty, tags = a.tags,
                    state = d.state, ready_id = case when d.state = 'READY' then a.id else q.ready_id end,
                    changed_at = ?, changed_by = cast(? as bigint)
                from added a, unnest(?, ?) d(slug, state)
                where a.question_id = q.id and d.slug = q.slug""",
                slugs, hashes, column(questions, q -> q.definition().topic()),
                column(questions, q -> q.definition().difficulty().name()),
                column(questions, q -> q.definition().body().type().name()),
                column(questions, q -> q.definition().title()),
                column(questions, q -> String.join(",", q.definition().tags())),
                column(questions, HashedQuestion::body), courseId,
                now, caller, slugs, states, now, caller, slugs, states);
        sql.write("""
                with done as (
                    update question q set state = 'READY', ready_id = q.newest_id
                    from unnest(?, ?, ?) d(slug, hash, state), question_version newest
                    where q.course_id = ? and q.slug = d.slug and newest.id = q.newest_id and newest.hash = d.hash
                        and d.state = 'READY' and q.state in ('DRAFT', 'IN_REVIEW')
                    returning q.newest_id)
                insert into question_state (question_version_id, state, at, by)
                select newest_id, 'READY', ?, cast(? as bigint) from done""",
                slugs, hashes, states, courseId, now, caller);
        file(courseId, questions.stream().filter(q -> !q.definition().category().isEmpty()).toList());
    }

    /**
     * A version that is to follow another.
     *
     * @param base number of the version it was made from; 0: none
     */
    record NewVersion(long questionId, int base, HashedQuestion question, QuestionState state) {
    }

    /**
     * Adds versions, in one statement.
     *
     * @return how many were added: those are left out whose question has got a newer version meanwhile
     */
    int add(List<NewVersion> added, Instant now, long caller) {
        var there = sql.rows("""
                with given as (
                    select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        d(question_id, base, state, hash, topic, difficulty, type, title, tags, body)),
                added as (
                    insert into question_version (question_id, number, hash, topic, difficulty, type, title, tags, body)
                    select q.id, d.base + 1, d.hash, d.topic, d.difficulty, d.type, d.title,
                        coalesce(string_to_array(nullif(d.tags, ''), ','), '{}'), cast(d.body as jsonb)
                    from given d join question q on q.id = d.question_id and q.number = d.base
                    on conflict do nothing returning *),
                logged as (
                    insert into question_state (question_version_id, state, at, by)
                    select a.id, d.state, ?, ? from added a join given d on d.question_id = a.question_id)
                update question q set newest_id = a.id, number = a.number, type = a.type, title = a.title,
                    prompt = a.body ->> 'prompt', topic = a.topic, difficulty = a.difficulty, tags = a.tags,
                    state = d.state, ready_id = case when d.state = 'READY' then a.id else q.ready_id end,
                    changed_at = ?, changed_by = ?
                from added a join given d on d.question_id = a.question_id
                where a.question_id = q.id returning q.newest_id, q.ready_id""",
                row -> row.getLong("newest_id") == row.getLong("ready_id") ? row.getLong("newest_id") : null,
                added.stream().map(NewVersion::questionId).toArray(Long[]::new),
                added.stream().map(NewVersion::base).toArray(Integer[]::new),
                column(added, version -> version.state().name()), column(added, version -> version.question().hash()),
                column(added, version -> version.question().definition().topic()),
                column(added, version -> version.question().definition().difficulty().name()),
                column(added, version -> version.question().definition().body().type().name()),
                column(added, version -> version.question().definition().title()),
                column(added, version -> String.join(",", version.question().definition().tags())),
                column(added, version -> version.question().body()), now, caller, now, caller);
        tellCourses(there.stream().filter(Objects::nonNull).toList());
        return there.size();
    }

    /** Says of these versions that they are asked from now on, or no more. */
    void tellCourses(List<Long> versionIds) {
        if (versionIds.isEmpty()) {
            return;
        }
        var courses = sql.rows("""
                select distinct q.course_id from question_version v join question q on q.id = v.question_id
                where v.id = any(?) and q.course_id is not null order by q.course_id""",
                row -> row.getLong("course_id"), (Object) versionIds.toArray(Long[]::new));
        if (!courses.isEmpty()) {
            changed.fire(new QuestionsChanged(courses));
        }
    }

    /** Puts questions of a course into the categories they name, which come into being where there are none. */
    private void file(long courseId, Collection<HashedQuestion> questions) {
        if (questions.isEmpty()) {
            return;
        }
        var slugs = column(questions, HashedQuestion::slug);
        var outer = column(questions, q -> q.definition().category().get(0));
        var inner = column(questions, q -> q.definition().category().size() < 2 ? null
                : q.definition().category().get(1));
        sql.write("""
                insert into question_category (organisation_id, course_id, name)
                select distinct c.organisation_id, c.id, d.name from course c, unnest(?) d(name)
                where c.id = ? on conflict do nothing""", outer, courseId);
        sql.write("""
                insert into question_category (organisation_id, course_id, parent_id, name)
                select distinct p.organisation_id, p.course_id, p.id, d.name
                from unnest(?, ?) d(outermost, name)
                join question_category p on p.course_id = ? and p.parent_id is null and p.name = d.outermost
                where d.name is not null on conflict do nothing""", outer, inner, courseId);
        sql.write("""
                update question q set category_id = coalesce(k.id, p.id)
                from unnest(?, ?, ?) d(slug, outermost, name)
                join question_category p on p.course_id = ? and p.parent_id is null and p.name = d.outermost
                left join question_category k on k.parent_id = p.id and k.name = d.name
                where q.course_id = ? and q.slug = d.slug and q.category_id is distinct from coalesce(k.id, p.id)""",
                slugs, outer, inner, courseId, courseId);
    }

    private static <T> String[] column(Collection<T> things, Function<T, String> text) {
        return things.stream().map(text).toArray(String[]::new);
    }
}
