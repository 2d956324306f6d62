package id.sanggar.assessment;

import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Single questions, as they are written. */
@ApplicationScoped
class QuestionStore {

    private static final int LONGEST_SLUG = 54;

    @Inject
    private Sql sql;

    @Inject
    private Questions questions;

    /** A question that was just entered. */
    record Created(long id, UUID code) {
    }

    /**
     * A question as it stands.
     *
     * @param number of its newest version, as hash and state are
     * @param asked its newest ready version, or else its newest
     */
    record Written(long id, UUID code, String slug, int number, String hash, QuestionState state,
            QuestionDefinition asked) {
    }

    /** A slug that is free in the bank, as near to this one as may be. */
    String free(BankOwner owner, String wanted) {
        var slug = wanted.isEmpty() ? "soal" : wanted.substring(0, Math.min(wanted.length(), LONGEST_SLUG))
                .replaceAll("-$", "");
        var taken = new HashSet<>(sql.rows("""
                select q.slug from question q where q.organisation_id = ? and q.course_id is not distinct from ?
                    and (q.slug = ? or q.slug like ?)""", row -> row.getString("slug"), owner.organisationId(),
                owner.courseId(), slug, slug + "-%"));
        var free = slug;
        for (int number = 2; taken.contains(free); number++) {
            free = slug + "-" + number;
        }
        return free;
    }

    Created create(BankOwner owner, String slug, Long category, UUID copiedFrom) {
        return sql.row("""
                insert into question (organisation_id, course_id, slug, category_id, copied_from)
                select ?, cast(? as bigint), ?, (select k.id from question_category k where k.id = ?
                    and k.organisation_id = ? and k.course_id is not distinct from ?),
                    (select q.id from question q where q.code = cast(? as uuid))
                returning id, code""", row -> new Created(row.getLong("id"), row.getObject("code", UUID.class)),
                owner.organisationId(), owner.courseId(), slug, category, owner.organisationId(), owner.courseId(),
                copiedFrom).orElseThrow();
    }

    /** Puts a question into a category of its own bank; null: into none. */
    void file(long questionId, Long category) {
        sql.write("""
                update question q set category_id = (select k.id from question_category k where k.id = ?
                    and k.organisation_id = q.organisation_id and k.course_id is not distinct from q.course_id)
                where q.id = ?""", category, questionId);
    }

    /** @throws NotFound if there is no such question, or it is another organisation's */
    Written find(UUID code, List<Long> organisations) {
        return sql.row("select q.id, q.code, q.number, q.state as now, n.hash, q.slug, v.title, v.topic, v.difficulty,"
                + " v.body, v.tags, q.state, " + Questions.CATEGORY + """
                 from question q join question_version n on n.id = q.newest_id
                join question_version v on v.id = coalesce(q.ready_id, q.newest_id)
                where q.code = ? and q.organisation_id = any(?)""", QuestionStore::written, code,
                organisations.toArray(Long[]::new)).orElseThrow(() -> new NotFound("question " + code));
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(row.getLong("id"), row.getObject("code", UUID.class), row.getString("slug"),
                row.getInt("number"), row.getString("hash"), QuestionState.valueOf(row.getString("now")),
                Questions.definition(row));
    }

    /** @throws NotFound if the question has no such version */
    QuestionDefinition version(UUID code, int number) {
        return sql.row("select q.slug, v.title, v.topic, v.difficulty, v.body, v.tags, q.state, " + Questions.CATEGORY
                + " from question q join question_version v on v.question_id = q.id where q.code = ? and v.number = ?",
                Questions::definition, code, number)
                .orElseThrow(() -> new NotFound("version " + number + " of question " + code));
    }

    /**
     * Brings the newest versions of these questions into a state, those that can come into it from where they are.
     *
     * @return how many did
     */
    int move(BankQuery query, QuestionState state, Instant now, long caller) {
        var moved = sql.rows("""
                with moved as (
                    update question q set state = ?, changed_at = ?, changed_by = ?,
                        ready_id = case ? when 'READY' then q.newest_id when 'RETIRED' then null else q.ready_id end
                    where q.state = any(?) and\s""" + query.where() + """
                     returning q.newest_id)
                insert into question_state (question_version_id, state, at, by)
                select newest_id, ?, ?, ? from moved returning question_version_id""",
                row -> row.getLong("question_version_id"), query.parameters(List.of(state, now, caller, state,
                        state.before().stream().map(QuestionState::name).toArray(String[]::new)),
                        List.of(state, now, caller)));
        if (state == QuestionState.READY || state == QuestionState.RETIRED) {
            questions.tellCourses(moved);
        }
        return moved.size();
    }
}
