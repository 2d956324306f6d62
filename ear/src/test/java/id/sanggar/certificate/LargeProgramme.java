package id.sanggar.certificate;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A programme as large as one likes, whose members have all completed its course, made by the database itself: a
 * quarter of a million take half a minute. Every hundredth has an e-mail address, every third is served by a partner,
 * every thousandth has a name that is drawn on trial.
 */
public final class LargeProgramme {

    public static final String SLUG = "nslic-kota-gorontalo";

    private final DataSource database;

    public LargeProgramme(DataSource database) {
        this.database = database;
    }

    /** New members, who have completed the course within the last two months. */
    public void graduate(int members) throws SQLException {
        execute("""
                with people as (
                    insert into account (name, phone, email, password_hash, consented_at, consent_version, created_at)
                    select given[1 + n %% 24] || ' ' || middle[1 + n / 24 %% 12] || ' ' || family[1 + n / 288 %% 16]
                            || case when n %% 1000 = 0 then 'é' else '' end,
                        '+62811' || lpad(n::text, 9, '0'),
                        case when n %% 100 = 0 then 'lulusan' || n || '@sanggar.example' end,
                        'none', now(), 'test', now() - interval '90 days'
                    from generate_series(1, %d) n, (values (
                        array['Ratna', 'Wulan', 'Siti', 'Nurhayati', 'Hasnawati', 'Fatmah', 'Yusuf', 'Ramli',
                            'Salma', 'Zainab', 'Rahmat', 'Iskandar', 'Asni', 'Rosmini', 'Maryam', 'Abdullah',
                            'Hamzah', 'Lindawati', 'Sulastri', 'Kartini', 'Meilan', 'Idris', 'Djafar', 'Nurdin'],
                        array['Dewi', 'Putri', 'Rahman', 'Aulia', 'Kamaria', 'Hidayat', 'Lestari', 'Sri', 'Indah',
                            'Amalia', 'Saputra', 'Wahyuni'],
                        array['Mooduto', 'Pakaya', 'Lamatenggo', 'Hulukati', 'Dunggio', 'Katili', 'Monoarfa', 'Gobel',
                            'Botutihe', 'Olii', 'Rauf', 'Daud', 'Ismail', 'Yunus', 'Hasan', 'Ahmad'])) names(given,
                            middle, family)
                    returning id),
                kitchen as (
                    insert into business (name, created_at) values ('Dapur Bersama', now()) returning id),
                members as (
                    insert into membership (programme_id, account_id, organisation_id, state, applied_at, decided_at,
                        stage_id, stage_since, business_id)
                    select p.id, a.id, case when a.id %% 3 = 0 then (select min(o.id) from organisation o
                            where o.id <> p.organisation_id) end, 'ACTIVE', now() - interval '80 days',
                        now() - interval '75 days', s.id, now() - interval '75 days', k.id
                    from people a cross join kitchen k join programme p on p.slug = '%s'
                    join stage s on s.programme_id = p.id and s.position = 1
                    returning account_id)
                insert into enrolment (account_id, course_id, version_id, enrolled_at, done, required, score,
                    computed_at, completed_at)
                select m.account_id, c.id, c.published_version_id, now() - interval '70 days', r.number, r.number,
                    60 + m.account_id %% 41, now(), now() - interval '1 hour' * (m.account_id %% 1400)
                from members m join course c on c.slug = '%s' cross join lateral (select count(*) as number
                    from activity v where v.version_id = c.published_version_id and v.completion <> 'NONE') r"""
                .formatted(members, SLUG, Graduates.COURSE));
        execute("analyze account, membership, enrolment");
    }

    /** Says of every member that she went through every lesson. */
    public void attend() throws SQLException {
        execute("""
                insert into activity_record (enrolment_id, activity_slug, completed_at, attempts)
                select e.id, v.slug, e.completed_at - interval '1 hour' * (v.position %% 24), 1
                from enrolment e join course c on c.id = e.course_id and c.slug = '%s'
                join activity v on v.version_id = e.version_id and v.kind = 'LESSON'
                order by e.id, v.slug""".formatted(Graduates.COURSE));
        execute("analyze activity_record");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
