-- Months of a programme are closed: their figures stay what they were then, and are corrected in the open alone.

-- What was asked is kept with the answer: the zone whose month it is, the stages and courses that counted.
create table month_close (
    id           bigint      generated always as identity primary key,
    programme_id bigint      not null references programme,
    month        date        not null check (extract(day from month) = 1),
    zone         varchar(20) not null,
    stages       bigint[]    not null check (cardinality(stages) > 0), -- in order
    courses      bigint[]    not null,
    closed_by    bigint      not null references account,
    closed_at    timestamptz not null,
    unique (programme_id, month)
);
create index month_close_closed_by on month_close (closed_by);

-- A number, and what it counts: so a later difference can say of whom.
create table month_figure (
    close_id        bigint      not null references month_close,
    measure         varchar(11) not null check (measure in ('ADMITTED', 'REACHED', 'FINISHED', 'COURSE', 'CERTIFICATE',
        'REVOKED')),
    stage_id        bigint references stage,
    course_id       bigint references course,
    organisation_id bigint references organisation, -- the partner who served them; empty: none
    region          varchar(4), -- regency or city of their homes; empty: not known
    number          integer     not null check (number > 0 and number = cardinality(facts)),
    facts           bigint[]    not null, -- ids of memberships; of certificates where those are counted
    unique nulls not distinct (close_id, measure, stage_id, course_id, organisation_id, region),
    check ((measure = 'REACHED') = (stage_id is not null)),
    check ((measure in ('COURSE', 'CERTIFICATE', 'REVOKED')) = (course_id is not null))
);
create index month_figure_stage on month_figure (stage_id);
create index month_figure_course on month_figure (course_id);
create index month_figure_organisation on month_figure (organisation_id);

-- A correction of a closed month, published by a person with a reason.
create table month_restatement (
    id           bigint       generated always as identity primary key,
    close_id     bigint       not null references month_close,
    number       integer      not null check (number > 0), -- 1 is the month's first
    reason       varchar(400) not null,
    since        timestamptz  not null, -- when the facts changed, as far as told; else when it was noticed
    told         jsonb        not null, -- what history tells of those concerned: [{"kind", "reason", "number"}, …]
    published_by bigint       not null references account,
    published_at timestamptz  not null,
    unique (close_id, number)
);
create index month_restatement_published_by on month_restatement (published_by);

create table month_correction (
    restatement_id  bigint      not null references month_restatement,
    measure         varchar(11) not null,
    stage_id        bigint references stage,
    course_id       bigint references course,
    organisation_id bigint references organisation,
    region          varchar(4),
    was             integer     not null check (was >= 0),
    now             integer     not null check (now = was + cardinality(added) - cardinality(removed)),
    added           bigint[]    not null,
    removed         bigint[]    not null,
    unique nulls not distinct (restatement_id, measure, stage_id, course_id, organisation_id, region)
);
create index month_correction_stage on month_correction (stage_id);
create index month_correction_course on month_correction (course_id);
create index month_correction_organisation on month_correction (organisation_id);

create trigger month_close_append_only before update or delete or truncate on month_close
    for each statement execute function refuse_change();
create trigger month_figure_append_only before update or delete or truncate on month_figure
    for each statement execute function refuse_change();
create trigger month_restatement_append_only before update or delete or truncate on month_restatement
    for each statement execute function refuse_change();
create trigger month_correction_append_only before update or delete or truncate on month_correction
    for each statement execute function refuse_change();

-- When a closed month was last compared with the facts, and since when they are known to differ.
create table month_check (
    close_id   bigint      primary key references month_close,
    checked_at timestamptz not null,
    differing  integer     not null check (differing >= 0), -- facts
    noticed_at timestamptz, -- empty: they agree
    check ((differing > 0) = (noticed_at is not null))
);
create index month_check_checked on month_check (checked_at);

-- A month is counted from history, whichever month it is.
create index membership_stage_entered on membership_stage (stage_id, entered_at);
drop index if exists membership_stage_stage;
create index membership_finished on membership (programme_id, completed_at) where completed_at is not null;
create index certificate_issued on certificate (programme_id, issued_at);
create index certificate_revoked on certificate (programme_id, revoked_at) where revoked_at is not null;

-- Reports that a manager has sent to herself: every Monday, or when a month is closed.
create table report_order (
    id           bigint      generated always as identity primary key,
    code         uuid        not null unique default gen_random_uuid(), -- whoever holds it may stop the reports
    account_id   bigint      not null references account,
    programme_id bigint      not null references programme,
    frequency    varchar(7)  not null check (frequency in ('WEEKLY', 'MONTHLY')),
    view         uuid, -- code of a saved view; empty, or gone since: the programme's standard view
    ordered_at   timestamptz not null,
    stopped_at   timestamptz
);
create unique index report_order_one on report_order (account_id, programme_id, frequency, view) nulls not distinct
    where stopped_at is null;
create index report_order_programme on report_order (programme_id);

-- One for each period, made or withheld once and for all.
create table report_run (
    id            bigint      generated always as identity primary key,
    order_id      bigint      not null references report_order,
    period        varchar(10) not null check (period ~ '^[0-9]{4}-(W[0-9]{2}|[0-9]{2})$'),
    title         varchar(160) not null, -- in her language
    made_at       timestamptz not null,
    withheld      boolean     not null, -- she might see nothing of the programme any more, or has no address
    whole         boolean     not null, -- it says of all members; else of those these partners serve
    organisations bigint[]    not null,
    unique (order_id, period)
);

-- Until the letter has gone.
create table report_file (
    run_id       bigint      not null references report_run,
    name         varchar(80) not null,
    content_type varchar(80) not null,
    bytes        bytea       not null,
    primary key (run_id, name)
);

alter table mail_message add column report_run_id bigint references report_run; -- whose files go with it
create index mail_message_report on mail_message (report_run_id) where report_run_id is not null;
