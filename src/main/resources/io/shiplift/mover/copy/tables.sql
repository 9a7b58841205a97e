-- Every table with rows of its own.
, columns as (
	select a.attrelid, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as list,
		bool_and(exists (select 1 from plain p where p.oid = a.atttypid)) as binary
	from pg_attribute a where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' group by a.attrelid
), configured as (
	select unnest(e.extconfig) as relid, unnest(e.extcondition) as condition from pg_extension e
)
select quote_ident(n.nspname) || '.' || quote_ident(c.relname), coalesce(l.list, ''), coalesce(l.binary, false),
	pg_relation_size(c.oid) / current_setting('block_size')::int, pg_table_size(c.oid),
	case when f.relid is null then '' when f.condition = '' then 'where true' else f.condition end
from pg_class c join pg_namespace n on n.oid = c.relnamespace left join columns l on l.attrelid = c.oid
left join configured f on f.relid = c.oid
where c.relkind = 'r' and c.relpersistence <> 't' and n.nspname not in ('pg_catalog', 'information_schema', '_heroku', 'shiplift_ahead')
	and n.nspname not like 'pg\_%' and (f.relid is not null or not exists (select 1 from pg_depend d
		where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))
order by 5 desc, 1
