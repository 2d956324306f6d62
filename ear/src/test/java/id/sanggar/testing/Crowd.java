package id.sanggar.testing;

import java.sql.SQLException;
import java.util.UUID;

/**
 * People for tests of pages, put into a programme behind the application's back. Each has a name nobody else has, so
 * that tests can share a server.
 */
public final class Crowd {

    private final String programme;

    private Crowd(String programme) {
        this.programme = programme;
    }

    /** @param programme slug of one of the shipped programmes */
    public static Crowd in(String programme) {
        return new Crowd(programme);
    }

    /** A family name for one test. */
    public static String familyName() {
        var name = new StringBuilder("Q");
        for (var digit : UUID.randomUUID().toString().substring(0, 8).toCharArray()) {
            name.append((char) ('a' + Character.digit(digit, 16)));
        }
        return name.toString();
    }

    /** So many who wait for a decision: Peserta 001 of that family, Peserta 002 and so on. */
    public void apply(String familyName, int count) throws SQLException {
        people(familyName, count);
        write("""
                with kitchen as (insert into business (name, products, created_at)
                    values ('Dapur Uji', 'Stik jagung', now()) returning id)
                insert into membership (programme_id, account_id, state, applied_at, business_id)
                select p.id, a.id, 'APPLIED', now(), kitchen.id from account a cross join kitchen
                join programme p on p.slug = ? where a.name like '% ' || ?""", programme, familyName);
    }

    /** So many members who have completed the course. */
    public void graduate(String familyName, int count, String course) throws SQLException {
        people(familyName, count);
        admit(familyName);
        complete(familyName, course);
    }

    /** So many members who have not begun. */
    public void join(String familyName, int count) throws SQLException {
        people(familyName, count);
        admit(familyName);
    }

    /** Makes members of people who have an account. */
    public void admit(String familyName) throws SQLException {
        write("""
                with member as (
                    insert into membership (programme_id, account_id, state, applied_at, decided_at, stage_id,
                        stage_since)
                    select p.id, a.id, 'ACTIVE', now(), now(), s.id, now() from account a
                    join programme p on p.slug = ? join stage s on s.programme_id = p.id and s.position = 2
                    where a.name like '% ' || ? returning id, stage_id)
                insert into membership_stage (membership_id, stage_id, entered_at) select id, stage_id, now()
                from member""", programme, familyName);
    }

    /** Lets them have completed the course, with 90 points. */
    public void complete(String familyName, String course) throws SQLException {
        write("""
                insert into enrolment (account_id, course_id, version_id, enrolled_at, done, required, score,
                    computed_at, completed_at)
                select a.id, c.id, c.published_version_id, now(), 20, 20, 90, now(), now()
                from account a join course c on c.slug = ? where a.name like '% ' || ?""", course, familyName);
    }

    /** Lets someone who has an account manage the programme, from her next sign-in on. */
    public void grantManager(String email) throws SQLException {
        write("""
                insert into role_grant (account_id, role, programme_id, granted_at)
                select a.id, 'MANAGER', p.id, now() from account a join programme p on p.slug = ?
                where a.email = ?""", programme, email);
    }

    private static void people(String familyName, int count) throws SQLException {
        write("""
                insert into account (name, phone, password_hash, consented_at, consent_version, created_at)
                select 'Peserta ' || to_char(n, 'FM000') || ' ' || ?,
                    '+62' || (900000000 + nextval('account_id_seq')) || n % 10, '-', now(), 'test', now()
                from generate_series(1, ?) n""", familyName, count);
    }

    private static void write(String sql, Object... parameters) throws SQLException {
        new Tables(SystemUnderTest.database()).write(sql, parameters);
    }
}
