-- The whole product in thin form: people, courses, programmes, quizzes, progress, certificates, search.
-- The database refuses what must not be: every rule that can be a constraint is one.

-- identity ------------------------------------------------------------------------------------------------

create table organisation (
    id      bigint generated always as identity primary key,
    slug    varchar(60)  not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name_id varchar(200) not null,
    name_en varchar(200) not null,
    kind    varchar(20)  not null check (kind in ('GOVERNMENT', 'PARTNER', 'COMPANY', 'UNIVERSITY', 'COMMUNITY')),
    region  varchar(13)
);

create table account (
    id              bigint generated always as identity primary key,
    code            uuid         not null unique default gen_random_uuid(),
    name            varchar(120) not null check (length(trim(name)) >= 2),
    email           varchar(254),
    phone           varchar(16) check (phone ~ '^\+[1-9][0-9]{7,14}$'),
    password_hash   varchar(400) not null,
    gender          varchar(6) check (gender in ('FEMALE', 'MALE')),
    locale          varchar(5)   not null default 'id' check (locale in ('id', 'en')),
    state           varchar(10)  not null default 'ACTIVE' check (state in ('ACTIVE', 'LOCKED')),
    consented_at    timestamptz  not null,
    consent_version varchar(20)  not null,
    created_at      timestamptz  not null,
    check (email is not null or phone is not null)
);
create unique index account_email on account (lower(email)) where email is not null;
create unique index account_phone on account (phone) where phone is not null;
create index account_name on account (lower(name) text_pattern_ops);
create index account_words on account using gin (to_tsvector('simple', name));

create table password_reset (
    token_hash varchar(64)    primary key,
    account_id bigint      not null references account,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index password_reset_account on password_reset (account_id);

-- courses -------------------------------------------------------------------------------------------------

create table course (
    id                   bigint generated always as identity primary key,
    slug                 varchar(60) not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    code                 varchar(8)  not null unique check (code ~ '^[A-Z]{2,8}$'),
    organisation_id      bigint      not null references organisation,
    language             varchar(5)  not null,
    audience             varchar(10) not null check (audience in ('PUBLIC', 'MEMBERS')),
    published_version_id bigint
);
create index course_organisation on course (organisation_id);

create table course_version (
    id                   bigint generated always as identity primary key,
    course_id            bigint       not null references course,
    number               integer      not null check (number > 0),
    content_hash         varchar(64)     not null,
    title_id             varchar(200) not null,
    title_en             varchar(200) not null,
    summary_id           varchar(600) not null,
    summary_en           varchar(600) not null,
    outcomes             jsonb        not null,
    topics               jsonb        not null,
    level                varchar(12)  not null check (level in ('BEGINNER', 'INTERMEDIATE', 'ADVANCED')),
    hours                integer      not null check (hours between 1 and 1000),
    pass_mark            integer      not null check (pass_mark between 0 and 100),
    certificate_template varchar(60),
    published_at         timestamptz  not null,
    unique (course_id, number)
);
alter table course add constraint course_published_version
    foreign key (published_version_id) references course_version deferrable initially deferred;

create table section (
    id         bigint generated always as identity primary key,
    version_id bigint       not null references course_version,
    position   integer      not null,
    slug       varchar(60)  not null,
    title_id   varchar(200) not null,
    title_en   varchar(200) not null,
    unique (version_id, slug),
    unique (version_id, position)
);

create table activity (
    id         bigint generated always as identity primary key,
    version_id bigint       not null references course_version,
    section_id bigint       not null references section,
    position   integer      not null, -- within the version
    slug       varchar(60)  not null,
    kind       varchar(8)   not null check (kind in ('LESSON', 'QUIZ', 'SHEET')),
    title_id   varchar(200) not null,
    title_en   varchar(200) not null,
    minutes    integer      not null check (minutes between 0 and 600),
    completion varchar(12)  not null check (completion in ('ACKNOWLEDGED', 'SUBMITTED', 'PASSED', 'NONE')),
    topics     jsonb        not null default '[]',
    outcomes   jsonb        not null default '[]', -- of a lesson, in the course's language
    bytes      integer      not null default 0, -- what opening it transfers
    body       text, -- a lesson's CommonMark
    media_name varchar(120), -- a sheet's file
    unique (version_id, slug),
    unique (version_id, position)
);
create index activity_section on activity (section_id);

create table media (
    sha256       varchar(64) primary key,
    content_type varchar(80) not null,
    bytes        bytea       not null,
    plain_text   text -- what can be read in it, for search
);

create table version_media (
    version_id bigint       not null references course_version,
    name       varchar(120) not null,
    sha256     varchar(64)     not null references media,
    primary key (version_id, name)
);
create index version_media_sha256 on version_media (sha256);

-- question banks, quizzes ---------------------------------------------------------------------------------

create table question (
    id        bigint generated always as identity primary key,
    course_id bigint      not null references course,
    slug      varchar(80) not null,
    unique (course_id, slug)
);

-- immutable: an attempt keeps the version it saw
create table question_version (
    id          bigint generated always as identity primary key,
    question_id bigint      not null references question,
    number      integer     not null,
    hash        varchar(64)    not null,
    topic       varchar(60) not null,
    difficulty  varchar(6)  not null check (difficulty in ('EASY', 'MEDIUM', 'HARD')),
    title       varchar(200) not null, -- for authors
    type        varchar(12) not null check (type in ('CHOICE', 'RESPONSE', 'TRUE_FALSE', 'SHORT', 'NUMERIC', 'MATCHING')),
    body        jsonb       not null,
    unique (question_id, number)
);

create table version_question (
    version_id          bigint not null references course_version,
    question_version_id bigint not null references question_version,
    primary key (version_id, question_version_id)
);
create index version_question_question on version_question (question_version_id);

create table quiz (
    activity_id bigint primary key references activity,
    purpose     varchar(8) not null check (purpose in ('PRETEST', 'SECTION', 'POSTTEST')),
    time_limit  integer check (time_limit between 1 and 600), -- minutes
    attempts    integer check (attempts between 1 and 100),
    pass_mark   integer    not null check (pass_mark between 0 and 100),
    layout      varchar(3) not null check (layout in ('ONE', 'ALL')),
    review      varchar(5) not null check (review in ('AFTER', 'SCORE')),
    draw        jsonb      not null -- [{"topic": "suhu", "count": 3}, …]
);

-- programmes ----------------------------------------------------------------------------------------------

create table programme (
    id              bigint generated always as identity primary key,
    slug            varchar(60)  not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    code            varchar(12)  not null unique,
    organisation_id bigint       not null references organisation,
    title_id        varchar(200) not null,
    title_en        varchar(200) not null,
    summary_id      varchar(800) not null,
    summary_en      varchar(800) not null,
    zone            varchar(20)  not null check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
    region          varchar(13)  not null,
    place           varchar(80)  not null,
    signatory_name  varchar(120) not null,
    signatory_title_id varchar(160) not null,
    signatory_title_en varchar(160) not null,
    admission       varchar(8)   not null check (admission in ('APPROVAL', 'OPEN')),
    open_to_gender  varchar(6) check (open_to_gender in ('FEMALE', 'MALE')),
    starts          date         not null,
    ends            date,
    target          integer      not null check (target > 0),
    check (ends is null or ends >= starts)
);
create index programme_organisation on programme (organisation_id);

create table programme_target (
    programme_id bigint  not null references programme,
    year         integer not null,
    members      integer not null check (members >= 0),
    primary key (programme_id, year)
);

create table stage (
    id           bigint generated always as identity primary key,
    programme_id bigint       not null references programme,
    position     integer      not null,
    slug         varchar(60)  not null,
    code         varchar(8)   not null,
    title_id     varchar(200) not null,
    title_en     varchar(200) not null,
    summary_id   varchar(600) not null,
    summary_en   varchar(600) not null,
    unique (programme_id, slug),
    unique (programme_id, position) deferrable initially deferred
);

create table stage_requirement (
    id        bigint generated always as identity primary key,
    stage_id  bigint      not null references stage,
    position  integer     not null,
    slug      varchar(60) not null,
    kind      varchar(10) not null check (kind in ('ADMITTED', 'COURSE', 'CONFIRMED')),
    course_id bigint references course,
    title_id  varchar(200),
    title_en  varchar(200),
    unique (stage_id, slug),
    check ((kind = 'COURSE') = (course_id is not null)),
    check (kind <> 'CONFIRMED' or title_id is not null and title_en is not null)
);
create index stage_requirement_course on stage_requirement (course_id);

create table cohort (
    id           bigint generated always as identity primary key,
    programme_id bigint       not null references programme,
    slug         varchar(60)  not null,
    title_id     varchar(200) not null,
    title_en     varchar(200) not null,
    starts       date         not null,
    ends         date         not null,
    capacity     integer check (capacity > 0),
    unique (programme_id, slug),
    check (ends >= starts)
);

create table membership (
    id              bigint generated always as identity primary key,
    code            uuid        not null unique default gen_random_uuid(),
    programme_id    bigint      not null references programme,
    account_id      bigint      not null references account,
    organisation_id bigint references organisation, -- the partner who serves this member
    cohort_id       bigint references cohort,
    state           varchar(10) not null check (state in ('APPLIED', 'ACTIVE', 'REJECTED', 'WITHDRAWN', 'COMPLETED')),
    business_name   varchar(160),
    product         varchar(160),
    applied_at      timestamptz not null,
    decided_at      timestamptz,
    decided_by      bigint references account,
    decision_reason varchar(400),
    stage_id        bigint references stage, -- where she is now; empty until admitted
    stage_since     timestamptz,
    completed_at    timestamptz,
    revision        integer     not null default 0,
    unique (programme_id, account_id),
    check ((state in ('APPLIED', 'WITHDRAWN')) or decided_at is not null),
    check (state <> 'ACTIVE' or stage_id is not null),
    check (state <> 'COMPLETED' or completed_at is not null)
);
create index membership_account on membership (account_id);
create index membership_list on membership (programme_id, state, stage_id, applied_at desc, id);
create index membership_newest on membership (programme_id, applied_at desc, id);
create index membership_figures on membership (programme_id, organisation_id, state, stage_id);
create index membership_admitted on membership (programme_id, decided_at, organisation_id) where stage_id is not null;
create index membership_stage_now on membership (stage_id);
create index membership_cohort on membership (cohort_id);
create index membership_organisation on membership (organisation_id);
create index membership_decided_by on membership (decided_by);

-- one row per stage a member entered: the journey, for the funnel and for the member
create table membership_stage (
    membership_id bigint      not null references membership,
    stage_id      bigint      not null references stage,
    entered_at    timestamptz not null,
    completed_at  timestamptz,
    primary key (membership_id, stage_id)
);
create index membership_stage_stage on membership_stage (stage_id);

create table confirmation (
    membership_id  bigint      not null references membership,
    requirement_id bigint      not null references stage_requirement,
    confirmed_by   bigint      not null references account,
    confirmed_at   timestamptz not null,
    primary key (membership_id, requirement_id)
);
create index confirmation_requirement on confirmation (requirement_id);
create index confirmation_confirmed_by on confirmation (confirmed_by);

-- who may do what: role × programme × organisation; an empty programme or organisation means all of them ----

create table role_grant (
    id              bigint generated always as identity primary key,
    account_id      bigint      not null references account,
    role            varchar(8)  not null check (role in ('AUTHOR', 'MANAGER', 'ADMIN')),
    programme_id    bigint references programme,
    organisation_id bigint references organisation,
    granted_by      bigint references account,
    granted_at      timestamptz not null,
    unique nulls not distinct (account_id, role, programme_id, organisation_id),
    check (role <> 'ADMIN' or (programme_id is null and organisation_id is null))
);
create index role_grant_programme on role_grant (programme_id);
create index role_grant_organisation on role_grant (organisation_id);
create index role_grant_granted_by on role_grant (granted_by);

-- attempts ------------------------------------------------------------------------------------------------

create table attempt (
    id            bigint generated always as identity primary key,
    code          uuid        not null unique,
    account_id    bigint      not null references account,
    course_id     bigint      not null references course,
    activity_id   bigint      not null references activity,
    activity_slug varchar(60) not null,
    number        integer     not null check (number > 0),
    state         varchar(11) not null check (state in ('IN_PROGRESS', 'GRADED', 'ABANDONED')),
    started_at    timestamptz not null,
    due_at        timestamptz,
    submitted_at  timestamptz,
    score         numeric(5, 2) check (score between 0 and 100),
    passed        boolean,
    unique (account_id, course_id, activity_slug, number),
    check (state <> 'GRADED' or (submitted_at is not null and score is not null and passed is not null))
);
create unique index attempt_one_open on attempt (account_id, course_id, activity_slug) where state = 'IN_PROGRESS';
create index attempt_activity on attempt (activity_id);
create index attempt_overdue on attempt (due_at) where state = 'IN_PROGRESS' and due_at is not null;

create table attempt_slot (
    attempt_id          bigint   not null references attempt,
    position            smallint not null check (position > 0),
    question_version_id bigint   not null references question_version,
    shuffle_seed        integer  not null, -- the order of the choices this person sees
    answer              jsonb,
    answered_at         timestamptz,
    step                integer  not null default 0, -- number of the newest answer
    fraction            numeric(6, 5) check (fraction between 0 and 1),
    primary key (attempt_id, position)
);
create index attempt_slot_question on attempt_slot (question_version_id);

-- every answer ever given, append-only: for audit, regrading and the merging of offline work
create table attempt_step (
    attempt_id bigint      not null,
    position   smallint    not null,
    step       integer     not null check (step > 0),
    answer     jsonb,
    given_at   timestamptz not null,
    primary key (attempt_id, position, step),
    foreign key (attempt_id, position) references attempt_slot
);

-- progress ------------------------------------------------------------------------------------------------

create table enrolment (
    id           bigint generated always as identity primary key,
    account_id   bigint      not null references account,
    course_id    bigint      not null references course,
    version_id   bigint      not null references course_version,
    enrolled_at  timestamptz not null,
    done         integer     not null default 0 check (done >= 0), -- required activities done
    required     integer     not null check (required >= 0),
    last_done    varchar(60), -- slug of the activity done last
    score        numeric(5, 2), -- best post-test
    computed_at  timestamptz not null,
    completed_at timestamptz,
    unique (account_id, course_id),
    check (done <= required or completed_at is not null)
);
create index enrolment_course on enrolment (course_id, completed_at);
create index enrolment_version on enrolment (version_id);

create table activity_record (
    enrolment_id  bigint      not null references enrolment,
    activity_slug varchar(60) not null,
    completed_at  timestamptz,
    best_score    numeric(5, 2),
    attempts      integer     not null default 0,
    primary key (enrolment_id, activity_slug)
);

-- what happened, append-only: records and rollups can be computed again from it
create table activity_fact (
    id            bigint generated always as identity primary key,
    enrolment_id  bigint      not null references enrolment,
    activity_slug varchar(60) not null,
    kind          varchar(12) not null check (kind in ('ACKNOWLEDGED', 'GRADED')),
    attempt_id    bigint references attempt,
    score         numeric(5, 2),
    at            timestamptz not null
);
create index activity_fact_enrolment on activity_fact (enrolment_id);
create index activity_fact_attempt on activity_fact (attempt_id);

-- certificates --------------------------------------------------------------------------------------------

create table certificate_template (
    id          bigint generated always as identity primary key,
    slug        varchar(60) not null,
    version     integer     not null,
    source_hash varchar(64)    not null,
    compiled    bytea       not null,
    created_at  timestamptz not null,
    unique (slug, version)
);

create table serial_counter (
    programme_id bigint  not null references programme,
    year         integer not null,
    last         integer not null check (last >= 0),
    primary key (programme_id, year)
);

create table issuance (
    id              bigint generated always as identity primary key,
    code            uuid        not null unique,
    programme_id    bigint      not null references programme,
    course_id       bigint      not null references course,
    cohort_id       bigint references cohort,
    completed_until date,
    template_id     bigint      not null references certificate_template,
    name            varchar(80) not null,
    state           varchar(9)  not null check (state in ('CHECKED', 'RUNNING', 'PARTIAL', 'DONE', 'CANCELLED')),
    created_by      bigint      not null references account,
    created_at      timestamptz not null,
    started_by      bigint references account,
    started_at      timestamptz,
    finished_at     timestamptz,
    execution_id    bigint
);
-- a cancelled batch gives its name back
create unique index issuance_name on issuance (programme_id, name) where state <> 'CANCELLED';
create index issuance_course on issuance (course_id);
create index issuance_cohort on issuance (cohort_id);
create index issuance_template on issuance (template_id);
create index issuance_created_by on issuance (created_by);
create index issuance_started_by on issuance (started_by);

create table certificate (
    id                bigint generated always as identity primary key,
    code              varchar(26)     not null unique, -- 128 random bits in Crockford's base 32
    programme_id      bigint       not null references programme,
    course_id         bigint       not null references course,
    account_id        bigint       not null references account,
    template_id       bigint       not null references certificate_template,
    issuance_id       bigint       not null references issuance,
    serial_year       integer      not null,
    serial_number     integer      not null check (serial_number > 0),
    serial            varchar(60)  not null, -- as printed
    holder            varchar(120) not null,
    printed           jsonb        not null, -- everything printed on the paper
    pdf_sha256        varchar(64)     not null,
    issued_at         timestamptz  not null,
    expires_on        date,
    revoked_at        timestamptz,
    revoked_by        bigint references account,
    revocation_reason varchar(400),
    unique (programme_id, serial_year, serial_number),
    check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revocation_reason is null))
);
create unique index certificate_one_valid on certificate (programme_id, course_id, account_id) where revoked_at is null;
create index certificate_account on certificate (account_id);
create index certificate_course on certificate (course_id);
create index certificate_template_used on certificate (template_id);
create index certificate_issuance on certificate (issuance_id, serial_number);
create index certificate_revoked_by on certificate (revoked_by);

-- the frozen list of a batch: who gets one, who does not and why
create table issuance_item (
    issuance_id    bigint      not null references issuance,
    position       integer     not null check (position > 0),
    membership_id  bigint      not null references membership,
    state          varchar(10) not null check (state in ('ELIGIBLE', 'INELIGIBLE', 'ISSUED', 'FAILED')),
    reasons        jsonb       not null default '[]', -- unmet criteria, as message keys with arguments
    serial_number  integer,
    certificate_id bigint references certificate,
    tries          integer     not null default 0,
    primary key (issuance_id, position),
    unique (issuance_id, membership_id),
    check ((state = 'ISSUED') = (certificate_id is not null))
);
create index issuance_item_membership on issuance_item (membership_id);
create index issuance_item_certificate on issuance_item (certificate_id);
create index issuance_item_state on issuance_item (issuance_id, state, position);

-- search: what can be found, one row per course, section, lesson, quiz topic or file of the published versions --

create table search_document (
    id        bigint generated always as identity primary key,
    course_id bigint       not null references course,
    kind      varchar(8)   not null check (kind in ('COURSE', 'SECTION', 'LESSON', 'TOPIC', 'SHEET')),
    slug      varchar(60)  not null, -- of the section, activity or topic; of the course for a course
    target    varchar(60), -- slug of the activity to open; empty: the course page
    language  varchar(5)   not null, -- of what one finds there
    title     varchar(200) not null,
    title_en  varchar(200) not null,
    body      text         not null,
    body_en   text         not null,
    unique (course_id, kind, slug)
);

-- how far a job is that has no document of its own; by the job instance of the batch repository
create table job_progress (
    instance_id bigint      primary key,
    done        integer     not null default 0,
    failed      integer     not null default 0,
    total       integer     not null,
    updated_at  timestamptz not null
);

-- notification: mail waits here until a mail server has taken it -----------------------------------------------

create table mail_message (
    id         bigint generated always as identity primary key,
    account_id bigint references account,
    recipient  varchar(254) not null,
    subject    varchar(200) not null,
    body       text         not null,
    dedupe_key varchar(120) unique, -- the same news is told once
    created_at timestamptz  not null,
    due_at     timestamptz  not null,
    tries      integer      not null default 0,
    sent_at    timestamptz,
    last_error varchar(400)
);
create index mail_message_due on mail_message (due_at) where sent_at is null;
create index mail_message_account on mail_message (account_id);

-- audit trail: append-only ------------------------------------------------------------------------------------

create table audit_entry (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    actor_id     bigint references account, -- empty: the system itself
    action       varchar(60) not null, -- e.g. membership.approved, certificate.revoked
    subject      varchar(80) not null, -- public code or slug of what was acted on
    programme_id bigint references programme,
    detail       jsonb       not null default '{}'
);
create index audit_entry_at on audit_entry (at desc);
create index audit_entry_subject on audit_entry (subject);
create index audit_entry_actor on audit_entry (actor_id);
create index audit_entry_programme on audit_entry (programme_id, at desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
create trigger attempt_step_append_only before update or delete or truncate on attempt_step
    for each statement execute function refuse_change();
create trigger activity_fact_append_only before update or delete or truncate on activity_fact
    for each statement execute function refuse_change();
create trigger question_version_append_only before update or delete or truncate on question_version
    for each statement execute function refuse_change();

-- A certificate is a snapshot: nothing about it ever changes but its revocation, once.
create function guard_certificate() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a certificate is never deleted' using errcode = 'restrict_violation';
    end if;
    if old.revoked_at is not null
        or (to_jsonb(new) - array['revoked_at', 'revoked_by', 'revocation_reason'])
            is distinct from (to_jsonb(old) - array['revoked_at', 'revoked_by', 'revocation_reason']) then
        raise exception 'a certificate is a snapshot' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger certificate_snapshot before update or delete on certificate
    for each row execute function guard_certificate();
