-- Nobody who has an account becomes a member because somebody brought a table: she is asked. What a partner offers her,
-- until she answers.

create table membership_offer (
    id              bigint      generated always as identity primary key,
    code            uuid        not null unique default gen_random_uuid(),
    import_id       bigint      not null references member_import,
    programme_id    bigint      not null references programme,
    organisation_id bigint      references organisation, -- who would serve her
    cohort_id       bigint      references cohort,
    account_id      bigint      not null references account,
    told            jsonb       not null, -- what the table's row tells; empty when she has answered
    offered_by      bigint      not null references account,
    offered_at      timestamptz not null,
    expires_at      timestamptz not null,
    answered_at     timestamptz,
    accepted        boolean,
    check ((answered_at is null) = (accepted is null))
);
create unique index membership_offer_open on membership_offer (account_id, programme_id, organisation_id)
    nulls not distinct where answered_at is null;
create index membership_offer_account on membership_offer (account_id);
create index membership_offer_import on membership_offer (import_id);
create index membership_offer_programme on membership_offer (programme_id);
create index membership_offer_organisation on membership_offer (organisation_id);
create index membership_offer_cohort on membership_offer (cohort_id);
create index membership_offer_offered_by on membership_offer (offered_by);

alter table member_import_row drop constraint member_import_row_outcome_check;
alter table member_import_row add constraint member_import_row_outcome_check
    check (outcome in ('NEW', 'JOINS', 'ASKED', 'SAME', 'CHANGED', 'DUPLICATE', 'INVALID'));
