-- An approver agrees to papers, not to names alone: what they say is frozen with the list when it is checked, so that
-- neither another signatory of the programme nor another name of a member changes them after that.
alter table issuance add column shared jsonb; -- the texts that all papers have in common; null if checked before
alter table issuance_item add column holder varchar(120); -- as printed; null if checked before, or erased since
