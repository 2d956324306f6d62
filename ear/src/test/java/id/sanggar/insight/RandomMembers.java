package id.sanggar.insight;

import static id.sanggar.learning.Classroom.stage;

import id.sanggar.course.Audience;
import id.sanggar.learning.Classroom;
import id.sanggar.programme.ProgrammeDefinition;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.programme.YearTarget;
import id.sanggar.testing.Acting;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A programme whose members are nothing but chance: any state at any stage, with or without home, business, cohort and
 * partner, courses begun, measured and completed, certificates held and lost. What never happens in a life that
 * Sanggar leads happens here too; figures must count it all the same as the tables do.
 */
final class RandomMembers {

    /** How many. */
    static final int ALL = 400;

    final String programme;
    final String course;
    final String partner;
    private final Classroom classroom;

    RandomMembers(Classroom classroom) throws Exception {
        this.classroom = classroom;
        programme = classroom.slug("acak");
        course = classroom.slug("kursus");
        partner = "mitra-" + programme;
        classroom.publish(course, Audience.PUBLIC, "pelajaran", "tes-awal", "tes-akhir");
        classroom.write("""
                update quiz q set purpose = 'PRETEST' from activity a join course_version v on v.id = a.version_id
                join course c on c.id = v.course_id
                where a.id = q.activity_id and a.slug = 'tes-awal' and c.slug = ?""", course);
        classroom.partner(partner);
        classroom.partner("lain-" + programme);
        setUp();
        write("""
                insert into account (name, email, password_hash, gender, consented_at, consent_version, created_at)
                select 'Peserta Acak', 'acak' || i || '.{programme}@sanggar.example', '-',
                    (array['FEMALE', 'MALE', null])[1 + floor(random() * 3)], now(), 'test', now()
                from generate_series(1, {all}) as i""");
        write("""
                insert into person (account_id, birth_year, region)
                select a.id, 1980, (select (array_agg(code order by code))[1 + floor(random() * count(*))] from region
                    where code like '3171%' and length(code) in (6, 10) and a.id = a.id and random() < 0.9)
                from account a where {theirs} and random() < 0.8""");
        members();
        learning();
        certificates();
    }

    /** @return whether anything differed */
    boolean setUp() throws Exception {
        var plain = classroom.definition(programme,
                stage("pendaftaran", Requirement.admitted()),
                stage("pelatihan", Requirement.course(course)),
                stage("pendampingan", Requirement.confirmed("kunjungan", Classroom.text("Kunjungan"))));
        var target = new YearTarget(plain.targets().get(0).year(), plain.target(), List.of(
                new YearTarget.Part(partner, null, 300), new YearTarget.Part(null, "317101", 50)));
        return classroom.setUp(new ProgrammeDefinition(plain.slug(), plain.code(), plain.organisation(), plain.title(),
                plain.summary(), plain.zone(), plain.region(), plain.place(), plain.signatory(), plain.admission(),
                plain.openTo(), plain.starts(), plain.ends(), plain.target(), List.of(target), plain.stages(),
                plain.cohorts()));
    }

    private void members() throws Exception {
        write("""
                with made as (insert into business (name, kbli, created_at)
                        select 'Usaha {programme} ' || a.id, (array['10792', '10750', '56101', null])[1 + a.id % 4],
                            now()
                        from account a where {theirs} returning id, name),
                    one as (select a.id, made.id as business, (array['APPLIED', 'ACTIVE', 'ACTIVE', 'ACTIVE',
                            'REJECTED', 'WITHDRAWN', 'COMPLETED'])[1 + floor(random() * 7)] as state,
                        now() - random() * interval '200 days' as decided, random() as chance
                        from account a join made on made.name = 'Usaha {programme} ' || a.id)
                insert into membership (programme_id, account_id, organisation_id, cohort_id, business_id, state,
                    applied_at, decided_at, decided_by, stage_id, stage_since, completed_at)
                select p.id, one.id, (select (array[x.id, y.id, null])[1 + one.id % 3] from organisation x,
                        organisation y where x.slug = 'mitra-{programme}' and y.slug = 'lain-{programme}'),
                    case when one.id % 5 < 2 then c.id end, case when chance < 0.8 then one.business end, one.state,
                    one.decided - chance * interval '30 days', case when one.state <> 'APPLIED' then one.decided end,
                    case when chance < 0.5 and one.state <> 'APPLIED' then one.id end, s.id,
                    case when s.id is not null then least(now(), one.decided + chance * interval '90 days') end,
                    case when one.state = 'COMPLETED' then least(now(), one.decided + chance * interval '99 days') end
                from one join programme p on p.slug = '{programme}'
                left join cohort c on c.programme_id = p.id
                left join stage s on s.programme_id = p.id and s.position = 1 + one.id % 3
                    and one.state in ('ACTIVE', 'COMPLETED', 'WITHDRAWN')""");
        write("""
                insert into membership_stage (membership_id, stage_id, entered_at, completed_at)
                select m.id, s.id, m.decided_at + s.position * random() * interval '20 days',
                    case when s.id < m.stage_id or m.state = 'COMPLETED'
                        then m.decided_at + s.position * interval '20 days' + random() * interval '20 days' end
                from membership m join programme p on p.id = m.programme_id
                join stage s on s.programme_id = p.id and s.id <= m.stage_id where p.slug = '{programme}'""");
    }

    private void learning() throws Exception {
        write("""
                insert into enrolment (account_id, course_id, version_id, enrolled_at, required, done, score,
                    computed_at, completed_at)
                select a.id, c.id, c.published_version_id, now() - random() * interval '200 days', 3, 0,
                    case when random() < 0.7 then round((random() * 100)::numeric, 2) end, now(),
                    case when random() < 0.5 then now() - random() * interval '150 days' end
                from account a join course c on c.slug = '{course}' where {theirs} and random() < 0.7""");
        write("""
                insert into activity_record (enrolment_id, activity_slug, best_score, attempts)
                select e.id, t.slug, round((random() * 100)::numeric, 2), 1
                from enrolment e join account a on a.id = e.account_id
                cross join (values ('tes-awal'), ('tes-akhir')) as t(slug) where {theirs} and random() < 0.7""");
        write("""
                insert into activity_fact (enrolment_id, activity_slug, kind, at)
                select e.id, 'pelajaran', 'ACKNOWLEDGED', now() - random() * interval '200 days'
                from enrolment e join account a on a.id = e.account_id cross join generate_series(1, 3)
                where {theirs} and random() < 0.4""");
    }

    private void certificates() throws Exception {
        write("""
                insert into issuance (code, programme_id, course_id, template_id, name, state, created_by, created_at)
                select gen_random_uuid(), p.id, c.id, t.id, 'Acak', 'DONE', (select min(id) from account), now()
                from programme p, course c, (select min(id) as id from certificate_template) t
                where p.slug = '{programme}' and c.slug = '{course}'""");
        write("""
                insert into certificate (code, programme_id, course_id, account_id, template_id, issuance_id, award,
                    serial_year, serial_number, serial, holder, printed, pdf_sha256, issued_at, revoked_at, revoked_by,
                    revocation_reason, renewed_at, replaced_at)
                select upper(substr(md5(random()::text), 1, 26)), b.programme_id, b.course_id, k.account,
                    b.template_id, b.id, k.award, 2026, k.number, k.number || '/UJI', 'Peserta',
                    jsonb_build_object('holder', 'Peserta', 'course', 'Kursus', 'programme', 'Program', 'hours', 8,
                        'completedOn', '2026-01-05', 'issuedOn', '2026-01-09', 'place', 'Gorontalo',
                        'signatory', 'Penguji', 'signatoryTitle', 'Ketua', 'serial', k.number || '/UJI',
                        'verifyUrl', 'https://sanggar.example/verify/UJI'), 'x',
                    now() - random() * interval '150 days', case when k.fate = 1 then now() end,
                    case when k.fate = 1 then b.created_by end, case when k.fate = 1 then 'Uji' end,
                    case when k.fate = 2 then now() end, case when k.fate = 3 then now() end
                from issuance b join programme p on p.id = b.programme_id
                cross join (select a.id as account, award, floor(random() * 7) as fate,
                        row_number() over (order by a.id, award) as number
                    from account a cross join (values ('COMPLETION'), ('ATTENDANCE')) as w(award)
                    where {theirs} and random() < 0.4) as k
                where p.slug = '{programme}'""");
    }

    private void write(String sql) throws Exception {
        classroom.write(sql.replace("{theirs}", "a.email like 'acak%.{programme}@sanggar.example'")
                .replace("{programme}", programme).replace("{course}", course)
                .replace("{all}", String.valueOf(ALL)));
    }

    /** What a statement finds of the programme, {@code p}. */
    Object read(String sql) throws Exception {
        return classroom.read(sql.replace("{programme}", programme).replace("{course}", course));
    }

    Acting manager() throws Exception {
        return classroom.manager(programme);
    }

    Acting managerOfPartner() throws Exception {
        return classroom.manager(programme, partner);
    }

    /** What a filter's address may say, and with which values. */
    Map<String, String[]> choices() {
        return Map.ofEntries(
                Map.entry("state", new String[] {"active", "completed", "withdrawn", "applied", "rejected"}),
                Map.entry("stage", new String[] {"pendaftaran", "pelatihan", "pendampingan"}),
                Map.entry("reached", new String[] {"pendaftaran", "pelatihan", "pendampingan"}),
                Map.entry("cohort", new String[] {"angkatan-kecil", "-"}),
                Map.entry("partner", new String[] {partner, "lain-" + programme, "-", "bukan-mitra"}),
                Map.entry("region", new String[] {"31", "3171", "317101", "31-", "-", "317101-", "32"}),
                Map.entry("gender", new String[] {"female", "male", "-"}),
                Map.entry("kbli", new String[] {"10", "10792", "-", "9"}),
                Map.entry("pace", new String[] {"new", "busy", "quiet", "stalled"}),
                Map.entry("from", months()), Map.entry("until", months()),
                Map.entry("did", new String[] {"entered:pelatihan", "left:pendaftaran", "finished",
                    "enrolled:" + course, "passed:" + course, "measured:" + course, "certified:" + course,
                    "passed:bukan-kursus", "never",
                    "left:pendaftaran@" + months()[1] + "~" + months()[3],
                    "certified:" + course + "@" + months()[2] + "~,finished@~" + months()[4],
                    "passed:" + course + "@~" + months()[2] + ",enrolled:" + course + "@" + months()[0] + "~"}));
    }

    /** The last seven. */
    static String[] months() {
        var now = YearMonth.now(ZoneId.of("Asia/Makassar"));
        return IntStream.rangeClosed(0, 6)
                .mapToObj(months -> now.minusMonths(6L - months).toString())
                .toArray(String[]::new);
    }
}
