package id.sanggar.exchange.members;

import id.sanggar.exchange.table.TableFormat;
import id.sanggar.identity.Access;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.JsonText;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.RestartableJob;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where imports of members are kept, from the upload until they are forgotten. */
@ApplicationScoped
class MemberImportRecords {

    /** Those the caller may see: of members she manages. Its parameter is her account. */
    private static final String MINE = Access.OVER_MEMBERSHIP.replace(":caller", "?");

    private static final String SHOWN = """
            select m.*, o.name_id, o.name_en, a.name as author
            from member_import m join account a on a.id = m.created_by
            left join organisation o on o.id = m.organisation_id
            """;

    /** So long a partner cannot ask anew who did not want to. */
    private static final Duration NOT_ASKED_AGAIN = Duration.ofDays(365);

    @Inject
    private Sql sql;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Clock clock;

    /**
     * An import as the work on it needs it.
     *
     * @param organisation id of the partner; null where a column says it
     * @param readTo row up to which it was looked through
     * @param doneTo row up to which it was applied, or undone
     * @param actor account of who ordered what is being done
     */
    record Stored(long id, UUID code, long programme, Long organisation, MemberImportState state, TableFormat format,
            Map<MemberField, Integer> mapping, long size, long received, int readTo, int doneTo, long actor) {
    }

    UUID add(long programme, Long organisation, String fileName, long size, long author) {
        return sql.row("""
                insert into member_import (programme_id, organisation_id, file_name, size, state, created_by,
                    created_at, changed_at) values (?, ?, ?, ?, 'RECEIVING', ?, ?, ?) returning code""",
                row -> row.getObject("code", UUID.class), programme, organisation, fileName, size, author,
                clock.instant(), clock.instant()).orElseThrow();
    }

    /** Bytes that somebody has announced or sent and nobody has decided about yet. */
    long held(long author) {
        return sql.row("""
                select coalesce(sum(size), 0) from member_import
                where created_by = ? and state in ('RECEIVING', 'MAPPING', 'CHECKING', 'CHECKED')""",
                row -> row.getLong(1), author).orElse(0L);
    }

    /** Of what somebody began to send and did not go on with, nothing is kept when she begins again. */
    void forgetBroken(long author, Instant untouchedSince) {
        sql.write("delete from member_import where created_by = ? and state = 'RECEIVING' and changed_at < ?", author,
                untouchedSince);
    }

    /** @throws NotFound if there is none of that code among those the caller may see */
    MemberImport shown(UUID code, long caller) {
        return sql.row(SHOWN + "where m.code = ? and " + MINE, this::shown, code, caller)
                .orElseThrow(() -> new NotFound("import " + code));
    }

    /** The newest first. */
    List<MemberImport> recent(long caller, int most) {
        return sql.rows(SHOWN + "where m.state <> 'RECEIVING' and " + MINE + " order by m.created_at desc limit ?",
                this::shown, caller, most);
    }

    private MemberImport shown(ResultSet row) throws SQLException {
        var problem = row.getString("problem");
        var partner = row.getString("name_id");
        return new MemberImport(row.getObject("code", UUID.class), programmes.byId(row.getLong("programme_id")),
                partner == null ? null : new LocalizedText(partner, row.getString("name_en")),
                row.getString("file_name"), MemberImportState.valueOf(row.getString("state")),
                headings(row.getString("headings")), mapping(row.getString("mapping")),
                problem == null ? null : JsonText.message(JsonText.object(problem)), row.getInt("rows"),
                row.getInt("done"), row.getInt("total"), counts(row.getString("counts")), row.getInt("kept"),
                row.getString("author"), Sql.instant(row, "created_at"));
    }

    private static List<String> headings(String json) {
        return json == null ? List.of() : JsonText.array(json).getValuesAs(JsonString::getString);
    }

    private static Map<MemberField, Integer> mapping(String json) {
        var mapping = new EnumMap<MemberField, Integer>(MemberField.class);
        if (json != null) {
            var object = JsonText.object(json);
            object.keySet().forEach(field -> mapping.put(MemberField.valueOf(field), object.getInt(field)));
        }
        return mapping;
    }

    private static Map<MemberOutcome, Integer> counts(String json) {
        var counts = new EnumMap<MemberOutcome, Integer>(MemberOutcome.class);
        var object = JsonText.object(json);
        object.keySet().forEach(outcome -> counts.put(MemberOutcome.valueOf(outcome), object.getInt(outcome)));
        return counts;
    }

    /**
     * For the rest of the transaction no table is read from its beginning to its end: a chunk is a few thousand rows
     * of tables that have just grown by hundreds of thousands, of which the planner does not know yet.
     */
    void byIndexesAlone() {
        sql.write("set local enable_seqscan = off");
    }

    /** Locked until the transaction ends. */
    Optional<Stored> lock(UUID code) {
        return stored("code = ? for update", code);
    }

    Optional<Stored> lock(long id) {
        return stored("id = ? for update", id);
    }

    Optional<Stored> find(UUID code) {
        return stored("code = ?", code);
    }

    Optional<Stored> find(long id) {
        return stored("id = ?", id);
    }

    private Optional<Stored> stored(String which, Object key) {
        return sql.row("select * from member_import where " + which, row -> {
            var format = row.getString("format");
            var applier = row.getObject("applied_by", Long.class);
            return new Stored(row.getLong("id"), row.getObject("code", UUID.class), row.getLong("programme_id"),
                    row.getObject("organisation_id", Long.class), MemberImportState.valueOf(row.getString("state")),
                    format == null ? null : TableFormat.valueOf(format), mapping(row.getString("mapping")),
                    row.getLong("size"), row.getLong("received"), row.getInt("read_to"), row.getInt("done_to"),
                    applier == null ? row.getLong("created_by") : applier);
        }, key);
    }

    void received(long id, int bytes) {
        sql.write("update member_import set received = received + ?, changed_at = ? where id = ?", bytes,
                clock.instant(), id);
    }

    void headed(long id, TableFormat format, List<String> headings, Map<MemberField, Integer> guess) {
        var array = JsonText.array();
        headings.forEach(array::add);
        sql.write("""
                update member_import set state = 'MAPPING', format = ?, headings = cast(? as jsonb),
                    mapping = cast(? as jsonb), changed_at = ? where id = ?""", format, array.build().toString(),
                json(guess), clock.instant(), id);
    }

    private static String json(Map<MemberField, Integer> mapping) {
        var object = JsonText.object();
        mapping.forEach((field, column) -> object.add(field.name(), column));
        return JsonText.write(object);
    }

    /** Is to be looked through, from its beginning. */
    void check(long id, Map<MemberField, Integer> mapping) {
        sql.write("delete from member_import_row where import_id = ?", id);
        sql.write("""
                update member_import set state = 'CHECKING', mapping = cast(? as jsonb), read_to = 0, rows = 0,
                    counts = '{}', changed_at = ?, execution_id = null where id = ?""", json(mapping),
                clock.instant(), id);
    }

    /** Within the caller's transaction, or one of its own. */
    @Transactional
    void refuse(long id, Message reason) {
        sql.write("""
                update member_import set state = 'REFUSED', problem = cast(? as jsonb), changed_at = ?
                where id = ?""", JsonText.write(JsonText.of(reason)), clock.instant(), id);
        forget(id);
    }

    void read(long id, int rows, int lastRow) {
        sql.write("update member_import set rows = rows + ?, read_to = ?, changed_at = ? where id = ?", rows, lastRow,
                clock.instant(), id);
    }

    void checked(long id, Map<MemberOutcome, Integer> counts) {
        var object = JsonText.object();
        counts.forEach((outcome, count) -> object.add(outcome.name(), count));
        sql.write("update member_import set state = 'CHECKED', counts = cast(? as jsonb), changed_at = ? where id = ?",
                JsonText.write(object), clock.instant(), id);
    }

    /** Begins to apply or to undo. */
    void begin(long id, MemberImportState state, int total, long actor) {
        sql.write("""
                update member_import set state = ?, total = ?, done = 0, done_to = 0, applied_by = ?, changed_at = ?,
                    execution_id = null where id = ?""", state, total, actor, clock.instant(), id);
    }

    void done(long id, int rows, int lastRow, int kept) {
        sql.write("""
                update member_import set done = done + ?, done_to = ?, kept = kept + ?, changed_at = ?
                where id = ?""", rows, lastRow, kept, clock.instant(), id);
    }

    void end(long id, MemberImportState state) {
        sql.write("""
                update member_import set state = ?, changed_at = ?,
                    applied_at = case when ? = 'APPLIED' then cast(? as timestamptz) else applied_at end
                where id = ?""", state, clock.instant(), state, clock.instant(), id);
    }

    /** Lets go of the file and of what was read in it. */
    void forget(long id) {
        sql.write("delete from member_import_piece where import_id = ?", id);
        sql.write("delete from member_import_row where import_id = ?", id);
    }

    /** How columns of that partner's tables were named, by {@link MemberField#key}. */
    Map<String, Optional<MemberField>> remembered(Long organisation) {
        var remembered = new HashMap<String, Optional<MemberField>>();
        sql.rows("select heading, field from member_import_heading where organisation_id is not distinct from ?",
                row -> remembered.put(row.getString("heading"), row.getString("field").isEmpty()
                        ? Optional.empty() : Optional.of(MemberField.valueOf(row.getString("field")))),
                organisation);
        return remembered;
    }

    void remember(Long organisation, List<String> headings, Map<MemberField, Integer> mapping) {
        var byColumn = new HashMap<Integer, MemberField>();
        mapping.forEach((field, column) -> byColumn.put(column, field));
        for (var column = 0; column < headings.size(); column++) {
            var heading = MemberField.key(headings.get(column));
            var field = byColumn.get(column);
            if (!heading.isEmpty()) {
                sql.write("""
                        insert into member_import_heading (organisation_id, heading, field) values (?, ?, ?)
                        on conflict (organisation_id, heading) do update set field = excluded.field""",
                        organisation, heading, field == null ? "" : field.name());
            }
        }
    }

    /** Those that a job works on, or should. */
    List<RestartableJob.Work> working() {
        return sql.rows("""
                select id, execution_id, rows + done as done from member_import
                where state in ('CHECKING', 'APPLYING', 'UNDOING') order by id""",
                row -> new RestartableJob.Work(row.getLong("id"), row.getObject("execution_id", Long.class),
                        row.getLong("done")));
    }

    void runs(long id, long executionId) {
        sql.write("update member_import set execution_id = ? where id = ?", executionId, id);
    }

    /** Lets go of files and rows that nobody has touched since, and of what was never sent in full. */
    int purge(Instant untouchedSince) {
        sql.write("delete from member_import where state = 'RECEIVING' and changed_at < ?", untouchedSince);
        sql.write("""
                update member_import set state = 'CANCELLED' where state in ('MAPPING', 'CHECKED')
                    and changed_at < ?""", untouchedSince);
        var now = clock.instant();
        sql.write("""
                delete from membership_offer where answered_at is null and expires_at < ?
                    or not accepted and answered_at < ?""", now, now.minus(NOT_ASKED_AGAIN));
        var old = sql.rows("""
                select m.id from member_import m where m.state in ('APPLIED', 'UNDONE', 'CANCELLED', 'REFUSED')
                    and m.changed_at < ? and (exists (select 1 from member_import_piece p where p.import_id = m.id)
                        or exists (select 1 from member_import_row r where r.import_id = m.id))""",
                row -> row.getLong(1), untouchedSince);
        old.forEach(this::forget);
        return old.size();
    }
}
