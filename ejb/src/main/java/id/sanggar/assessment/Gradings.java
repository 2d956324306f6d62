package id.sanggar.assessment;

import id.sanggar.shared.JsonText;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Page;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where it is kept what graders have in hand and what they gave. */
@ApplicationScoped
class Gradings {

    @Inject
    private Sql sql;

    /**
     * An attempt at the graders'.
     *
     * @param heldUntil null when nobody holds it, as is who does
     */
    record Grading(long attemptId, UUID code, GradingStage stage, int round, Instant since, boolean secondMarker,
            boolean anonymous, Long heldBy, String holder, Instant heldUntil, int revision,
            String learner, long learnerId, LocalizedText course) {

        boolean isHeldBy(long account) {
            return heldBy != null && heldBy == account;
        }

        boolean isHeldByAnother(long account, Instant now) {
            return heldBy != null && heldBy != account && heldUntil.isAfter(now);
        }
    }

    /** Puts an attempt that was handed in, for the first time or again, into the queue. */
    void arrive(Attempt attempt, Quiz quiz, Instant now) {
        sql.write("""
                insert into grading (attempt_id, stage, since, second_marker) values (?, 'FIRST', ?, ?)
                on conflict (attempt_id) do update set stage = 'FIRST', round = grading.round + 1,
                    since = excluded.since, revision = grading.revision + 1, held_by = null, held_until = null""",
                attempt.id(), now, quiz.rules().secondMarker());
        step(attempt.id(), "SUBMITTED", attempt.accountId(), "", now);
    }

    void step(long attemptId, String what, Long account, String note, Instant now) {
        sql.write("insert into grading_step (attempt_id, what, account_id, note, at) values (?, ?, ?, ?, ?)",
                attemptId, what, account, note, now);
    }

    /** The attempt if one of these organisations owns its course and it is not the caller's own. */
    Optional<Grading> find(UUID code, Collection<Long> organisations, long caller) {
        return sql.row("""
                select g.attempt_id, a.code, g.stage, g.round, g.since, g.second_marker,
                    coalesce(cast(z.rules ->> 'anonymous' as boolean), false) as anonymous, g.held_by,
                    h.name as holder, g.held_until, g.revision, l.name as learner,
                    a.account_id, v.title_id, v.title_en
                from grading g join attempt a on a.id = g.attempt_id join account l on l.id = a.account_id
                join course c on c.id = a.course_id join activity t on t.id = a.activity_id
                join course_version v on v.id = t.version_id join quiz z on z.activity_id = a.activity_id
                left join account h on h.id = g.held_by
                where a.code = ? and c.organisation_id = any(?) and a.account_id <> ?""",
                row -> new Grading(row.getLong("attempt_id"), row.getObject("code", UUID.class),
                        GradingStage.valueOf(row.getString("stage")), row.getInt("round"), Sql.instant(row, "since"),
                        row.getBoolean("second_marker"), row.getBoolean("anonymous"),
                        row.getObject("held_by", Long.class), row.getString("holder"),
                        Sql.instant(row, "held_until"), row.getInt("revision"), row.getString("learner"),
                        row.getLong("account_id"),
                        new LocalizedText(row.getString("title_id"), row.getString("title_en"))),
                code, organisations.toArray(Long[]::new), caller);
    }

    /**
     * Takes it in hand, unless someone else has it.
     *
     * @return false if someone else has it, or it was changed since
     */
    boolean claim(Grading grading, long caller, Instant now, Instant until) {
        return sql.write("""
                update grading set held_by = ?, held_until = ?, revision = revision + 1
                where attempt_id = ? and revision = ? and stage in ('FIRST', 'SECOND', 'MODERATION')
                    and (held_by is null or held_by = ? or held_until <= ?)""",
                caller, until, grading.attemptId(), grading.revision(), caller, now) == 1;
    }

    /** @return false if it was changed since */
    boolean move(Grading grading, int revision, GradingStage to, boolean secondMarker, Instant now) {
        return sql.write("""
                update grading set stage = ?, second_marker = ?, since = ?, held_by = null, held_until = null,
                    revision = revision + 1
                where attempt_id = ? and revision = ?""",
                to, secondMarker, now, grading.attemptId(), revision) == 1;
    }

    boolean release(Grading grading, long caller) {
        return sql.write("""
                update grading set held_by = null, held_until = null, revision = revision + 1
                where attempt_id = ? and held_by = ?""", grading.attemptId(), caller) == 1;
    }

    void give(Grading grading, AttemptSlot slot, Mark.Kind kind, long grader, GivenMark mark, Double fraction,
            Instant now) {
        var levels = JsonText.array();
        mark.levels().forEach(levels::add);
        sql.write("""
                insert into mark (attempt_id, position, step, kind, round, grader_id, levels, fraction, comment, notes,
                    given_at)
                values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, cast(? as jsonb), ?)""",
                grading.attemptId(), slot.position(), slot.step(), kind, grading.round(), grader,
                fraction == null ? null : levels.build().toString(), fraction, mark.comment(),
                Note.write(mark.notes()), now);
    }

    /** All marks of the attempt, first to last. */
    List<Mark> marks(long attemptId) {
        return sql.rows("""
                select m.position, m.kind, m.round, m.grader_id, a.name, m.levels, m.fraction, m.comment, m.notes,
                    m.given_at
                from mark m join account a on a.id = m.grader_id where m.attempt_id = ? order by m.id""",
                Gradings::mark, attemptId);
    }

    private static Mark mark(ResultSet row) throws SQLException {
        var levels = row.getString("levels");
        var fraction = row.getBigDecimal("fraction");
        return new Mark(row.getInt("position"), Mark.Kind.valueOf(row.getString("kind")), row.getInt("round"),
                row.getLong("grader_id"), row.getString("name"),
                levels == null ? List.of() : JsonText.array(levels).getValuesAs(JsonNumber::intValue),
                fraction == null ? null : fraction.doubleValue(), row.getString("comment"),
                Note.read(row.getString("notes")), Sql.instant(row, "given_at"));
    }

    /** What became of the attempt at the graders', first to last. */
    List<GradingPage.Step> steps(long attemptId) {
        return sql.rows("""
                select s.what, a.name, s.note, s.at from grading_step s left join account a on a.id = s.account_id
                where s.attempt_id = ? order by s.id""",
                row -> new GradingPage.Step(row.getString("what"), row.getString("name"), row.getString("note"),
                        Sql.instant(row, "at")), attemptId);
    }

    /** One statement. Oldest first. */
    Page<GradingRow> queue(GradingFilter filter, Collection<Long> organisations, long caller, Instant now, int number,
            int size) {
        return sql.page("""
                select a.code, g.stage, g.since, coalesce(cast(z.rules ->> 'anonymous' as boolean), false) as anonymous,
                    l.name as learner, h.name as holder, g.held_until,
                    g.held_by = ? and g.held_until > ? as mine, c.slug as course_slug, v.title_id,
                    v.title_en, t.title_id as quiz_id, t.title_en as quiz_en, asked.types,
                    exists (select 1 from mark m where m.attempt_id = a.id and m.round = g.round and m.grader_id = ?)
                        as marked,
                    count(*) over () as total
                from grading g join attempt a on a.id = g.attempt_id join account l on l.id = a.account_id
                join course c on c.id = a.course_id join activity t on t.id = a.activity_id
                join course_version v on v.id = t.version_id join quiz z on z.activity_id = a.activity_id
                left join account h on h.id = g.held_by and g.held_until > ?
                join lateral (select array_agg(distinct q.type) as types from attempt_slot s
                    join question_version q on q.id = s.question_version_id
                    where s.attempt_id = a.id and (q.type in ('ESSAY', 'PHOTO')
                        or q.type = 'CHECKLIST' and q.body -> 'rubric' is not null)) asked on true
                where c.organisation_id = any(?) and a.account_id <> ? and g.stage = any(?)
                    and (cast(? as text) is null or c.slug = ?) and (cast(? as text) is null or t.slug = ?)
                    and (cast(? as text) is null or asked.types @> array[cast(? as varchar)])
                order by g.since, a.id limit ? offset ?""", Gradings::row, number, size,
                caller, now, caller, now, organisations.toArray(Long[]::new), caller, filter.stages(), filter.course(),
                filter.course(), filter.quiz(), filter.quiz(), filter.type(), filter.type());
    }

    private static GradingRow row(ResultSet row) throws SQLException {
        var types = row.getArray("types");
        return new GradingRow(row.getObject("code", UUID.class), GradingStage.valueOf(row.getString("stage")),
                Sql.instant(row, "since"), row.getBoolean("anonymous") ? null : row.getString("learner"),
                row.getString("holder"), Sql.instant(row, "held_until"), row.getBoolean("mine"),
                row.getBoolean("marked"), row.getString("course_slug"),
                new LocalizedText(row.getString("title_id"), row.getString("title_en")),
                new LocalizedText(row.getString("quiz_id"), row.getString("quiz_en")),
                types == null ? List.of() : Arrays.stream((String[]) types.getArray())
                        .map(QuestionType::valueOf)
                        .toList());
    }

    /** The attempt the caller may mark next, oldest first; those she has marked in this round are another's. */
    Optional<UUID> next(Collection<Long> organisations, long caller, Instant now) {
        return sql.row("""
                select a.code from grading g join attempt a on a.id = g.attempt_id join course c on c.id = a.course_id
                where c.organisation_id = any(?) and a.account_id <> ?
                    and g.stage in ('FIRST', 'SECOND', 'MODERATION')
                    and (g.held_by is null or g.held_by = ? or g.held_until <= ?)
                    and not exists (select 1 from mark m where m.attempt_id = a.id and m.round = g.round
                        and m.grader_id = ? and m.kind <> 'RETURN')
                order by (g.held_by = ?) desc nulls last, g.since, a.id limit 1""",
                row -> row.getObject("code", UUID.class), organisations.toArray(Long[]::new), caller, caller, now,
                caller, caller);
    }

    /** What this person's graders have of hers, or did lately; the newest first. */
    List<GraderNews> news(long accountId, Instant lately) {
        return sql.rows("""
                select a.code, a.state, t.title_id as quiz_id, t.title_en as quiz_en, v.title_id, v.title_en
                from attempt a join grading g on g.attempt_id = a.id join activity t on t.id = a.activity_id
                join course_version v on v.id = t.version_id
                where a.account_id = ? and (g.stage <> 'DONE' or g.since > ?) order by g.since desc limit 10""",
                row -> new GraderNews(row.getObject("code", UUID.class), AttemptState.valueOf(row.getString("state")),
                        new LocalizedText(row.getString("quiz_id"), row.getString("quiz_en")),
                        new LocalizedText(row.getString("title_id"), row.getString("title_en"))), accountId, lately);
    }

    /** The courses and quizzes with attempts in the queue, for its filter. */
    List<GradingChoices.Quiz> quizzes(Collection<Long> organisations, long caller) {
        return sql.rows("""
                select distinct c.slug as course, v.title_id, v.title_en, t.slug as quiz, t.title_id as quiz_id,
                    t.title_en as quiz_en
                from grading g join attempt a on a.id = g.attempt_id join course c on c.id = a.course_id
                join course_version v on v.id = c.published_version_id join activity t on t.id = a.activity_id
                where c.organisation_id = any(?) and a.account_id <> ?
                    and g.stage in ('FIRST', 'SECOND', 'MODERATION')
                order by v.title_id, t.title_id""",
                row -> new GradingChoices.Quiz(row.getString("course"),
                        new LocalizedText(row.getString("title_id"), row.getString("title_en")), row.getString("quiz"),
                        new LocalizedText(row.getString("quiz_id"), row.getString("quiz_en"))),
                organisations.toArray(Long[]::new), caller);
    }
}
