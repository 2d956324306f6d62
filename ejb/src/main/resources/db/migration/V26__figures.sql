-- Whose figures changed: by person, and by the transaction that changed them. Every node keeps all members in columns
-- in its memory and asks which transactions it has not seen yet; rows are taken out when no node can need them.
create table figure_change (
    transaction xid8   not null default pg_current_xact_id(),
    account_id  bigint not null, -- 0: so many that everybody is to be read again
    primary key (transaction, account_id)
);

-- The tables name a person in different ways: the statement finds the accounts among the changed rows, seen.
create function note_figure_change() returns trigger language plpgsql as $$
begin
    if (select count(*) from (select from seen limit 50001) as many) > 50000 then
        insert into figure_change (account_id) values (0) on conflict do nothing;
    elsif tg_table_name in ('membership', 'person', 'enrolment', 'certificate') then
        insert into figure_change (account_id)
        select distinct account_id from seen on conflict do nothing;
    elsif tg_table_name = 'membership_stage' then
        insert into figure_change (account_id)
        select distinct m.account_id from seen join membership m on m.id = seen.membership_id on conflict do nothing;
    elsif tg_table_name = 'activity_fact' then
        insert into figure_change (account_id)
        select distinct e.account_id from seen join enrolment e on e.id = seen.enrolment_id on conflict do nothing;
    elsif tg_table_name = 'activity_record' then
        insert into figure_change (account_id)
        select distinct e.account_id from seen join enrolment e on e.id = seen.enrolment_id
        where seen.best_score is not null on conflict do nothing;
    elsif tg_table_name = 'account' then
        insert into figure_change (account_id)
        select distinct m.account_id from seen join membership m on m.account_id = seen.id on conflict do nothing;
    elsif tg_table_name = 'business' then
        insert into figure_change (account_id)
        select distinct m.account_id from seen join membership m on m.business_id = seen.id on conflict do nothing;
    else
        insert into figure_change (account_id)
        select 0 where exists (select 1 from seen) on conflict do nothing;
    end if;
    return null;
end $$;

do $$
declare
    changing text;
begin
    foreach changing in array array['membership', 'person', 'enrolment', 'certificate', 'membership_stage',
            'activity_fact', 'activity_record', 'stage', 'stage_requirement'] loop
        execute format('create trigger %I after insert on %I referencing new table as seen
            for each statement execute function note_figure_change()', changing || '_figures_insert', changing);
    end loop;
    foreach changing in array array['membership', 'person', 'enrolment', 'certificate', 'membership_stage',
            'activity_record', 'account', 'business', 'stage', 'stage_requirement', 'programme'] loop
        execute format('create trigger %I after update on %I referencing new table as seen
            for each statement execute function note_figure_change()', changing || '_figures_update', changing);
    end loop;
    foreach changing in array array['membership', 'person', 'enrolment', 'membership_stage', 'stage',
            'stage_requirement'] loop
        execute format('create trigger %I after delete on %I referencing old table as seen
            for each statement execute function note_figure_change()', changing || '_figures_delete', changing);
    end loop;
end $$;
