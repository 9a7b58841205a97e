package io.shiplift.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A difference that is planted into a copy, in a schema of its own, and what a comparison
 * has to say of it. In expected sentences {@code @} stands for the schema.
 */
record Planted(String what, List<String> before, List<String> after, List<String> expected) {

	private static final String VALUES = "@.t has 2 rows on both sides, but some of their values differ.";

	private static final String TABLE = "create table t (id int primary key, name text, amount int)";

	private static final String ROWS = "insert into t values (1, 'one', 10), (2, 'two', 20), (3, null, 30)";

	static List<Planted> all() {
		List<Planted> all = new ArrayList<>();
		values(all);
		rows(all);
		tables(all);
		columns(all);
		indexes(all);
		constraints(all);
		code(all);
		triggers(all);
		types(all);
		sequences(all);
		return List.copyOf(all);
	}

	private static void values(List<Planted> all) {
		all.add(value("a byte in bytea", "bytea", "'\\x00ff2700'", "'\\x00ff2800'"));
		all.add(value("null instead of an empty string", "text", "''", "null"));
		all.add(value("null instead of zero", "int", "0", "null"));
		all.add(value("null instead of false", "boolean", "false", "null"));
		all.add(value("the same letter in two characters", "text", "U&'caf\\00E9'", "U&'cafe\\0301'"));
		all.add(value("text in the wrong encoding", "text", "'Zürich'", "convert_from('Zürich'::bytea, 'LATIN1')"));
		all.add(value("a space at the end", "varchar(20)", "'abc'", "'abc '"));
		all.add(value("a time moved by a zone", "timestamptz", "'2026-03-29 01:30+00'", "'2026-03-29 01:30+02'"));
		all.add(value("a microsecond", "timestamp", "'2026-01-01 00:00:00.000001'", "'2026-01-01 00:00:00.000002'"));
		all.add(value("a month of 30 days", "interval", "'1 mon'", "'30 days'"));
		all.add(value("the scale of a number", "numeric", "1.50", "1.5"));
		all.add(value("a cent", "numeric(10, 2)", "10.00", "10.01"));
		all.add(value("the last bit of a float", "float8", "0.3", "0.1::float8 + 0.2::float8"));
		all.add(value("upper case in citext", "public.citext", "'Anna'", "'anna'"));
		all.add(value("a value deep in jsonb", "jsonb", "'{\"a\": [1, {\"b\": 2}]}'", "'{\"a\": [1, {\"b\": 3}]}'"));
		all.add(value("the text of json", "json", "'{\"a\": 1}'", "'{\"a\":1}'"));
		all.add(value("the order of an array", "int[]", "'{1,2}'", "'{2,1}'"));
		all.add(value("the shape of an array", "int[]", "'{1,2}'", "'{{1,2}}'"));
		all.add(value("a point", "point", "'(1,2)'", "'(1,3)'"));
		all.add(value("money", "money", "1.23", "1.24"));
		all.add(value("hstore", "public.hstore", "'a=>1'", "'a=>NULL'"));
		all.add(value("a net mask", "inet", "'10.0.0.1/8'", "'10.0.0.1/9'"));
	}

	private static void rows(List<Planted> all) {
		all.add(planted("a row missing", "delete from t where id = 2",
				"@.t has 3 rows in the source but 2 in the target."));
		all.add(planted("a row too many", "insert into t values (4)",
				"@.t has 3 rows in the source but 4 in the target."));
		all.add(planted("a row changed", "update t set name = 'other' where id = 1",
				"@.t has 3 rows on both sides, but some of their values differ."));
		all.add(planted("all rows missing", "truncate t", "@.t has 3 rows in the source but 0 in the target."));
		all.add(planted("two rows with exchanged values",
				"update t set name = case id when 1 then 'two' else 'one' end where id < 3",
				"@.t has 3 rows on both sides, but some of their values differ."));
		all.add(planted("two columns exchanged in a row", "update t set id = 10, amount = 1 where id = 1",
				"@.t has 3 rows on both sides, but some of their values differ."));
		all.add(new Planted("another row doubled in a table without key",
				List.of("create table t (v text)", "insert into t values ('a'), ('a'), ('b')"),
				List.of("truncate t", "insert into t values ('a'), ('b'), ('b')"),
				List.of("@.t has 3 rows on both sides, but some of their values differ.")));
		all.add(new Planted("another case where sorting ignores it",
				List.of("create collation c (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
						"create table t (id int, v text collate c)", "insert into t values (1, 'a'), (2, 'b')"),
				List.of("update t set v = 'A' where id = 1"), List.of(VALUES)));
		all.add(new Planted("a byte in a large object",
				List.of("select lo_from_bytea(4711, repeat('x', 3000000)::bytea)"),
				List.of("select lo_put(4711, 2500000, 'y')"),
				List.of("large objects has 1 rows on both sides, but some of their values differ.")));
		all.add(new Planted("a row in the wrong partition",
				List.of("create table t (id int) partition by list (id)",
						"create table t1 partition of t for values in (1, 3)",
						"create table t2 partition of t for values in (2)", "insert into t values (1), (2), (3)"),
				List.of("delete from t1 where id = 3"), List.of("@.t1 has 2 rows in the source but 1 in the target.")));
	}

	private static void tables(List<Planted> all) {
		all.add(planted("a table too many", "create table other ()",
				"Table @.other is in the target but not in the source."));
		all.add(new Planted("a table missing", List.of("create table t ()"), List.of("drop table t"),
				List.of("The rows of @.t (0) are missing in the target.", "Table @.t is missing in the target.")));
		all.add(new Planted("a partition missing",
				List.of("create table t (id int) partition by list (id)",
						"create table t1 partition of t for values in (1)"),
				List.of("drop table t1"), List.of("The rows of @.t1 (0) are missing in the target.",
						"Column @.t1.id is missing in the target.", "Table @.t1 is missing in the target.")));
		all.add(new Planted("a partition detached",
				List.of("create table t (id int) partition by list (id)",
						"create table t1 partition of t for values in (1)"),
				List.of("alter table t detach partition t1"),
				List.of("Table @.t1 differs: the source has \"under @.t FOR VALUES IN (1)\", the target \"\".")));
		all.add(planted("an unlogged table", "alter table t set unlogged",
				"Table @.t differs: the source has \"\", the target \"unlogged\"."));
		all.add(planted("a storage option", "alter table t set (fillfactor = 70)",
				"Options @.t is in the target but not in the source."));
		all.add(planted("row security off", List.of("alter table t enable row level security"),
				"alter table t disable row level security",
				"Table @.t differs: the source has \"with row security\", the target \"\"."));
		all.add(planted("a policy missing", List.of("create policy p on t using (id > 0)"), "drop policy p on t",
				"Policy @.t.p is missing in the target."));
		all.add(planted("a weaker policy", List.of("create policy p on t using (id > 0)"),
				"alter policy p on t using (true)", "Policy @.t.p is defined differently in the target."));
		all.add(planted("a comment lost", List.of("comment on column t.id is 'the key'"),
				"comment on column t.id is null", "Comment table column @.t.id is missing in the target."));
		all.add(planted("another comment", List.of("comment on table t is 'one'"), "comment on table t is 'two'",
				"Comment table @.t differs: the source has \"one\", the target \"two\"."));
		all.add(new Planted("a schema missing", List.of("create schema \"Other One\""),
				List.of("drop schema \"Other One\""), List.of("Schema \"Other One\" is missing in the target.")));
		all.add(planted("statistics missing", List.of("create statistics s on name, amount from t"),
				"drop statistics s", "Statistics @.s is missing in the target."));
	}

	private static void columns(List<Planted> all) {
		all.add(planted("another default", List.of("alter table t alter amount set default 1"),
				"alter table t alter amount set default 2",
				"Column @.t.amount differs: the source has \"integer default 1\", the target \"integer default 2\"."));
		all.add(planted("a default lost", List.of("alter table t alter amount set default 1"),
				"alter table t alter amount drop default",
				"Column @.t.amount differs: the source has \"integer default 1\", the target \"integer\"."));
		all.add(planted("another type", "alter table t alter amount type bigint",
				"Column @.t.amount differs: the source has \"integer\", the target \"bigint\"."));
		all.add(planted("a shorter text", List.of("alter table t alter name type varchar(9)"),
				"alter table t alter name type varchar(8)",
				"Column @.t.name differs: the source has \"character varying(9)\", the target \"character varying(8)\"."));
		all.add(planted("null allowed", List.of("alter table t alter amount set not null"),
				"alter table t alter amount drop not null",
				"Column @.t.amount differs: the source has \"integer not null\", the target \"integer\"."));
		all.add(planted("another collation", "alter table t alter name type text collate \"C\"",
				"Column @.t.name differs: the source has \"text\", the target \"text collate \"C\"\"."));
		all.add(planted("identity lost", List.of("alter table t alter id add generated always as identity"),
				"alter table t alter id drop identity",
				"Column @.t.id differs: the source has \"integer not null identity a\", the target \"integer not null\".",
				"Sequence @.t_id_seq is missing in the target."));
		all.add(planted("identity by default", List.of("alter table t alter id add generated always as identity"),
				"alter table t alter id set generated by default",
				"Column @.t.id differs: the source has \"integer not null identity a\", the target \"integer not null identity d\"."));
		all.add(planted("another generated expression",
				List.of("alter table t add twice int generated always as (amount * 2) stored"),
				"alter table t drop twice, add twice int generated always as (amount + amount) stored",
				"Column @.t.twice differs: the source has \"integer generated s as (amount * 2)\", the target"
						+ " \"integer generated s as (amount + amount)\"."));
		all.add(planted("no longer generated",
				List.of("alter table t add twice int generated always as (amount * 2) stored"),
				"alter table t alter twice drop expression",
				"Column @.t.twice differs: the source has \"integer generated s as (amount * 2)\", the target \"integer\"."));
	}

	private static void indexes(List<Planted> all) {
		all.add(planted("an index missing", List.of("create index i on t (name)"), "drop index i",
				"Index @.i is missing in the target."));
		all.add(planted("an index on another column", List.of("create index i on t (name)"),
				"drop index i; create index i on t (amount)", "Index @.i differs: the source has"
						+ " \"CREATE INDEX i ON @.t USING btree (name)\", the target \"CREATE INDEX i ON @.t USING btree (amount)\"."));
		all.add(planted("an index no longer unique", List.of("create unique index i on t (name)"),
				"drop index i; create index i on t (name)", "Index @.i differs: the source has"
						+ " \"CREATE UNIQUE INDEX i ON @.t USING btree (name)\", the target \"CREATE INDEX i ON @.t USING btree (name)\"."));
		all.add(planted("an index not finished", List.of("create index i on t (name)"),
				"update pg_index set indisvalid = false where indexrelid = 'i'::regclass",
				"Index @.i differs: the source has"
						+ " \"CREATE INDEX i ON @.t USING btree (name)\", the target \"CREATE INDEX i ON @.t USING btree (name), not valid\"."));
	}

	private static void constraints(List<Planted> all) {
		all.add(planted("a key missing", "alter table t drop constraint t_pkey",
				"Constraint @.t.t_pkey is missing in the target.", "Index @.t_pkey is missing in the target."));
		all.add(planted("a foreign key missing", List.of("create table u (t int references t)"),
				"alter table u drop constraint u_t_fkey", "Constraint @.u.u_t_fkey is missing in the target."));
		all.add(planted("a foreign key that does something else", List.of("create table u (t int references t)"),
				"alter table u drop constraint u_t_fkey, add foreign key (t) references t on delete cascade",
				"Constraint @.u.u_t_fkey differs: the source has \"FOREIGN KEY (t) REFERENCES @.t(id)\", the target"
						+ " \"FOREIGN KEY (t) REFERENCES @.t(id) ON DELETE CASCADE\"."));
		all.add(planted("a foreign key that is not enforced", List.of("create table u (t int references t)"),
				"alter table u disable trigger all",
				"Switched-off foreign key @.u.u_t_fkey is in the target but not in the source."));
		all.add(planted("a check that was not validated", List.of("alter table t add constraint c check (amount > 0)"),
				"alter table t drop constraint c, add constraint c check (amount > 0) not valid",
				"Constraint @.t.c differs: the source has \"CHECK ((amount > 0))\", the target \"CHECK ((amount > 0)) NOT VALID\"."));
		all.add(planted("a weaker check", List.of("alter table t add constraint c check (amount > 0)"),
				"alter table t drop constraint c, add constraint c check (amount > -1)",
				"Constraint @.t.c differs: the source has \"CHECK ((amount > 0))\", the target \"CHECK ((amount > '-1'::integer))\"."));
		all.add(planted("a key that cannot wait", List.of("alter table t add constraint c unique (name) deferrable"),
				"alter table t drop constraint c, add constraint c unique (name)",
				"Constraint @.t.c differs: the source has \"UNIQUE (name) DEFERRABLE\", the target \"UNIQUE (name)\"."));
	}

	private static void code(List<Planted> all) {
		String function = "create or replace function f() returns trigger language plpgsql as $$ begin return %s; end $$";
		all.add(planted("another view", List.of("create view v as select id from t"),
				"create or replace view v as select id from t where id > 0",
				"View @.v is defined differently in the target."));
		all.add(planted("a view missing", List.of("create view v as select id from t"), "drop view v",
				"Column @.v.id is missing in the target.", "View @.v is missing in the target."));
		all.add(planted("a view without its barrier",
				List.of("create view v with (security_barrier) as select id from t"),
				"alter view v reset (security_barrier)", "Options @.v is missing in the target."));
		all.add(planted("a materialized view without content",
				List.of("create materialized view m as select id from t"), "refresh materialized view m with no data",
				"The rows of @.m (3) are missing in the target.",
				"Content of materialized view @.m differs: the source has \"filled\", the target \"never filled\"."));
		all.add(planted("a stale materialized view", List.of("create materialized view m as select id, amount from t"),
				"update t set amount = 0; refresh materialized view m; update t set amount = id * 10",
				"@.m has 3 rows on both sides, but some of their values differ."));
		all.add(planted("another function", List.of(function.formatted("new")), function.formatted("old"),
				"Function @.f() is defined differently in the target."));
		all.add(planted("a function called too seldom", List.of(function.formatted("new")),
				"alter function f() immutable", "Function @.f() is defined differently in the target."));
	}

	private static void triggers(List<Planted> all) {
		String function = "create function f() returns trigger language plpgsql as 'begin return new; end'";
		all.add(planted("another body in SQL", List.of("create function h() returns int language sql return 1"),
				"create or replace function h() returns int language sql return 2",
				"Body of function @.h() is defined differently in the target."));
		all.add(planted("a trigger missing",
				List.of(function, "create trigger g before update on t for each row execute function f()"),
				"drop trigger g on t", "Trigger @.t.g is missing in the target."));
		all.add(planted("a trigger switched off",
				List.of(function, "create trigger g before update on t for each row execute function f()"),
				"alter table t disable trigger g",
				"Trigger @.t.g differs: the source has \"CREATE TRIGGER g BEFORE UPDATE ON @.t FOR EACH ROW EXECUTE FUNCTION"
						+ " @.f()\", the target \"CREATE TRIGGER g BEFORE UPDATE ON @.t FOR EACH ROW EXECUTE FUNCTION @.f(),"
						+ " disabled\"."));
		all.add(planted("a rule missing", List.of("create rule r as on delete to t do instead nothing"),
				"drop rule r on t", "Rule @.t.r is missing in the target."));
		all.add(new Planted("another aggregate",
				List.of("create aggregate a (int) (sfunc = int4mul, stype = int, initcond = '1')"),
				List.of("create or replace aggregate a (int) (sfunc = int4mul, stype = int, initcond = '0')"),
				List.of("Aggregate @.a(integer) differs: the source has \"n int4mul(integer,integer) - - - - - - -"
						+ " f r 0 integer 1\", the target \"n int4mul(integer,integer) - - - - - - - f r 0 integer 0\".")));
		all.add(new Planted("an extension missing", List.of("create extension pg_trgm schema public"),
				List.of("drop extension pg_trgm"), List.of("Extension pg_trgm is missing in the target.")));
		all.add(new Planted("an extension elsewhere", List.of("create extension unaccent schema public"),
				List.of("alter extension unaccent set schema @"),
				List.of("Extension unaccent differs: the source has \"in schema public\", the target \"in schema @\".")));
		all.add(new Planted("a police of extensions",
				List.of("create function f() returns event_trigger language plpgsql as 'begin end'"),
				List.of("create event trigger police on ddl_command_end execute function f()"),
				List.of("Event trigger police is in the target but not in the source.")));
	}

	private static void types(List<Planted> all) {
		String type = "create type e as enum ('a', 'b')";
		all.add(new Planted("another label", List.of(type), List.of("alter type e rename value 'b' to 'c'"),
				List.of("Type @.e differs: the source has \"a, b\", the target \"a, c\".")));
		all.add(new Planted("a label too many", List.of(type), List.of("alter type e add value 'c'"),
				List.of("Type @.e differs: the source has \"a, b\", the target \"a, b, c\".")));
		all.add(new Planted("labels in another order", List.of(type),
				List.of("drop type e", "create type e as enum ('b', 'a')"),
				List.of("Type @.e differs: the source has \"a, b\", the target \"b, a\".")));
		all.add(new Planted("a domain that checks less",
				List.of("create domain d as int constraint c check (value > 0)"),
				List.of("alter domain d drop constraint c"),
				List.of("Type @.d differs: the source has \"integer CHECK ((VALUE > 0))\", the target \"integer\".")));
		all.add(new Planted("a composite type", List.of("create type c as (a int, b text)"),
				List.of("alter type c drop attribute b"), List.of("Column @.c.b is missing in the target.")));
		all.add(new Planted("a cast missing",
				List.of("create type e as enum ('a')", "create cast (e as text) with inout"),
				List.of("drop cast (e as text)"), List.of("Cast @.e as text is missing in the target.")));
	}

	private static void sequences(List<Planted> all) {
		List<String> serial = List.of("create table t (id serial primary key)",
				"insert into t select nextval('t_id_seq')" + " from generate_series(1, 20)");
		all.add(new Planted("a sequence behind", serial, List.of("select setval('t_id_seq', 19)"),
				List.of("Sequence @.t_id_seq has given 19 in the target but already 20 in the source.")));
		all.add(new Planted("a sequence below its column", serial, List.of("update t set id = 500 where id = 20"),
				List.of("@.t has 20 rows on both sides, but some of their values differ.",
						"Sequence @.t_id_seq would give numbers again that its table in the target holds.")));
		all.add(new Planted("a sequence that never began", List.of("create sequence s", "select nextval('s')"),
				List.of("select setval('s', 1, false)"),
				List.of("Sequence @.s has given 0 in the target but already 1 in the source.")));
		all.add(new Planted("other steps", List.of("create sequence s"), List.of("alter sequence s increment 2"),
				List.of("Sequence @.s differs: the source has \"bigint 1 1 1 9223372036854775807 f 1\", the target"
						+ " \"bigint 1 2 1 9223372036854775807 f 1\".")));
		all.add(new Planted("a sequence on its own", serial, List.of("alter sequence t_id_seq owned by none"), List
			.of("Sequence @.t_id_seq differs: the source has \"integer 1 1 1 2147483647 f 1 @.t.id\", the target"
					+ " \"integer 1 1 1 2147483647 f 1\".")));
	}

	private static Planted value(String what, String type, String before, String after) {
		return new Planted(what,
				List.of("create table t (id int primary key, v " + type + ")",
						"insert into t values (1, %1$s), (2, %1$s)".formatted(before)),
				List.of("update t set v = " + after + " where id = 2"), List.of(VALUES));
	}

	private static Planted planted(String what, String after, String... expected) {
		return planted(what, List.of(), after, expected);
	}

	private static Planted planted(String what, List<String> more, String after, String... expected) {
		List<String> before = new ArrayList<>(List.of(TABLE, ROWS));
		before.addAll(more);
		return new Planted(what, before, List.of(after), List.of(expected));
	}

	@Override
	public String toString() {
		return this.what;
	}

}
