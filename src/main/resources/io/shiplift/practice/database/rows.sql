-- Rows that are the same at every run: each value is derived from the number of its row.
create function pg_temp.pick(seed bigint, salt integer, below integer) returns integer
language sql immutable as $$ select ((hashint8extended(seed, salt) & 2147483647) % below)::integer $$;
create function pg_temp.word(seed bigint) returns text
language sql immutable as $$ select (array['amber', 'birch', 'cedar', 'delta', 'ember', 'fjord', 'grove', 'harbour',
	'islet', 'juniper', 'krill', 'lagoon', 'maple', 'nettle', 'ocean', 'pebble', 'quartz', 'ripple', 'straße',
	'tide', 'umber', 'vessel', 'wharf', 'yarrow'])[1 + pg_temp.pick(seed, 7, 24)] $$;
create function pg_temp.moment(seed bigint) returns timestamp with time zone
language sql immutable as $$ select timestamp with time zone '2025-01-01 00:00+00'
	+ pg_temp.pick(seed, 11, 58000000) * interval '1 second' $$;

insert into django_content_type (app_label, model)
select split_part(m, '.', 1), split_part(m, '.', 2) from unnest(array['admin.logentry', 'auth.permission', 'auth.group',
	'auth.user', 'contenttypes.contenttype', 'sessions.session', 'shop.category', 'shop.product', 'shop.picture',
	'shop.customer', 'shop.order', 'shop.orderline', 'shop.payment', 'shop.event']) m;
insert into auth_permission (name, content_type_id, codename)
select 'Can ' || verb || ' ' || model, id, verb || '_' || model
from django_content_type, unnest(array['add', 'change', 'delete', 'view']) verb order by id, verb;
insert into auth_group (name) values ('support'), ('warehouse'), ('finance');
insert into django_migrations (app, name, applied)
select app, lpad(n::text, 4, '0') || case n when 1 then '_initial' else '_' || pg_temp.word(n) end,
	timestamp with time zone '2025-01-02 08:00+00' + n * interval '9 days'
from unnest(array['contenttypes', 'auth', 'admin', 'sessions', 'shop']) with ordinality as a (app, place),
	generate_series(1, 3 * place) n;
insert into auth_user (password, last_login, is_superuser, username, first_name, last_name, email, is_staff, is_active,
	date_joined)
select '!', pg_temp.moment(i), i = 1, 'user' || i, initcap(pg_temp.word(i)), initcap(pg_temp.word(i * 3)),
	'user' || i || '@shop.example', i <= 20, i % 50 <> 0, pg_temp.moment(i * 5)
from generate_series(1, 12000) i;
insert into auth_user_groups (user_id, group_id)
select i, 1 + i % 3 from generate_series(1, 60) i;
insert into django_session
select md5('session' || i) || left(md5(i::text), 8), repeat(md5(i::text), 4), pg_temp.moment(i)
from generate_series(1, 4000) i;
insert into django_admin_log (action_time, object_id, object_repr, action_flag, change_message, content_type_id,
	user_id)
select pg_temp.moment(i), i::text, 'Product ' || i, 1 + i % 3, '[{"changed": {"fields": ["Price"]}}]', 8, 1 + i % 20
from generate_series(1, 3000) i;

insert into shop_category (parent_id, name, slug)
select null, initcap(w) || ' ' || n, w || '-' || n
from generate_series(1, 24) n, lateral (select pg_temp.word(n * 17)) x (w);
insert into shop_category (parent_id, name, slug)
select 1 + n % 24, 'Shelf ' || n, 'shelf-' || n from generate_series(1, 96) n;
insert into shop_product (sku, category_id, name, price, attributes, tags, weight, active)
select md5('product' || i)::uuid, 1 + pg_temp.pick(i, 1, 120),
	initcap(pg_temp.word(i)) || ' ' || pg_temp.word(i * 7) || ' ' || i, 1 + pg_temp.pick(i, 2, 50000) / 100.0,
	jsonb_build_object('colour', pg_temp.word(i * 2), 'size', pg_temp.pick(i, 3, 60),
		'parts', jsonb_build_array(i, pg_temp.word(i * 5), null), 'größe', 1.5 * pg_temp.pick(i, 4, 9)),
	array[pg_temp.word(i), pg_temp.word(i * 11)], pg_temp.pick(i, 5, 10000) / 7.0, i % 40 <> 0
from generate_series(1, 3000) i;
insert into shop_picture (product_id, thumbnail, digest)
select i, decode(string_agg(md5(i || '-' || part), ''), 'hex'), sha256(i::text::bytea)
from generate_series(1, 1500) i, generate_series(1, 40) part group by i order by i;
insert into shop_customer (user_id, email, name, address, last_seen_from, since)
select case when i <= 12000 then i end, 'Customer' || i || '@Example.com',
	initcap(pg_temp.word(i)) || ' ' || initcap(pg_temp.word(i * 13)),
	jsonb_build_object('street', pg_temp.word(i * 3) || ' ' || pg_temp.pick(i, 6, 200), 'city', pg_temp.word(i * 19),
		'code', lpad(pg_temp.pick(i, 8, 99999)::text, 5, '0')),
	case when i % 3 = 0 then ('203.0.113.' || pg_temp.pick(i, 9, 255))::inet end, pg_temp.moment(i * 7)::date
from generate_series(1, 25000) i;
insert into shop_order (customer_id, state, placed_at, total, note)
select 1 + pg_temp.pick(i, 12, 25000),
	(array['placed', 'paid', 'sent', 'sent', 'sent', 'returned'])[1 + pg_temp.pick(i, 13, 6)]::shop_order_state,
	pg_temp.moment(i * 2), 5 + pg_temp.pick(i, 14, 90000) / 100.0,
	case when i % 9 = 0 then 'Leave it with ' || pg_temp.word(i) || E',\n' || 'please "ring" twice\t\\' end
from generate_series(1, 45000) i;
insert into shop_orderline (order_id, product_id, position, quantity, price)
select o, 1 + pg_temp.pick(o * 5 + p, 15, 3000), p, 1 + pg_temp.pick(o * 5 + p, 16, 4),
	1 + pg_temp.pick(o * 5 + p, 17, 20000) / 100.0
from generate_series(1, 45000) o, lateral generate_series(1, 1 + pg_temp.pick(o, 18, 4)) p;
insert into shop_payment (id, order_id, amount, reply, paid_at)
select md5('payment' || i)::uuid, i, 5 + pg_temp.pick(i, 14, 90000) / 100.0,
	case when i % 4 = 0 then jsonb_build_object('bank', pg_temp.word(i), 'ok', true) end, pg_temp.moment(i * 2)
from generate_series(1, 40000) i where i % 8 <> 0;
insert into shop_event (at, customer_id, kind, payload)
select pg_temp.moment(i * 3), 1 + pg_temp.pick(i, 19, 25000), 'page.' || pg_temp.word(i),
	jsonb_build_object('path', '/' || pg_temp.word(i * 2) || '/' || i, 'ms', pg_temp.pick(i, 20, 900))
from generate_series(1, 50000) i;
insert into "shop_Import Queue"
select 'line;' || i || ';' || pg_temp.word(i), case when i % 2 = 0 then pg_temp.moment(i) end
from generate_series(1, 1000) i;
select setval('shop_invoice_number', 145123);

create index auth_user_username_like on auth_user (username varchar_pattern_ops);
create index django_session_expire_date on django_session (expire_date);
create index shop_product_attributes on shop_product using gin (attributes);
create index shop_product_search on shop_product using gin (search);
create index shop_product_name on shop_product using gin (name heroku_ext.gin_trgm_ops);
create index shop_product_active on shop_product (price) where active;
create index shop_picture_product on shop_picture (product_id);
create index shop_customer_name on shop_customer (lower(name));
create index shop_order_customer on shop_order (customer_id, placed_at desc);
create index shop_order_placed on shop_order (placed_at);
create index shop_orderline_product on shop_orderline (product_id);
create index shop_payment_order on shop_payment (order_id);
create index shop_event_customer on shop_event (customer_id, at);

create trigger shop_touch before update on shop_order for each row execute function shop_touch();
create view shop_open_order as
select o.id, o.placed_at, c.email from shop_order o join shop_customer c on c.id = o.customer_id
where o.state in ('placed', 'paid');
create materialized view shop_daily_revenue as
select (placed_at at time zone 'UTC')::date as day, count(*) as orders, sum(total) as revenue
from shop_order where state in ('paid', 'sent') group by 1;
create unique index shop_daily_revenue_day on shop_daily_revenue (day);
