-- grading: kinds of question that need more than a tick, and people who grade what no machine can ------------

alter table question_version drop constraint question_version_type_check;
alter table question_version add constraint question_version_type_check check (type in ('CHOICE', 'RESPONSE',
    'TRUE_FALSE', 'SHORT', 'NUMERIC', 'MATCHING', 'ORDERING', 'CLOZE', 'HOTSPOT', 'ESSAY', 'CHECKLIST', 'PHOTO'));

-- SUBMITTED: handed in, a grader has it; RETURNED: she may improve some of her answers
alter table attempt drop constraint attempt_state_check;
alter table attempt add constraint attempt_state_check
    check (state in ('IN_PROGRESS', 'SUBMITTED', 'RETURNED', 'GRADED', 'ABANDONED'));
alter table attempt add constraint attempt_handed_in
    check (state not in ('SUBMITTED', 'RETURNED') or submitted_at is not null);
create index attempt_with_grader on attempt (account_id) where state in ('SUBMITTED', 'RETURNED');

alter table attempt_slot add column returned boolean not null default false; -- may be improved

alter table activity_fact drop constraint activity_fact_kind_check;
alter table activity_fact add constraint activity_fact_kind_check
    check (kind in ('ACKNOWLEDGED', 'SUBMITTED', 'GRADED'));

-- one row per attempt that needs a grader: the queue, and who has it in hand
create table grading (
    attempt_id    bigint primary key references attempt,
    stage         varchar(10) not null check (stage in ('FIRST', 'SECOND', 'MODERATION', 'RETURNED', 'DONE')),
    round         integer     not null default 1 check (round > 0), -- one more each time the attempt comes back
    since         timestamptz not null, -- when it came to this stage
    second_marker boolean     not null,
    held_by       bigint references account,
    held_until    timestamptz,
    revision      integer     not null default 0,
    check ((held_by is null) = (held_until is null))
);
create index grading_queue on grading (since, attempt_id) where stage in ('FIRST', 'SECOND', 'MODERATION');
create index grading_held_by on grading (held_by);

-- every mark ever given, append-only: the newest of a kind in a round counts
create table mark (
    id         bigint generated always as identity primary key,
    attempt_id bigint         not null,
    position   smallint       not null,
    step       integer        not null, -- of the answer that was read
    kind       varchar(10)    not null check (kind in ('FIRST', 'SECOND', 'MODERATION', 'RETURN')),
    round      integer        not null,
    grader_id  bigint         not null references account,
    levels     jsonb, -- picked level per criterion, from 0; empty when the answer was given back
    fraction   numeric(6, 5) check (fraction between 0 and 1),
    comment    varchar(4000)  not null,
    notes      jsonb          not null, -- what is drawn on a photo, or marked in a text
    given_at   timestamptz    not null,
    check ((kind = 'RETURN') = (fraction is null)),
    foreign key (attempt_id, position) references attempt_slot
);
create index mark_attempt on mark (attempt_id, position, id);
create index mark_grader on mark (grader_id);
create trigger mark_append_only before update or delete or truncate on mark
    for each statement execute function refuse_change();

-- what became of an attempt at the graders', append-only
create table grading_step (
    id         bigint generated always as identity primary key,
    attempt_id bigint        not null references attempt,
    what       varchar(12)   not null check (what in ('SUBMITTED', 'CLAIMED', 'RELEASED', 'MARKED', 'SECOND', 'MODERATION',
        'RETURNED', 'GRADED')),
    account_id bigint references account, -- empty: the clock
    note       varchar(2000) not null default '',
    at         timestamptz   not null
);
create index grading_step_attempt on grading_step (attempt_id, id);
create index grading_step_account on grading_step (account_id);
create trigger grading_step_append_only before update or delete or truncate on grading_step
    for each statement execute function refuse_change();

-- photos handed in as evidence, without what the camera wrote into them; private to the learner and her graders
create table attempt_photo (
    code       uuid primary key,
    attempt_id bigint      not null,
    position   smallint    not null,
    bytes      bytea       not null,
    width      integer     not null check (width > 0),
    height     integer     not null check (height > 0),
    taken_at   timestamptz not null,
    foreign key (attempt_id, position) references attempt_slot
);
create index attempt_photo_slot on attempt_photo (attempt_id, position);

-- photos on their way: what of them has arrived
create table attempt_upload (
    code       uuid primary key,
    attempt_id bigint      not null,
    position   smallint    not null,
    size       integer     not null check (size > 0),
    received   bytea       not null,
    changed_at timestamptz not null,
    foreign key (attempt_id, position) references attempt_slot
);
create index attempt_upload_slot on attempt_upload (attempt_id, position);
create index attempt_upload_age on attempt_upload (changed_at);
