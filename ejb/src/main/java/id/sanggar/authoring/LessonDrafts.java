package id.sanggar.authoring;

import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the text of lessons is kept while it is being written, with all it once was. */
@ApplicationScoped
class LessonDrafts {

    private static final int MOST_REVISIONS = 5_000;

    @Inject
    private Sql sql;

    /** A lesson's text as it stands. */
    record Current(long id, int revision, String text, Instant changedAt, String changedBy) {
    }

    /** @throws NotFound if the draft holds no such lesson */
    Current find(long courseId, String slug) {
        return find(courseId, slug, "");
    }

    /** As {@link #find}; nobody else changes it before the transaction ends. */
    Current lock(long courseId, String slug) {
        return find(courseId, slug, " for update of a");
    }

    private Current find(long courseId, String slug, String suffix) {
        return sql.row("""
                select a.id, a.revision, a.body, a.changed_at, (select p.name from account p where p.id = a.changed_by)
                    as changer
                from draft_activity a
                where a.course_id = ? and a.slug = ? and a.kind = 'LESSON' and a.deleted_at is null""" + suffix,
                row -> new Current(row.getLong("id"), row.getInt("revision"), row.getString("body"),
                        Sql.instant(row, "changed_at"), row.getString("changer")), courseId, slug)
                .orElseThrow(() -> new NotFound("lesson " + slug));
    }

    /** Sees to it that the lesson as it stands is in its history. */
    void remember(long activityId) {
        sql.write("""
                insert into draft_revision (activity_id, number, title_id, title_en, body, at, by)
                select id, revision, title_id, title_en, body, changed_at, changed_by from draft_activity where id = ?
                on conflict do nothing""", activityId);
    }

    /** The text as it was at that revision, or at the last one before that is known; empty if none is. */
    Optional<String> text(long activityId, int revision) {
        return sql.row("""
                select body from draft_revision where activity_id = ? and number <= ? and not aside
                order by number desc limit 1""", row -> row.getString("body"), activityId, revision);
    }

    /** What was saved under exactly that number, be it set aside; empty if nothing was. */
    Optional<String> saved(long activityId, int number) {
        return sql.row("select body from draft_revision where activity_id = ? and number = ?",
                row -> row.getString("body"), activityId, number);
    }

    /** @return the new revision */
    int write(long activityId, String text, Instant now, long by, Integer restoredFrom) {
        sql.write("""
                update draft_activity set body = ?, revision = revision + 1, changed_at = ?, changed_by = ?
                where id = ?""", text, now, by, activityId);
        return keep(activityId, now, by, restoredFrom);
    }

    /** @return the new revision */
    int write(long activityId, LessonFacts facts, Instant now, long by) {
        sql.write("""
                update draft_activity set title_id = ?, title_en = ?, minutes = ?, topics = cast(? as jsonb),
                    outcomes = cast(? as jsonb), revision = revision + 1, changed_at = ?, changed_by = ?
                where id = ?""", facts.title().id(), facts.title().en(), facts.minutes(),
                Drafts.ofStrings(facts.topics()), Drafts.ofStrings(facts.outcomes()), now, by, activityId);
        return keep(activityId, now, by, null);
    }

    private int keep(long activityId, Instant now, long by, Integer restoredFrom) {
        return sql.row("""
                insert into draft_revision (activity_id, number, title_id, title_en, body, at, by, restored_from)
                select id, revision, title_id, title_en, body, ?, ?, ? from draft_activity where id = ?
                returning number""", LessonDrafts::number, now, by, restoredFrom, activityId).orElseThrow();
    }

    /**
     * Keeps a text that could not become the lesson's.
     *
     * @return the new revision, at which the lesson is what it was before
     */
    int setAside(long activityId, String text, Instant now, long by) {
        sql.write("update draft_activity set revision = revision + 1 where id = ?", activityId);
        return sql.row("""
                insert into draft_revision (activity_id, number, title_id, title_en, body, at, by, aside)
                select id, revision, title_id, title_en, ?, ?, ?, true from draft_activity where id = ?
                returning number""", LessonDrafts::number, text, now, by, activityId).orElseThrow();
    }

    private static Integer number(ResultSet row) throws SQLException {
        return row.getInt("number");
    }

    /** The oldest first. */
    List<LessonHistory.Revision> history(long activityId) {
        var revisions = new ArrayList<>(sql.rows("""
                select r.number, r.at, p.name, r.restored_from, r.aside
                from draft_revision r left join account p on p.id = r.by
                where r.activity_id = ? order by r.number desc limit ?""",
                row -> new LessonHistory.Revision(row.getInt("number"), Sql.instant(row, "at"), row.getString("name"),
                        Sql.integer(row, "restored_from"), row.getBoolean("aside")), activityId, MOST_REVISIONS));
        Collections.reverse(revisions);
        return revisions;
    }

    /**
     * Somebody has the lesson open.
     *
     * @return the names of the others who have
     */
    List<String> present(long activityId, long accountId, Instant now, Duration fresh) {
        sql.write("""
                insert into draft_presence (activity_id, account_id, seen_at) values (?, ?, ?)
                on conflict (activity_id, account_id) do update set seen_at = excluded.seen_at""", activityId,
                accountId, now);
        return sql.rows("""
                select p.name from draft_presence d join account p on p.id = d.account_id
                where d.activity_id = ? and d.account_id <> ? and d.seen_at > ? order by p.name""",
                row -> row.getString("name"), activityId, accountId, now.minus(fresh));
    }

    /**
     * The course may show these files, under these names, from now on.
     *
     * @return whether it could not before
     */
    boolean show(long courseId, Map<String, String> hashes) {
        return sql.write("insert into draft_media (course_id, name, sha256) select ?, n.name, n.sha256"
                + " from unnest(?, ?) n(name, sha256) on conflict (course_id, name) do nothing", courseId,
                hashes.keySet().toArray(String[]::new), hashes.values().toArray(String[]::new)) > 0;
    }
}
