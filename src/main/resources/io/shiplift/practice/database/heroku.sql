-- What Heroku puts into a customer's database: a schema of its own, functions that watch
-- over extensions, four event triggers, and extensions outside of public.
create schema heroku_ext;
grant usage on schema heroku_ext to public;
create extension citext schema heroku_ext;
create extension pg_trgm schema heroku_ext;
create extension pg_stat_statements schema public;

create schema _heroku;
revoke all on schema _heroku from public;
revoke usage on schema public from public;
create table _heroku.extension_log (
	id bigint generated always as identity primary key,
	at timestamp with time zone not null default now(),
	tag text not null,
	identity text
);
insert into _heroku.extension_log (tag, identity)
select 'CREATE EXTENSION', extname from pg_extension;

create function _heroku.validate_extension() returns event_trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
	made record;
begin
	for made in select c.object_identity, n.nspname
		from pg_event_trigger_ddl_commands() c
		join pg_extension e on e.oid = c.objid
		join pg_namespace n on n.oid = e.extnamespace
		where c.object_type = 'extension'
	loop
		if made.nspname in ('pg_catalog', 'information_schema', '_heroku') then
			raise exception 'Extensions may not be created in schema %', made.nspname;
		end if;
	end loop;
end
$$;

create function _heroku.create_ext() returns event_trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
	insert into _heroku.extension_log (tag, identity)
	select tg_tag, c.object_identity from pg_event_trigger_ddl_commands() c
	where c.object_type = 'extension';
end
$$;

create function _heroku.drop_ext() returns event_trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
	insert into _heroku.extension_log (tag, identity)
	select tg_tag, o.object_identity from pg_event_trigger_dropped_objects() o
	where o.object_type = 'extension';
end
$$;

create function _heroku.extension_before_drop() returns event_trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
	insert into _heroku.extension_log (tag) values (tg_tag || ' asked');
end
$$;

create function _heroku.postgis_after_create() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
	raise notice 'PostGIS is not in use here';
end
$$;

create event trigger extension_before_drop on ddl_command_start
	when tag in ('DROP EXTENSION') execute function _heroku.extension_before_drop();
create event trigger log_create_ext on ddl_command_end
	when tag in ('CREATE EXTENSION') execute function _heroku.create_ext();
create event trigger log_drop_ext on sql_drop
	when tag in ('DROP EXTENSION') execute function _heroku.drop_ext();
create event trigger validate_extension on ddl_command_end
	when tag in ('CREATE EXTENSION') execute function _heroku.validate_extension();
