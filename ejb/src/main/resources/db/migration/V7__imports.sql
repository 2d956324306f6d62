-- Files that authors bring to the studio: looked through first, applied when somebody says so.

create table content_import (
    id              bigint generated always as identity primary key,
    code            uuid         not null unique default gen_random_uuid(),
    kind            varchar(9)   not null check (kind in ('PACK', 'QUESTIONS', 'LESSONS')),
    file_name       varchar(200) not null,
    organisation_id bigint       not null references organisation, -- whose library and course it fills
    course_id       bigint       references course, -- into whose draft; empty: a new course
    section         varchar(60), -- where lessons go
    topic           varchar(60), -- of questions whose file names none
    split           boolean      not null default false, -- a Word document becomes a lesson per heading
    state           varchar(9)   not null check (state in ('READY', 'REFUSED', 'APPLYING', 'APPLIED', 'CANCELLED')),
    bytes           bytea, -- what came; gone when it is applied, refused or cancelled
    draft_revision  integer, -- of the draft it was compared with
    plan            jsonb        not null, -- what comes, what changes, what cannot
    done            integer      not null default 0, -- files looked through, of a large import
    total           integer      not null default 0,
    execution_id    bigint, -- of the job that applies it
    created_by      bigint       not null references account,
    created_at      timestamptz  not null,
    changed_at      timestamptz  not null,
    check (state not in ('READY', 'APPLYING') or bytes is not null)
);
alter table content_import alter column bytes set storage external; -- what comes is compressed already
create index content_import_mine on content_import (created_by, created_at desc);
create index content_import_course on content_import (course_id);
create index content_import_organisation on content_import (organisation_id);
create index content_import_applying on content_import (changed_at) where state = 'APPLYING';

-- the files of a large import that are looked through and kept already: a restart goes on behind them
create table content_import_file (
    import_id    bigint       not null references content_import on delete cascade,
    name         varchar(120) not null,
    kept_as      varchar(120) not null,
    sha256       varchar(64)  not null references media,
    content_type varchar(60)  not null,
    primary key (import_id, name)
);
create index content_import_file_sha256 on content_import_file (sha256);
