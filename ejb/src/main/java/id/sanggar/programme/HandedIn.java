package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.media.PaperFile;
import id.sanggar.shared.Page;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where evidence is kept that members hand in. */
@ApplicationScoped
class HandedIn {

    private static final String OVER_MEMBERSHIP = Access.OVER_MEMBERSHIP.replace(":caller", "?");

    /**
     * What others handed in, {@code o} with their membership {@code om}, that is no affair of the business which {@code
     * e} with its membership {@code m} is of. Numbers of a register are the same wherever they are asked for.
     */
    private static final String OTHERS = """
            o.state in ('WAITING', 'CONFIRMED') and om.account_id <> m.account_id
                and (om.business_id is null or om.business_id is distinct from m.business_id)
            """;

    private static final String SAME_NUMBER = """
            o.number = e.number and (o.requirement_id = e.requirement_id or length(o.number) >= 13)""";

    private static final String ITEM = """
            select e.code, e.requirement_id, e.number, e.note, e.content_type, e.handed_in_at, e.state,
                d.name as decider, e.decided_at, e.reason, m.code as membership, m.programme_id, a.name as member,
                b.name as business,
                exists (select 1 from evidence o join membership om on om.id = o.membership_id where %1$s and %2$s)
                    or exists (select 1 from evidence o join membership om on om.id = o.membership_id
                        where o.file_hash = e.file_hash and %2$s) as twinned, count(*) over () as total
            from evidence e join membership m on m.id = e.membership_id join account a on a.id = m.account_id
            left join account d on d.id = e.decided_by left join business b on b.id = m.business_id
            """.formatted(SAME_NUMBER, OTHERS);

    @Inject
    private Sql sql;

    @Inject
    private ProgrammeOutlines programmes;

    /** Evidence that this transaction has locked. */
    record Waiting(long id, long membershipId, UUID membership, long accountId, long programmeId, long requirementId,
            String number) {
    }

    /** The caller's own membership, locked; empty if it is not hers or she is not on the way. */
    Optional<Mine> lockMine(UUID membership, long account) {
        return sql.row("""
                select m.id, m.programme_id from membership m where m.code = ? and m.account_id = ?
                    and m.state = 'ACTIVE' for update""",
                row -> new Mine(row.getLong("id"), row.getLong("programme_id")), membership, account);
    }

    /** A membership of whoever is signed in. */
    record Mine(long membershipId, long programmeId) {
    }

    boolean isConfirmed(long membership, long requirement) {
        return sql.row("""
                select 1 from confirmation where membership_id = ? and requirement_id = ? and revoked_at is null""",
                row -> true, membership, requirement).isPresent();
    }

    int count(long membership, long requirement) {
        return sql.row("select count(*) from evidence where membership_id = ? and requirement_id = ?",
                row -> row.getInt(1), membership, requirement).orElse(0);
    }

    /** In the place of what she handed in for it before, if nobody has looked at that yet. */
    UUID add(long membership, long requirement, String number, String note, PaperFile file, Instant now) {
        sql.write("""
                update evidence set state = 'REPLACED', file = null, content_type = null
                where membership_id = ? and requirement_id = ? and state = 'WAITING'""", membership, requirement);
        return sql.row("""
                insert into evidence (membership_id, requirement_id, number, note, file, content_type, handed_in_at,
                    state)
                values (?, ?, ?, ?, ?, ?, ?, 'WAITING') returning code""",
                row -> row.getObject("code", UUID.class), membership, requirement, number, note,
                file == null ? null : file.bytes(), file == null ? null : file.contentType(), now).orElseThrow();
    }

    /** What waits longest first. @param programme null for all that the caller manages */
    Page<EvidenceRow> queue(Long programme, long caller, int number, int size) {
        return sql.page(ITEM + "where e.state = 'WAITING' and (cast(? as bigint) is null or m.programme_id = ?) and "
                + "m.state = 'ACTIVE' and " + OVER_MEMBERSHIP + " order by e.handed_in_at, e.id limit ? offset ?",
                this::row, number, size, programme, programme, caller);
    }

    int waiting(long caller) {
        return sql.row("select count(*) from evidence e join membership m on m.id = e.membership_id"
                + " where e.state = 'WAITING' and m.state = 'ACTIVE' and " + OVER_MEMBERSHIP, row -> row.getInt(1),
                caller).orElse(0);
    }

    Optional<EvidenceRow> find(UUID code, long caller) {
        return sql.row(ITEM + "where e.code = ? and " + OVER_MEMBERSHIP, this::row, code, caller);
    }

    /** Who else handed in the same. */
    EvidenceTwins twins(UUID code, long caller) {
        var others = sql.rows("""
                select om.account_id, bool_or(%1$s) as number, bool_or(o.file_hash = e.file_hash) as document
                from evidence e join membership m on m.id = e.membership_id
                join evidence o on o.file_hash = e.file_hash or %1$s
                join membership om on om.id = o.membership_id where e.code = ? and %2$s
                group by om.account_id""".formatted(SAME_NUMBER, OTHERS),
                row -> new Other(row.getLong("account_id"), row.getBoolean("number"), row.getBoolean("document")),
                code);
        var known = others.isEmpty() ? List.<EvidenceTwins.Known>of() : sql.rows("""
                select distinct on (a.name, a.id) m.code, a.name from membership m join account a on a.id = m.account_id
                where m.account_id = any(?) and %s order by a.name, a.id, m.id limit 10""".formatted(OVER_MEMBERSHIP),
                row -> new EvidenceTwins.Known(row.getObject("code", UUID.class), row.getString("name")),
                (Object) others.stream().map(Other::account).toArray(Long[]::new), caller);
        return new EvidenceTwins((int) others.stream().filter(Other::number).count(),
                (int) others.stream().filter(Other::document).count(), known);
    }

    private record Other(long account, boolean number, boolean document) {
    }

    /** The next after this one in the queue, or else the first. */
    Optional<UUID> next(UUID after, long caller) {
        return sql.row("select e.code from evidence e join membership m on m.id = e.membership_id"
                + " where e.state = 'WAITING' and e.code <> ? and m.state = 'ACTIVE' and " + OVER_MEMBERSHIP
                + " order by e.id < (select o.id from evidence o where o.code = ?), e.handed_in_at, e.id limit 1",
                row -> row.getObject("code", UUID.class), after, caller, after);
    }

    /** All that was handed in of a membership, the newest first. */
    List<EvidenceItem> of(UUID membership) {
        return sql.rows(ITEM + "where m.code = ? order by e.id desc", HandedIn::item, membership);
    }

    /** Locked, the member's way before it, as every other decision does. */
    Optional<Waiting> lock(UUID code, long caller) {
        sql.row("select m.id from membership m where m.id = (select e.membership_id from evidence e where e.code = ?)"
                + " for update", row -> row.getLong(1), code);
        return sql.row("""
                select e.id, e.membership_id, m.code, m.account_id, m.programme_id, e.requirement_id, e.number
                from evidence e join membership m on m.id = e.membership_id where e.code = ? and e.state = 'WAITING'
                    and m.state = 'ACTIVE' and\s""" + OVER_MEMBERSHIP + " for update of e",
                row -> new Waiting(row.getLong("id"), row.getLong("membership_id"), row.getObject("code", UUID.class),
                        row.getLong("account_id"), row.getLong("programme_id"), row.getLong("requirement_id"),
                        row.getString("number")), code, caller);
    }

    void decide(long evidence, EvidenceItem.State state, long manager, String reason, Instant now) {
        sql.write("update evidence set state = ?, decided_by = ?, decided_at = ?, reason = ? where id = ?", state,
                manager, now, reason, evidence);
    }

    /** @return the confirmed number's column in what is known of the member's business, where it has none yet */
    void note(long membership, EvidenceForm form, String number) {
        if (number != null && (form == EvidenceForm.NIB || form == EvidenceForm.PIRT)) {
            var column = form == EvidenceForm.NIB ? "nib" : "pirt";
            sql.write("update business b set " + column + " = ?, revision = b.revision + 1 from membership m"
                    + " where m.id = ? and b.id = m.business_id and b." + column + " is null", number, membership);
        }
    }

    /** The document, for a manager of the member or for the member herself. */
    Optional<PaperFile> file(UUID code, long caller) {
        return sql.row("select e.file, e.content_type from evidence e join membership m on m.id = e.membership_id"
                + " where e.code = ? and e.file is not null and (m.account_id = ? or " + OVER_MEMBERSHIP + ")",
                row -> new PaperFile(row.getBytes("file"), row.getString("content_type")), code, caller, caller);
    }

    private EvidenceRow row(ResultSet row) throws SQLException {
        var programme = programmes.byId(row.getLong("programme_id"));
        var requirement = row.getLong("requirement_id");
        var stage = programme.stages().stream()
                .filter(each -> each.leaves().stream().anyMatch(leaf -> leaf.id() == requirement))
                .findFirst();
        return new EvidenceRow(item(row), row.getObject("membership", UUID.class), row.getString("member"),
                row.getString("business"), programme, stage.orElse(null),
                stage.flatMap(in -> in.leaves().stream().filter(leaf -> leaf.id() == requirement).findFirst())
                        .orElse(null), row.getBoolean("twinned"));
    }

    private static EvidenceItem item(ResultSet row) throws SQLException {
        return new EvidenceItem(row.getObject("code", UUID.class), row.getLong("requirement_id"),
                row.getString("number"), row.getString("note"), row.getString("content_type"),
                Sql.instant(row, "handed_in_at"), EvidenceItem.State.valueOf(row.getString("state")),
                row.getString("decider"), Sql.instant(row, "decided_at"), row.getString("reason"));
    }
}
