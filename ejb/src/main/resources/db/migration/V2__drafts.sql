-- The studio: every course has one working copy that its authors change; publishing makes a version of it.

alter table activity add column requires jsonb not null default '[]'; -- slugs of what must be done before
alter table activity add column opens_on date; -- the first day on which it may be opened
comment on column activity.body is 'a lesson''s CommonMark; the XHTML a sheet was printed from, where it was';

alter table course_version add column origin varchar(6) not null default 'PACK' check (origin in ('PACK', 'STUDIO'));
alter table course_version add column published_by bigint references account;
alter table course_version add column note varchar(600); -- what is new, in the words of who published it
create index course_version_published_by on course_version (published_by);

create table draft (
    course_id            bigint       primary key references course,
    based_on             bigint references course_version, -- what it was taken from; empty for a course never published
    state                varchar(9)   not null default 'DRAFT' check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED')),
    language             varchar(5)   not null check (language in ('id', 'en')),
    audience             varchar(10)  not null check (audience in ('PUBLIC', 'MEMBERS')),
    title_id             varchar(200) not null,
    title_en             varchar(200) not null, -- a text that is not translated yet is empty
    summary_id           varchar(600) not null,
    summary_en           varchar(600) not null,
    outcomes             jsonb        not null default '[]',
    topics               jsonb        not null default '[]',
    level                varchar(12)  not null check (level in ('BEGINNER', 'INTERMEDIATE', 'ADVANCED')),
    hours                integer      not null check (hours between 1 and 1000),
    pass_mark            integer      not null check (pass_mark between 0 and 100),
    certificate_template varchar(60),
    revision             integer      not null default 0, -- grows with every change of outline or settings
    created_at           timestamptz  not null,
    changed_at           timestamptz  not null,
    changed_by           bigint references account
);
create index draft_based_on on draft (based_on);
create index draft_changed on draft (changed_at desc);
create index draft_changed_by on draft (changed_by);

-- who changed something since the last version: they cannot approve it
create table draft_author (
    course_id  bigint      not null references draft,
    account_id bigint      not null references account,
    since      timestamptz not null,
    primary key (course_id, account_id)
);
create index draft_author_account on draft_author (account_id);

create table draft_section (
    id         bigint generated always as identity primary key,
    course_id  bigint       not null references draft,
    position   integer      not null,
    slug       varchar(60)  not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title_id   varchar(200) not null,
    title_en   varchar(200) not null,
    deleted_at timestamptz, -- taken out, and may be put back
    unique (course_id, slug)
);

create table draft_activity (
    id         bigint generated always as identity primary key,
    course_id  bigint       not null references draft,
    section_id bigint       not null references draft_section,
    position   integer      not null, -- within the section
    slug       varchar(60)  not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    kind       varchar(8)   not null check (kind in ('LESSON', 'QUIZ', 'SHEET')),
    title_id   varchar(200) not null,
    title_en   varchar(200) not null,
    minutes    integer      not null check (minutes between 0 and 600),
    completion varchar(12)  not null check (completion in ('ACKNOWLEDGED', 'SUBMITTED', 'PASSED', 'NONE')),
    topics     jsonb        not null default '[]',
    outcomes   jsonb        not null default '[]',
    requires   jsonb        not null default '[]',
    opens_on   date,
    body       text, -- of a lesson: CommonMark; of a sheet that is printed: XHTML
    media_name varchar(120), -- of a sheet: its file
    quiz       jsonb, -- of a quiz: its rules
    revision   integer      not null default 0, -- grows with every change; who saves names the one he read
    changed_at timestamptz  not null,
    changed_by bigint references account,
    deleted_at timestamptz,
    unique (course_id, slug),
    check ((kind = 'QUIZ') = (quiz is not null)),
    check (kind <> 'LESSON' or body is not null),
    check (kind <> 'SHEET' or media_name is not null)
);
create index draft_activity_section on draft_activity (section_id);
create index draft_activity_changed_by on draft_activity (changed_by);

-- what an activity once was, append-only: whoever saved, when, and what
create table draft_revision (
    activity_id   bigint      not null references draft_activity,
    number        integer     not null, -- the activity's revision
    title_id      varchar(200) not null,
    title_en      varchar(200) not null,
    body          text,
    quiz          jsonb,
    at            timestamptz not null,
    by            bigint references account,
    restored_from integer,
    primary key (activity_id, number)
);
create index draft_revision_by on draft_revision (by);

create table draft_media (
    course_id bigint       not null references draft,
    name      varchar(120) not null,
    sha256    varchar(64)  not null references media,
    primary key (course_id, name)
);
create index draft_media_sha256 on draft_media (sha256);
