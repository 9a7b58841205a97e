-- Binary rows carry the numbers of types, which another database gives anew, so they are used
-- only where no such number can be in them: these types. Another script goes on from here.
with recursive plain (oid) as (
	select t.oid from pg_type t
	where t.typsend <> 0 and (t.typtype = 'e' or t.typtype = 'b' and t.typelem = 0 and t.typname !~ '^reg'
		or t.typtype in ('b', 'r', 'm') and t.oid < 16384 and t.typname !~ '^_?reg' and t.typname not like '%record%')
	union
	select t.oid from pg_type t join plain p on p.oid = t.typbasetype where t.typtype = 'd'
)
