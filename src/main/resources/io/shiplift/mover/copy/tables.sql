-- Every table with rows of its own. Binary rows carry the numbers of types, which another
-- database gives anew, so they are used only where no such number can be in them.
with recursive plain (oid) as (
	select t.oid from pg_type t
	where t.typsend <> 0 and (t.typtype = 'e' or t.typtype = 'b' and t.typelem = 0 and t.typname !~ '^reg'
		or t.typtype in ('b', 'r', 'm') and t.oid < 16384 and t.typname !~ '^_?reg' and t.typname not like '%record%')
	union
	select t.oid from pg_type t join plain p on p.oid = t.typbasetype where t.typtype = 'd'
), columns as (
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
