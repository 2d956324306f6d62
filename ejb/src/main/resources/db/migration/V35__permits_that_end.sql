-- Whose permit ends soon, or has ended, is found among a quarter of a million businesses.
create index business_pirt_expires on business (pirt_expires) where pirt_expires is not null;
create index business_halal_expires on business (halal_expires) where halal_expires is not null;
