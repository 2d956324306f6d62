-- A member is a person and a business.

-- Provinces (2 digits), regencies and cities (4), districts (6) and villages (10), codes of the Ministry of Home
-- Affairs without dots: an area's code begins with that of the area it lies in.
create table region (
    code varchar(10) primary key check (code ~ '^[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{4})?)?)?$'),
    name varchar(80) not null
);
create index region_name on region (lower(name) text_pattern_ops);

-- What is known of an account's person beyond name and contact. A NIK is never kept: its keyed hash finds it again,
-- four digits let a manager ask whether it is the right one.
create table person (
    account_id bigint      primary key references account,
    nik_hash   bytea       unique check (length(nik_hash) = 32),
    nik_last4  varchar(4)  check (nik_last4 ~ '^[0-9]{4}$'),
    birth_year smallint    check (birth_year between 1900 and 2100),
    region     varchar(10) references region, -- of her home: a village, else a district
    check ((nik_hash is null) = (nik_last4 is null)),
    check (length(region) in (6, 10))
);
create index person_region on person (region text_pattern_ops);

create table business (
    id            bigint       generated always as identity primary key,
    code          uuid         not null unique default gen_random_uuid(),
    name          varchar(160) not null,
    products      varchar(400),
    kbli          varchar(5)   check (kbli ~ '^[0-9]{5}$'),
    nib           varchar(13)  check (nib ~ '^[0-9]{13}$'),
    pirt          varchar(16)  check (pirt ~ '^[0-9]{13}-[0-9]{2}$'), -- SPP-IRT, PerBPOM 4/2024
    pirt_expires  date,
    halal         varchar(20), -- number of the halal certificate
    halal_expires date, -- empty: does not expire
    employees     integer      check (employees between 0 and 100000),
    turnover      varchar(8)   check (turnover in ('UNDER_5', '5_25', '25_50', '50_200', 'OVER_200')), -- a month, million rupiah
    region        varchar(10)  references region check (length(region) in (6, 10)),
    created_at    timestamptz  not null,
    revision      integer      not null default 0
);
create index business_nib on business (nib) where nib is not null;
create index business_region on business (region text_pattern_ops);

-- Several people may run one business, one person several.
create table business_person (
    business_id bigint      not null references business,
    account_id  bigint      not null references account,
    role        varchar(8)  not null check (role in ('OWNER', 'PARTNER', 'FAMILY', 'EMPLOYEE')),
    since       timestamptz not null,
    primary key (business_id, account_id)
);
create index business_person_account on business_person (account_id);

alter table membership add column business_id bigint references business; -- with which she takes part
create index membership_business on membership (business_id);

-- What became of a membership, append-only: who was moved where, when, by whom and why.
create table membership_event (
    id              bigint       generated always as identity primary key,
    membership_id   bigint       not null references membership,
    kind            varchar(12)  not null check (kind in ('WAITLISTED', 'PROMOTED', 'TRANSFERRED', 'WITHDRAWN',
        'RETURNED', 'GAINED', 'LOST')),
    organisation_id bigint references organisation, -- where she is from then on
    cohort_id       bigint references cohort, -- likewise
    stage_id        bigint references stage, -- likewise
    reason          varchar(400),
    account_id      bigint references account, -- who did it; empty: Sanggar by a rule
    happened_at     timestamptz  not null
);
create index membership_event_membership on membership_event (membership_id, id);
create index membership_event_organisation on membership_event (organisation_id);
create index membership_event_cohort on membership_event (cohort_id);
create index membership_event_stage on membership_event (stage_id);
create index membership_event_account on membership_event (account_id);
create trigger membership_event_append_only before update or delete or truncate on membership_event
    for each statement execute function refuse_change();
