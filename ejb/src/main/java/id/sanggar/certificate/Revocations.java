package id.sanggar.certificate;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds certificates that are to be revoked together, and revokes them: in one statement, however many they are. */
@ApplicationScoped
class Revocations {

    private static final String NOT_ENDED = "c.revoked_at is null and c.replaced_at is null";

    @Inject
    private Sql sql;

    /** Who revokes, when, why, and by which order. */
    record Act(UUID order, long issuanceId, String reason, long managerId, Instant now) {
    }

    /** What a list names: the certificates to revoke, and the rest of it. */
    record Found(Long[] revocable, RevocationPreview preview) {
    }

    /** @param id null if there is no such certificate */
    private record Line(String said, Long id, boolean here, boolean revoked, boolean replaced) {
    }

    long programmeOf(long issuance) {
        return sql.row("select programme_id from issuance where id = ?", row -> row.getLong(1), issuance).orElseThrow();
    }

    boolean isRunning(long issuance) {
        return sql.row("select 1 from issuance where id = ? and state = 'RUNNING'", row -> true, issuance).isPresent();
    }

    RevocationPreview ofBatch(long issuance) {
        return sql.row("""
                select count(*) filter (where %s), count(revoked_at), count(replaced_at)
                from certificate c where c.issuance_id = ?""".formatted(NOT_ENDED),
                row -> new RevocationPreview(row.getInt(1), row.getInt(2), row.getInt(3), 0, List.of(), List.of(),
                        List.of()), issuance).orElseThrow();
    }

    Found look(long programme, RevocationList list) {
        var lines = new ArrayList<Line>();
        lines.addAll(byCode(programme, list.codes().toArray(String[]::new)));
        lines.addAll(bySerial(programme, list.serials().toArray(RevocationList.Serial[]::new)));
        var here = lines.stream().filter(Line::here).toList();
        // A certificate may be named twice, by its code and by its number.
        var revocable = here.stream().filter(line -> !line.revoked() && !line.replaced()).map(Line::id).distinct()
                .toArray(Long[]::new);
        var revoked = here.stream().filter(Line::revoked).map(Line::id).distinct().count();
        var replaced = here.stream().filter(Line::replaced).map(Line::id).distinct().count();
        var twice = here.size() - revocable.length - (int) (revoked + replaced);
        return new Found(revocable, new RevocationPreview(revocable.length, (int) revoked, (int) replaced,
                list.repeated() + twice,
                lines.stream().filter(line -> line.id() != null && !line.here()).map(Line::said).toList(),
                lines.stream().filter(line -> line.id() == null).map(Line::said).toList(), list.unreadable()));
    }

    private List<Line> byCode(long programme, String... codes) {
        return sql.rows("""
                select t.code as said, c.id, coalesce(c.programme_id = ?, false) as here,
                    c.revoked_at is not null as revoked, c.replaced_at is not null as replaced
                from unnest(?) with ordinality as t(code, line) left join certificate c on c.code = t.code
                order by t.line""", Revocations::line, programme, codes);
    }

    /** Only within the programme: another one may print the same numbers. */
    private List<Line> bySerial(long programme, RevocationList.Serial... serials) {
        var printed = new String[serials.length];
        var years = new Integer[serials.length];
        var numbers = new Integer[serials.length];
        var revisions = new Integer[serials.length];
        for (var line = 0; line < serials.length; line++) {
            printed[line] = serials[line].printed();
            years[line] = serials[line].year();
            numbers[line] = serials[line].number();
            revisions[line] = serials[line].revision();
        }
        return sql.rows("""
                select t.serial as said, c.id, c.id is not null as here, c.revoked_at is not null as revoked,
                    c.replaced_at is not null as replaced
                from unnest(?, ?, ?, ?) with ordinality as t(serial, year, number, revision, line)
                left join certificate c on c.programme_id = ? and c.serial_year = t.year
                    and c.serial_number = t.number and c.revision = t.revision and c.serial = t.serial
                order by t.line""", Revocations::line, printed, years, numbers, revisions, programme);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getString("said"), row.getObject("id", Long.class), row.getBoolean("here"),
                row.getBoolean("revoked"), row.getBoolean("replaced"));
    }

    /**
     * @param certificates null for all of the batch that are not ended yet
     * @param number how many that must be
     * @return the revocation's id
     * @throws Conflict if somebody else revokes one of them at this moment
     */
    long revoke(Act act, Long[] certificates, int number) {
        var id = sql.row("""
                insert into revocation (code, issuance_id, listed, certificates, reason, account_id, happened_at)
                values (?, ?, ?, ?, ?, ?, ?) returning id""", row -> row.getLong(1), act.order(), act.issuanceId(),
                certificates != null, number, act.reason(), act.managerId(), act.now()).orElseThrow();
        var revoked = sql.write("""
                with ended as (
                    update certificate c set revoked_at = ?, revoked_by = ?, revocation_reason = ?
                    where %s and %s returning c.id)
                insert into certificate_event (certificate_id, kind, account_id, reason, happened_at, revocation_id)
                select id, 'REVOKED', ?, ?, ?, ? from ended"""
                .formatted(certificates == null ? "c.issuance_id = ?" : "c.id = any(?)", NOT_ENDED),
                act.now(), act.managerId(), act.reason(), certificates == null ? act.issuanceId() : certificates,
                act.managerId(), act.reason(), act.now(), id);
        if (revoked != number) {
            throw new Conflict("certificate.revoked-meanwhile");
        }
        return id;
    }

    /** How many were revoked by that order; 0 if it was not carried out. */
    int done(long issuance, UUID order) {
        return sql.row("select certificates from revocation where issuance_id = ? and code = ?", row -> row.getInt(1),
                issuance, order).orElse(0);
    }
}
