-- The library: what an organisation's authors upload, and files too large for one row.

alter table organisation add column media_quota bigint not null default 2147483648 check (media_quota >= 0); -- bytes

alter table media
    alter column bytes drop not null,
    alter column bytes set storage external, -- what comes is compressed already
    add column chunks uuid unique, -- of a large file: its rows in media_chunk
    add column size bigint check (size >= 0), -- bytes
    add column width integer, -- pixels, or units of a drawing
    add column height integer,
    add column seconds integer; -- of what is played
update media set size = length(bytes);
alter table media add check ((bytes is null) <> (chunks is null)), add check (chunks is null or size is not null);

-- The pieces of a large file, each of the same length but the last: with their file in one transaction, one backup.
create table media_chunk (
    chunks   uuid    not null,
    position integer not null check (position >= 0),
    bytes    bytea   not null check (length(bytes) between 1 and 262144),
    primary key (chunks, position)
);
alter table media_chunk alter column bytes set storage external;

-- a picture once more, in another width or encoding
create table media_variant (
    sha256  varchar(64) not null references media,
    variant varchar(64) not null references media,
    primary key (sha256, variant)
);
create index media_variant_variant on media_variant (variant);

create table media_item (
    id              bigint generated always as identity primary key,
    code            uuid         not null unique default gen_random_uuid(),
    organisation_id bigint       not null references organisation,
    name            varchar(80)  not null check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]{2,4}$'),
    kind            varchar(8)   not null check (kind in ('PICTURE', 'VIDEO', 'AUDIO', 'DOCUMENT', 'DRAWING')),
    sha256          varchar(64)  not null references media,
    captions        varchar(64) references media, -- of what is played: WebVTT
    transcript      varchar(64) references media, -- likewise: plain text
    alt             varchar(500) not null default '', -- for who does not see it
    size            bigint       not null, -- bytes, with all that belongs to it
    added_by        bigint references account,
    added_at        timestamptz  not null,
    changed_at      timestamptz  not null,
    unique (organisation_id, name)
);
create index media_item_newest on media_item (organisation_id, changed_at desc, id desc);
create index media_item_sha256 on media_item (sha256);
create index media_item_captions on media_item (captions);
create index media_item_transcript on media_item (transcript);
create index media_item_added_by on media_item (added_by);

-- A file on its way: its pieces are rows of media_chunk under the upload's own code, so it survives any interruption.
create table media_upload (
    code            uuid         primary key default gen_random_uuid(),
    organisation_id bigint       not null references organisation,
    account_id      bigint       not null references account,
    replaces        bigint references media_item on delete cascade,
    file_name       varchar(200) not null,
    size            bigint       not null check (size > 0),
    beginning       varchar(64)  not null, -- SHA-256 of its first piece: the same file is gone on with
    received        bigint       not null default 0 check (received between 0 and size),
    state           varchar(10)  not null check (state in ('RECEIVING', 'PROCESSING', 'READY', 'REFUSED')),
    problem         jsonb, -- why it was refused: {"key": …, "arguments": […]}
    item_id         bigint references media_item on delete cascade,
    created_at      timestamptz  not null,
    changed_at      timestamptz  not null,
    check (state <> 'REFUSED' or problem is not null)
);
create unique index media_upload_same on media_upload (account_id, organisation_id, file_name, size, beginning, replaces)
    nulls not distinct where state = 'RECEIVING';
create index media_upload_organisation on media_upload (organisation_id, state);
create index media_upload_replaces on media_upload (replaces);
create index media_upload_item on media_upload (item_id);
create index media_upload_waiting on media_upload (changed_at) where state = 'PROCESSING';
