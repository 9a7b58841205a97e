-- Every table with rows of its own: name, relation, the hash of a row by its values (for servers
-- of one version) and by its text, a condition, pages and bytes. Values of types without a hash,
-- with one that depends on the server, or with one that calls different values equal are hashed
-- as text. The hash of a record is a weighted sum of its columns' hashes, so it is hashed once
-- more: otherwise two rows could exchange values and the sum would stay.
with recursive plain (typname) as (
	select unnest(array['int2', 'int4', 'int8', 'bool', 'text', 'varchar', 'float4', 'float8', 'uuid', 'date', 'timestamp',
		'timestamptz', 'time', 'bytea', 'jsonb', 'inet', 'cidr', 'oid']::name[])
), based (oid, base, modifier) as (
	select oid, oid, -1 from pg_type where typtype <> 'd'
	union all
	select d.oid, b.base, greatest(d.typtypmod, b.modifier)
	from pg_type d join based b on b.oid = d.typbasetype where d.typtype = 'd'
), columns as (
	select a.attrelid, string_agg(format(case
			when p.typname is not null and (a.attcollation = 0 or c.collisdeterministic)
				or t.oid = 'numeric'::regtype and greatest(a.atttypmod, b.modifier) <> -1 then 't.%I'
			else 't.%I::text collate "C"' end, a.attname), ', ' order by a.attname) as list
	from pg_attribute a join based b on b.oid = a.atttypid join pg_type t on t.oid = b.base
	left join pg_collation c on c.oid = a.attcollation
	left join plain p on p.typname = t.typname and t.typnamespace = 'pg_catalog'::regnamespace
	where a.attnum > 0 and not a.attisdropped group by a.attrelid
), configured as (
	select unnest(e.extconfig) as relid, unnest(e.extcondition) as condition from pg_extension e
)
select quote_ident(n.nspname) || '.' || quote_ident(c.relname),
	'only ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname),
	case when l.list is null then '0'
		else format('hashtextextended(hash_record_extended(row(%s), 0)::text, 0)', l.list) end,
	case when l.list is null then '0' else format('hashtextextended(row(%s)::text collate "C", 0)', l.list) end,
	coalesce(f.condition, ''), pg_relation_size(c.oid) / current_setting('block_size')::int, pg_table_size(c.oid)
from pg_class c join pg_namespace n on n.oid = c.relnamespace left join columns l on l.attrelid = c.oid
left join configured f on f.relid = c.oid
where (c.relkind = 'r' or c.relkind = 'm' and c.relispopulated)
	and n.nspname not in ('pg_catalog', 'information_schema', '_heroku', 'shiplift_ahead')
	and n.nspname not like 'pg\_%'
	and (f.relid is not null or not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass
		and d.objid = c.oid and d.deptype = 'e'))
