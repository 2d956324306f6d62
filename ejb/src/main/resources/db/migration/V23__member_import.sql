-- Members in bulk: a table that a manager brings is looked through, compared with who is there, applied and, if it was
-- a mistake, undone. And invitations, by which who was brought takes over her account.

create table member_import (
    id              bigint       generated always as identity primary key,
    code            uuid         not null unique default gen_random_uuid(),
    programme_id    bigint       not null references programme,
    organisation_id bigint       references organisation, -- the partner who serves all of them; empty: a column says it
    file_name       varchar(200) not null,
    size            bigint       not null check (size > 0),
    received        bigint       not null default 0,
    state           varchar(9)   not null check (state in ('RECEIVING', 'MAPPING', 'CHECKING', 'CHECKED', 'APPLYING',
        'APPLIED', 'UNDOING', 'UNDONE', 'REFUSED', 'CANCELLED')),
    format          varchar(4)   check (format in ('CSV', 'XLSX')),
    headings        jsonb, -- of the columns, in order
    mapping         jsonb, -- of fields to the numbers of columns
    problem         jsonb, -- why the file as a whole was refused
    read_to         integer      not null default 0, -- row up to which it was looked through
    rows            integer      not null default 0, -- looked through so far
    done            integer      not null default 0, -- applied or undone so far
    done_to         integer      not null default 0, -- row up to which that is
    total           integer      not null default 0, -- to be applied or undone
    counts          jsonb        not null default '{}', -- of the outcomes
    kept            integer      not null default 0, -- by the undoing
    execution_id    bigint, -- of the job that works on it
    created_by      bigint       not null references account,
    created_at      timestamptz  not null,
    changed_at      timestamptz  not null,
    applied_by      bigint       references account,
    applied_at      timestamptz
);
create index member_import_programme on member_import (programme_id, created_at desc);
create index member_import_organisation on member_import (organisation_id);
create index member_import_created_by on member_import (created_by);
create index member_import_applied_by on member_import (applied_by);
create index member_import_working on member_import (id) where state in ('CHECKING', 'APPLYING', 'UNDOING');

-- The file as it came, encrypted under a key that the database does not have: it holds numbers of identity cards.
create table member_import_piece (
    import_id bigint not null references member_import on delete cascade,
    at        bigint not null,
    sealed    bytea  not null,
    primary key (import_id, at)
);
alter table member_import_piece alter column sealed set storage external;

-- What was read of a row. Gone when it is applied; what could not be stays for a while, to be corrected.
create table member_import_row (
    import_id       bigint      not null references member_import on delete cascade,
    row             integer     not null, -- as the spreadsheet numbers it
    outcome         varchar(9)  check (outcome in ('NEW', 'JOINS', 'SAME', 'CHANGED', 'DUPLICATE', 'INVALID')),
    problems        jsonb, -- field, sentence and what fills its gaps
    name            varchar(120),
    nik_hash        bytea,
    nik_last4       varchar(4),
    phone           varchar(16),
    email           varchar(254),
    gender          varchar(6),
    birth_year      smallint,
    region          varchar(10),
    business        varchar(160),
    products        varchar(400),
    kbli            varchar(5),
    nib             varchar(13),
    pirt            varchar(16),
    pirt_expires    date,
    halal           varchar(20),
    halal_expires   date,
    employees       integer,
    turnover        varchar(8),
    role            varchar(8),
    organisation_id bigint,
    cohort_id       bigint,
    account_id      bigint, -- whose row it is, where she is known
    membership_id   bigint,
    primary key (import_id, row)
) with (fillfactor = 80);
create index member_import_row_outcome on member_import_row (import_id, outcome, row);
create index member_import_row_account on member_import_row (account_id) where account_id is not null;

-- Whom an import made a member, for the undoing.
create table member_import_member (
    import_id      bigint   not null references member_import on delete cascade,
    row            integer  not null,
    account_id     bigint   not null,
    membership_id  bigint   not null,
    business_id    bigint,
    new_account    boolean  not null,
    new_membership boolean  not null,
    new_business   boolean  not null,
    kept           varchar(9) check (kept in ('TAKEN', 'LEARNED', 'USED', 'ENDED')), -- why it was not undone
    primary key (import_id, row)
);
create index member_import_member_account on member_import_member (account_id);

-- Which column is what, as a partner's tables have it.
create table member_import_heading (
    organisation_id bigint      references organisation, -- empty: those who manage the whole programme
    heading         varchar(80) not null, -- letters and digits alone
    field           varchar(16) not null,
    unique nulls not distinct (organisation_id, heading)
);

-- Who was entered by somebody else takes over her account by a code, once. The code itself nobody keeps.
create table invitation (
    account_id    bigint      primary key references account,
    membership_id bigint      not null references membership,
    code_hash     bytea       not null unique check (length(code_hash) = 32),
    created_by    bigint      not null references account,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    used_at       timestamptz
);
create index invitation_membership on invitation (membership_id);
create index invitation_created_by on invitation (created_by);
