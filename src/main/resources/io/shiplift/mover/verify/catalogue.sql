-- What a database is made of, one line for each thing: kind, name, definition. Definitions
-- of things that servers of different versions spell differently are kept as hashes.
with schemas as (
	select oid, nspname from pg_namespace
	where nspname not in ('pg_catalog', 'information_schema', '_heroku') and nspname not like 'pg\_%'
), members as (
	select classid, objid from pg_depend where deptype = 'e'
), relations as (
	select c.oid, c.relkind, c.relpersistence, c.relispartition, c.relpartbound, c.relispopulated, c.relrowsecurity,
		quote_ident(s.nspname) || '.' || quote_ident(c.relname) as name
	from pg_class c join schemas s on s.oid = c.relnamespace
	where not exists (select 1 from members m where m.classid = 'pg_class'::regclass and m.objid = c.oid)
), things (kind, name, definition) as (
	select 'Table', name, concat_ws(' ', case relpersistence when 'u' then 'unlogged' end,
		case when relkind = 'p' then 'partitioned by ' || pg_get_partkeydef(oid) end,
		pg_get_expr(relpartbound, oid), case when relrowsecurity then 'with row security' end)
	from relations where relkind in ('r', 'p')
	union all
	select 'Column', r.name || '.' || quote_ident(a.attname), concat_ws(' ', format_type(a.atttypid, a.atttypmod),
		case when a.attnotnull then 'not null' end, case when a.attidentity <> '' then 'identity ' || a.attidentity::text end,
		case when a.attgenerated <> '' then 'generated' end, 'default ' || pg_get_expr(d.adbin, d.adrelid))
	from relations r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
	left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
	where r.relkind in ('r', 'p', 'v', 'm', 'c')
	union all
	select 'Index', n.name, pg_get_indexdef(i.indexrelid) || case when i.indisvalid then '' else ', not valid' end
	from pg_index i join relations n on n.oid = i.indexrelid
	union all
	select 'Constraint', r.name || '.' || quote_ident(c.conname), pg_get_constraintdef(c.oid)
	from pg_constraint c join relations r on r.oid = c.conrelid where c.contype in ('c', 'f', 'p', 'u', 'x')
	union all
	select 'Sequence', r.name, concat_ws(' ', format_type(q.seqtypid, null), q.seqstart, q.seqincrement, q.seqmin,
		q.seqmax, q.seqcycle, o.name || '.' || quote_ident(a.attname))
	from pg_sequence q join relations r on r.oid = q.seqrelid
	left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = r.oid and d.deptype in ('a', 'i')
		and d.refclassid = 'pg_class'::regclass
	left join relations o on o.oid = d.refobjid
	left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
	union all
	select 'View', name, md5(pg_get_viewdef(oid)) from relations where relkind = 'v'
	union all
	select 'Materialized view', name, md5(pg_get_viewdef(oid)) from relations where relkind = 'm'
	union all
	select 'Content of materialized view', name, case when relispopulated then 'filled' else 'never filled' end
	from relations where relkind = 'm'
	union all
	select 'Function', p.oid::regprocedure::text,
		case when p.prokind = 'a' then 'aggregate' else md5(pg_get_functiondef(p.oid)) end
	from pg_proc p join schemas s on s.oid = p.pronamespace
	where not exists (select 1 from members m where m.classid = 'pg_proc'::regclass and m.objid = p.oid)
	union all
	select 'Trigger', r.name || '.' || quote_ident(t.tgname),
		pg_get_triggerdef(t.oid) || case t.tgenabled when 'O' then '' else ', state ' || t.tgenabled::text end
	from pg_trigger t join relations r on r.oid = t.tgrelid where not t.tgisinternal
	union all
	select 'Rule', r.name || '.' || quote_ident(u.rulename), md5(pg_get_ruledef(u.oid))
	from pg_rewrite u join relations r on r.oid = u.ev_class where u.rulename <> '_RETURN'
	union all
	select 'Policy', r.name || '.' || quote_ident(p.polname), concat_ws(' ', p.polcmd, p.polpermissive,
		md5(pg_get_expr(p.polqual, p.polrelid)), md5(pg_get_expr(p.polwithcheck, p.polrelid)))
	from pg_policy p join relations r on r.oid = p.polrelid
	union all
	select 'Type', t.oid::regtype::text, case t.typtype
		when 'e' then (select string_agg(e.enumlabel, ', ' order by e.enumsortorder) from pg_enum e
			where e.enumtypid = t.oid)
		when 'd' then concat_ws(' ', format_type(t.typbasetype, t.typtypmod), case when t.typnotnull then 'not null' end,
			'default ' || t.typdefault, (select string_agg(pg_get_constraintdef(c.oid), ' ' order by c.conname)
			from pg_constraint c where c.contypid = t.oid and c.contype = 'c'))
		else t.typtype::text end
	from pg_type t join schemas s on s.oid = t.typnamespace
	where t.typtype in ('e', 'd', 'r')
		and not exists (select 1 from members m where m.classid = 'pg_type'::regclass and m.objid = t.oid)
	union all
	select 'Extension', e.extname, 'in schema ' || n.nspname
	from pg_extension e join pg_namespace n on n.oid = e.extnamespace
	where e.extname not in ('plpgsql', 'pg_stat_statements')
)
select json_build_array('thing', kind, name, coalesce(definition, ''))::text from things
