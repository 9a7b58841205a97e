-- What a database is made of, one line for each thing: kind, name, definition. Definitions
-- of things that servers of different versions spell differently are kept as hashes. Columns that
-- not every version has are read by way of JSON.
with schemas as (
	select oid, nspname, nspowner, nspacl from pg_namespace
	where nspname not in ('pg_catalog', 'information_schema', '_heroku', 'shiplift_ahead') and nspname not like 'pg\_%'
), members as (
	select classid, objid from pg_depend where deptype = 'e'
), relations as (
	select c.oid, c.relkind, c.relpersistence, c.relispartition, c.relpartbound, c.relispopulated, c.relrowsecurity, c.relforcerowsecurity,
		c.relreplident, c.reloptions, c.reltoastrelid, c.reloftype, c.relowner, c.relacl,
		quote_ident(s.nspname) || '.' || quote_ident(c.relname) as name
	from pg_class c join schemas s on s.oid = c.relnamespace
	where not exists (select 1 from members m where m.classid = 'pg_class'::regclass and m.objid = c.oid)
), functions as (
	select p.oid, p.oid::regprocedure::text as name, p.prokind, p.proacl, p.proowner
	from pg_proc p join schemas s on s.oid = p.pronamespace
	where not exists (select 1 from members m where m.classid = 'pg_proc'::regclass and m.objid = p.oid)
), types as (
	select t.*, t.oid::regtype::text as name from pg_type t join schemas s on s.oid = t.typnamespace
	where t.typtype in ('e', 'd', 'r')
		and not exists (select 1 from members m where m.classid = 'pg_type'::regclass and m.objid = t.oid)
), settings as (
	select case when s.setrole = 0 then 'of the database' else 'of its user' end as whose, unnest(s.setconfig) as setting
	from pg_db_role_setting s
	where (s.setdatabase = (select oid from pg_database where datname = current_database())
			or s.setdatabase = 0 and s.setrole <> 0)
		and (s.setrole = 0 or s.setrole = (select oid from pg_roles where rolname = current_user))
), acls (what, acl, owner) as (
	select case relkind when 'S' then 'sequence ' else 'table ' end || name, relacl, relowner from relations
	union all
	select 'column ' || r.name || '.' || quote_ident(a.attname), a.attacl, r.relowner
	from relations r join pg_attribute a on a.attrelid = r.oid and not a.attisdropped
	union all
	select 'function ' || name, coalesce(proacl, acldefault('f', proowner)), proowner from functions
	union all
	select 'type ' || name, coalesce(typacl, acldefault('T', typowner)), typowner from types
	union all
	select 'schema ' || quote_ident(nspname), nspacl, nspowner from schemas
	union all
	select 'future ' || case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions'
		when 'T' then 'types' else 'schemas' end || coalesce(' in ' || quote_ident(s.nspname), ''), d.defaclacl, d.defaclrole
	from pg_default_acl d left join schemas s on s.oid = d.defaclnamespace
), things (kind, name, definition) as (
	select 'Schema', quote_ident(nspname), '' from schemas
	where nspname <> 'public'
		and not exists (select 1 from members m where m.classid = 'pg_namespace'::regclass and m.objid = schemas.oid)
	union all
	select 'Table', name, concat_ws(' ', case relpersistence when 'u' then 'unlogged' end,
		case when relkind = 'p' then 'partitioned by ' || pg_get_partkeydef(oid) end,
		(select 'under ' || string_agg(p.name, ', ' order by i.inhseqno) from pg_inherits i
			join relations p on p.oid = i.inhparent where i.inhrelid = r.oid),
		pg_get_expr(relpartbound, oid), case when reloftype <> 0 then 'of ' || reloftype::regtype end,
		case when relrowsecurity then 'with row security' end, case when relforcerowsecurity then 'also for its owner' end,
		case relreplident when 'f' then 'replica identity full' when 'n' then 'replica identity nothing' end)
	from relations r where relkind in ('r', 'p')
	union all
	select 'Options', r.name, (select string_agg(o, ', ' order by o) from (select unnest(r.reloptions) as o
		union all select 'toast.' || unnest(t.reloptions)) every)
	from relations r left join pg_class t on t.oid = r.reltoastrelid
	where r.relkind in ('r', 'p', 'm', 'v') and (r.reloptions is not null or t.reloptions is not null)
	union all
	select 'Column', r.name || '.' || quote_ident(a.attname), concat_ws(' ', format_type(a.atttypid, a.atttypmod),
		case when a.attcollation <> t.typcollation then 'collate ' || a.attcollation::regcollation end,
		case when a.attnotnull then 'not null' end, case when a.attidentity <> '' and not r.relispartition
			then 'identity ' || a.attidentity::text end, -- since 17, partitions have that of their parent
		case when a.attgenerated = '' then 'default ' || pg_get_expr(d.adbin, d.adrelid)
			else 'generated ' || a.attgenerated::text || ' as ' || pg_get_expr(d.adbin, d.adrelid) end,
		case when a.attstorage <> t.typstorage then 'storage ' || a.attstorage::text end,
		'compression ' || nullif(to_jsonb(a) ->> 'attcompression', ''),
		'statistics ' || nullif(to_jsonb(a) ->> 'attstattarget', '-1'),
		(select string_agg(o, ', ' order by o) from unnest(a.attoptions) o))
	from relations r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
	join pg_type t on t.oid = a.atttypid
	left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
	where r.relkind in ('r', 'p', 'v', 'm', 'c')
	union all
	select 'Index', n.name, concat_ws(', ', pg_get_indexdef(i.indexrelid), case when i.indisclustered then 'clustered' end,
		case when i.indisreplident then 'replica identity' end, (select 'part of ' || p.name from pg_inherits h
			join relations p on p.oid = h.inhparent where h.inhrelid = i.indexrelid),
		case when not i.indisready then 'not ready' end, case when not i.indisvalid then 'not valid' end)
	from pg_index i join relations n on n.oid = i.indexrelid
	union all
	select 'Constraint', r.name || '.' || case when c.contype = 'f' and c.conparentid <> 0
		then '(' || pg_get_constraintdef(c.oid) || ')' else quote_ident(c.conname) end, pg_get_constraintdef(c.oid)
	from pg_constraint c join relations r on r.oid = c.conrelid where c.contype in ('c', 'f', 'p', 'u', 'x')
	union all
	select distinct 'Switched-off foreign key', r.name || '.' || quote_ident(c.conname), ''
	from pg_trigger t join pg_constraint c on c.oid = t.tgconstraint and c.contype = 'f' join relations r on r.oid = c.conrelid
	where t.tgisinternal and t.tgenabled <> 'O'
	union all
	select 'Sequence', r.name, concat_ws(' ', format_type(q.seqtypid, null), q.seqstart, q.seqincrement, q.seqmin,
		q.seqmax, q.seqcycle, q.seqcache, o.name || '.' || quote_ident(a.attname))
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
	select 'Foreign table', name, '' from relations where relkind = 'f'
	union all
	select 'Function', f.name, md5(concat_ws('|', p.prokind, p.prosrc, p.probin, p.provolatile, p.proisstrict, p.prosecdef,
		p.proparallel, p.proleakproof, p.procost, p.prorows, p.proconfig, l.lanname, pg_get_function_arguments(p.oid),
		pg_get_function_result(p.oid), (select string_agg(x::regtype::text, ',') from unnest(p.protrftypes) x)))
	from functions f join pg_proc p on p.oid = f.oid join pg_language l on l.oid = p.prolang where f.prokind <> 'a'
	union all
	select 'Body of function', f.name, md5(pg_get_functiondef(f.oid)) from functions f join pg_proc p on p.oid = f.oid
	where f.prokind <> 'a' and to_jsonb(p) ->> 'prosqlbody' is not null
	union all
	select 'Aggregate', f.name, concat_ws(' ', a.aggkind, a.aggtransfn::regprocedure, a.aggfinalfn::regproc,
		a.aggcombinefn::regproc, a.aggserialfn::regproc, a.aggdeserialfn::regproc, a.aggmtransfn::regproc,
		a.aggminvtransfn::regproc, a.aggmfinalfn::regproc, a.aggfinalextra, a.aggfinalmodify, a.aggsortop::regoperator,
		a.aggtranstype::regtype, a.agginitval, a.aggminitval)
	from functions f join pg_aggregate a on a.aggfnoid = f.oid
	union all
	select 'Trigger', r.name || '.' || quote_ident(t.tgname),
		pg_get_triggerdef(t.oid) || case t.tgenabled when 'O' then '' when 'D' then ', disabled'
			else ', state ' || t.tgenabled::text end
	from pg_trigger t join relations r on r.oid = t.tgrelid
	where not t.tgisinternal and (coalesce(to_jsonb(t) ->> 'tgparentid', '0') = '0' or t.tgenabled <> 'O')
		and t.tgname not in ('shiplift_ahead_rows', 'shiplift_ahead_truncate')
	union all
	select 'Rule', r.name || '.' || quote_ident(u.rulename), md5(pg_get_ruledef(u.oid)) || case u.ev_enabled
		when 'O' then '' else ', state ' || u.ev_enabled::text end
	from pg_rewrite u join relations r on r.oid = u.ev_class where u.rulename <> '_RETURN'
	union all
	select 'Policy', r.name || '.' || quote_ident(p.polname), concat_ws(' ', p.polcmd, p.polpermissive,
		md5(pg_get_expr(p.polqual, p.polrelid)), md5(pg_get_expr(p.polwithcheck, p.polrelid)),
		(select 'to ' || string_agg(case when o = 0 then 'everybody' when o = r.relowner then 'its owner'
			else pg_get_userbyid(o)::text end, ', ' order by o = r.relowner, pg_get_userbyid(o)) from unnest(p.polroles) o))
	from pg_policy p join relations r on r.oid = p.polrelid
	union all
	select 'Type', t.name, case t.typtype
		when 'e' then (select string_agg(e.enumlabel, ', ' order by e.enumsortorder) from pg_enum e
			where e.enumtypid = t.oid)
		when 'd' then concat_ws(' ', format_type(t.typbasetype, t.typtypmod), case when t.typcollation <> b.typcollation
			then 'collate ' || t.typcollation::regcollation end, case when t.typnotnull then 'not null' end,
			'default ' || t.typdefault, (select string_agg(pg_get_constraintdef(c.oid), ' ' order by c.conname)
			from pg_constraint c where c.contypid = t.oid and c.contype = 'c'))
		else concat_ws(' ', 'range of', format_type(g.rngsubtype, null), nullif(g.rngcollation, 0)::regcollation,
			g.rngcanonical::regproc, g.rngsubdiff::regproc) end
	from types t left join pg_type b on b.oid = t.typbasetype left join pg_range g on g.rngtypid = t.oid
	union all
	select 'Collation', quote_ident(s.nspname) || '.' || quote_ident(c.collname), concat_ws(' ', c.collprovider,
		c.collcollate, c.collctype, to_jsonb(c) ->> 'colliculocale', to_jsonb(c) ->> 'colllocale',
		case when c.collisdeterministic then '' else 'not deterministic' end)
	from pg_collation c join schemas s on s.oid = c.collnamespace
	where not exists (select 1 from members m where m.classid = 'pg_collation'::regclass and m.objid = c.oid)
	union all
	select 'Statistics', quote_ident(s.nspname) || '.' || quote_ident(x.stxname), concat_ws(' ',
		pg_get_statisticsobjdef(x.oid), nullif(to_jsonb(x) ->> 'stxstattarget', '-1'))
	from pg_statistic_ext x join schemas s on s.oid = x.stxnamespace
	union all
	select 'Operator', o.oid::regoperator::text, concat_ws(' ', o.oprcode::regprocedure, o.oprcom::regoperator,
		o.oprnegate::regoperator, o.oprrest::regproc, o.oprjoin::regproc, o.oprcanmerge, o.oprcanhash)
	from pg_operator o join schemas s on s.oid = o.oprnamespace
	where not exists (select 1 from members m where m.classid = 'pg_operator'::regclass and m.objid = o.oid)
	union all
	select 'Operator class', quote_ident(s.nspname) || '.' || quote_ident(o.opcname) || ' using ' || a.amname,
		concat_ws(' ', o.opcintype::regtype, case when o.opcdefault then 'default' end)
	from pg_opclass o join schemas s on s.oid = o.opcnamespace join pg_am a on a.oid = o.opcmethod
	where not exists (select 1 from members m where m.classid = 'pg_opclass'::regclass and m.objid = o.oid)
	union all
	select 'Cast', c.castsource::regtype || ' as ' || c.casttarget::regtype, concat_ws(' ', c.castmethod, c.castcontext,
		nullif(c.castfunc, 0)::regprocedure)
	from pg_cast c where c.oid >= 16384
		and not exists (select 1 from members m where m.classid = 'pg_cast'::regclass and m.objid = c.oid)
	union all
	select 'Text search configuration', c.oid::regconfig::text, md5((select string_agg(concat_ws(' ', m.maptokentype,
		m.mapseqno, m.mapdict::regdictionary), ', ' order by m.maptokentype, m.mapseqno) from pg_ts_config_map m
		where m.mapcfg = c.oid))
	from pg_ts_config c join schemas s on s.oid = c.cfgnamespace
	where not exists (select 1 from members m where m.classid = 'pg_ts_config'::regclass and m.objid = c.oid)
	union all
	select 'Text search dictionary', d.oid::regdictionary::text, d.dictinitoption
	from pg_ts_dict d join schemas s on s.oid = d.dictnamespace
	where not exists (select 1 from members m where m.classid = 'pg_ts_dict'::regclass and m.objid = d.oid)
	union all
	select 'Extension', e.extname, 'in schema ' || n.nspname
	from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname <> 'plpgsql'
	union all
	select 'Version of extension', extname, extversion from pg_extension where extname <> 'plpgsql'
	union all
	select 'Event trigger', quote_ident(t.evtname), concat_ws(' ', t.evtevent, 'runs', quote_ident(n.nspname) || '.'
		|| quote_ident(p.proname), case t.evtenabled when 'O' then '' else 'state ' || t.evtenabled::text end)
	from pg_event_trigger t join pg_proc p on p.oid = t.evtfoid join pg_namespace n on n.oid = p.pronamespace
	where not exists (select 1 from members m where m.classid = 'pg_event_trigger'::regclass and m.objid = t.oid)
	union all
	select 'Foreign server', quote_ident(srvname), '' from pg_foreign_server
	union all
	select 'Publication', quote_ident(pubname), '' from pg_publication
	union all
	select 'Schema of Heroku', '_heroku', '' from pg_namespace where nspname = '_heroku'
	union all
	select 'Encoding', 'of the database', pg_encoding_to_char(encoding) from pg_database where datname = current_database()
	union all
	select 'Sorting', 'of the database', concat_ws(' ', datcollate, datctype) from pg_database
	where datname = current_database()
	union all
	select 'Setting', split_part(setting, '=', 1) || ' ' || whose, substr(setting, strpos(setting, '=') + 1) from settings
	where setting not like 'search\_path=%'
	union all
	select 'Comment', i.type || ' ' || i.identity, d.description
	from pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i
	where (d.objoid >= 16384 or d.classoid = 'pg_namespace'::regclass and i.identity = 'public')
		and (i.schema is null or i.schema in (select nspname from schemas)) and i.identity !~ '(^| on )(_heroku|shiplift_ahead)(\.|$)'
		and not exists (select 1 from members m where m.classid = d.classoid and m.objid = d.objoid)
	union all
	select 'Grant', format('of %s on %s to %s', lower(g.privilege_type), a.what, case when g.grantee = 0 then 'everybody'
		else pg_get_userbyid(g.grantee) end), case when bool_or(g.is_grantable) then 'to be passed on' end
	from acls a, aclexplode(a.acl) g where g.grantee <> a.owner group by 1, 2
)
select json_build_array('moment', to_char(transaction_timestamp(), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
	current_setting('server_version'))::text
union all
select json_build_array('thing', kind, name, coalesce(definition, ''))::text from things
