-- Cohorts that fill up: who may join one, and who waits for a place in it.

alter table cohort
    add column open_to_gender varchar(6) check (open_to_gender in ('FEMALE', 'MALE')), -- empty: everyone
    add column residents_of varchar(2000) -- codes of regions, one of which her home lies in; empty: from anywhere
        check (residents_of ~ '^[0-9]{2,10}( [0-9]{2,10})*$'),
    add column at_desk boolean not null default false; -- made or changed by a manager: the programme's file leaves it

alter table membership drop constraint membership_state_check;
alter table membership
    add column waitlisted_at timestamptz, -- since when she waits, or waited, for a place
    add constraint membership_state_check check (state in ('APPLIED', 'WAITLISTED', 'ACTIVE', 'REJECTED', 'WITHDRAWN',
        'COMPLETED')),
    add constraint membership_waits_for check (state <> 'WAITLISTED'
        or (cohort_id is not null and waitlisted_at is not null));
create index membership_waiting_list on membership (cohort_id, waitlisted_at, applied_at, id)
    where state = 'WAITLISTED';
