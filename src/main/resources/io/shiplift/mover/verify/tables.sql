-- A question for each table: how many rows, and the sum of their hashes, once by value (for
-- servers of one version) and, where the servers differ, by the text of the row. Values of
-- types without a hash, or with one that depends on the server, are hashed as text. The hash of
-- a record is a weighted sum of its columns' hashes, so it is hashed once more: otherwise two
-- rows could exchange values and the sum would stay.
with plain (typname) as (
	select unnest(array['int2', 'int4', 'int8', 'bool', 'text', 'varchar', 'bpchar', 'numeric', 'float4', 'float8', 'uuid',
		'date', 'timestamp', 'timestamptz', 'time', 'interval', 'bytea', 'jsonb', 'inet', 'cidr', 'oid']::name[])
), columns as (
	select a.attrelid, string_agg(format(case when p.typname is null then 't.%I::text' else 't.%I' end, a.attname), ', '
		order by a.attname) as list
	from pg_attribute a join pg_type t on t.oid = a.atttypid
	left join plain p on p.typname = t.typname and t.typnamespace = 'pg_catalog'::regnamespace
	where a.attnum > 0 and not a.attisdropped group by a.attrelid
)
select format('select json_build_array(''rows'', %L, count(*), coalesce(sum(%s), 0)::text)::text from only %I.%I t',
	quote_ident(n.nspname) || '.' || quote_ident(c.relname),
	case when l.list is null then '0'
		when current_setting('shiplift.hash', true) = 'text'
		then format('hashtextextended(row(%s)::text, 0)::numeric', l.list)
		else format('hashtextextended(hash_record_extended(row(%s), 0)::text, 0)::numeric', l.list) end, n.nspname, c.relname)
from pg_class c join pg_namespace n on n.oid = c.relnamespace left join columns l on l.attrelid = c.oid
where (c.relkind = 'r' or c.relkind = 'm' and c.relispopulated)
	and n.nspname not in ('pg_catalog', 'information_schema', '_heroku') and n.nspname not like 'pg\_%'
	and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
		and d.deptype = 'e')
union all
select 'select json_build_array(''rows'', ''large objects'', count(*),
	coalesce(sum(hashtextextended(oid::text || md5(lo_get(oid)), 0)::numeric), 0)::text)::text
	from pg_largeobject_metadata'
