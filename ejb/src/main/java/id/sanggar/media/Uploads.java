package id.sanggar.media;

import id.sanggar.shared.JsonText;
import id.sanggar.shared.Message;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where files on their way are kept. */
@ApplicationScoped
class Uploads {

    private static final String SELECT = """
            select u.code, o.slug, u.file_name, u.size, u.received, u.state, cast(u.problem as text) as problem,
                i.code as item, u.changed_at, u.organisation_id, u.account_id, u.replaces, u.beginning
            from media_upload u join organisation o on o.id = u.organisation_id
            left join media_item i on i.id = u.item_id
            """;

    /** The pieces of an upload that became no file. */
    private static final String LEFT_OVER = """
            delete from media_chunk c where c.chunks = ?
                and not exists (select 1 from media m where m.chunks = c.chunks)""";

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** An upload and whose it is. */
    record Row(Upload upload, long organisationId, long accountId, Long replaces, String beginning) {
    }

    Optional<Row> find(UUID code) {
        return sql.row(SELECT + "where u.code = ?", Uploads::read, code);
    }

    /** Held until the end of the transaction. */
    Optional<Row> lock(UUID code) {
        return sql.row(SELECT + "where u.code = ? for update of u", Uploads::read, code);
    }

    /** One that waits to be looked through and that nobody looks through, held until the end of the transaction. */
    Optional<Row> next() {
        return sql.row(SELECT + """
                where u.state = 'PROCESSING' order by u.changed_at limit 1 for update of u skip locked""",
                Uploads::read);
    }

    /** The same file of the same person, on its way already. */
    Optional<Row> same(long accountId, long organisationId, Long replaces, String fileName, long size,
            String beginning) {
        return sql.row(SELECT + """
                where u.account_id = ? and u.organisation_id = ? and u.replaces is not distinct from ?::bigint
                    and u.file_name = ? and u.size = ? and u.beginning = ? and u.state = 'RECEIVING'""",
                Uploads::read, accountId, organisationId, replaces, fileName, size, beginning);
    }

    /** Those that are not in the library yet, and those refused, the newest first. */
    List<Upload> unfinished(long accountId, long organisationId) {
        return sql.rows(SELECT + """
                where u.account_id = ? and u.organisation_id = ? and u.state <> 'READY'
                order by u.changed_at desc, u.code limit 50""", row -> read(row).upload(), accountId, organisationId);
    }

    /** @return nothing if the same one has just been added by another request */
    Optional<UUID> add(long accountId, long organisationId, Long replaces, String fileName, long size,
            String beginning) {
        var now = clock.instant();
        return sql.row("""
                insert into media_upload (organisation_id, account_id, replaces, file_name, size, beginning, state,
                    created_at, changed_at)
                values (?, ?, ?, ?, ?, ?, 'RECEIVING', ?, ?) on conflict do nothing returning code""",
                row -> row.getObject("code", UUID.class), organisationId, accountId, replaces, fileName, size,
                beginning, now, now);
    }

    void take(UUID code, long offset, byte[] piece) {
        sql.write("insert into media_chunk (chunks, position, bytes) values (?, ?, ?) on conflict do nothing", code,
                (int) (offset / MediaStore.CHUNK), piece);
        sql.write("update media_upload set received = ?, changed_at = ? where code = ?", offset + piece.length,
                clock.instant(), code);
    }

    void wait(UUID code) {
        sql.write("update media_upload set state = 'PROCESSING', changed_at = ? where code = ?", clock.instant(), code);
    }

    void ready(UUID code, long itemId) {
        sql.write("update media_upload set state = 'READY', item_id = ?, changed_at = ? where code = ?", itemId,
                clock.instant(), code);
    }

    void refuse(UUID code, Message problem) {
        sql.write("""
                update media_upload set state = 'REFUSED', problem = cast(? as jsonb), changed_at = ?
                where code = ?""", JsonText.write(JsonText.of(problem)), clock.instant(), code);
        sql.write(LEFT_OVER, code);
    }

    void forgetPieces(UUID code) {
        sql.write(LEFT_OVER, code);
    }

    void remove(UUID code) {
        sql.write(LEFT_OVER, code);
        sql.write("delete from media_upload where code = ?", code);
    }

    /** Those nobody went on with, and those that are done, for so long. */
    List<UUID> stale(Duration age) {
        return sql.rows("select code from media_upload where state <> 'PROCESSING' and changed_at < ? limit 100",
                row -> row.getObject("code", UUID.class), clock.instant().minus(age));
    }

    private static Row read(ResultSet row) throws SQLException {
        var upload = new Upload(row.getObject("code", UUID.class), row.getString("slug"), row.getString("file_name"),
                row.getLong("size"), row.getLong("received"), UploadState.valueOf(row.getString("state")),
                problem(row.getString("problem")), row.getObject("item", UUID.class), Sql.instant(row, "changed_at"));
        return new Row(upload, row.getLong("organisation_id"), row.getLong("account_id"),
                row.getObject("replaces", Long.class), row.getString("beginning"));
    }

    private static Message problem(String json) {
        return json == null ? null : JsonText.message(JsonText.object(json));
    }
}
