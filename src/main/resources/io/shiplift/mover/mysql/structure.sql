-- What the tables of a target are made of: kind, table, name, definition.
with tables as (
	select c.oid, n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
	where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_%'
		and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
			and d.deptype = 'e')
)
select 'Table', nspname || '.' || relname, '', '' from tables
union all
select 'Column', t.nspname || '.' || t.relname, a.attname, format_type(a.atttypid, a.atttypmod)
	|| case when a.attnotnull then ' not null' else '' end
	|| case when d.oid is not null and a.attgenerated = '' and a.attidentity = ''
		then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
union all
select 'Comment on', t.nspname || '.' || t.relname, coalesce(a.attname, ''), d.description
from tables t join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = t.oid
left join pg_attribute a on a.attrelid = t.oid and a.attnum = d.objsubid and d.objsubid > 0
union all
select case when i.indisprimary then 'Primary key' when i.indisunique then 'Unique index' else 'Index' end,
	t.nspname || '.' || t.relname,
	(select string_agg(pg_get_indexdef(i.indexrelid, k, false), ', ' order by k) from generate_series(1, i.indnkeyatts) k),
	case when i.indisvalid then '' else 'not valid' end
from tables t join pg_index i on i.indrelid = t.oid
union all
select 'Foreign key', t.nspname || '.' || t.relname,
	(select string_agg(quote_ident(a.attname), ', ' order by k.n) from unnest(c.conkey) with ordinality k (num, n)
		join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num)
	|| ') to ' || (select quote_ident(o.nspname) || '.' || quote_ident(o.relname) from tables o where o.oid = c.confrelid)
	|| ' (' || (select string_agg(quote_ident(a.attname), ', ' order by k.n) from unnest(c.confkey) with ordinality k (num, n)
		join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num),
	'on update ' || case c.confupdtype when 'c' then 'cascade' when 'n' then 'set null' when 'd' then 'set default'
		else 'no action' end
	|| ', on delete ' || case c.confdeltype when 'c' then 'cascade' when 'n' then 'set null' when 'd' then 'set default'
		else 'no action' end || case when c.convalidated then '' else ', not validated' end
from tables t join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
union all
select 'Checks of', t.nspname || '.' || t.relname, '',
	(select count(*)::text from pg_constraint c where c.conrelid = t.oid and c.contype = 'c' and c.convalidated)
from tables t
