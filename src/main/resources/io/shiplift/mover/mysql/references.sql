select format('"%s"."%s"', replace(n.nspname, '"', '""'), replace(t.relname, '"', '""')),
	'"' || replace(c.conname, '"', '""') || '"', pg_get_constraintdef(c.oid)
from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
where c.contype = 'f' and c.conparentid = 0 and n.nspname not like 'pg\_%' order by 1, 2
