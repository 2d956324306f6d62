-- A view of the command centre that somebody wants to come back to: the address it has, under a name of her own. What
-- it shows is counted anew each time, as far as she may see it then.
create table saved_view (
    id           bigint        generated always as identity primary key,
    code         uuid          not null unique default gen_random_uuid(),
    account_id   bigint        not null references account,
    programme_id bigint        not null references programme,
    name         varchar(80)   not null,
    address      varchar(1000) not null, -- parameters as they follow the question mark
    created_at   timestamptz   not null,
    unique (account_id, programme_id, name)
);
create index saved_view_programme on saved_view (programme_id);
