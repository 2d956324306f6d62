package id.sanggar.exchange.members;

import id.sanggar.exchange.table.TableFormat;
import id.sanggar.exchange.table.UnreadableTable;
import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Managers bring members in bulk: a table comes in pieces, its columns are named, a dry run tells what every row would
 * do, and only then is it applied, and may be undone. A partner's managers bring members of their organisation alone.
 *
 * <p>Who names an import that is not of members she manages is refused with {@link NotFound}; who asks for what the
 * import is not ready for, or no more, with {@link Conflict}.
 */
@Stateless
@RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
public class MemberImports {

    /** The largest file, in bytes. */
    public static final long LARGEST = 150_000_000;

    /** Bytes of a piece of it; the last may have fewer. */
    public static final int PIECE = 2_097_152;

    /** Bytes of all tables of one person that wait for her: the disk is everyone's. */
    private static final long MOST_HELD = 4 * LARGEST;

    /** A table is given up for broken off when no piece of it came for so long. */
    private static final Duration BROKEN_OFF = Duration.ofMinutes(15);

    /** Digits of what is somebody's number, and no heading. */
    private static final int NUMBER = 9;

    private static final int RECENT = 20;
    private static final int LONGEST_NAME = 150;
    private static final int LARGEST_PAGE = 200;

    @Inject
    private MemberImportRecords records;

    @Inject
    private SealedPieces pieces;

    @Inject
    private MemberImportJob job;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    /** An organisation whose members the caller may bring. */
    public record Partner(long id, String slug, LocalizedText name) {
    }

    /**
     * A member whom the undoing left.
     *
     * @param member code of her membership
     * @param reason TAKEN, LEARNED, USED or ENDED
     */
    public record Kept(UUID member, String name, String reason) {
    }

    /**
     * What became of those who had accounts and were asked.
     *
     * @param people names of some who have not answered, as the table wrote them
     */
    public record Asked(int waiting, int accepted, int declined, List<String> people) {

        public Asked {
            people = List.copyOf(people);
        }

        public boolean isAnybody() {
            return waiting + accepted + declined > 0;
        }
    }

    /** A row that is left out, as it is shown. */
    public record LeftOut(int row, MemberOutcome outcome, String name, List<RowProblem> problems) {
    }

    /**
     * The organisations whose members of a programme the caller may bring, by name.
     *
     * @throws NotFound if there is no such programme
     * @throws NotAllowed if the caller manages nobody in it
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Partner> partners(String programme) {
        var outline = programmes.bySlug(programme);
        access.requireManager(outline.id());
        return sql.rows("""
                select o.id, o.slug, o.name_id, o.name_en from organisation o
                where exists (select 1 from role_grant g where g.account_id = ? and (g.role = 'ADMIN'
                    or g.role = 'MANAGER' and (g.programme_id is null or g.programme_id = ?)
                        and (g.organisation_id is null or g.organisation_id = o.id))) order by o.name_id""",
                row -> new Partner(row.getLong("id"), row.getString("slug"),
                        new LocalizedText(row.getString("name_id"), row.getString("name_en"))),
                access.callerId(), outline.id());
    }

    /** Whether the caller may bring members of several partners in one table, or of none. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean mayLeavePartnerOpen(String programme) {
        return access.managesAll(programmes.bySlug(programme).id());
    }

    /**
     * Announces a file.
     *
     * @param partner slug of the organisation that serves all of them; null or empty where a column says it
     * @param size in bytes
     * @return the code of the import
     * @throws Conflict if she has brought too many that wait for her
     * @throws Invalid of the field {@code file} if it is empty or too large, {@code partner} if it must be said
     */
    public UUID begin(String programme, String partner, String fileName, long size) {
        var outline = programmes.bySlug(programme == null ? "" : programme);
        var allowed = partners(outline.slug());
        if (size <= 0 || size > LARGEST) {
            throw Invalid.of("file", size <= 0 ? "exchange.no-file" : "exchange.file-too-large",
                    String.valueOf(LARGEST / 1_000_000));
        }
        records.forgetBroken(access.callerId(), clock.instant().minus(BROKEN_OFF));
        if (records.held(access.callerId()) + size > MOST_HELD) {
            throw new Conflict("exchange.people-too-many-tables");
        }
        return records.add(outline.id(), partner(outline, partner, allowed), shortened(fileName), size,
                access.callerId());
    }

    private Long partner(ProgrammeOutline programme, String slug, List<Partner> allowed) {
        if (slug == null || slug.isEmpty()) {
            if (access.managesAll(programme.id())) {
                return null;
            }
            if (allowed.size() == 1) {
                return allowed.get(0).id();
            }
            throw Invalid.of("partner", "exchange.people-which-partner");
        }
        return allowed.stream().filter(one -> one.slug().equals(slug)).findFirst()
                .orElseThrow(() -> new NotAllowed("bring members of " + slug)).id();
    }

    private static String shortened(String fileName) {
        var name = fileName == null ? "" : fileName.substring(Math.max(fileName.lastIndexOf('/'),
                fileName.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", "").strip();
        return name.isEmpty() ? "berkas" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /**
     * Takes the next piece; one that is here already is passed over.
     *
     * @param at its first byte's place in the file
     * @return how many bytes are here
     * @throws Conflict if it is not the next one
     */
    public long take(UUID code, long at, byte[] piece) {
        var stored = mine(code, MemberImportState.RECEIVING);
        if (at < stored.received()) {
            return stored.received();
        }
        var expected = Math.min(PIECE, stored.size() - stored.received());
        if (at != stored.received() || piece.length != expected) {
            throw new Conflict("exchange.people-piece");
        }
        pieces.put(stored.id(), at, piece);
        records.received(stored.id(), piece.length);
        return stored.received() + piece.length;
    }

    /**
     * All pieces are here: tells the columns and what they probably are. A file that is no table is refused for good.
     *
     * @throws Conflict if pieces are missing
     */
    public void complete(UUID code) {
        var stored = mine(code, MemberImportState.RECEIVING);
        if (stored.received() != stored.size()) {
            throw new Conflict("exchange.people-piece");
        }
        try {
            var file = pieces.file(stored.id(), stored.size());
            var format = TableFormat.of(file);
            var headings = new ArrayList<String>();
            format.read(file, (number, cells) -> {
                cells.forEach(cell -> headings.add(cell.strip()));
                return false;
            });
            if (headings.isEmpty()) {
                throw new UnreadableTable("exchange.people-empty");
            }
            if (headings.stream().anyMatch(heading -> heading.replaceAll("[^0-9]", "").length() >= NUMBER)) {
                // The first person would be kept for good in the place of headings.
                throw new UnreadableTable("exchange.people-no-headings");
            }
            records.headed(stored.id(), format, headings,
                    MemberField.guess(headings, records.remembered(stored.organisation())));
        } catch (UnreadableTable unreadable) {
            records.refuse(stored.id(), unreadable.reason());
        } catch (IOException broken) {
            throw new IllegalStateException("The file of import " + code + " cannot be read", broken);
        }
    }

    /** Locked. */
    private MemberImportRecords.Stored mine(UUID code, MemberImportState state) {
        records.shown(code, access.callerId());
        var stored = records.lock(code).orElseThrow(() -> new NotFound("import " + code));
        if (stored.state() != state) {
            throw new Conflict("exchange.people-state");
        }
        return stored;
    }

    /** @throws NotFound if there is no such import among those of members the caller manages */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public MemberImport find(UUID code) {
        return records.shown(code, access.callerId());
    }

    /** Those of members the caller manages, the newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<MemberImport> recent() {
        return records.recent(access.callerId(), RECENT);
    }

    /**
     * The first rows after the headings, so that people see what a column holds. They lie open on the page of who
     * brought them, and nowhere else.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<List<String>> samples(UUID code, int most) {
        records.shown(code, access.callerId());
        var rows = new ArrayList<List<String>>();
        sql.row("select id from member_import where code = ? and state = 'MAPPING'", row -> row.getLong(1), code)
                .flatMap(records::find)
                .ifPresent(known -> {
                    try {
                        known.format().read(pieces.file(known.id(), known.size()), (number, cells) -> {
                            rows.add(cells);
                            return rows.size() <= most;
                        });
                    } catch (IOException | Conflict unreadableNow) {
                        rows.clear();
                    }
                });
        return rows.isEmpty() ? rows : rows.subList(1, rows.size());
    }

    /**
     * Says which column is what, and begins the dry run. What was said is remembered for the partner's next table.
     *
     * @param fields by the number of the column; what is not named is passed over
     * @throws Invalid of the field {@code name} if no column is, {@code contact} if neither phone nor address is,
     *     {@code column-}n if two columns are the same
     */
    public void check(UUID code, Map<Integer, MemberField> fields) {
        var shown = records.shown(code, access.callerId());
        var stored = records.lock(code).orElseThrow();
        if (stored.state() != MemberImportState.MAPPING && stored.state() != MemberImportState.CHECKED) {
            throw new Conflict("exchange.people-state");
        }
        var mapping = new EnumMap<MemberField, Integer>(MemberField.class);
        fields.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            if (entry.getKey() >= 0 && entry.getKey() < shown.headings().size()
                    && mapping.putIfAbsent(entry.getValue(), entry.getKey()) != null) {
                throw Invalid.of("column-" + entry.getKey(), "exchange.people-twice");
            }
        });
        if (!mapping.containsKey(MemberField.NAME)) {
            throw Invalid.of("mapping", "exchange.people-no-name");
        }
        if (!mapping.containsKey(MemberField.PHONE) && !mapping.containsKey(MemberField.EMAIL)) {
            throw Invalid.of("mapping", "exchange.people-no-contact");
        }
        records.remember(stored.organisation(), shown.headings(), mapping);
        records.check(stored.id(), mapping);
    }

    /** Goes back to naming the columns; the dry run is forgotten. */
    public void map(UUID code) {
        var stored = mine(code, MemberImportState.CHECKED);
        records.end(stored.id(), MemberImportState.MAPPING);
    }

    /**
     * Does what the dry run told, for the rows that can be done.
     *
     * @param agreed whether the people of the table have agreed, on paper, to what Sanggar keeps of them
     * @throws Invalid of the field {@code agreed} if they have not
     */
    public void apply(UUID code, boolean agreed) {
        var stored = mine(code, MemberImportState.CHECKED);
        var shown = records.shown(code, access.callerId());
        if (!agreed) {
            throw Invalid.of("agreed", "exchange.people-agreed");
        }
        if (shown.toApply() == 0) {
            throw new Conflict("exchange.people-nothing");
        }
        records.begin(stored.id(), MemberImportState.APPLYING, shown.toApply(), access.callerId());
        audit.record("members.imported", code.toString(), stored.programme(), counts(shown));
    }

    private static Map<String, ?> counts(MemberImport shown) {
        var counts = new HashMap<String, Integer>();
        shown.counts().forEach((outcome, count) -> counts.put(MemberField.key(outcome.name()), count));
        return counts;
    }

    /** Takes back every member that was brought and has not been touched since. */
    public void undo(UUID code) {
        var stored = mine(code, MemberImportState.APPLIED);
        var brought = sql.row("select count(*) from member_import_member where import_id = ?", row -> row.getInt(1),
                stored.id()).orElse(0);
        records.begin(stored.id(), MemberImportState.UNDOING, brought, access.callerId());
        audit.record("members.import-undone", code.toString(), stored.programme(), Map.of("members", brought));
    }

    /** Begins with what was ordered, at once; if the node is busy, the watch begins later. After the order's commit. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void start(UUID code) {
        var known = records.shown(code, access.callerId());
        if (known.state().isWorking()) {
            sql.row("select id from member_import where code = ?", row -> row.getLong(1), code).ifPresent(job::start);
        }
    }

    /** Gives it up before it was applied. */
    public void cancel(UUID code) {
        records.shown(code, access.callerId());
        records.lock(code)
                .filter(stored -> stored.state() == MemberImportState.RECEIVING
                        || stored.state() == MemberImportState.MAPPING
                        || stored.state() == MemberImportState.CHECKED)
                .ifPresent(stored -> {
                    records.forget(stored.id());
                    records.end(stored.id(), MemberImportState.CANCELLED);
                });
    }

    /**
     * The rows that are left out, in their order.
     *
     * @param outcome one of them; null for all
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<LeftOut> leftOut(UUID code, MemberOutcome outcome, int number, int size) {
        records.shown(code, access.callerId());
        return sql.page("""
                select r.row, r.outcome, r.name, r.problems, count(*) over () as total
                from member_import_row r join member_import i on i.id = r.import_id
                where i.code = ? and r.outcome = any(?) order by r.row limit ? offset ?""",
                row -> new LeftOut(row.getInt("row"), MemberOutcome.valueOf(row.getString("outcome")),
                        row.getString("name"), RowProblem.read(row.getString("problems"))),
                Math.max(1, number), Math.min(Math.max(1, size), LARGEST_PAGE), code,
                Optional.ofNullable(outcome).map(one -> new String[] {one.name()})
                        .orElse(new String[] {"DUPLICATE", "INVALID"}));
    }

    /** Some of those whom the undoing left, and why. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Kept> kept(UUID code, int most) {
        records.shown(code, access.callerId());
        return sql.rows("""
                select m.code, a.name, l.kept from member_import_member l join member_import i on i.id = l.import_id
                join membership m on m.id = l.membership_id join account a on a.id = m.account_id
                where i.code = ? and l.kept is not null order by a.name, m.id limit ?""",
                row -> new Kept(row.getObject("code", UUID.class), row.getString("name"), row.getString("kept")),
                code, most);
    }

    /** Whom its rows asked, and how many of them have answered. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Asked asked(UUID code, int most) {
        records.shown(code, access.callerId());
        var people = sql.rows("""
                select f.told ->> 'name' from membership_offer f join member_import i on i.id = f.import_id
                where i.code = ? and f.answered_at is null and f.expires_at > ? order by 1, f.id limit ?""",
                row -> row.getString(1), code, clock.instant(), most);
        return sql.row("""
                select count(*) filter (where f.answered_at is null and f.expires_at > ?) as waiting,
                    count(*) filter (where f.accepted) as accepted, count(*) filter (where not f.accepted) as declined
                from membership_offer f join member_import i on i.id = f.import_id where i.code = ?""",
                row -> new Asked(row.getInt("waiting"), row.getInt("accepted"), row.getInt("declined"), people),
                clock.instant(), code).orElseThrow();
    }
}
