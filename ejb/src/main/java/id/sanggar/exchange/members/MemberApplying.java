package id.sanggar.exchange.members;

import id.sanggar.identity.Registration;
import id.sanggar.programme.MembersAdmitted;
import id.sanggar.programme.MembershipOffered;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Message;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the rows of an import into people, businesses and members: some thousand rows in a dozen statements, one
 * transaction each time, at whose end the rows are gone. It is the one place where accounts and memberships are written
 * past their own rooms; what follows from being admitted is left to who observes {@link MembersAdmitted}, as ever.
 */
@ApplicationScoped
class MemberApplying {

    static final int AT_ONCE = 5_000;

    /** As long as a code on paper holds. */
    private static final Duration ANSWERED_WITHIN = Duration.ofDays(90);

    /** Of one import, from a row to another, both included. */
    private static final String CHUNK = "r.import_id = ? and r.row between ? and ?";

    @Inject
    private Sql sql;

    @Inject
    private MemberImportRecords records;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Event<MembersAdmitted> admitted;

    @Inject
    private Event<MembershipOffered> offered;

    @Inject
    private Clock clock;

    /** The rows that are next. */
    private record Chunk(long importId, int first, int last, int rows) {
    }

    /** @return false if there is nothing left to do: then the import is applied */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean next(long importId) {
        var stored = records.lock(importId).filter(one -> one.state() == MemberImportState.APPLYING).orElse(null);
        if (stored == null) {
            return false;
        }
        var chunk = sql.row("""
                select min(row) as first, max(row) as last, count(*) as rows from (select row from member_import_row
                    where import_id = ? and row > ? and outcome in ('NEW', 'JOINS', 'ASKED', 'CHANGED')
                    order by row limit ?) as next""",
                row -> new Chunk(importId, row.getInt("first"), row.getInt("last"), row.getInt("rows")), importId,
                stored.doneTo(), AT_ONCE).orElseThrow();
        if (chunk.rows() == 0) {
            sql.write("delete from member_import_row where import_id = ? and outcome = 'SAME'", importId);
            // Without a row to correct, nobody needs the file.
            sql.write("""
                    delete from member_import_piece p where p.import_id = ? and not exists (
                        select 1 from member_import_row r where r.import_id = p.import_id)""", importId);
            records.end(importId, MemberImportState.APPLIED);
            return false;
        }
        records.byIndexesAlone();
        leaveOutWhoCameMeanwhile(stored, chunk);
        enter(stored, chunk, clock.instant());
        change(chunk, clock.instant());
        offer(stored, chunk, clock.instant());
        sql.write("delete from member_import_row r where " + CHUNK
                + " and r.outcome in ('NEW', 'JOINS', 'ASKED', 'CHANGED')", importId, chunk.first(), chunk.last());
        records.done(importId, chunk.rows(), chunk.last(), 0);
        return true;
    }

    /** Between the dry run and now somebody may have registered, or been admitted. */
    private void leaveOutWhoCameMeanwhile(MemberImportRecords.Stored stored, Chunk chunk) {
        var meanwhile = RowProblem.json(List.of(
                new RowProblem(MemberField.NAME, new Message("exchange.people-meanwhile"))));
        sql.write("""
                update member_import_row r set outcome = 'DUPLICATE', problems = cast(? as jsonb)
                where %s and r.outcome = 'NEW' and (exists (select 1 from person p where p.nik_hash = r.nik_hash)
                    or exists (select 1 from account a where a.phone = r.phone)
                    or r.email is not null and exists (select 1 from account a where lower(a.email) = r.email))"""
                .formatted(CHUNK), meanwhile, chunk.importId(), chunk.first(), chunk.last());
        sql.write("""
                update member_import_row r set outcome = 'DUPLICATE', problems = cast(? as jsonb)
                where %s and r.outcome in ('JOINS', 'ASKED') and (%s or exists (select 1 from membership m
                        where m.account_id = r.account_id and m.programme_id = ?)
                    or not exists (select 1 from account a where a.id = r.account_id and a.state = 'ACTIVE'))"""
                .formatted(CHUNK, MemberComparison.STAFF), meanwhile, chunk.importId(), chunk.first(), chunk.last(),
                stored.programme());
        sql.write("update member_import_row r set outcome = 'ASKED' where " + CHUNK + " and r.outcome = 'JOINS'"
                + " and not " + MemberComparison.SERVED, chunk.importId(), chunk.first(), chunk.last());
        // Who was moved to another partner is written down by that partner's managers now.
        sql.write("""
                update member_import_row r set outcome = 'DUPLICATE', problems = cast(? as jsonb)
                where %s and r.outcome = 'CHANGED' and not exists (select 1 from membership m
                    where m.id = r.membership_id and m.organisation_id is not distinct from r.organisation_id
                        and m.state in ('ACTIVE', 'COMPLETED'))""".formatted(CHUNK), meanwhile, chunk.importId(),
                chunk.first(), chunk.last());
        sql.write("""
                update member_import_row r set outcome = 'DUPLICATE', problems = cast(? as jsonb)
                where %s and r.outcome in ('JOINS', 'ASKED', 'CHANGED') and exists (select 1 from person p
                    where p.nik_hash = r.nik_hash and p.account_id <> r.account_id)""".formatted(CHUNK), meanwhile,
                chunk.importId(), chunk.first(), chunk.last());
        leaveOutWhoFindNoPlace(chunk);
    }

    /** Cohorts fill up; whoever takes a place in one holds it first, here as everywhere. */
    private void leaveOutWhoFindNoPlace(Chunk chunk) {
        var cohorts = sql.rows("""
                select c.id from cohort c where c.capacity is not null and c.id in (
                    select r.cohort_id from member_import_row r where %s and r.outcome in ('NEW', 'JOINS'))
                order by c.id for no key update""".formatted(CHUNK), row -> row.getLong(1), chunk.importId(),
                chunk.first(), chunk.last());
        if (cohorts.isEmpty()) {
            return;
        }
        sql.write("""
                update member_import_row r set outcome = 'INVALID', problems = cast(? as jsonb)
                from (select r.row, c.capacity, row_number() over (partition by r.cohort_id order by r.row)
                        + (select count(*) from membership m where m.cohort_id = c.id
                            and m.state in ('ACTIVE', 'COMPLETED')) as place
                    from member_import_row r join cohort c on c.id = r.cohort_id
                    where %s and r.outcome in ('NEW', 'JOINS') and c.capacity is not null) f
                where r.import_id = ? and r.row = f.row and f.place > f.capacity""".formatted(CHUNK),
                RowProblem.json(List.of(
                        new RowProblem(MemberField.COHORT, new Message("exchange.people-cohort-full")))),
                chunk.importId(), chunk.first(), chunk.last(), chunk.importId());
    }

    /** Asks those who have accounts; who is asked the same already, or was too long ago, is asked this. */
    private void offer(MemberImportRecords.Stored stored, Chunk chunk, Instant now) {
        var offers = sql.rows("""
                insert into membership_offer (import_id, programme_id, organisation_id, cohort_id, account_id, told,
                    offered_by, offered_at, expires_at)
                select r.import_id, ?, r.organisation_id, r.cohort_id, r.account_id, jsonb_strip_nulls(to_jsonb(r)
                    - array['import_id', 'row', 'outcome', 'problems', 'phone', 'email', 'organisation_id',
                        'cohort_id', 'account_id', 'membership_id']), ?, ?, ?
                from member_import_row r where %s and r.outcome = 'ASKED' order by r.row
                on conflict (account_id, programme_id, organisation_id) where answered_at is null
                    do update set import_id = excluded.import_id, cohort_id = excluded.cohort_id,
                        told = excluded.told, offered_by = excluded.offered_by, offered_at = excluded.offered_at,
                        expires_at = excluded.expires_at
                returning id""".formatted(CHUNK), row -> row.getLong(1), stored.programme(), stored.actor(), now,
                now.plus(ANSWERED_WITHIN), chunk.importId(), chunk.first(), chunk.last());
        if (!offers.isEmpty()) {
            offered.fire(new MembershipOffered(offers));
        }
    }

    private void enter(MemberImportRecords.Stored stored, Chunk chunk, Instant now) {
        link(stored, chunk);
        var here = "l.import_id = ? and l.row between ? and ?";
        var both = "from member_import_member l join member_import_row r on r.import_id = l.import_id"
                + " and r.row = l.row where " + here;
        sql.write("""
                insert into account (id, name, email, phone, password_hash, gender, consented_at, consent_version,
                    created_at) overriding system value
                select l.account_id, r.name, r.email, r.phone, ?, r.gender, ?, ?, ? %s and l.new_account"""
                .formatted(both), Registration.NO_PASSWORD, now, Registration.CONSENT_VERSION, now, chunk.importId(),
                chunk.first(), chunk.last());
        sql.write("""
                insert into person (account_id, nik_hash, nik_last4, birth_year, region)
                select l.account_id, r.nik_hash, r.nik_last4, r.birth_year, r.region %s
                on conflict (account_id) do update set nik_hash = coalesce(person.nik_hash, excluded.nik_hash),
                    nik_last4 = coalesce(person.nik_last4, excluded.nik_last4),
                    birth_year = coalesce(person.birth_year, excluded.birth_year),
                    region = coalesce(person.region, excluded.region)""".formatted(both), chunk.importId(),
                chunk.first(), chunk.last());
        sql.write("""
                insert into business (id, name, products, kbli, nib, pirt, pirt_expires, halal, halal_expires,
                    employees, turnover, region, created_at) overriding system value
                select distinct on (l.business_id) l.business_id, coalesce(r.business, left(r.name, 160)), r.products,
                    r.kbli, r.nib, r.pirt, r.pirt_expires, r.halal, r.halal_expires, r.employees, r.turnover,
                    r.region, cast(? as timestamptz) %s and l.new_business order by l.business_id, l.row"""
                .formatted(both), now, chunk.importId(), chunk.first(), chunk.last());
        sql.write("""
                insert into business_person (business_id, account_id, role, since)
                select l.business_id, l.account_id, coalesce(r.role, 'OWNER'), cast(? as timestamptz) %s
                    and l.business_id is not null on conflict do nothing""".formatted(both), now, chunk.importId(),
                chunk.first(), chunk.last());
        var first = programmes.byId(stored.programme()).firstStage().id();
        sql.write("""
                insert into membership (id, programme_id, account_id, organisation_id, cohort_id, state, applied_at,
                    decided_at, decided_by, stage_id, stage_since, business_id) overriding system value
                select l.membership_id, ?, l.account_id, r.organisation_id, r.cohort_id, 'ACTIVE', ?, ?, ?, ?, ?,
                    l.business_id %s""".formatted(both), stored.programme(), now, now, stored.actor(), first, now,
                chunk.importId(), chunk.first(), chunk.last());
        sql.write("""
                insert into membership_stage (membership_id, stage_id, entered_at)
                select l.membership_id, ?, cast(? as timestamptz) from member_import_member l where %s"""
                .formatted(here), first, now, chunk.importId(), chunk.first(), chunk.last());
        tell(stored, chunk);
    }

    /** Gives everyone her numbers first, so that no statement has to ask another which it gave. */
    private void link(MemberImportRecords.Stored stored, Chunk chunk) {
        sql.write("""
                with chunk as materialized (select r.row, r.account_id, r.business, r.nib, r.organisation_id
                        from member_import_row r where %s and r.outcome in ('NEW', 'JOINS')),
                    known as materialized (select c.nib, c.organisation_id, min(b.id) as id
                        from chunk c join business b on b.nib = c.nib join membership m on m.business_id = b.id
                            and m.programme_id = ? and m.organisation_id is not distinct from c.organisation_id
                        group by c.nib, c.organisation_id),
                    fresh as materialized (select nib, organisation_id, nextval('business_id_seq') as id
                        from (select distinct c.nib, c.organisation_id from chunk c where c.nib is not null
                            and not exists (select 1 from known k where k.nib = c.nib
                                and k.organisation_id is not distinct from c.organisation_id)) as n)
                insert into member_import_member (import_id, row, account_id, membership_id, business_id, new_account,
                    new_membership, new_business)
                select ?, c.row, coalesce(c.account_id, nextval('account_id_seq')), nextval('membership_id_seq'),
                    coalesce(k.id, f.id, case when c.nib is null and c.business is not null
                        then nextval('business_id_seq') end),
                    c.account_id is null, true, k.id is null and (c.nib is not null or c.business is not null)
                from chunk c
                left join known k on k.nib = c.nib and k.organisation_id is not distinct from c.organisation_id
                left join fresh f on f.nib = c.nib and f.organisation_id is not distinct from c.organisation_id
                order by c.row""".formatted(CHUNK), chunk.importId(), chunk.first(), chunk.last(),
                stored.programme(), chunk.importId());
    }

    private void tell(MemberImportRecords.Stored stored, Chunk chunk) {
        var memberships = new ArrayList<Long>();
        var accounts = new ArrayList<Long>();
        sql.rows("""
                select membership_id, account_id from member_import_member
                where import_id = ? and row between ? and ? order by membership_id""",
                row -> memberships.add(row.getLong("membership_id")) && accounts.add(row.getLong("account_id")),
                chunk.importId(), chunk.first(), chunk.last());
        if (!memberships.isEmpty()) {
            admitted.fire(new MembersAdmitted(stored.programme(), memberships, accounts));
        }
    }

    /**
     * What a row tells of a member's person, where nothing is known, and of her business. Her name, phone and address
     * are hers alone: by them she signs in, and certificates carry the name.
     */
    private void change(Chunk chunk, Instant now) {
        var changed = CHUNK + " and r.outcome = 'CHANGED'";
        sql.write("update account a set gender = r.gender from member_import_row r where " + changed
                + " and a.id = r.account_id and a.gender is null and r.gender is not null", chunk.importId(),
                chunk.first(), chunk.last());
        sql.write("""
                insert into person (account_id, nik_hash, nik_last4, birth_year, region)
                select r.account_id, r.nik_hash, r.nik_last4, r.birth_year, r.region from member_import_row r where %s
                on conflict (account_id) do update set nik_hash = coalesce(person.nik_hash, excluded.nik_hash),
                    nik_last4 = coalesce(person.nik_last4, excluded.nik_last4),
                    birth_year = coalesce(person.birth_year, excluded.birth_year),
                    region = coalesce(excluded.region, person.region)""".formatted(changed), chunk.importId(),
                chunk.first(), chunk.last());
        sql.write("""
                update business b set name = coalesce(r.business, b.name), products = coalesce(r.products, b.products),
                    kbli = coalesce(r.kbli, b.kbli), nib = coalesce(r.nib, b.nib), pirt = coalesce(r.pirt, b.pirt),
                    pirt_expires = coalesce(r.pirt_expires, b.pirt_expires), halal = coalesce(r.halal, b.halal),
                    halal_expires = coalesce(r.halal_expires, b.halal_expires),
                    employees = coalesce(r.employees, b.employees), turnover = coalesce(r.turnover, b.turnover),
                    revision = b.revision + 1
                from member_import_row r join membership m on m.id = r.membership_id
                where %s and b.id = m.business_id""".formatted(changed), chunk.importId(), chunk.first(),
                chunk.last());
        sql.write("""
                with fresh as (
                        select r.*, nextval('business_id_seq') as fresh_id from member_import_row r
                        join membership m on m.id = r.membership_id where %s and m.business_id is null
                            and (r.business is not null or r.nib is not null)),
                    made as (insert into business (id, name, products, kbli, nib, pirt, pirt_expires, halal,
                            halal_expires, employees, turnover, region, created_at) overriding system value
                        select fresh_id, coalesce(business, name), products, kbli, nib, pirt, pirt_expires, halal,
                            halal_expires, employees, turnover, region, cast(? as timestamptz) from fresh
                        returning id),
                    whose as (insert into business_person (business_id, account_id, role, since)
                        select m.id, f.account_id, coalesce(f.role, 'OWNER'), cast(? as timestamptz)
                        from made m join fresh f on f.fresh_id = m.id)
                update membership m set business_id = d.id, revision = m.revision + 1
                from made d join fresh f on f.fresh_id = d.id where m.id = f.membership_id""".formatted(changed),
                chunk.importId(), chunk.first(), chunk.last(), now, now);
    }
}
