-- What a stage asks for, what shows that it is met, and what is done when facts or rules turn out otherwise.

-- requirements: leaves in groups of all, any or some of them ------------------------------------------------------

alter table stage_requirement
    drop constraint stage_requirement_kind_check,
    drop constraint stage_requirement_check,
    drop constraint stage_requirement_check1,
    alter column slug drop not null,
    alter column slug type varchar(80),
    add column parent_id bigint references stage_requirement on delete cascade, -- the group it belongs to
    add column mark      integer check (mark between 1 and 100), -- the least score of a post-test
    add column form      varchar(8) check (form in ('NIB', 'PIRT', 'NUMBER', 'DOCUMENT')), -- what is handed in
    add column at_least  integer check (at_least > 0), -- so many of a group
    add column retired   boolean not null default false, -- asked for no more; what was confirmed is kept
    add column in_force  boolean not null default true, -- whether members are judged by it now
    add constraint stage_requirement_kind
        check (kind in ('ADMITTED', 'COURSE', 'MARK', 'EVIDENCE', 'CONFIRMED', 'GROUP')),
    add constraint stage_requirement_course check ((kind in ('COURSE', 'MARK')) = (course_id is not null)),
    add constraint stage_requirement_mark check ((kind = 'MARK') = (mark is not null)),
    add constraint stage_requirement_form check ((kind = 'EVIDENCE') = (form is not null)),
    add constraint stage_requirement_group
        check ((kind = 'GROUP') = (at_least is not null) and (kind = 'GROUP') = (slug is null)),
    add constraint stage_requirement_title
        check (kind not in ('EVIDENCE', 'CONFIRMED') or title_id is not null and title_en is not null);
create index stage_requirement_parent on stage_requirement (parent_id);

-- The rules of a programme are numbered. Those described last wait until a person has seen whom they would move; the
-- members are judged by those in force, whose text is kept as long as others wait.
alter table programme
    add column rules_version  integer not null default 1,
    add column rules_in_force integer not null default 1;
create table programme_rules (
    programme_id bigint      not null references programme,
    version      integer     not null check (version > 0),
    stages       jsonb       not null,
    kept_at      timestamptz not null,
    primary key (programme_id, version)
);

-- evidence: what a member hands in to show that she meets a requirement --------------------------------------------

create table evidence (
    id             bigint       generated always as identity primary key,
    code           uuid         not null unique default gen_random_uuid(),
    membership_id  bigint       not null references membership,
    requirement_id bigint       not null references stage_requirement,
    number         varchar(40),
    note           varchar(400),
    content_type   varchar(40) check (content_type in ('image/jpeg', 'application/pdf')),
    file           bytea,
    handed_in_at   timestamptz  not null,
    state          varchar(9)   not null check (state in ('WAITING', 'CONFIRMED', 'REFUSED', 'REPLACED')),
    decided_by     bigint references account,
    decided_at     timestamptz,
    reason         varchar(400), -- why it was refused, as the member reads it
    check (state <> 'WAITING' or number is not null or file is not null),
    check ((file is null) = (content_type is null)),
    check ((state in ('CONFIRMED', 'REFUSED')) = (decided_by is not null)),
    check ((decided_by is null) = (decided_at is null)),
    check ((state = 'REFUSED') = (reason is not null))
);
create unique index evidence_one_waiting on evidence (membership_id, requirement_id) where state = 'WAITING';
create index evidence_membership on evidence (membership_id, requirement_id, id);
create index evidence_queue on evidence (handed_in_at, id) where state = 'WAITING';
create index evidence_requirement on evidence (requirement_id);
create index evidence_decided_by on evidence (decided_by);

-- A confirmation is a fact: it is never taken out. Who finds it wrong revokes it; it counts until a person has accepted
-- what that takes away.
alter table confirmation
    drop constraint confirmation_pkey,
    add column id                bigint generated always as identity primary key,
    add column evidence_id       bigint references evidence,
    add column revoked_at        timestamptz,
    add column revoked_by        bigint references account,
    add column revocation_reason varchar(400),
    add column ended_at          timestamptz, -- from when on it counts no more
    add constraint confirmation_revoked check ((revoked_at is null) = (revoked_by is null)
        and (revoked_at is null) = (revocation_reason is null)),
    add constraint confirmation_ended check (ended_at is null or revoked_at is not null);
create unique index confirmation_counts on confirmation (membership_id, requirement_id) where ended_at is null;
create index confirmation_membership on confirmation (membership_id);
create index confirmation_evidence on confirmation (evidence_id);
create index confirmation_revoked_by on confirmation (revoked_by);
create index confirmation_in_doubt on confirmation (membership_id) where revoked_at is not null and ended_at is null;
create function guard_confirmation() returns trigger language plpgsql as $$
declare
    fate constant text[] := array['revoked_at', 'revoked_by', 'revocation_reason', 'ended_at'];
begin
    if tg_op = 'DELETE' or (to_jsonb(new) - fate) is distinct from (to_jsonb(old) - fate)
        or old.ended_at is not null and new.ended_at is distinct from old.ended_at then
        raise exception 'a confirmation is a fact' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger confirmation_fact before update or delete on confirmation
    for each row execute function guard_confirmation();

-- A stage that a person decided counts for a member although something is missing: what a change of rules or facts would
-- have taken away, and she kept.
create table stage_waiver (
    membership_id bigint       not null references membership,
    stage_id      bigint       not null references stage,
    passed_at     timestamptz  not null, -- when she left the stage
    granted_by    bigint       not null references account,
    granted_at    timestamptz  not null,
    reason        varchar(400) not null,
    primary key (membership_id, stage_id)
);
create index stage_waiver_stage on stage_waiver (stage_id);
create index stage_waiver_granted_by on stage_waiver (granted_by);

-- recomputation: what facts and rules say, beside what is held; differences that a person applies -----------------

create table recomputation (
    id            bigint       generated always as identity primary key,
    code          uuid         not null unique default gen_random_uuid(),
    programme_id  bigint       not null references programme,
    cause         varchar(10)  not null check (cause in ('RULES', 'CORRECTION', 'CHECK')),
    rules_version integer      not null, -- by which it judges
    state         varchar(9)   not null
        check (state in ('COUNTING', 'WAITING', 'APPLYING', 'DONE', 'DROPPED', 'FAILED')),
    reason        varchar(400),
    started_by    bigint references account, -- empty: Sanggar, because the rules or a fact changed
    started_at    timestamptz  not null,
    counted_at    timestamptz,
    losses        varchar(4) check (losses in ('TAKE', 'KEEP')),
    decided_by    bigint references account,
    decided_at    timestamptz,
    finished_at   timestamptz,
    step          varchar(8)   not null default 'RECORDS' check (step in ('RECORDS', 'STAGES', 'APPLYING', 'END')),
    last_id       bigint       not null default 0, -- of the enrolments or memberships looked at in this step
    enrolments    integer      not null default 0, -- looked at
    mended        integer      not null default 0, -- enrolments whose records lacked something that facts told
    members       integer      not null default 0, -- looked at
    execution_id  bigint,
    check ((decided_by is null) = (decided_at is null)),
    check (state not in ('APPLYING') or decided_by is not null)
);
create index recomputation_programme on recomputation (programme_id, id desc);
create index recomputation_under_way on recomputation (id) where state in ('COUNTING', 'APPLYING');
create unique index recomputation_one_waits on recomputation (programme_id, cause)
    where state in ('COUNTING', 'WAITING', 'APPLYING');
create index recomputation_started_by on recomputation (started_by);
create index recomputation_decided_by on recomputation (decided_by);

-- A member whom facts and rules see elsewhere than where she is held.
create table recomputation_item (
    recomputation_id bigint      not null references recomputation,
    membership_id    bigint      not null references membership,
    gain             boolean     not null,
    from_stage       bigint      not null references stage,
    from_completed   boolean     not null,
    to_stage         bigint      not null references stage,
    to_completed     boolean     not null,
    missing          bigint[]    not null default '{}', -- requirements of the stage she would fall back to
    state            varchar(7)  not null check (state in ('WAITING', 'APPLIED', 'KEPT', 'GONE')),
    settled_at       timestamptz,
    primary key (recomputation_id, membership_id)
);
create index recomputation_item_membership on recomputation_item (membership_id);
create index recomputation_item_list on recomputation_item (recomputation_id, gain, from_stage, to_stage);
create index recomputation_item_from on recomputation_item (from_stage);
create index recomputation_item_to on recomputation_item (to_stage);
