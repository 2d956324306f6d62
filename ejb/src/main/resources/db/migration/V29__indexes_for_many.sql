-- Indexes that a quarter of a million members showed to be missing; docs/plans.md shows what uses them.

-- The list by stage: from each stage the newest.
create index membership_by_stage on membership (programme_id, stage_id, applied_at desc, id);

-- Who gave a sign of life since when: the lists of quiet and stalled members.
create index activity_fact_at on activity_fact (at) include (enrolment_id);
