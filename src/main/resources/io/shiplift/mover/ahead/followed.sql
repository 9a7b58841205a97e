-- Every table of the user with rows of its own, and its primary key: columns with the
-- operators of the key's index, whatever schema they are in.
, columns as (
	select a.attrelid, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as list,
		string_agg('t.' || quote_ident(a.attname), ', ' order by a.attnum) as qualified,
		bool_and(exists (select 1 from plain p where p.oid = a.atttypid)) as binary
	from pg_attribute a where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' group by a.attrelid
), keys as (
	select i.indrelid, json_agg(quote_ident(a.attname) order by c.ordinality)::text as names,
		json_agg(format('operator(%I.%s)', n.nspname, o.oprname) order by c.ordinality)::text as operators
	from pg_index i cross join lateral unnest(i.indkey::int2[], i.indclass::oid[])
		with ordinality as c (attnum, opclass, ordinality)
	join pg_attribute a on a.attrelid = i.indrelid and a.attnum = c.attnum
	join pg_opclass x on x.oid = c.opclass
	join pg_amop m on m.amopfamily = x.opcfamily and m.amopstrategy = 3 and m.amoplefttype = x.opcintype
		and m.amoprighttype = x.opcintype
	join pg_operator o on o.oid = m.amopopr join pg_namespace n on n.oid = o.oprnamespace
	where i.indisprimary and i.indisvalid and c.ordinality <= i.indnkeyatts
	group by i.indexrelid, i.indrelid, i.indnkeyatts having count(*) = i.indnkeyatts
)
select c.oid::bigint, quote_ident(n.nspname) || '.' || quote_ident(c.relname), coalesce(l.list, ''),
	coalesce(l.qualified, ''), coalesce(l.binary, false),
	exists (select 1 from pg_constraint f where f.contype = 'f' and f.confrelid = c.oid), coalesce(k.names, '[]'),
	coalesce(k.operators, '[]'), pg_has_role(c.relowner, 'USAGE')
from pg_class c join pg_namespace n on n.oid = c.relnamespace left join columns l on l.attrelid = c.oid
left join keys k on k.indrelid = c.oid
where c.relkind = 'r' and c.relpersistence <> 't'
	and n.nspname not in ('pg_catalog', 'information_schema', '_heroku', 'shiplift_ahead')
	and n.nspname not like 'pg\_%' and not exists (select 1 from pg_depend d
		where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
order by c.oid
