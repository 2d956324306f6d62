package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who had an account before a partner brought a table with her in it decides herself whether she becomes a member:
 * until then the partner sees nothing of her, and what the table tells of her counts nowhere.
 */
@Stateless
@RolesAllowed(Role.IS_LEARNER)
public class MembershipOffers {

    /** Of those that can still be answered, whose programme she is not in. Its parameters are her account and now. */
    private static final String OPEN = """
            from membership_offer f join programme p on p.id = f.programme_id
            left join organisation o on o.id = f.organisation_id left join cohort c on c.id = f.cohort_id
            where f.account_id = ? and f.answered_at is null and f.expires_at > ?
                and not exists (select 1 from membership m where m.account_id = f.account_id
                    and m.programme_id = f.programme_id and m.state not in ('WITHDRAWN', 'REJECTED'))""";

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Memberships memberships;

    @Inject
    private Businesses businesses;

    @Inject
    private Places places;

    @Inject
    private Entrance entrance;

    @Inject
    private MemberHistory history;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private record Offer(long id, long programme, Long organisation, Long cohort, long by, String nib,
            BusinessForm.Read business) {
    }

    /** What the caller is asked, the oldest first. */
    public List<MembershipOffer> mine() {
        return sql.rows("""
                select f.code, p.slug, p.title_id, p.title_en, o.name_id, o.name_en, c.title_id as class_id,
                    c.title_en as class_en, f.told ->> 'business' as business, f.expires_at
                """ + OPEN + " order by f.id", row -> new MembershipOffer(row.getObject("code", UUID.class),
                        row.getString("slug"), text(row, "title_id", "title_en"), text(row, "name_id", "name_en"),
                        text(row, "class_id", "class_en"), row.getString("business"), Sql.instant(row, "expires_at")),
                access.callerId(), clock.instant());
    }

    private static LocalizedText text(ResultSet row, String id, String en) throws SQLException {
        return row.getString(id) == null ? null : new LocalizedText(row.getString(id), row.getString(en));
    }

    /**
     * Makes the caller a member, as an application that was accepted does: where the cohort is full she waits for a
     * place. What the table told of her person and business is noted where nothing is known yet.
     *
     * @throws NotFound if she is not asked this, or no more
     * @throws Conflict if she has applied meanwhile, or the programme or the cohort is not open to her
     */
    public void accept(UUID code) {
        var caller = access.callerId();
        var now = clock.instant();
        var offer = lock(code, caller, now);
        var programme = programmes.byId(offer.programme());
        var rooms = places.lock(Arrays.asList(offer.cohort()));
        notePerson(offer, caller);
        var membership = memberships.lock(caller, programme.id())
                .orElseGet(() -> new Membership(programme.id(), caller));
        if (!membership.mayApply()) {
            throw new Conflict(membership.isWaiting() ? "programme.already-applied" : "programme.already-member",
                    programme.title());
        }
        programme.refusal(memberships.genderOf(caller), now).ifPresent(refusal -> {
            throw new Conflict(refusal.key(), refusal.arguments().toArray());
        });
        if (offer.cohort() != null && !places.isFor(caller, offer.cohort())) {
            throw new Conflict("programme.cohort-for-others", programme.cohort(offer.cohort()).title());
        }
        var returns = membership.id() != null;
        membership.apply(offer.cohort(), now);
        membership.moveTo(offer.cohort(), offer.organisation(), now);
        memberships.add(membership);
        memberships.flush();
        noteBusiness(offer, membership.id());
        if (returns) {
            history.append(MemberEvent.Kind.RETURNED, List.of(membership.id()), null, caller);
        }
        entrance.enter(programme, List.of(membership), offer.by(), rooms);
        answer(offer, true, now);
        audit.record("membership.offer-accepted", membership.code().toString(), programme.id(), Map.of());
    }

    /**
     * The caller does not want it. The same partner cannot ask her again for a year.
     *
     * @throws NotFound if she is not asked this, or no more
     */
    public void decline(UUID code) {
        var now = clock.instant();
        var offer = lock(code, access.callerId(), now);
        answer(offer, false, now);
        audit.record("membership.offer-declined", code.toString(), offer.programme(), Map.of());
    }

    /** What was told of her is let go; who accepted one is not asked the same by others any more. */
    private void answer(Offer offer, boolean accepted, Instant now) {
        sql.write("update membership_offer set answered_at = ?, accepted = ?, told = '{}' where id = ?", now, accepted,
                offer.id());
        if (accepted) {
            sql.write("""
                    delete from membership_offer f using membership_offer taken where taken.id = ?
                        and f.account_id = taken.account_id and f.programme_id = taken.programme_id
                        and f.answered_at is null""", offer.id());
        }
    }

    private Offer lock(UUID code, long caller, Instant now) {
        return sql.row("select f.* " + OPEN + " and f.code = ? for update of f", row -> row.getLong("id"), caller, now,
                code).flatMap(id -> sql.row("""
                        select f.*, t.* from membership_offer f, jsonb_to_record(f.told) as t (name varchar,
                            business varchar, products varchar, kbli varchar, nib varchar, pirt varchar,
                            pirt_expires date, halal varchar, halal_expires date, employees integer,
                            turnover varchar) where f.id = ?""", MembershipOffers::read, id))
                .orElseThrow(() -> new NotFound("offer " + code));
    }

    private static Offer read(ResultSet row) throws SQLException {
        var name = row.getString("business");
        var nib = row.getString("nib");
        return new Offer(row.getLong("id"), row.getLong("programme_id"), row.getObject("organisation_id", Long.class),
                row.getObject("cohort_id", Long.class), row.getLong("offered_by"), nib,
                name == null && nib == null ? null
                        : new BusinessForm.Read(name == null ? row.getString("name") : name,
                                row.getString("products"), row.getString("kbli"), nib, row.getString("pirt"),
                                row.getObject("pirt_expires", LocalDate.class), row.getString("halal"),
                                row.getObject("halal_expires", LocalDate.class), Sql.integer(row, "employees"),
                                row.getString("turnover")));
    }

    /** What nobody knew of her; a number of an identity card only if it is nobody else's. */
    private void notePerson(Offer offer, long caller) {
        sql.write("""
                update account a set gender = f.told ->> 'gender' from membership_offer f
                where f.id = ? and a.id = ? and a.gender is null and f.told ->> 'gender' is not null""", offer.id(),
                caller);
        sql.write("""
                insert into person (account_id, nik_hash, nik_last4, birth_year, region)
                select f.account_id, k.nik_hash, case when k.nik_hash is not null then t.nik_last4 end, t.birth_year,
                    t.region
                from membership_offer f, jsonb_to_record(f.told) as t (nik_hash bytea, nik_last4 varchar,
                    birth_year smallint, region varchar)
                left join lateral (select t.nik_hash where not exists (
                    select 1 from person other where other.nik_hash = t.nik_hash)) k on true
                where f.id = ?
                on conflict (account_id) do update set nik_hash = coalesce(person.nik_hash, excluded.nik_hash),
                    nik_last4 = coalesce(person.nik_last4, excluded.nik_last4),
                    birth_year = coalesce(person.birth_year, excluded.birth_year),
                    region = coalesce(person.region, excluded.region)""", offer.id());
    }

    /** With what she takes part: a business of hers of that number or name, the partner's of that number, a new one. */
    private void noteBusiness(Offer offer, long membershipId) {
        var told = offer.business();
        if (told == null) {
            return;
        }
        sql.write("""
                update membership m set business_id = (
                    select b.id from business b
                    left join business_person w on w.business_id = b.id and w.account_id = m.account_id
                    where w.account_id is not null and (b.nib = ? or lower(b.name) = lower(?))
                        or b.nib = ? and exists (select 1 from membership s where s.business_id = b.id
                            and s.programme_id = m.programme_id
                            and s.organisation_id is not distinct from m.organisation_id)
                    order by w.account_id is null, b.id limit 1)
                where m.id = ? and m.business_id is null""", told.nib(), told.name(), told.nib(), membershipId);
        var known = sql.row("select business_id is not null from membership where id = ?", row -> row.getBoolean(1),
                membershipId).orElse(false);
        if (known) {
            businesses.takePart(membershipId);
        } else {
            businesses.add(membershipId, told, null);
        }
    }
}
