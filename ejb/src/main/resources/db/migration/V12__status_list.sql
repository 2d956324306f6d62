-- Status lists of badges are read anew every few seconds: they name the few that ended, among all there are.
create index certificate_ended on certificate (status_index) where revoked_at is not null or replaced_at is not null;
