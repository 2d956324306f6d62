-- What of a year's target is meant for the members of one partner or of one area.
create table target_part (
    programme_id    bigint     not null references programme,
    year            integer    not null,
    organisation_id bigint references organisation,
    region          varchar(6) check (region ~ '^[0-9]{4}([0-9]{2})?$'), -- a regency, city or district
    members         integer    not null check (members >= 0),
    unique nulls not distinct (programme_id, year, organisation_id, region),
    check (num_nonnulls(organisation_id, region) = 1)
);
create index target_part_organisation on target_part (organisation_id);
