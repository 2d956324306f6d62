-- the question bank of the studio: whose a question is, how far it is, where it is filed ----------------------

create table question_category (
    id              bigint generated always as identity primary key,
    organisation_id bigint       not null references organisation,
    course_id       bigint references course, -- empty: of the organisation's own bank
    parent_id       bigint references question_category, -- a tree of two levels
    name            varchar(120) not null,
    unique nulls not distinct (organisation_id, course_id, parent_id, name)
);
create index question_category_course on question_category (course_id);
create index question_category_parent on question_category (parent_id);

alter table question_version add column tags text[] not null default '{}';

-- A question's row says what its newest version says, so that a list of fifty thousand reads one table.
alter table question
    alter column course_id drop not null, -- empty: of the organisation's own bank
    add column code uuid not null unique default gen_random_uuid(),
    add column organisation_id bigint references organisation,
    add column category_id bigint references question_category,
    add column copied_from bigint references question,
    add column newest_id bigint references question_version,
    add column ready_id bigint references question_version, -- the newest version that is ready: what is asked
    add column number integer not null default 0, -- of the newest version, as all that follow
    add column state varchar(9) not null default 'DRAFT' check (state in ('DRAFT', 'IN_REVIEW', 'READY', 'RETIRED')),
    add column type varchar(12) not null default '',
    add column title varchar(200) not null default '',
    add column prompt text not null default '',
    add column topic varchar(60) not null default '',
    add column difficulty varchar(6) not null default '',
    add column tags text[] not null default '{}',
    add column changed_at timestamptz not null default now(),
    add column changed_by bigint references account;

update question q set organisation_id = c.organisation_id, newest_id = v.id, ready_id = v.id, number = v.number,
    state = 'READY', type = v.type, title = v.title, prompt = v.body ->> 'prompt', topic = v.topic,
    difficulty = v.difficulty
from course c, question_version v
where c.id = q.course_id and v.question_id = q.id
    and v.number = (select max(w.number) from question_version w where w.question_id = q.id);
alter table question alter column organisation_id set not null;

create unique index question_of_organisation on question (organisation_id, slug) where course_id is null;
create index question_newest_first on question (organisation_id, changed_at desc, id);
create index question_in_state on question (organisation_id, state, changed_at desc);
create index question_tags on question using gin (tags);
create index question_category_id on question (category_id);
create index question_copied_from on question (copied_from);
create index question_newest_id on question (newest_id);
create index question_ready_id on question (ready_id);
create index question_changed_by on question (changed_by);

-- Which version came into which state, when and by whom, append-only. Versions from before there were states are ready.
create table question_state (
    id                  bigint generated always as identity primary key,
    question_version_id bigint      not null references question_version,
    state               varchar(9)  not null check (state in ('DRAFT', 'IN_REVIEW', 'READY', 'RETIRED')),
    at                  timestamptz not null,
    by                  bigint references account
);
create index question_state_version on question_state (question_version_id, id);
create index question_state_by on question_state (by);
create trigger question_state_append_only before update or delete or truncate on question_state
    for each statement execute function refuse_change();

-- the rules of a quiz: sections with slots instead of draws alone ---------------------------------------------

alter table quiz add column sections jsonb; -- [{"title": "", "slots": [{"topic": "suhu", "count": 3}, …]}, …]
alter table quiz add column rules jsonb not null default '{}'; -- what is unusual, see QuizJson
update quiz set sections = jsonb_build_array(jsonb_build_object('title', '', 'slots', draw)),
    rules = case review when 'SCORE' then '{"answers": "NEVER", "feedback": "NEVER"}' else '{}' end::jsonb;
alter table quiz alter column sections set not null, drop column draw, drop column review;

alter table attempt_slot
    add column section smallint not null default 0 check (section >= 0),
    add column mark smallint not null default 1 check (mark > 0), -- what the question counts
    alter column shuffle_seed drop not null; -- empty: options as the author wrote them

-- What one person is granted beyond the rules, and why. It holds for the quiz in all versions of the course.
create table quiz_exception (
    course_id      bigint       not null references course,
    activity_slug  varchar(60)  not null,
    account_id     bigint       not null references account,
    extra_attempts integer      not null default 0 check (extra_attempts between 0 and 100),
    extra_minutes  integer      not null default 0 check (extra_minutes between 0 and 600),
    closes_on      date,
    reason         varchar(400) not null,
    granted_by     bigint       not null references account,
    granted_at     timestamptz  not null,
    primary key (account_id, course_id, activity_slug)
);
create index quiz_exception_quiz on quiz_exception (course_id, activity_slug, granted_at desc);
create index quiz_exception_granted_by on quiz_exception (granted_by);
