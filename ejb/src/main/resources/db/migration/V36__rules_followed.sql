-- Rules that move nobody come into force without a decision, and members follow them all the same.
alter table recomputation drop constraint recomputation_check1;
alter table recomputation add check (state <> 'APPLYING' or decided_by is not null or cause = 'RULES');
