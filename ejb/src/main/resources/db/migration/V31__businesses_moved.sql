-- What members told of their businesses goes to where businesses are kept.
with told as materialized (
    select m.id as membership_id, m.account_id, m.applied_at, nextval(pg_get_serial_sequence('business', 'id')) as id,
        coalesce(m.business_name, m.product) as name, m.product
    from membership m where m.business_id is null and coalesce(m.business_name, m.product) is not null
), made as (
    insert into business (id, name, products, created_at) overriding system value
    select id, name, product, applied_at from told
), owned as (
    insert into business_person (business_id, account_id, role, since)
    select id, account_id, 'OWNER', applied_at from told
)
update membership m set business_id = told.id from told where m.id = told.membership_id;

alter table membership drop column business_name, drop column product;
