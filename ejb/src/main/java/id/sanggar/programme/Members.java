package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The members and applicants that a manager sees: those of her programmes, or those her organisation serves. */
@Stateless
public class Members {

    private static final int LARGEST_PAGE = 200;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Memberships memberships;

    @Inject
    private MemberSearch search;

    @Inject
    private MemberPages pages;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    /** The programmes of which the caller manages some or all members, by slug. */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<ProgrammeOutline> programmes() {
        var managed = memberships.programmesManagedBy(access.callerId());
        return programmes.all().stream().filter(programme -> managed.contains(programme.id())).toList();
    }

    /**
     * @param number of the page, from 1
     * @param size of a page, 1–200
     * @throws NotFound if the filter names a programme, stage or cohort that is not there
     * @throws NotAllowed if it names a programme of which the caller manages nobody
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public Page<MemberRow> list(MemberFilter filter, MemberOrder order, int number, int size) {
        var from = Math.max(1, number);
        var most = Math.min(Math.max(1, size), LARGEST_PAGE);
        var caller = access.callerId();
        var managed = managed(filter, caller);
        return new Page<>(search.page(filter, order, from, most, managed, caller),
                search.count(filter, managed, caller), from, most);
    }

    private Set<Long> managed(MemberFilter filter, long caller) {
        var managed = memberships.programmesManagedBy(caller);
        if (filter.programme() == null) {
            return managed;
        }
        var programme = programmes.bySlug(filter.programme()).id();
        if (!managed.contains(programme)) {
            throw new NotAllowed("list members of " + filter.programme());
        }
        return Set.of(programme);
    }

    /**
     * The codes of everyone of a filter, for who tells more of each.
     *
     * @throws NotFound as {@link #list}
     * @throws NotAllowed as {@link #list}
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public List<UUID> codes(MemberFilter filter, MemberOrder order) {
        var caller = access.callerId();
        try (var members = search.stream(filter, order, managed(filter, caller), caller)) {
            return members.map(MemberRow::code).toList();
        }
    }

    /** @throws NotFound if there is no such membership or the caller does not manage it */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public MemberPage member(UUID code) {
        return search.one(code, access.callerId())
                .map(pages::inFull)
                .orElseThrow(() -> new NotFound("membership " + code));
    }

    /**
     * Writes everyone of a filter as CSV (RFC 4180, UTF-8 with a byte order mark, for spreadsheets), without ever
     * holding them all. Days are those of the programme's zone.
     *
     * @param locale of the headings
     * @param out stays open
     * @throws NotFound as {@link #list}
     * @throws NotAllowed as {@link #list}
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void export(MemberFilter filter, MemberOrder order, Locale locale, OutputStream out) {
        var caller = access.callerId();
        var sheet = new MemberSheet(locale, out);
        try (var members = search.stream(filter, order, managed(filter, caller), caller)) {
            members.forEach(sheet::add);
        }
        sheet.end();
        audit.record("members.exported", filter.programme() == null ? "all" : filter.programme(),
                filter.programme() == null ? null : programmes.bySlug(filter.programme()).id(),
                Map.of("rows", sheet.rows()));
    }
}
