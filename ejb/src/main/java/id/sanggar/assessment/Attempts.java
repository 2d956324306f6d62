package id.sanggar.assessment;

import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where attempts are kept. Whoever grades an attempt holds it and all its slots alone: so no answer is taken after the
 * grading, and the grading misses none.
 */
@ApplicationScoped
class Attempts {

    private static final String ATTEMPT = """
            select a.id, a.code, a.account_id, a.course_id, a.activity_id, a.activity_slug, a.number, a.state,
                a.started_at, a.due_at, a.submitted_at, a.score, a.passed,
                (select max(o.number) from attempt o where o.account_id = a.account_id
                    and o.course_id = a.course_id and o.activity_slug = a.activity_slug) as latest,
                s.position, s.question_version_id, s.section, s.mark, s.shuffle_seed, s.step, s.answer, s.fraction,
                s.returned
            from attempt a join attempt_slot s on s.attempt_id = a.id
            where a.code = ? order by s.position""";

    /** Locking the answers too makes PostgreSQL read anew those that were written while we waited for the attempt. */
    private static final String ALONE = " for no key update of a, s";

    /**
     * A slot that is graded takes no answer: one that had to wait for the grading finds that out when its turn comes.
     * Scalars, not arrays: PostgreSQL plans anew for every length of an array, and planning is most of the work. The
     * state is judged after the attempt is found by its code, or else the planner may walk through all that are open.
     */
    private static final String SAVE = """
            with given as (
                select cast(? as integer) as position, cast(? as jsonb) as answer, cast(? as integer) as based_on),
            asked as (
                select a.id, a.state = 'RETURNED' as again,
                    a.state = 'RETURNED' or a.state = 'IN_PROGRESS' and (a.due_at is null or a.due_at >= ?) as open
                from attempt a where a.code = ?),
            saved as (
                update attempt_slot s set answer = g.answer, answered_at = ?, step = s.step + 1
                from asked a, given g
                where a.open and s.attempt_id = a.id and s.position = g.position and s.fraction is null
                    and (s.returned or not a.again) and s.step = g.based_on and s.answer is distinct from g.answer
                returning s.attempt_id, s.position, s.step, s.answer, s.answered_at),
            kept as (
                insert into attempt_step (attempt_id, position, step, answer, given_at)
                select attempt_id, position, step, answer, answered_at from saved)
            select coalesce(v.step, s.step) as step, case when v.step is null then s.answer else v.answer end as answer,
                v.step is not null or s.answer is not distinct from g.answer as agreed,
                v.step is null and s.step = g.based_on and s.answer is distinct from g.answer and s.fraction is null
                    and (s.returned or not a.again) as raced
            from asked a
            join given g on a.open
            join attempt_slot s on s.attempt_id = a.id and s.position = g.position
            left join saved v on true""";

    @Inject
    private Sql sql;

    /** An attempt in a list. */
    record Past(UUID code, String activitySlug, int number, AttemptState state, Instant startedAt, Instant dueAt,
            Instant submittedAt, BigDecimal score, Boolean passed, List<Long> questionIds) {

        boolean isOpen() {
            return state == AttemptState.IN_PROGRESS || state == AttemptState.RETURNED;
        }

        boolean isWithGrader() {
            return state == AttemptState.SUBMITTED;
        }

        boolean isOverdue(Instant now) {
            return state == AttemptState.IN_PROGRESS && dueAt != null && now.isAfter(dueAt.plus(Attempt.GRACE));
        }
    }

    /**
     * What stands at a place now.
     *
     * @param agreed it is what was given, whether by this request or an earlier one
     * @param raced someone wrote in the same moment: ask again
     */
    record Kept(int step, Answer answer, boolean agreed, boolean raced) {
    }

    /** @throws NotFound if there is no such attempt */
    Attempt find(UUID code) {
        return read(ATTEMPT, code);
    }

    /** As it is now and stays until the end of the transaction: nobody else answers or submits meanwhile. */
    Attempt findAlone(UUID code) {
        return read(ATTEMPT + ALONE, code);
    }

    private Attempt read(String statement, UUID code) {
        var slots = new ArrayList<AttemptSlot>();
        var attempt = sql.rows(statement, row -> {
            slots.add(slot(row));
            return row.isFirst() ? attempt(row) : null;
        }, code).stream().findFirst().orElseThrow(() -> new NotFound("attempt " + code));
        return attempt.with(slots);
    }

    /** All of this person's attempts in the course, with the questions each of them asked. */
    List<Past> history(long accountId, long courseId) {
        return sql.rows("""
                select a.code, a.activity_slug, a.number, a.state, a.started_at, a.due_at, a.submitted_at, a.score,
                    a.passed, array_agg(v.question_id) as questions
                from attempt a
                join attempt_slot s on s.attempt_id = a.id
                join question_version v on v.id = s.question_version_id
                where a.account_id = ? and a.course_id = ?
                group by a.id order by a.number""",
                row -> past(row, Arrays.asList((Long[]) row.getArray("questions").getArray())), accountId, courseId);
    }

    /** This person's attempts at the quiz, first to last. */
    List<Past> of(long accountId, long courseId, String activitySlug) {
        return sql.rows("""
                select a.code, a.activity_slug, a.number, a.state, a.started_at, a.due_at, a.submitted_at, a.score,
                    a.passed
                from attempt a
                where a.account_id = ? and a.course_id = ? and a.activity_slug = ? order by a.number""",
                row -> past(row, List.of()), accountId, courseId, activitySlug);
    }

    /** The attempt that is open, if one is. */
    Optional<UUID> open(long accountId, long courseId, String activitySlug) {
        return of(accountId, courseId, activitySlug).stream().filter(Past::isOpen).map(Past::code).findFirst();
    }

    /** @return false if another request has started one in the same moment */
    boolean start(Paper paper, Quiz quiz, int number, Instant now, Instant due) {
        return sql.write("""
                with started as (
                    insert into attempt (code, account_id, course_id, activity_id, activity_slug, number, state,
                        started_at, due_at)
                    values (?, ?, ?, ?, ?, ?, 'IN_PROGRESS', ?, ?)
                    on conflict do nothing returning id)
                insert into attempt_slot (attempt_id, position, question_version_id, section, mark, shuffle_seed)
                select started.id, p.position, p.version, p.section, p.mark, p.seed
                from started, unnest(?, ?, ?, ?, ?) p(position, version, section, mark, seed)""",
                paper.code(), paper.accountId(), quiz.courseId(), quiz.activityId(), quiz.activitySlug(), number, now,
                due, paper.places().stream().map(Paper.Place::position).toArray(Integer[]::new),
                paper.questionVersionIds().toArray(Long[]::new),
                paper.places().stream().map(Paper.Place::section).toArray(Integer[]::new),
                paper.places().stream().map(Paper.Place::mark).toArray(Integer[]::new),
                paper.places().stream().map(Paper.Place::shuffleSeed).toArray(Integer[]::new)) > 0;
    }

    /**
     * Keeps an answer on top of the answer it was based on. One statement: it finds the attempt open and in time,
     * writes the new answer and its step, and tells what stands there now.
     *
     * @return nothing if the attempt is submitted or its time is over
     */
    Optional<Kept> save(UUID code, int position, Answer answer, int basedOnStep, Instant now) {
        var kept = sql.row(SAVE, Attempts::kept, position, AnswerJson.write(answer), basedOnStep,
                now.minus(Attempt.GRACE), code, now);
        // What raced was decided by the other's writing, which this statement's snapshot could not show yet.
        return kept.filter(Kept::raced).isPresent() ? save(code, position, answer, basedOnStep, now) : kept;
    }

    /** Keeps new answers of an attempt that nobody else can write to now. */
    void save(Attempt alone, List<AttemptSlot> answered, Instant now) {
        sql.write("""
                with saved as (
                    update attempt_slot s set answer = cast(g.answer as jsonb), answered_at = ?, step = g.step
                    from unnest(?, ?, ?) g(position, answer, step)
                    where s.attempt_id = ? and s.position = g.position
                    returning s.attempt_id, s.position, s.step, s.answer, s.answered_at)
                insert into attempt_step (attempt_id, position, step, answer, given_at)
                select attempt_id, position, step, answer, answered_at from saved""", now,
                answered.stream().map(AttemptSlot::position).toArray(Integer[]::new),
                answered.stream().map(slot -> AnswerJson.write(slot.answer())).toArray(String[]::new),
                answered.stream().map(AttemptSlot::step).toArray(Integer[]::new), alone.id());
    }

    void grade(Attempt graded) {
        sql.write("""
                with slots as (
                    update attempt_slot s set fraction = g.fraction, returned = false
                    from unnest(?, ?) g(position, fraction)
                    where s.attempt_id = ? and s.position = g.position)
                update attempt set state = ?, submitted_at = ?, score = ?, passed = ? where id = ?""",
                graded.slots().stream().map(AttemptSlot::position).toArray(Integer[]::new),
                graded.slots().stream().map(AttemptSlot::fraction).toArray(Double[]::new), graded.id(), graded.state(),
                graded.submittedAt(), graded.score(), graded.passed(), graded.id());
    }

    /** Gives these answers back to be improved. */
    void giveBack(long attemptId, Collection<Integer> positions) {
        sql.write("""
                with slots as (
                    update attempt_slot set returned = true where attempt_id = ? and position = any(?))
                update attempt set state = 'RETURNED' where id = ?""",
                attemptId, positions.toArray(Integer[]::new), attemptId);
    }

    /** Open attempts that take no answers any more, longest overdue first. */
    List<UUID> overdue(Instant now, int most) {
        return sql.rows("""
                select a.code from attempt a where a.state = 'IN_PROGRESS' and a.due_at < ?
                order by a.due_at limit ?""",
                row -> row.getObject("code", UUID.class), now.minus(Attempt.GRACE), most);
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(row.getLong("id"), row.getObject("code", UUID.class), row.getLong("account_id"),
                row.getLong("course_id"), row.getLong("activity_id"), row.getString("activity_slug"),
                row.getInt("number"), row.getInt("latest"), AttemptState.valueOf(row.getString("state")),
                Sql.instant(row, "started_at"), Sql.instant(row, "due_at"), Sql.instant(row, "submitted_at"),
                row.getBigDecimal("score"), row.getObject("passed", Boolean.class), List.of());
    }

    private static AttemptSlot slot(ResultSet row) throws SQLException {
        var fraction = row.getBigDecimal("fraction");
        return new AttemptSlot(
                new Paper.Place(row.getInt("position"), row.getLong("question_version_id"), row.getInt("section"),
                        row.getInt("mark"), Sql.integer(row, "shuffle_seed")),
                row.getInt("step"), AnswerJson.read(row.getString("answer")),
                fraction == null ? null : fraction.doubleValue(), row.getBoolean("returned"));
    }

    private static Past past(ResultSet row, List<Long> questionIds) throws SQLException {
        return new Past(row.getObject("code", UUID.class), row.getString("activity_slug"), row.getInt("number"),
                AttemptState.valueOf(row.getString("state")), Sql.instant(row, "started_at"),
                Sql.instant(row, "due_at"), Sql.instant(row, "submitted_at"), row.getBigDecimal("score"),
                row.getObject("passed", Boolean.class), questionIds);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getInt("step"), AnswerJson.read(row.getString("answer")),
                row.getBoolean("agreed"), row.getBoolean("raced"));
    }
}
