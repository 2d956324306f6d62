-- A person may have her data erased (UU 27/2022, article 8); what others rely on stays, without her.
alter table account drop constraint account_state_check, drop constraint account_check;
alter table account
    add constraint account_state_check check (state in ('ACTIVE', 'LOCKED', 'ERASED')),
    add constraint account_reachable check (email is not null or phone is not null or state = 'ERASED'),
    add column erased_at timestamptz,
    add constraint account_erased check ((state = 'ERASED') = (erased_at is not null));

-- A certificate is a snapshot still: what becomes of it is said once, and only erasure takes anything off it.
create or replace function guard_certificate() returns trigger language plpgsql as $$
declare
    fate constant text[] := array['revoked_at', 'revoked_by', 'revocation_reason', 'replaced_at', 'renewed_at',
        'erased_at', 'holder', 'printed'];
begin
    if tg_op = 'DELETE' then
        raise exception 'a certificate is never deleted' using errcode = 'restrict_violation';
    end if;
    if (to_jsonb(new) - fate) is distinct from (to_jsonb(old) - fate)
        or old.revoked_at is not null and (new.revoked_at, new.revoked_by, new.revocation_reason)
            is distinct from (old.revoked_at, old.revoked_by, old.revocation_reason)
        or old.replaced_at is not null and new.replaced_at is distinct from old.replaced_at
        or old.renewed_at is not null and new.renewed_at is distinct from old.renewed_at
        or old.erased_at is not null and new.erased_at is distinct from old.erased_at
        or (new.holder, new.printed) is distinct from (old.holder, old.printed)
            and not (old.erased_at is null and new.erased_at is not null and new.holder = ''
                and new.printed = old.printed - 'holder' - 'scoreBand') then
        raise exception 'a certificate is a snapshot' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
