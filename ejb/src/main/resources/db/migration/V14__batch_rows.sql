-- A row of a batch's list is written three times: when it is checked, numbered and issued. With room for all three on
-- its page, numbering touches no index.
alter table issuance_item set (fillfactor = 45);
