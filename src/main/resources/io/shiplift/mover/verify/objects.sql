-- Large objects, a megabyte at a time: how many there are and the sum of their pieces'
-- hashes. Each lane takes those whose numbers leave its remainder.
with recursive piece (oid, number, length, hash) as (
	select o.oid, 0::bigint, length(o.bytes), md5(o.bytes)
	from (select oid, lo_get(oid, 0, 1048576) as bytes from pg_largeobject_metadata where oid::bigint %% %d = %d
		offset 0) o
	union all
	select p.oid, p.number + 1, length(g.bytes), md5(g.bytes)
	from piece p, lateral (select lo_get(p.oid, (p.number + 1) * 1048576, 1048576) as bytes offset 0) g
	where p.length = 1048576
)
select json_build_array('rows', 'large objects', count(*) filter (where number = 0),
	coalesce(sum(hashtextextended(concat_ws(' ', oid, number, hash), 0)), 0)::text)::text
from piece
