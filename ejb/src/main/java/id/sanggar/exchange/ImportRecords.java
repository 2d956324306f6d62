package id.sanggar.exchange;

import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.RestartableJob;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where imports are kept, from the upload until somebody has applied or cancelled them. */
@ApplicationScoped
class ImportRecords {

    private static final String SHOWN = """
            select i.code, i.kind, i.file_name, c.slug, d.title_id, d.title_en, i.state, i.plan, i.done, i.total,
                i.created_at
            from content_import i
            left join course c on c.id = i.course_id
            left join draft d on d.course_id = i.course_id
            """;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /**
     * What is needed to apply one.
     *
     * @param courseId null for a new course
     * @param draftRevision of the draft it was compared with; null for a new course
     */
    record Stored(long id, UUID code, ImportKind kind, String fileName, String organisation, Long courseId,
            String section, String topic, boolean split, ImportState state, Integer draftRevision, ImportPlan plan,
            long createdBy) {
    }

    UUID add(ImportOrder order, String fileName, long organisationId, Long courseId, ImportPlan plan, byte[] bytes,
            Integer draftRevision, int total, long author) {
        var refused = !plan.problems().isEmpty();
        return sql.row("""
                insert into content_import (kind, file_name, organisation_id, course_id, section, topic, split, state,
                    bytes, draft_revision, plan, total, created_by, created_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?) returning code""",
                row -> row.getObject("code", UUID.class), order.kind(), fileName, organisationId, courseId,
                order.section(), order.topic(), order.split(), refused ? ImportState.REFUSED : ImportState.READY,
                refused ? null : bytes, draftRevision, plan.json(), total, author, clock.instant(), clock.instant())
                .orElseThrow();
    }

    /** @throws NotFound if there is no such import of that author */
    Import shown(UUID code, long author) {
        return sql.row(SHOWN + "where i.code = ? and i.created_by = ?", ImportRecords::shown, code, author)
                .orElseThrow(() -> new NotFound("import " + code));
    }

    /** The newest first. */
    List<Import> recent(long author, int most) {
        return sql.rows(SHOWN + "where i.created_by = ? order by i.created_at desc limit ?", ImportRecords::shown,
                author, most);
    }

    private static Import shown(ResultSet row) throws SQLException {
        var slug = row.getString("slug");
        return new Import(row.getObject("code", UUID.class), ImportKind.valueOf(row.getString("kind")),
                row.getString("file_name"), slug,
                slug == null ? null : new LocalizedText(row.getString("title_id"), row.getString("title_en")),
                ImportState.valueOf(row.getString("state")), ImportPlan.of(row.getString("plan")), row.getInt("done"),
                row.getInt("total"), Sql.instant(row, "created_at"));
    }

    /** Locked until the transaction ends. */
    Optional<Stored> lock(UUID code) {
        return stored("i.code = ?", code);
    }

    Optional<Stored> lock(long id) {
        return stored("i.id = ?", id);
    }

    private Optional<Stored> stored(String which, Object key) {
        return sql.row("""
                select i.*, o.slug as organisation from content_import i
                join organisation o on o.id = i.organisation_id
                where\s""" + which + " for update of i", row -> new Stored(row.getLong("id"),
                        row.getObject("code", UUID.class), ImportKind.valueOf(row.getString("kind")),
                        row.getString("file_name"), row.getString("organisation"),
                        row.getObject("course_id", Long.class), row.getString("section"), row.getString("topic"),
                        row.getBoolean("split"), ImportState.valueOf(row.getString("state")),
                        Sql.integer(row, "draft_revision"), ImportPlan.of(row.getString("plan")),
                        row.getLong("created_by")), key);
    }

    Optional<Long> author(long id) {
        return sql.row("select created_by from content_import where id = ?", row -> row.getLong(1), id);
    }

    byte[] bytes(long id) {
        return sql.row("select bytes from content_import where id = ?", row -> row.getBytes("bytes"), id).orElseThrow();
    }

    /** It was looked through again. */
    void looked(long id, ImportPlan plan, Integer draftRevision) {
        var refused = !plan.problems().isEmpty();
        sql.write("""
                update content_import set plan = cast(? as jsonb), draft_revision = ?, state = ?, changed_at = ?,
                    bytes = case when ? then null else bytes end where id = ?""", plan.json(), draftRevision,
                refused ? ImportState.REFUSED : ImportState.READY, clock.instant(), refused, id);
    }

    void begin(long id) {
        sql.write("update content_import set state = 'APPLYING', done = 0, changed_at = ? where id = ?",
                clock.instant(), id);
    }

    /** @param courseId of the course it went into */
    void end(long id, ImportState state, Long courseId) {
        sql.write("""
                update content_import set state = ?, bytes = null, changed_at = ?, course_id = coalesce(?, course_id)
                where id = ?""", state, clock.instant(), courseId, id);
        sql.write("delete from content_import_file where import_id = ?", id);
    }

    /** The files of a large import that are kept already, by the names they came under. */
    Map<String, NewMedia> kept(long id) {
        var kept = new HashMap<String, NewMedia>();
        sql.rows("select * from content_import_file where import_id = ?", row -> kept.put(row.getString("name"),
                NewMedia.stored(row.getString("kept_as"), row.getString("sha256"), row.getString("content_type"))), id);
        return kept;
    }

    void keep(long id, String name, NewMedia file) {
        sql.write("""
                insert into content_import_file (import_id, name, kept_as, sha256, content_type) values (?, ?, ?, ?, ?)
                on conflict do nothing""", id, name, file.name(), file.sha256(), file.contentType());
        sql.write("""
                update content_import i set changed_at = ?,
                    done = (select count(*) from content_import_file f where f.import_id = i.id)
                where i.id = ?""", clock.instant(), id);
    }

    /** Those that a job works on, or should. */
    List<RestartableJob.Work> applying() {
        return sql.rows("select id, execution_id from content_import where state = 'APPLYING' order by id",
                row -> new RestartableJob.Work(row.getLong("id"), row.getObject("execution_id", Long.class)));
    }

    void runs(long id, long executionId) {
        sql.write("update content_import set execution_id = ? where id = ?", executionId, id);
    }

    /** Forgets what nobody applied, and what was applied long ago. */
    int purge(Instant untouchedSince, Instant endedBefore) {
        return sql.write("""
                delete from content_import where state = 'READY' and changed_at < ?
                    or state in ('REFUSED', 'CANCELLED') and changed_at < ?
                    or state = 'APPLIED' and changed_at < ?""", untouchedSince, untouchedSince, endedBefore);
    }
}
