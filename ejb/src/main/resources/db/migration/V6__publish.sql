-- Publishing from the studio: review, what becomes of learners when a new version comes out, retirement.

alter table course add column retired_at timestamptz; -- takes nobody in any more; who is inside finishes
alter table course add column retired_by bigint references account;
create index course_retired_by on course (retired_by);

-- what became of those who had begun: they kept their version, moved where the change was still before them, or all moved
alter table course_version add column transition varchar(9) check (transition in ('KEEP', 'UNREACHED', 'EVERYONE'));

-- whose authors must approve the courses that the programme asks for; empty: nobody but another person than the author
alter table programme add column approving_organisation_id bigint references organisation;
create index programme_approving_organisation on programme (approving_organisation_id);

-- the enrolments of a course in the order in which they are moved
create index enrolment_in_order on enrolment (course_id, id);

-- the way of a draft to being published, append-only
create table review_step (
    id              bigint generated always as identity primary key,
    course_id       bigint        not null references draft,
    kind            varchar(9)    not null check (kind in ('SUBMITTED', 'RETURNED', 'APPROVED', 'WITHDRAWN', 'PUBLISHED')),
    note            varchar(2000) not null default '',
    organisation_id bigint references organisation, -- in whose name it was approved, where a programme demands that
    by              bigint        not null references account,
    at              timestamptz   not null
);
create index review_step_course on review_step (course_id, id);
create index review_step_organisation on review_step (organisation_id);
create index review_step_by on review_step (by);
create trigger review_step_append_only before update or delete or truncate on review_step
    for each statement execute function refuse_change();

create table review_comment (
    id          bigint generated always as identity primary key,
    code        uuid          not null unique default gen_random_uuid(),
    course_id   bigint        not null references draft,
    place       varchar(8)    not null check (place in ('COURSE', 'ACTIVITY', 'QUESTION', 'SETTING')),
    slug        varchar(80), -- of the activity, the question or the setting
    quote       varchar(600) not null default '', -- the words it is about: they find the place again
    parent_id   bigint references review_comment, -- what it answers
    body        varchar(2000) not null,
    by          bigint        not null references account,
    at          timestamptz   not null,
    resolved_at timestamptz,
    resolved_by bigint references account,
    check ((place = 'COURSE') = (slug is null)),
    check ((resolved_at is null) = (resolved_by is null))
);
create index review_comment_course on review_comment (course_id, id);
create index review_comment_parent on review_comment (parent_id);
create index review_comment_by on review_comment (by);
create index review_comment_resolved_by on review_comment (resolved_by);

-- learners on their way to a newer version: how far the job is that moves them
create table edition_move (
    version_id   bigint      primary key references course_version, -- where they go
    transition   varchar(9)  not null check (transition in ('UNREACHED', 'EVERYONE')),
    reached      jsonb       not null default '{}', -- by the version they are on: what lies at the change or behind it
    state        varchar(7)  not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    total        integer     not null,
    seen         integer     not null default 0,
    moved        integer     not null default 0,
    last_id      bigint      not null default 0, -- the enrolment looked at last
    execution_id bigint,
    started_by   bigint      not null references account,
    started_at   timestamptz not null,
    finished_at  timestamptz
);
create index edition_move_started_by on edition_move (started_by);
create index edition_move_running on edition_move (started_at) where state = 'RUNNING';
