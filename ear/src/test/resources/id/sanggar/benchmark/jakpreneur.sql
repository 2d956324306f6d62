-- JakPreneur as large as it was reported: who registered with which partner, where she lives and works, what she learned,
-- what was confirmed of her and how far that took her. Everything follows from a person's number and the day it is made
-- on: the same number of people on the same day are the same people. Facts come first, stages follow from them.
-- Needs a table of one row, order_of_magnitude (members, partners, today, password_hash).

-- step: what is drawn from

create function pg_temp.chance(n bigint, about int) returns float8 immutable parallel safe language sql
    return (hashint8extended(n, about) & 4294967295) / 4294967296.0;

-- One of an array; the square of the chance makes the first ones more frequent.
create function pg_temp.one_of(things text[], chance float8) returns text immutable parallel safe language sql
    return things[1 + floor(chance * cardinality(things))::int];

-- Five years, of which this is the fourth.
update programme p set starts = date_trunc('year', o.today)::date - interval '3 years',
    ends = date_trunc('year', o.today)::date + interval '2 years' - interval '1 day', target = 200000
from order_of_magnitude o where p.slug = 'jakpreneur';
delete from programme_target t using programme p where p.id = t.programme_id and p.slug = 'jakpreneur';
insert into programme_target (programme_id, year, members)
select p.id, extract(year from p.starts) + y, (array[30000, 40000, 40000, 45000, 45000])[1 + y]
from programme p, generate_series(0, 4) y where p.slug = 'jakpreneur';

create temp table jak as
select p.id as programme, p.organisation_id as owner, p.zone, p.starts::timestamp at time zone p.zone as starts
from programme p where p.slug = 'jakpreneur';

-- Villages of Jakarta; some have many more entrepreneurs than others.
create temp table village as
select row_number() over (order by code) as k, code, left(code, 6) as district,
    sum((0.15 + power(pg_temp.chance(code::bigint, 1), 3)) * case when code like '3101%' then 0.1 else 1 end) over (order by code) as until
from region where code like '31________';
create temp table village_at as
select t as tick, (select v.code from village v where v.until >= (t + 0.5) / 4096 * (select max(until) from village)
    order by v.until limit 1) as code
from generate_series(0, 4095) t;
create unique index on village_at (tick);

create temp table trade (k int primary key, line text, kbli text, product text, prefix text);
insert into trade values
    (0, 'kuliner', '10750', 'Nasi kotak dan lauk siap saji', 'Dapur'), (1, 'kuliner', '10792', 'Kue basah', 'Kue'),
    (2, 'kuliner', '10710', 'Roti dan kue kering', 'Roti'), (3, 'kuliner', '56103', 'Minuman dan jajanan', 'Kedai'),
    (4, 'olahan-kering', '10794', 'Keripik dan rempeyek', 'Keripik'),
    (5, 'olahan-kering', '10772', 'Sambal dan bumbu', 'Sambal'),
    (6, 'olahan-kering', '10793', 'Olahan kedelai dan kacang', 'Olahan'),
    (7, 'kerajinan', '13134', 'Batik dan kain celup', 'Batik'), (8, 'kerajinan', '14111', 'Pakaian jadi', 'Busana'),
    (9, 'kerajinan', '16293', 'Kerajinan kayu dan anyaman', 'Kriya'),
    (10, 'jasa', '96111', 'Pangkas rambut dan rias', 'Rias'), (11, 'jasa', '95110', 'Servis telepon dan komputer', 'Servis'),
    (12, 'perdagangan', '47112', 'Warung kelontong', 'Warung'), (13, 'perdagangan', '47914', 'Toko daring', 'Toko');

-- step: partners and their managers

insert into organisation (slug, name_id, name_en, kind, region)
select 'mitra-jakpreneur-' || lpad(n::text, 3, '0'), body || ' ' || place || ' ' || n, body || ' ' || place || ' ' || n,
    (array['COMMUNITY', 'PARTNER', 'COMPANY', 'UNIVERSITY'])[1 + n % 4], left(v.district, 4)
from order_of_magnitude o, generate_series(1, o.partners) n
join lateral (select d.code as district, d.name as place from region d where d.code like '31____' and length(d.code) = 6
    order by d.code offset n * 7 % 44 limit 1) v on true
join lateral (select (array['Komunitas Wirausaha', 'Koperasi', 'Inkubator', 'Pusat Latihan'])[1 + n % 4] as body) b on true
on conflict (slug) do nothing;

create temp table partner as
select row_number() over (order by id) - 1 as k, id from organisation where slug like 'mitra-jakpreneur-%';
create unique index on partner (k);

insert into account (name, email, password_hash, gender, consented_at, consent_version, created_at)
select 'Pengelola ' || p.k, 'mitra' || p.k || '@sanggar.example', o.password_hash, 'FEMALE', j.starts, '2026-11', j.starts
from partner p, order_of_magnitude o, jak j
union all
select 'Kepala JakPreneur', 'kepala@sanggar.example', o.password_hash, 'FEMALE', j.starts, '2026-11', j.starts
from order_of_magnitude o, jak j;
insert into role_grant (account_id, role, programme_id, organisation_id, granted_at)
select a.id, 'MANAGER', j.programme, p.id, j.starts
from jak j, account a left join partner p on a.email = 'mitra' || p.k || '@sanggar.example'
where a.email = 'kepala@sanggar.example' or p.id is not null;

-- step: people, drawn

-- Indexes and foreign keys of the large tables are put aside and made anew over all rows in the end, which is several
-- times faster and checks the same.
create temp table aside as
select c.conrelid::regclass::text as of_table, c.conname::text as name, pg_get_constraintdef(c.oid) as definition,
    true as is_constraint
from pg_constraint c where c.contype = 'f' and c.conrelid::regclass::text = any(array['account', 'person', 'business',
    'business_person', 'membership', 'membership_stage', 'membership_event', 'confirmation', 'evidence', 'enrolment',
    'attempt', 'activity_fact', 'activity_record', 'certificate', 'issuance_item'])
union all
select i.indrelid::regclass::text, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), false
from pg_index i where not i.indisunique and i.indrelid::regclass::text = any(array['account', 'person', 'business',
    'business_person', 'membership', 'confirmation', 'enrolment', 'attempt', 'activity_fact', 'certificate']);
do $$
declare one record;
begin
    for one in select * from aside order by is_constraint desc loop
        execute case when one.is_constraint then format('alter table %s drop constraint %I', one.of_table, one.name)
            else format('drop index %s', one.name) end;
    end loop;
end $$;

create temp table drawn as
select n, nextval(pg_get_serial_sequence('account', 'id')) as account_id,
    nextval(pg_get_serial_sequence('membership', 'id')) as membership_id,
    nextval(pg_get_serial_sequence('business', 'id')) as business_id,
    case when pg_temp.chance(n, 2) < 0.64 then 'FEMALE' else 'MALE' end as gender,
    v.code as village, pg_temp.chance(n, 5) as fate, t.*,
    p.id as partner,
    -- registrations grew from year to year
    j.starts + (o.today - j.starts) * power(pg_temp.chance(n, 6), 0.75) as applied_at
from order_of_magnitude o cross join jak j cross join generate_series(1, o.members) n
join village_at v on v.tick = floor(4096 * pg_temp.chance(n, 3))::int
join trade t on t.k = floor(14 * power(pg_temp.chance(n, 4), 1.5))::int
left join partner p on p.k = case when pg_temp.chance(n, 7) < 0.85
    then floor((select count(*) from partner) * power(pg_temp.chance(n, 8), 1.6))::int end;

-- How many stages each will have left, and by when: never later than today.
create temp table path as
select d.*, case when fate < 0.03 then 'APPLIED' when fate < 0.055 then 'REJECTED' when fate < 0.06 then 'WITHDRAWN'
        else 'ADMITTED' end as came_to,
    least(applied_at + interval '1 day' * (1 + 25 * pg_temp.chance(n, 9)), o.today) as decided_at,
    case when days < 120 then case when way < 0.004 then 2 else 1 end
        when way < 0.0004 then 7 when way < 0.0012 then 6 when way < 0.003 then 5 when way < 0.009 then 4
        when way < 0.025 then 3 when way < 0.075 then 2 else 1 end as stages_left,
    pg_temp.chance(n, 11) as zeal
from drawn d cross join order_of_magnitude o,
    lateral (select extract(epoch from o.today - d.applied_at) / 86400 as days, pg_temp.chance(d.n, 10) as way) w;
create index on path (membership_id);
analyze path;

-- The time each had for it: some are at it until today, others stopped long ago.
create temp table pace as
select n, decided_at, case when pg_temp.chance(n, 12) < 0.3 then o.today - decided_at
        else least(o.today - decided_at, interval '1 day' * (40 + 380 * pg_temp.chance(n, 13))) end as had
from path, order_of_magnitude o where came_to in ('ADMITTED', 'WITHDRAWN');
analyze pace;

-- step: accounts and persons

insert into account (id, code, name, email, phone, password_hash, gender, locale, consented_at, consent_version, created_at)
overriding system value
select d.account_id, md5('person ' || d.n)::uuid,
    case d.gender when 'FEMALE' then pg_temp.one_of(array['Siti', 'Nur', 'Sri', 'Dewi', 'Rina', 'Yuni', 'Fitri', 'Ratna',
            'Wulan', 'Indah', 'Lestari', 'Mega', 'Putri', 'Ayu', 'Kartika', 'Endang', 'Wati', 'Yanti', 'Neneng', 'Euis',
            'Rosmini', 'Maryam', 'Aisyah', 'Khadijah', 'Halimah', 'Meilani', 'Lina', 'Susi', 'Ida', 'Ningsih', 'Tuti',
            'Rohani'], pg_temp.chance(d.n, 20))
        else pg_temp.one_of(array['Ahmad', 'Muhammad', 'Agus', 'Budi', 'Eko', 'Dwi', 'Hendra', 'Rudi', 'Slamet', 'Bambang',
            'Asep', 'Dedi', 'Ujang', 'Yusuf', 'Iskandar', 'Rahmat', 'Hasan', 'Ali', 'Abdul', 'Joko', 'Wahyu', 'Andi',
            'Fajar', 'Rizki'], pg_temp.chance(d.n, 20)) end || ' '
    || pg_temp.one_of(array['Amalia', 'Handayani', 'Rahayu', 'Utami', 'Kusuma', 'Hidayat', 'Saputra', 'Setiawan', 'Wijaya',
        'Nugroho', 'Pratama', 'Firmansyah', 'Maulana', 'Ramadhan', 'Permata', 'Anggraini', 'Wulandari', 'Maharani',
        'Kurnia', 'Hasanah', 'Mulyadi', 'Santoso', 'Gunawan', 'Suryani', 'Astuti', 'Purnama', 'Cahyani', 'Susanti'],
        pg_temp.chance(d.n, 21)) || ' '
    || pg_temp.one_of(array['Siregar', 'Nasution', 'Lubis', 'Harahap', 'Simanjuntak', 'Situmorang', 'Hutapea', 'Ginting',
        'Sembiring', 'Tarigan', 'Rauf', 'Daud', 'Ismail', 'Yunus', 'Suparman', 'Sutrisno', 'Wibowo', 'Hartono', 'Susilo',
        'Raharjo', 'Suryadi', 'Nurdin', 'Djafar', 'Pakaya', 'Mooduto', 'Lamatenggo', 'Tan', 'Halim', 'Salim', 'Hakim',
        'Fauzi', 'Anwar', 'Basri', 'Effendi', 'Zulkarnain', 'Sitompul', 'Pane', 'Batubara', 'Marpaung', 'Sihombing',
        'Purba', 'Saragih', 'Manurung', 'Panjaitan', 'Silalahi', 'Tampubolon', 'Rangkuti', 'Matondang'],
        pg_temp.chance(d.n, 22)),
    case when pg_temp.chance(d.n, 23) < 0.08 then 'anggota' || d.n || '@sanggar.example' end,
    '+62841' || lpad(d.n::text, 8, '0'), o.password_hash, d.gender, 'id', d.applied_at, '2026-11', d.applied_at
from drawn d, order_of_magnitude o;

insert into person (account_id, nik_hash, nik_last4, birth_year, region)
select d.account_id, sha256(convert_to('jakpreneur ' || d.n, 'UTF8')),
    lpad(floor(10000 * pg_temp.chance(d.n, 24))::text, 4, '0'), 1958 + floor(48 * sqrt(pg_temp.chance(d.n, 25)))::int,
    d.village
from drawn d;

-- step: classes

-- Whoever begins to learn is put into a class of her district and line of business, of a hundred at most.
create temp table class as
select n, left(village, 6) as district, line, extract(year from decided_at)::int as year,
    case when extract(month from decided_at) <= 6 then 1 else 2 end as half,
    (row_number() over (partition by left(village, 6), line, extract(year from decided_at),
        extract(month from decided_at) <= 6 order by n) - 1) / 100 + 1 as number
from path where came_to = 'ADMITTED' and (stages_left > 1 or zeal < 0.36);
insert into cohort (programme_id, slug, title_id, title_en, starts, ends, capacity)
select j.programme, regexp_replace(lower(r.name), '[^a-z]+', '-', 'g') || '-' || c.line || '-' || c.year || '-' || c.half
        || '-kelas-' || c.number,
    format('%s, %s, semester %s tahun %s, kelas %s', r.name, replace(c.line, '-', ' '), c.half, c.year, c.number),
    format('%s, %s, half %s of %s, class %s', r.name, replace(c.line, '-', ' '), c.half, c.year, c.number),
    make_date(c.year, 6 * c.half - 5, 1), make_date(c.year, 6 * c.half, 30), 100
from (select distinct district, line, year, half, number from class) c join region r on r.code = c.district, jak j;
create temp table class_of as
select c.n, h.id from class c join region r on r.code = c.district
join cohort h on h.slug = regexp_replace(lower(r.name), '[^a-z]+', '-', 'g') || '-' || c.line || '-' || c.year || '-'
    || c.half || '-kelas-' || c.number
where h.programme_id = (select programme from jak);

-- step: businesses

insert into business (id, code, name, products, kbli, nib, pirt, pirt_expires, halal, halal_expires, employees, turnover, region,
    created_at)
overriding system value
select p.business_id, md5('business ' || p.n)::uuid, p.prefix || ' ' || split_part(a.name, ' ', 1) || ' ' || split_part(a.name, ' ', 2), p.product, p.kbli,
    case when p.stages_left >= 4 or pg_temp.chance(p.n, 30) < 0.2 then lpad((1200000000000 + p.n)::text, 13, '0') end,
    case when pirt then lpad((2000000000000 + p.n)::text, 13, '0') || '-' || to_char(expires, 'YY') end,
    case when pirt then expires end,
    case when halal then 'ID31110' || lpad(p.n::text, 12, '0') end, case when halal then expires end,
    floor(6 * power(pg_temp.chance(p.n, 33), 4))::int,
    (array['UNDER_5', '5_25', '25_50', '50_200', 'OVER_200'])[1 + floor(5 * power(pg_temp.chance(p.n, 34), 3))::int],
    p.village, p.applied_at
from path p join account a on a.id = p.account_id cross join order_of_magnitude o,
    lateral (select p.kbli like '10%' and (p.stages_left >= 4 or pg_temp.chance(p.n, 31) < 0.05) as pirt,
        p.kbli like '10%' and pg_temp.chance(p.n, 32) < 0.04 as halal,
        o.today::date + floor(1500 * pg_temp.chance(p.n, 35))::int as expires) permits;
insert into business_person (business_id, account_id, role, since)
select business_id, account_id, 'OWNER', applied_at from path;
-- Every thirtieth is run together with somebody who registered too.
insert into business_person (business_id, account_id, role, since)
select one.business_id, other.account_id, (array['PARTNER', 'FAMILY', 'EMPLOYEE'])[1 + one.n % 3], other.applied_at
from path one join path other on other.n = one.n + 1 where one.n % 30 = 0;

-- step: enrolments and what was done

create temp table activity_of as
select v.course_id, c.slug as course, a.id as activity_id, a.slug, a.kind, q.purpose, a.completion, q.pass_mark,
    row_number() over (partition by v.course_id order by a.position) as k, a.version_id
from jak j join stage s on s.programme_id = j.programme join stage_requirement r on r.stage_id = s.id
join course c on c.id = r.course_id join course_version v on v.id = c.published_version_id
join activity a on a.version_id = v.id and a.completion <> 'NONE' left join quiz q on q.activity_id = a.id
group by v.course_id, c.slug, a.id, q.purpose, q.pass_mark;
create temp table course_of as
select course_id, course, version_id, count(*)::int as required, row_number() over (order by course) as k
from activity_of group by course_id, course, version_id;

-- Who left the second stage has completed all courses; the others are somewhere in them, and not at the end of both.
create temp table study as
select nextval(pg_get_serial_sequence('enrolment', 'id')) as id, p.n, p.account_id, c.*, p.decided_at,
    case when p.stages_left >= 2 then c.required
        when c.k = 1 and p.zeal < 0.045 then c.required
        when c.k = 1 and p.zeal < 0.36 then 1 + floor((c.required - 1) * power(pg_temp.chance(p.n, 40), 1.15))::int
        when c.k = 2 and p.zeal < 0.045 then floor((c.required - 1) * pg_temp.chance(p.n, 41))::int
        when c.k = 2 and p.zeal < 0.1 then floor((c.required - 1) * power(pg_temp.chance(p.n, 41), 3))::int
        else 0 end as done,
    -- one course after the other
    p.decided_at + pc.had * case when p.stages_left >= 2 then 0.28 / p.stages_left * (c.k - 1) else 0.45 * (c.k - 1) end
        as begins,
    pc.had * case when p.stages_left >= 2 then 0.28 / p.stages_left else 0.5 end as lasts
from path p join pace pc using (n) cross join course_of c
order by p.n, c.k;
analyze study;

insert into enrolment (id, account_id, course_id, version_id, enrolled_at, required, computed_at)
overriding system value
select id, account_id, course_id, version_id, decided_at, required, decided_at from study;

create temp table deed as
select s.id as enrolment_id, s.n, s.account_id, a.course_id, a.activity_id, a.slug, a.kind, a.purpose, a.k,
    date_trunc('milliseconds', s.begins + s.lasts * (a.k - 0.2 - 0.6 * pg_temp.chance(s.id, 50 + a.k::int)) / s.required)
        as at,
    case when a.kind = 'QUIZ' then case a.purpose
        when 'PRETEST' then floor(25 + 45 * pg_temp.chance(s.n, 90))
        when 'POSTTEST' then floor(62 + 38 * sqrt(pg_temp.chance(s.n, 91)))
        else floor(60 + 40 * pg_temp.chance(s.id, 92 + a.k::int)) end end as score
from study s join activity_of a on a.course_id = s.course_id and a.k <= s.done;
analyze deed;

-- step: facts, attempts and records

-- One in six failed a quiz before she passed it.
create temp table sitting as
select nextval(pg_get_serial_sequence('attempt', 'id')) as id, d.*, number, number = tries as last,
    case when number = tries then d.score else floor(30 + 28 * pg_temp.chance(d.enrolment_id, 170 + d.k::int)) end as got,
    case when number = tries then d.at else d.at - interval '40 minutes' end as handed_in
from (select d.*, case when d.purpose <> 'PRETEST' and pg_temp.chance(d.enrolment_id, 130 + d.k::int) < 0.17 then 2
        else 1 end as tries
    from deed d where d.kind = 'QUIZ') d, generate_series(1, d.tries) number
order by d.enrolment_id, d.k, number;
analyze sitting;

insert into attempt (id, code, account_id, course_id, activity_id, activity_slug, number, state, started_at, submitted_at,
    score, passed)
overriding system value
select id, md5('attempt ' || id)::uuid, account_id, course_id, activity_id, slug, number, 'GRADED',
    handed_in - interval '9 minutes', handed_in, got, last
from sitting;

insert into activity_fact (enrolment_id, activity_slug, kind, attempt_id, score, at)
select enrolment_id, activity_slug, kind, attempt_id, score, at from (
    select enrolment_id, slug as activity_slug, 'ACKNOWLEDGED' as kind, null::bigint as attempt_id, null as score, at, k
    from deed where kind <> 'QUIZ'
    union all
    select enrolment_id, slug, 'GRADED', id, got, handed_in, k from sitting) f
order by enrolment_id, k, at;

insert into activity_record (enrolment_id, activity_slug, completed_at, best_score, attempts)
select d.enrolment_id, d.slug, d.at, d.score, coalesce(s.number, 0)
from deed d left join sitting s on s.enrolment_id = d.enrolment_id and s.k = d.k and s.last
order by d.enrolment_id, d.slug;

analyze enrolment;
update enrolment e set done = r.done, last_done = r.last_done, computed_at = r.until, score = r.score,
    completed_at = case when r.done = e.required then r.until end
from (select d.enrolment_id, count(*) as done, max(d.at) as until, (array_agg(d.slug order by d.k desc))[1] as last_done,
        max(d.score) filter (where d.purpose = 'POSTTEST') as score
    from deed d group by d.enrolment_id) r
where e.id = r.enrolment_id;

-- step: what was confirmed, and the stages that follow from it

-- What a manager confirms, with the group it belongs to; of a group she confirms as many as are asked for.
create temp table leaf as
select s.position, r.id, r.kind, r.form, coalesce(g.id, r.id) as of_group, coalesce(g.at_least, 1) as at_least,
    row_number() over (partition by coalesce(g.id, r.id) order by r.position) - 1 as choice,
    count(*) over (partition by coalesce(g.id, r.id)) as choices
from jak j join stage s on s.programme_id = j.programme
join stage_requirement r on r.stage_id = s.id and r.kind in ('CONFIRMED', 'EVIDENCE') and r.in_force and not r.retired
left join stage_requirement g on g.id = r.parent_id;
create temp table confirmed as
select nextval(pg_get_serial_sequence('confirmation', 'id')) as id, case when l.kind = 'EVIDENCE'
        then nextval(pg_get_serial_sequence('evidence', 'id')) end as evidence_id, p.n, p.membership_id, p.business_id,
    l.id as requirement_id, l.form, date_trunc('milliseconds', p.decided_at + pc.had
        * (0.56 / p.stages_left + (0.98 - 0.56 / p.stages_left)
            * (l.position - 2 - 0.5 * pg_temp.chance(p.n, 200 + l.id::int)) / greatest(p.stages_left - 2, 1))) as at
from path p join pace pc using (n) join leaf l on l.position between 3 and p.stages_left
where p.came_to = 'ADMITTED'
    and (l.choice + floor(l.choices * pg_temp.chance(p.n, 150 + l.of_group::int))::int) % l.choices < l.at_least;
analyze confirmed;

insert into evidence (id, code, membership_id, requirement_id, number, handed_in_at, state, decided_by, decided_at)
overriding system value
select c.evidence_id, md5('evidence ' || c.n || ' ' || c.requirement_id)::uuid, c.membership_id, c.requirement_id,
    case c.form when 'NIB' then coalesce(b.nib, lpad((1200000000000 + c.n)::text, 13, '0'))
        when 'PIRT' then coalesce(b.pirt, lpad((2000000000000 + c.n)::text, 13, '0') || '-31')
        when 'NUMBER' then 'lapak.example/' || c.n end,
    c.at - interval '1 day' * 6 * pg_temp.chance(c.n, 80), 'CONFIRMED', boss.id, c.at
from confirmed c join business b on b.id = c.business_id join account boss on boss.email = 'kepala@sanggar.example'
where c.evidence_id is not null;
insert into confirmation (id, membership_id, requirement_id, confirmed_by, confirmed_at, evidence_id)
overriding system value
select c.id, c.membership_id, c.requirement_id, boss.id, c.at, c.evidence_id
from confirmed c join account boss on boss.email = 'kepala@sanggar.example';
-- Some have handed in what nobody has looked at yet.
insert into evidence (code, membership_id, requirement_id, number, handed_in_at, state)
select md5('waiting ' || p.n)::uuid, p.membership_id, l.id, lpad((1200000000000 + p.n)::text, 13, '0'),
    o.today - interval '1 hour' * 400 * pg_temp.chance(p.n, 82), 'WAITING'
from path p cross join order_of_magnitude o join leaf l on l.position = p.stages_left + 1 and l.form = 'NIB'
where p.came_to = 'ADMITTED' and pg_temp.chance(p.n, 81) < 0.08;

-- A stage is left when the last of what it asks for is met, if all before it are left.
create temp table asked as
select s.id as stage_id, s.position, coalesce(g.id, r.id) as of_group, coalesce(g.at_least, 1) as at_least, r.id, r.kind,
    r.course_id, r.mark
from jak j join stage s on s.programme_id = j.programme
join stage_requirement r on r.stage_id = s.id and r.kind <> 'GROUP' and r.in_force and not r.retired
left join stage_requirement g on g.id = r.parent_id;
create temp table one_met as
select p.membership_id, r.position, r.of_group, r.at_least, p.decided_at as at
from path p join asked r on r.kind = 'ADMITTED' where p.came_to in ('ADMITTED', 'WITHDRAWN')
union all
select p.membership_id, r.position, r.of_group, r.at_least, e.completed_at
from path p join enrolment e on e.account_id = p.account_id and e.completed_at is not null
join asked r on r.kind = 'COURSE' and r.course_id = e.course_id
union all
select p.membership_id, r.position, r.of_group, r.at_least, d.at
from path p join deed d on d.n = p.n and d.purpose = 'POSTTEST'
join asked r on r.kind = 'MARK' and r.course_id = d.course_id and d.score >= r.mark
union all
select c.membership_id, r.position, r.of_group, r.at_least, c.at
from confirmed c join asked r on r.id = c.requirement_id;
analyze one_met;
create temp table group_met as
select membership_id, position, of_group, (array_agg(at order by at))[at_least] as at
from one_met group by membership_id, position, of_group, at_least having count(*) >= at_least;
create temp table way as
select membership_id, position, left_at
from (select g.membership_id, g.position, max(max(g.at)) over w as left_at, row_number() over w as nth
    from group_met g join (select position, count(distinct of_group) as groups from asked group by position) a
        on a.position = g.position
    group by g.membership_id, g.position, a.groups having count(*) = a.groups
    window w as (partition by g.membership_id order by g.position)) left_so_far
where position = nth;
analyze way;

insert into membership_stage (membership_id, stage_id, entered_at, completed_at)
select p.membership_id, s.id, coalesce(before.left_at, p.decided_at), w.left_at
from path p cross join jak j join stage s on s.programme_id = j.programme
left join way w on w.membership_id = p.membership_id and w.position = s.position
left join way before on before.membership_id = p.membership_id and before.position = s.position - 1
where p.came_to in ('ADMITTED', 'WITHDRAWN') and (s.position = 1 or before.left_at is not null)
order by p.membership_id, s.position;
create temp table stands as
select distinct on (ms.membership_id) ms.membership_id, ms.stage_id, ms.completed_at is not null as through,
    coalesce(ms.completed_at, ms.entered_at) as since
from membership_stage ms join stage s on s.id = ms.stage_id join jak j on j.programme = s.programme_id
join path p on p.membership_id = ms.membership_id
order by ms.membership_id, s.position desc;
analyze stands;

-- step: memberships

insert into membership (id, code, programme_id, account_id, organisation_id, cohort_id, state, business_id, applied_at,
    decided_at, decided_by, decision_reason, stage_id, stage_since, completed_at)
overriding system value
select p.membership_id, md5('member ' || p.n)::uuid, j.programme, p.account_id, p.partner, c.id,
    case when p.came_to <> 'ADMITTED' then p.came_to when s.through then 'COMPLETED' else 'ACTIVE' end, p.business_id,
    p.applied_at, case when p.came_to <> 'APPLIED' then p.decided_at end, case when p.came_to <> 'APPLIED' then boss.id end,
    case p.came_to when 'REJECTED' then 'Domisili usaha di luar DKI Jakarta.' end, s.stage_id, s.since,
    case when s.through then s.since end
from path p cross join jak j left join class_of c using (n) left join stands s on s.membership_id = p.membership_id
join account boss on boss.email = 'kepala@sanggar.example';
analyze membership;
insert into membership_event (membership_id, kind, organisation_id, cohort_id, stage_id, reason, account_id, happened_at)
select m.id, 'WITHDRAWN', m.organisation_id, m.cohort_id, m.stage_id, null, m.account_id,
    m.decided_at + (o.today - m.decided_at) * pg_temp.chance(p.n, 60)
from path p join membership m on m.id = p.membership_id cross join order_of_magnitude o where p.came_to = 'WITHDRAWN'
union all
select m.id, 'TRANSFERRED', m.organisation_id, m.cohort_id, m.stage_id, 'Pindah domisili', boss.id,
    m.decided_at + (o.today - m.decided_at) * pg_temp.chance(p.n, 61)
from path p join membership m on m.id = p.membership_id cross join order_of_magnitude o
join account boss on boss.email = 'kepala@sanggar.example'
where p.came_to = 'ADMITTED' and p.n % 100 = 0;

-- step: certificates

insert into issuance (code, programme_id, course_id, template_id, name, state, created_by, created_at, started_by,
    started_at, finished_at)
select md5('batch ' || c.course || y.year)::uuid, j.programme, c.course_id, t.id, 'Sertifikat ' || c.course || ' tahun ' || y.year, 'DONE', boss.id,
    o.today, boss.id, o.today, o.today
from jak j cross join course_of c cross join order_of_magnitude o
cross join lateral (select distinct extract(year from e.completed_at)::int as year from enrolment e
    where e.course_id = c.course_id and e.completed_at is not null) y
join account boss on boss.email = 'kepala@sanggar.example'
cross join lateral (select max(id) as id from certificate_template where slug = 'completion') t;

create temp table paper as
select nextval(pg_get_serial_sequence('certificate', 'id')) as id, p.membership_id, p.account_id, a.name, e.score,
    e.completed_at, s.course_id, s.course, i.id as issuance_id, i.template_id, year, j.programme, issued_at,
    row_number() over (partition by i.id order by e.completed_at, e.id) as position,
    row_number() over (partition by year order by e.completed_at, e.id) as number
from study s join enrolment e on e.id = s.id and e.completed_at is not null join path p using (n)
join account a on a.id = p.account_id cross join jak j cross join order_of_magnitude o,
    lateral (select extract(year from e.completed_at)::int as year,
        least(e.completed_at + interval '1 day' * (3 + 60 * pg_temp.chance(s.id, 70)), o.today) as issued_at) y,
    lateral (select i.id, i.template_id from issuance i where i.programme_id = j.programme
        and i.name = 'Sertifikat ' || s.course || ' tahun ' || year) i;

insert into certificate (id, code, programme_id, course_id, account_id, template_id, issuance_id, serial_year, serial_number,
    serial, holder, printed, pdf_sha256, issued_at)
overriding system value
select p.id, upper(translate(left(md5('jakpreneur paper ' || p.account_id || ' ' || p.course_id), 26), 'ilou', '0123')),
    p.programme, p.course_id, p.account_id, p.template_id, p.issuance_id, p.year, p.number, serial, p.name,
    jsonb_build_object('holder', p.name, 'course', v.title_id, 'programme', g.title_id, 'hours', v.hours,
        'completedOn', (p.completed_at at time zone g.zone)::date, 'issuedOn', (p.issued_at at time zone g.zone)::date,
        'place', g.place, 'signatory', g.signatory_name, 'signatoryTitle', g.signatory_title_id, 'serial', serial,
        'verifyUrl', 'https://sanggar.example/verify'),
    encode(sha256(convert_to(p.id::text, 'UTF8')), 'hex'), p.issued_at
from paper p join programme g on g.id = p.programme join course c on c.id = p.course_id
join course_version v on v.id = c.published_version_id,
    lateral (select lpad(p.number::text, 3, '0') || '/' || c.code || '/' || g.region || '/' || p.year as serial) s;
insert into issuance_item (issuance_id, position, membership_id, state, serial_number, certificate_id, holder, tries)
select issuance_id, position, membership_id, 'ISSUED', number, id, name, 1 from paper;
insert into serial_counter (programme_id, year, last) select programme, year, max(number) from paper group by 1, 2;

-- step: indexes and foreign keys

do $$
declare one record;
begin
    for one in select * from aside order by is_constraint loop
        execute case when one.is_constraint
            then format('alter table %s add constraint %I %s', one.of_table, one.name, one.definition)
            else one.definition end;
    end loop;
end $$;
