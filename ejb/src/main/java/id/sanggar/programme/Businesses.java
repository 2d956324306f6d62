package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.Region;
import id.sanggar.identity.Residences;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where businesses are kept, and who runs them. */
@ApplicationScoped
class Businesses {

    private static final String MANAGED = Access.OVER_MEMBERSHIP.replace(":caller", "?");

    @Inject
    private Sql sql;

    @Inject
    private Residences residences;

    @Inject
    private Clock clock;

    /** The business of a membership; of its people those whose membership the caller manages. */
    Optional<MemberDetails.Business> of(long membershipId, long caller) {
        var people = people(membershipId, caller);
        return sql.row("""
                select b.* from business b join membership m on m.business_id = b.id where m.id = ?""",
                row -> new MemberDetails.Business(row.getLong("id"), row.getObject("code", UUID.class),
                        row.getString("name"), row.getString("products"), row.getString("kbli"), row.getString("nib"),
                        row.getString("pirt"), row.getObject("pirt_expires", LocalDate.class), row.getString("halal"),
                        row.getObject("halal_expires", LocalDate.class), Sql.integer(row, "employees"),
                        MemberDetails.Turnover.of(row.getString("turnover")),
                        row.getString("region") == null ? "" : residences.inWords(row.getString("region")), people,
                        row.getInt("revision")), membershipId);
    }

    private List<MemberDetails.Colleague> people(long membershipId, long caller) {
        return sql.rows("""
                select distinct on (a.name, a.id) m.code, a.name, w.role from membership hers
                join business_person w on w.business_id = hers.business_id join account a on a.id = w.account_id
                join membership m on m.account_id = a.id
                where hers.id = ? and a.state <> 'ERASED' and %s
                order by a.name, a.id, m.programme_id <> hers.programme_id, m.id""".formatted(MANAGED),
                row -> new MemberDetails.Colleague(row.getObject("code", UUID.class), row.getString("name"),
                        MemberDetails.Part.valueOf(row.getString("role"))), membershipId, caller);
    }

    /**
     * A new business, which the member owns and takes part with.
     *
     * @param place null where it is not known
     */
    void add(long membershipId, BusinessForm.Read is, Region place) {
        var now = clock.instant();
        var business = sql.row("""
                insert into business (name, products, kbli, nib, pirt, pirt_expires, halal, halal_expires, employees,
                    turnover, region, created_at)
                values (?, ?, ?, ?, ?, ?::date, ?, ?::date, ?::integer, ?, ?, ?) returning id""",
                row -> row.getLong(1), is.name(), is.products(), is.kbli(), is.nib(), is.pirt(), is.pirtExpires(),
                is.halal(), is.halalExpires(), is.employees(), is.turnover(), code(place), now).orElseThrow();
        sql.write("update membership set business_id = ? where id = ?", business, membershipId);
        sql.write("""
                insert into business_person (business_id, account_id, role, since)
                select ?, account_id, 'OWNER', ? from membership where id = ?""", business, now, membershipId);
    }

    /**
     * What an applicant tells of the business she takes part with: the one she told before, one of that name which is
     * hers, or a new one. What others own she does not rename.
     *
     * @param name null where she told none
     * @param products null where she told none
     */
    void tell(long membershipId, String name, String products) {
        if (name == null && products == null) {
            return;
        }
        sql.write("""
                update membership m set business_id = (select b.id from business b
                    join business_person w on w.business_id = b.id
                    where w.account_id = m.account_id and w.role = 'OWNER' and lower(b.name) = lower(?)
                    order by b.id limit 1)
                where m.id = ? and m.business_id is null""", name, membershipId);
        sql.write("""
                update business b set name = coalesce(?, b.name), products = coalesce(?, b.products),
                    revision = b.revision + 1
                from membership m join business_person w on w.account_id = m.account_id and w.role = 'OWNER'
                where m.id = ? and b.id = m.business_id and w.business_id = b.id""", name, products, membershipId);
        if (sql.row("select 1 from membership where id = ? and business_id is null", row -> true, membershipId)
                .isPresent()) {
            add(membershipId, new BusinessForm.Read(name == null ? products : name, products, null, null, null, null,
                    null, null, null, null), null);
        }
    }

    /** The member runs, with others, the business that she takes part with. */
    void takePart(long membershipId) {
        sql.write("""
                insert into business_person (business_id, account_id, role, since)
                select business_id, account_id, 'OWNER', ? from membership where id = ? on conflict do nothing""",
                clock.instant(), membershipId);
    }

    /** @return whether it still was as the form showed it */
    boolean change(long membershipId, BusinessForm.Read is, Region place, int revision) {
        return sql.write("""
                update business b set name = ?, products = ?, kbli = ?, nib = ?, pirt = ?, pirt_expires = ?::date,
                    halal = ?, halal_expires = ?::date, employees = ?::integer, turnover = ?, region = ?,
                    revision = b.revision + 1
                from membership m where m.id = ? and b.id = m.business_id and b.revision = ?""", is.name(),
                is.products(), is.kbli(), is.nib(), is.pirt(), is.pirtExpires(), is.halal(), is.halalExpires(),
                is.employees(), is.turnover(), code(place), membershipId, revision) == 1;
    }

    private static String code(Region place) {
        return place == null ? null : place.code();
    }

    /** The account with this contact that has a membership which the caller manages. */
    Optional<Long> managed(String contact, long caller) {
        return sql.row("""
                select a.id from account a where (lower(a.email) = ? or a.phone = ?) and a.state <> 'ERASED'
                    and exists (select 1 from membership m where m.account_id = a.id and %s)""".formatted(MANAGED),
                row -> row.getLong(1), contact, contact, caller);
    }

    /** @return false if she has a part in the business already */
    boolean join(long membershipId, long accountId, MemberDetails.Part part) {
        return sql.write("""
                insert into business_person (business_id, account_id, role, since)
                select m.business_id, ?, ?, ? from membership m where m.id = ? and m.business_id is not null
                on conflict do nothing""", accountId, part, clock.instant(), membershipId) == 1;
    }

    /** Takes a person out of all her businesses; one that is nobody else's keeps nothing that tells whose it was. */
    void forget(long accountId) {
        sql.write("""
                update business b set name = '––', products = null, nib = null, pirt = null, pirt_expires = null,
                    halal = null, halal_expires = null, region = null, revision = b.revision + 1
                where (exists (select 1 from business_person w where w.business_id = b.id and w.account_id = ?)
                    or exists (select 1 from membership m where m.business_id = b.id and m.account_id = ?))
                    and not exists (select 1 from business_person w where w.business_id = b.id and w.account_id <> ?)
                    and not exists (select 1 from membership m where m.business_id = b.id and m.account_id <> ?)""",
                accountId, accountId, accountId, accountId);
        sql.write("delete from business_person where account_id = ?", accountId);
    }

    /** @param colleague code of a membership that the caller manages */
    boolean leave(long membershipId, UUID colleague, long caller) {
        return sql.write("""
                delete from business_person w using membership hers, membership m
                where hers.id = ? and w.business_id = hers.business_id and m.code = ? and w.account_id = m.account_id
                    and m.account_id <> hers.account_id and %s""".formatted(MANAGED), membershipId, colleague,
                caller) == 1;
    }
}
