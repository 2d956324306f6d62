package id.sanggar.certificate;

import id.sanggar.testing.Tables;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Members of a programme who have completed its course, or nearly, made in any number at once. */
final class Graduates {

    static final String COURSE = "pengendalian-mutu-olahan-pangan";

    private final Tables tables;
    private final String programme;

    Graduates(DataSource database, String programme) {
        tables = new Tables(database);
        this.programme = programme;
    }

    /** People with such a name and a number behind it, who have completed the course with 90; without e-mail. */
    void graduate(int count, String name) throws SQLException {
        var batch = UUID.randomUUID().toString();
        write("""
                insert into account (name, phone, password_hash, consented_at, consent_version, created_at)
                select ? || ' ' || n, '+62' || (900000000 + nextval('account_id_seq')) || n % 10, ?, now(), 'test',
                    now()
                from generate_series(1, ?) n""", name, batch, count);
        join(batch, "ACTIVE");
        enrol(batch, true);
    }

    /** @return the account's id */
    long graduate(String name, String email) throws SQLException {
        var batch = person(name, email);
        join(batch, "ACTIVE");
        enrol(batch, true);
        return account(batch);
    }

    /** All done but the post-test, which was not passed. */
    void fail(String name) throws SQLException {
        var batch = person(name, null);
        join(batch, "ACTIVE");
        enrol(batch, false);
        write("""
                insert into activity_record (enrolment_id, activity_slug, completed_at, best_score, attempts)
                select e.id, v.slug, case when q.purpose = 'POSTTEST' then null else now() end,
                    case when q.purpose = 'POSTTEST' then 55 end, 1
                from enrolment e join account a on a.id = e.account_id
                join activity v on v.version_id = e.version_id and v.completion <> 'NONE'
                left join quiz q on q.activity_id = v.id where a.password_hash = ?""", batch);
    }

    /** A member who never began. */
    void join(String name) throws SQLException {
        join(person(name, null), "ACTIVE");
    }

    /** An applicant nobody has decided on. */
    void apply(String name) throws SQLException {
        join(person(name, null), "APPLIED");
    }

    private String person(String name, String email) throws SQLException {
        var batch = UUID.randomUUID().toString();
        write("""
                insert into account (name, email, phone, password_hash, consented_at, consent_version, created_at)
                values (?, ?, case when cast(? as text) is null then '+62' || (900000000 + nextval('account_id_seq'))
                    end, ?, now(), 'test', now())""", name, email, email, batch);
        return batch;
    }

    private void join(String batch, String state) throws SQLException {
        write("""
                with kitchen as (insert into business (name, created_at) values ('Dapur Uji', now()) returning id)
                insert into membership (programme_id, account_id, state, applied_at, decided_at, stage_id, stage_since,
                    business_id)
                select p.id, a.id, ?, now(), now(), s.id, now(), kitchen.id from account a cross join kitchen
                join programme p on p.slug = ? join stage s on s.programme_id = p.id and s.position = 1
                where a.password_hash = ?""", state, programme, batch);
    }

    private void enrol(String batch, boolean completed) throws SQLException {
        write("""
                insert into enrolment (account_id, course_id, version_id, enrolled_at, done, required, score,
                    computed_at, completed_at)
                select a.id, c.id, c.published_version_id, now(), case when ? then 20 else 0 end, 20,
                    case when ? then 90 end, now(), case when ? then now() end
                from account a join course c on c.slug = ? where a.password_hash = ?""", completed, completed,
                completed, COURSE, batch);
    }

    /**
     * A batch of everyone, as it is when a manager has just started it.
     *
     * @return its code
     */
    UUID start(String batchName) throws SQLException {
        var code = UUID.randomUUID();
        write("""
                insert into issuance (code, programme_id, course_id, template_id, name, state, created_by, created_at)
                select cast(? as uuid), p.id, c.id, t.id, ?, 'CHECKED', m.id, now()
                from programme p, course c, (select id from certificate_template order by id desc limit 1) t,
                    (select min(id) as id from account) m where p.slug = ? and c.slug = ?""",
                code.toString(), batchName, programme, COURSE);
        write("""
                insert into issuance_item (issuance_id, position, membership_id, state)
                select b.id, row_number() over (order by m.id), m.id, 'ELIGIBLE'
                from issuance b join membership m on m.programme_id = b.programme_id
                join enrolment e on e.account_id = m.account_id and e.course_id = b.course_id
                where b.code = cast(? as uuid) and e.completed_at is not null and not exists (
                    select 1 from certificate c where c.account_id = m.account_id and c.programme_id = b.programme_id
                        and c.course_id = b.course_id and c.revoked_at is null)""", code.toString());
        // Last, for the server looks for what is running all the time.
        write("""
                update issuance set state = 'RUNNING', started_by = created_by, started_at = now() - interval '1 minute'
                where code = cast(? as uuid)""", code.toString());
        return code;
    }

    private long account(String batch) throws SQLException {
        return ((Number) read("select id from account where password_hash = ?", batch)).longValue();
    }

    void write(String sql, Object... parameters) throws SQLException {
        tables.write(sql, parameters);
    }

    /** The only value of the only row. */
    Object read(String sql, Object... parameters) throws SQLException {
        return tables.read(sql, parameters);
    }
}
