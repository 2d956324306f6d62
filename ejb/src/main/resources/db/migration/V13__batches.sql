-- Batches that a second person approves and that can be stopped: who had a hand in the plan, how the present run
-- goes, whom it was checked for in vain, and numbers that came back.

-- Whoever made or changed a batch's plan: these do not approve it.
create table issuance_planner (
    issuance_id bigint not null references issuance,
    account_id  bigint not null references account,
    primary key (issuance_id, account_id)
);
create index issuance_planner_account on issuance_planner (account_id);
insert into issuance_planner (issuance_id, account_id) select id, created_by from issuance;

-- A run begins at the start and at each resumption; what it has done since, and how fast, is told from these.
alter table issuance
    add column run_began_at timestamptz,
    add column run_began_with integer not null default 0; -- issued by then

-- Was to get a certificate when the list was checked, and will not.
alter table issuance_item add column dropped boolean not null default false;

-- Numbers that were reserved for people who got no certificate after all. The next batch of the programme and year
-- gives them out before new ones, so that no number is missing.
create table serial_released (
    programme_id bigint      not null references programme,
    year         integer     not null,
    number       integer     not null check (number > 0),
    issuance_id  bigint      not null references issuance, -- that did not need it
    released_at  timestamptz not null,
    primary key (programme_id, year, number)
);
create index serial_released_issuance on serial_released (issuance_id);
