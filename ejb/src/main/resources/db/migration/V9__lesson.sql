-- Writing lessons: who is at it now, and texts that were set aside because somebody else had saved meanwhile.

alter table draft_revision add column aside boolean not null default false;
comment on column draft_revision.aside is 'what somebody wrote where another had changed the same place: never the text of the lesson';

create table draft_presence (
    activity_id bigint      not null references draft_activity,
    account_id  bigint      not null references account,
    seen_at     timestamptz not null,
    primary key (activity_id, account_id)
);
create index draft_presence_account on draft_presence (account_id);
