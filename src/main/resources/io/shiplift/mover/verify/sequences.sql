-- A question for each sequence: where it stands, and the highest value of the column it
-- feeds.
select format('select json_build_array(''sequence'', %L, %s * (case when is_called then last_value::numeric else last_value::numeric - %s end), %s)::text from %s',
	s.name, sign(s.seqincrement), sign(s.seqincrement),
	case when s.seqincrement > 0 and a.attname is not null and t.typname in ('int2', 'int4', 'int8')
		then format('(select max(%I)::numeric from %I.%I)', a.attname, o.nspname, o.relname) else 'null' end, s.name)
from (
	select c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name, q.seqincrement
	from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_sequence q on q.seqrelid = c.oid
	where n.nspname not in ('pg_catalog', 'information_schema', '_heroku', 'shiplift_ahead') and n.nspname not like 'pg\_%'
		and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
			and d.deptype = 'e')
) s
left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.deptype in ('a', 'i')
	and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
left join (select c.oid, n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace) o
	on o.oid = d.refobjid
left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
left join pg_type t on t.oid = a.atttypid
order by s.name
