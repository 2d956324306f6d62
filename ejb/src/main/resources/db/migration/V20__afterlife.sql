-- Certificates that end many at a time, by one act of one manager.

create table revocation (
    id           bigint generated always as identity primary key,
    code         uuid         not null unique, -- of the form it was ordered by: sent twice, it is done once
    issuance_id  bigint       not null references issuance, -- on whose page it was ordered
    listed       boolean      not null, -- by a list of numbers; otherwise the whole batch
    certificates integer      not null check (certificates > 0),
    reason       varchar(400) not null,
    account_id   bigint       not null references account,
    happened_at  timestamptz  not null
);
create index revocation_issuance on revocation (issuance_id);
create index revocation_account on revocation (account_id);

alter table certificate_event add column revocation_id bigint references revocation; -- where it was one of many
create index certificate_event_revocation on certificate_event (revocation_id) where revocation_id is not null;
-- Revoked before there were events.
insert into certificate_event (certificate_id, kind, account_id, reason, happened_at)
select c.id, 'REVOKED', c.revoked_by, c.revocation_reason, c.revoked_at from certificate c
where c.revoked_at is not null and not exists (
    select 1 from certificate_event e where e.certificate_id = c.id and e.kind = 'REVOKED');
create trigger certificate_event_append_only before update or delete or truncate on certificate_event
    for each statement execute function refuse_change();

-- The same rule as before, told by comparing rows instead of documents made of them: a batch of 281,812 is revoked in
-- one statement, and each of its certificates is asked.
create or replace function guard_certificate() returns trigger language plpgsql as $$
declare
    still certificate%rowtype;
begin
    if tg_op = 'DELETE' then
        raise exception 'a certificate is never deleted' using errcode = 'restrict_violation';
    end if;
    still := new;
    if old.revoked_at is null then
        still.revoked_at := null;
        still.revoked_by := null;
        still.revocation_reason := null;
    end if;
    if old.replaced_at is null then
        still.replaced_at := null;
    end if;
    if old.renewed_at is null then
        still.renewed_at := null;
    end if;
    if old.erased_at is null and new.erased_at is not null and new.holder = ''
            and new.printed = old.printed - 'holder' - 'scoreBand' then
        still.erased_at := null;
        still.holder := old.holder;
        still.printed := old.printed;
    end if;
    if still is distinct from old then
        raise exception 'a certificate is a snapshot' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
