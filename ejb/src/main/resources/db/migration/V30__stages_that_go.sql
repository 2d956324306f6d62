-- A stage where nobody ever was may be taken out of a programme although a list of differences named it: rules that were
-- never in force would have led there.
alter table recomputation_item
    drop constraint recomputation_item_from_stage_fkey,
    drop constraint recomputation_item_to_stage_fkey,
    add constraint recomputation_item_from_stage_fkey foreign key (from_stage) references stage on delete cascade,
    add constraint recomputation_item_to_stage_fkey foreign key (to_stage) references stage on delete cascade;
