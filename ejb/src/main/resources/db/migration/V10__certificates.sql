-- Certificates that are signed, can be reissued, renewed and revoked in bulk; batches that a second person approves.

-- An institution's key, by what the world may know of it. The key itself is never here.
create table seal (
    id         bigint generated always as identity primary key,
    kid        varchar(43)  not null unique, -- RFC 7638 thumbprint of the public key
    chain      bytea        not null, -- certificates as DER, one after the other, the signer's first
    public_key bytea        not null, -- SubjectPublicKeyInfo
    created_at timestamptz  not null
);

-- What a certificate's template was made from, so that it can be looked at and made into the next version.
alter table certificate_template
    add column award      varchar(10)  not null default 'COMPLETION' check (award in ('COMPLETION', 'ATTENDANCE')),
    add column page       text,
    add column frame      text,
    add column created_by bigint references account;
create index certificate_template_created_by on certificate_template (created_by);

create table certificate_template_draft (
    id         bigint generated always as identity primary key,
    slug       varchar(60)  not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    award      varchar(10)  not null check (award in ('COMPLETION', 'ATTENDANCE')),
    page       text         not null,
    frame      text         not null,
    revision   integer      not null default 1,
    changed_by bigint       not null references account,
    changed_at timestamptz  not null
);
create index certificate_template_draft_changed_by on certificate_template_draft (changed_by);

-- Batches: plan, check, approval by a second person, run, stop.
alter table issuance drop constraint issuance_state_check;
alter table issuance
    add constraint issuance_state_check check (state in
        ('DRAFT', 'CHECKED', 'APPROVED', 'RUNNING', 'STOPPED', 'PARTIAL', 'DONE', 'CANCELLED')),
    add column kind         varchar(8)  not null default 'FIRST' check (kind in ('FIRST', 'RENEWAL')),
    add column award        varchar(10) not null default 'COMPLETION' check (award in ('COMPLETION', 'ATTENDANCE')),
    add column valid_months integer check (valid_months between 1 and 240), -- null: for ever
    add column expires_until date, -- of a renewal: whose certificates expire up to that day
    add column checked_by   bigint references account,
    add column checked_at   timestamptz,
    add column approved_by  bigint references account,
    add column approved_at  timestamptz,
    add column stopping     boolean     not null default false, -- somebody asked the job to stop
    add column manifest_sha256    bytea check (length(manifest_sha256) = 32),
    add column manifest_signature bytea,
    add column manifest_seal_id   bigint references seal;
create index issuance_checked_by on issuance (checked_by);
create index issuance_approved_by on issuance (approved_by);
create index issuance_manifest_seal on issuance (manifest_seal_id);

-- Certificates: signatures, status for badges, what became of them.
create sequence certificate_status as bigint minvalue 0 start 0;
alter table certificate
    add column award           varchar(10) not null default 'COMPLETION' check (award in ('COMPLETION', 'ATTENDANCE')),
    add column format          smallint    not null default 0, -- 0: paper without signatures, as before there were any
    add column seal_id         bigint references seal,
    add column pdf_signature   bytea check (length(pdf_signature) = 64), -- r and s
    add column proof_signature bytea check (length(proof_signature) = 64), -- of what the QR code says
    add column badge_signature bytea check (length(badge_signature) = 64), -- of the badge
    add column status_index    bigint      not null default nextval('certificate_status') unique,
    add column revision        smallint    not null default 0 check (revision >= 0), -- of papers with one number
    add column predecessor_id  bigint references certificate, -- the one it replaces or renews
    add column replaced_at     timestamptz, -- by a corrected paper
    add column renewed_at      timestamptz, -- by one that is valid for longer
    add column erased_at       timestamptz, -- its holder's data, at her request
    add constraint certificate_signed check ((format = 0) = (seal_id is null)
        and (seal_id is null) = (pdf_signature is null) and (seal_id is null) = (proof_signature is null)
        and (seal_id is null) = (badge_signature is null)),
    add constraint certificate_ended_once check (revoked_at is null or replaced_at is null),
    drop constraint certificate_programme_id_serial_year_serial_number_key,
    add constraint certificate_number unique (programme_id, serial_year, serial_number, revision);
drop index certificate_one_valid;
create unique index certificate_one_current on certificate (programme_id, course_id, award, account_id)
    where revoked_at is null and replaced_at is null and renewed_at is null;
create index certificate_seal on certificate (seal_id);
create index certificate_predecessor on certificate (predecessor_id);
create index certificate_expiring on certificate (programme_id, expires_on) where expires_on is not null;

-- What was done to a certificate after it was issued, and by whom. Only ever added to.
create table certificate_event (
    id             bigint generated always as identity primary key,
    certificate_id bigint      not null references certificate,
    kind           varchar(10) not null check (kind in ('REVOKED', 'REPLACED', 'RENEWED', 'ERASED')),
    account_id     bigint references account, -- who did it; null for the system
    reason         varchar(400),
    happened_at    timestamptz not null
);
create index certificate_event_certificate on certificate_event (certificate_id);
create index certificate_event_account on certificate_event (account_id);
