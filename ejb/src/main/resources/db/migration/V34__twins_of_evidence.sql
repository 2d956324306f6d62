-- The same number or the same document, handed in by somebody else: found without looking through all of them.
alter table evidence add column file_hash bytea generated always as (sha256(file)) stored;
create index evidence_number on evidence (number) where number is not null;
create index evidence_file_hash on evidence (file_hash) where file_hash is not null;
