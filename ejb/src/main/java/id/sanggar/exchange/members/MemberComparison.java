package id.sanggar.exchange.members;

import id.sanggar.identity.Access;
import id.sanggar.shared.Message;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the rows of an import with each other and with who is there, all of them in a few statements: first by the
 * number of the identity card, then by phone and e-mail address, at last by name and year of birth, where a row or a
 * person has no number. In doubt a row is left out and a person decides.
 */
@ApplicationScoped
class MemberComparison {

    /** Of one import, and not decided yet. */
    private static final String OPEN = "r.import_id = ? and r.outcome is null";

    /** The partner of the row serves the person already, elsewhere: nobody new sees her data by it. */
    static final String SERVED = """
            exists (select 1 from membership s where s.account_id = r.account_id
                and s.organisation_id = r.organisation_id and s.state in ('ACTIVE', 'COMPLETED'))""";

    /** Who works with Sanggar is no member by somebody's table. */
    static final String STAFF = "exists (select 1 from role_grant g where g.account_id = r.account_id)";

    @Inject
    private Sql sql;

    @Inject
    private MemberImportRecords records;

    @Inject
    private Clock clock;

    /** In a transaction of its own, which ends the dry run; done again, it comes to the same. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void compare(MemberImportRecords.Stored stored) {
        var id = stored.id();
        if (records.lock(id).filter(now -> now.state() == MemberImportState.CHECKING).isPresent()) {
            compareAll(stored);
            records.checked(id, counts(id));
        }
    }

    private Map<MemberOutcome, Integer> counts(long importId) {
        var counts = new HashMap<MemberOutcome, Integer>();
        sql.rows("select outcome, count(*) as rows from member_import_row where import_id = ? group by outcome",
                row -> counts.put(MemberOutcome.valueOf(row.getString("outcome")), row.getInt("rows")), importId);
        return counts;
    }

    private void compareAll(MemberImportRecords.Stored stored) {
        var id = stored.id();
        sql.write("""
                update member_import_row set outcome = null, problems = null, account_id = null, membership_id = null
                where import_id = ? and outcome is not null and outcome <> 'INVALID'""", id);
        sql.write("analyze member_import_row");
        twice(id, "nik_hash", MemberField.NIK, "exchange.people-nik-twice");
        twice(id, "phone", MemberField.PHONE, "exchange.people-phone-twice");
        twice(id, "email", MemberField.EMAIL, "exchange.people-email-twice");
        namesake(id);
        know(id);
        strangers(id, "phone", "a.phone = r.phone", MemberField.PHONE);
        strangers(id, "email", "lower(a.email) = r.email", MemberField.EMAIL);
        resemble(stored);
        members(stored);
        ask(stored);
        barred(id);
        overfull(id);
        sql.write("update member_import_row r set outcome = 'NEW' where " + OPEN, id);
    }

    private static String problem(MemberField field, String key) {
        return RowProblem.json(List.of(new RowProblem(field, new Message(key))));
    }

    /** What only one row can have. */
    private void twice(long id, String column, MemberField field, String key) {
        sql.write("""
                update member_import_row r set outcome = 'DUPLICATE', problems = jsonb_build_array(jsonb_build_object(
                    'field', cast(? as text), 'key', cast(? as text),
                    'arguments', jsonb_build_array(cast(d.first as text))))
                from (select row, min(row) over (partition by %1$s) as first from member_import_row r
                    where %2$s and %1$s is not null) d
                where r.import_id = ? and r.row = d.row and d.first < r.row""".formatted(column, OPEN),
                field, key, id, id);
    }

    /** Two rows of one name and year are of one person, unless both have a number. */
    private void namesake(long id) {
        sql.write("""
                update member_import_row r set outcome = 'DUPLICATE', problems = jsonb_build_array(jsonb_build_object(
                    'field', 'NAME', 'key', 'exchange.people-name-twice',
                    'arguments', jsonb_build_array(cast(d.first as text))))
                from (select row, nik_hash, min(row) over w as first, bool_and(nik_hash is not null) over w as known
                    from member_import_row r where %s and birth_year is not null
                    window w as (partition by lower(name), birth_year)) d
                where r.import_id = ? and r.row = d.row and d.first < r.row and not d.known
                    and (d.nik_hash is null or exists (select 1 from member_import_row f
                        where f.import_id = r.import_id and f.row = d.first and f.nik_hash is null))"""
                .formatted(OPEN), id, id);
    }

    /** Whose card it is, is known. */
    private void know(long id) {
        sql.write("update member_import_row r set account_id = p.account_id from person p where " + OPEN
                + " and p.nik_hash = r.nik_hash", id);
    }

    /**
     * A phone or an address is that of a person who is there. If she has the row's name, and no other card, it is she;
     * if not, families share phones, and the row is left out.
     */
    private void strangers(long id, String column, String same, MemberField field) {
        sql.write("""
                update member_import_row r set account_id = a.id
                from account a left join person p on p.account_id = a.id
                where %s and r.%s is not null and r.account_id is null and %s and lower(a.name) = lower(r.name)
                    and (p.nik_hash is null or r.nik_hash is null)""".formatted(OPEN, column, same), id);
        sql.write("""
                update member_import_row r set outcome = 'DUPLICATE', problems = cast(? as jsonb)
                from account a where %s and r.%s is not null and %s and r.account_id is distinct from a.id"""
                .formatted(OPEN, column, same), problem(field, "exchange.people-of-another"), id);
    }

    /** Somebody of that name and year is a member whom who brought this may see. */
    private void resemble(MemberImportRecords.Stored stored) {
        sql.write("""
                update member_import_row r set outcome = 'DUPLICATE', problems = cast(? as jsonb)
                from account a join person p on p.account_id = a.id join membership m on m.account_id = a.id
                where %s and r.account_id is null and r.birth_year is not null and lower(a.name) = lower(r.name)
                    and p.birth_year = r.birth_year and m.programme_id = ?
                    and (p.nik_hash is null or r.nik_hash is null) and %s"""
                .formatted(OPEN, Access.OVER_MEMBERSHIP.replace(":caller", "?")),
                problem(MemberField.NAME, "exchange.people-resembles"), stored.id(), stored.programme(),
                stored.actor());
        // Two rows of one account, by different means.
        twice(stored.id(), "account_id", MemberField.NAME, "exchange.people-account-twice");
    }

    /** Of who is there: whether she is a member, and whether the row tells more than is known. */
    private void members(MemberImportRecords.Stored stored) {
        sql.write("""
                update member_import_row r set membership_id = m.id from membership m
                where %s and m.account_id = r.account_id and m.programme_id = ?""".formatted(OPEN), stored.id(),
                stored.programme());
        sql.write("update member_import_row r set outcome = 'JOINS' where " + OPEN
                + " and r.account_id is not null and r.membership_id is null", stored.id());
        sql.write("""
                update member_import_row r set outcome = 'DUPLICATE', problems = cast(? as jsonb)
                from membership m where %s and m.id = r.membership_id and r.organisation_id is not null
                    and m.organisation_id is distinct from r.organisation_id""".formatted(OPEN),
                problem(MemberField.PARTNER, "exchange.people-elsewhere"), stored.id());
        sql.write("""
                update member_import_row r set outcome = 'DUPLICATE', problems = cast(? as jsonb)
                from membership m where %s and m.id = r.membership_id and m.state not in ('ACTIVE', 'COMPLETED')"""
                .formatted(OPEN), problem(MemberField.NAME, "exchange.people-not-active"), stored.id());
        sql.write("""
                update member_import_row r set outcome = case when
                    (r.nik_hash is not null and p.nik_hash is null) or (r.gender is not null and a.gender is null)
                    or (r.birth_year is not null and p.birth_year is null)
                    or (r.region is not null and r.region is distinct from p.region)
                    or (r.business is not null and r.business is distinct from b.name)
                    or (r.products is not null and r.products is distinct from b.products)
                    or (r.kbli is not null and r.kbli is distinct from b.kbli)
                    or (r.nib is not null and r.nib is distinct from b.nib)
                    or (r.pirt is not null and r.pirt is distinct from b.pirt)
                    or (r.pirt_expires is not null and r.pirt_expires is distinct from b.pirt_expires)
                    or (r.halal is not null and r.halal is distinct from b.halal)
                    or (r.halal_expires is not null and r.halal_expires is distinct from b.halal_expires)
                    or (r.employees is not null and r.employees is distinct from b.employees)
                    or (r.turnover is not null and r.turnover is distinct from b.turnover)
                    then 'CHANGED' else 'SAME' end
                from membership m join account a on a.id = m.account_id left join person p on p.account_id = a.id
                left join business b on b.id = m.business_id
                where %s and m.id = r.membership_id""".formatted(OPEN), stored.id());
    }

    /** Nobody with an account becomes a member by a table alone, unless of a partner who serves her already. */
    private void ask(MemberImportRecords.Stored stored) {
        var joining = "r.import_id = ? and r.outcome = 'JOINS'";
        sql.write("update member_import_row r set outcome = 'DUPLICATE', problems = cast(? as jsonb) where " + joining
                + " and " + STAFF, problem(MemberField.NAME, "exchange.people-not-asked"), stored.id());
        sql.write("update member_import_row r set outcome = 'ASKED' where " + joining + " and not " + SERVED,
                stored.id());
        sql.write("""
                update member_import_row r set outcome = 'DUPLICATE',
                    problems = case when f.answered_at is null then cast(? as jsonb) else cast(? as jsonb) end
                from membership_offer f where r.import_id = ? and r.outcome = 'ASKED' and f.account_id = r.account_id
                    and f.programme_id = ? and f.organisation_id is not distinct from r.organisation_id
                    and (f.answered_at is null and f.expires_at > ? or not f.accepted)""",
                problem(MemberField.NAME, "exchange.people-asked-already"),
                problem(MemberField.NAME, "exchange.people-declined"), stored.id(), stored.programme(),
                clock.instant());
    }

    /** A cohort may be for one gender, and for those who live somewhere. */
    private void barred(long id) {
        sql.write("""
                update member_import_row r set outcome = 'INVALID', problems = cast(? as jsonb) from cohort c
                where r.import_id = ? and (r.outcome is null or r.outcome in ('JOINS', 'ASKED')) and c.id = r.cohort_id
                    and c.open_to_gender is not null and r.gender is distinct from c.open_to_gender""",
                problem(MemberField.COHORT, "exchange.people-cohort-gender"), id);
        sql.write("""
                update member_import_row r set outcome = 'INVALID', problems = cast(? as jsonb) from cohort c
                where r.import_id = ? and (r.outcome is null or r.outcome in ('JOINS', 'ASKED')) and c.id = r.cohort_id
                    and c.residents_of is not null and not exists (
                        select 1 from unnest(string_to_array(c.residents_of, ' ')) as area
                        where r.region like area || '%')""",
                problem(MemberField.COHORT, "exchange.people-cohort-residents"), id);
    }

    /** More than a cohort has room for, in the order of the rows. */
    private void overfull(long id) {
        sql.write("""
                update member_import_row r set outcome = 'INVALID', problems = cast(? as jsonb)
                from (select r.row, c.capacity, row_number() over (partition by r.cohort_id order by r.row)
                        + (select count(*) from membership m where m.cohort_id = c.id
                            and m.state in ('ACTIVE', 'COMPLETED')) as place
                    from member_import_row r join cohort c on c.id = r.cohort_id
                    where r.import_id = ? and (r.outcome is null or r.outcome = 'JOINS') and c.capacity is not null) f
                where r.import_id = ? and r.row = f.row and f.place > f.capacity""",
                problem(MemberField.COHORT, "exchange.people-cohort-full"), id, id);
    }
}
