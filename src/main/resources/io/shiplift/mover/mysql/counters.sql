-- Sequences that a column owns: quoted, for people, and the owner.
select format('"%s"."%s"', replace(n.nspname, '"', '""'), replace(c.relname, '"', '""')),
	quote_ident(n.nspname) || '.' || quote_ident(c.relname), tn.nspname || '.' || t.relname, a.attname
from pg_class c join pg_namespace n on n.oid = c.relnamespace
join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')
	and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
join pg_class t on t.oid = d.refobjid join pg_namespace tn on tn.oid = t.relnamespace
join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
where c.relkind = 'S' order by 2
