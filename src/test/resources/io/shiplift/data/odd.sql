-- What is rare in a Django project, but allowed.
create schema other;
create schema ext;
create extension hstore schema ext;
create extension btree_gist schema other;
create type other.pair as (a integer, b text);
create type other.mood as enum ('sad', 'so "so"', 'glad');
create domain other.percent as numeric check (value between 0 and 100) default 7;
create collation other.german (provider = icu, locale = 'de-DE');
create table other."Odd" (
	id integer generated always as identity (start 10 increment 5),
	gone integer,
	pair other.pair, pairs other.pair[], mood other.mood, moods other.mood[], percent other.percent,
	j json, x xml, p point, b bit(5), m money, i interval, mac macaddr, f real, d double precision, "char" "char",
	n numeric, t timetz, ts timestamp, span tstzrange, spans int4multirange, h ext.hstore, q tsquery, v tsvector,
	word text collate other.german, doubled integer generated always as (length(word) * 2) stored,
	big bytea, c char(9), oids oid, name name,
	exclude using gist (span with &&),
	primary key (id) deferrable
);
alter table other."Odd" drop column gone;
insert into other."Odd" (pair, pairs, mood, moods, percent, j, x, p, b, m, i, mac, f, d, "char", n, t, ts, span, spans, h,
	q, v, word, big, c, oids, name)
select row(n, 'b,"' || n)::other.pair, array[row(n, null)::other.pair], 'so "so"', array['sad', null]::other.mood[], n,
	'{"b": 1, "a": [1, 1]}', '<a b="c">d</a>', point(n, 1.5), '10101', 12.34, '1 mon 2 days -3 hours', '08:00:2b:01:02:03',
	'NaN', case when n = 1 then 'Infinity' else 1.0 / 3 end, 'c', 1.500, '12:00+02', '-infinity',
	tstzrange(now() + n * interval '1 day', now() + n * interval '1 day' + interval '1 hour'), '{[1,3),[7,9)}',
	'a=>1, b=>NULL', 'fat & rat', 'a fat cat', E'zwölf\t\\.', decode(repeat('00ff27', 5000), 'hex'), 'x', 3000000000, 'n'
from generate_series(1, 20) n;
create table other.nothing ();
insert into other.nothing default values;
create unlogged table other.fast (id bigserial primary key);
create table other.parent (id serial primary key, kind text) ;
create table other.child (more text) inherits (other.parent);
insert into other.child (kind, more) select 'child', n::text from generate_series(1, 5) n;
insert into other.parent (kind) values ('parent');
create table other.hen (id integer primary key, egg integer);
create table other.egg (id integer primary key, hen integer references other.hen);
alter table other.hen add foreign key (egg) references other.egg deferrable initially deferred;
begin;
insert into other.hen values (1, 1);
insert into other.egg values (1, 1);
commit;
create table other.hashed (id integer primary key, kind text) partition by hash (id);
create table other.hashed_0 partition of other.hashed for values with (modulus 2, remainder 0);
create table other.hashed_1 partition of other.hashed for values with (modulus 2, remainder 1);
insert into other.hashed select n, 'k' from generate_series(1, 9) n;
create table other.points_at_hashed (id integer references other.hashed);
create sequence other.down increment -3 start 90 minvalue 0 maxvalue 99 cycle;
select nextval('other.down'), nextval('other.down');
create sequence other.untouched start 500;
create function other.twice(integer) returns integer language sql immutable as 'select 2 * $1';
create function other.twice(text) returns text language plpgsql as $$ begin return $1 || $1; end $$;
create procedure other.nap() language plpgsql as $$ begin null; end $$;
create aggregate other.product(integer) (sfunc = int4mul, stype = integer, initcond = '1');
create index odd_twice on other."Odd" (other.twice(id));
create view other.v1 as select id, word from other."Odd";
create view other.v2 as select * from other.v1 where id > 10 with check option;
create materialized view other.m1 as select count(*) as n from other.v2;
create materialized view other.m2 as select n * 2 as n from other.m1;
create unique index on other.m2 (n);
create materialized view other.never as select 1 as one with no data;
create rule no_delete as on delete to other.nothing do instead nothing;
alter table other.egg enable row level security;
create policy mine on other.egg using (id > 0);
create statistics other.together on pair, n from other."Odd";
comment on table other.egg is 'Says "nothing" of importance';
select lo_from_bytea(4711, decode(repeat('41', 5000), 'hex'));
