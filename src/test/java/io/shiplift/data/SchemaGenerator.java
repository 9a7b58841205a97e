package io.shiplift.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.shiplift.mover.Names;

/**
 * Writes a database that nobody would write, but that PostgreSQL allows; the same one for
 * the same seed.
 */
final class SchemaGenerator {

	private static final List<String> ODD = List.of("plain", "Order", "select", "a\"b", "naïve ü", "with space",
			"new\nline", "tab\there", "semi;colon", "back\\slash", "percent%s", "$1", "o'clock", "dot.ted", "ÀÉÎ", "日本",
			"--comment", "/* c */", "x".repeat(60));

	/** A type and a value for the n-th row. */
	private static final List<String[]> TYPES = List.of(new String[] { "integer", "n" },
			new String[] { "bigint", "n * 10000000000" }, new String[] { "smallint", "n % 100" },
			new String[] { "text", "'wört ' || n || E'\\n\\\\'" }, new String[] { "varchar(40)", "'v' || n" },
			new String[] { "char(7)", "'c' || n" }, new String[] { "numeric", "n / 7.0" },
			new String[] { "numeric(12,3)", "n * 1.5" }, new String[] { "real", "n / 3.0" },
			new String[] { "double precision", "case when n % 5 = 0 then 'NaN' else n / 3.0 end" },
			new String[] { "boolean", "n % 2 = 0" }, new String[] { "date", "date '1999-12-28' + n" },
			new String[] { "timestamp", "timestamp '2026-03-29 01:30' + n * interval '1 min'" },
			new String[] { "timestamptz", "timestamptz '2026-03-29 01:30+00' + n * interval '1 min'" },
			new String[] { "time", "time '12:00' + n * interval '1 s'" }, new String[] { "timetz", "'12:00+02'" },
			new String[] { "interval", "n * interval '1 mon 1 day 1 s'" },
			new String[] { "uuid", "md5(n::text)::uuid" }, new String[] { "bytea", "decode(md5(n::text), 'hex')" },
			new String[] { "jsonb", "jsonb_build_object('n', n, 'a', array[n, null])" },
			new String[] { "json", "'{\"n\":  1}'" }, new String[] { "xml", "'<a>1</a>'" },
			new String[] { "inet", "'10.0.0.1'" }, new String[] { "cidr", "'10.0.0.0/8'" },
			new String[] { "macaddr", "'08:00:2b:01:02:03'" }, new String[] { "bit(3)", "B'101'" },
			new String[] { "varbit", "B'1'" }, new String[] { "money", "n::money" },
			new String[] { "point", "point(n, 1)" }, new String[] { "box", "box(point(0, 0), point(n, n))" },
			new String[] { "text[]", "array['a', null, 'b,\"' || n]" },
			new String[] { "integer[]", "array[[n, 1], [2, 3]]" }, new String[] { "int4range", "int4range(n, n + 5)" },
			new String[] { "tstzmultirange", "'{}'" },
			new String[] { "tsvector", "to_tsvector('simple', 'a fat cat ' || n)" },
			new String[] { "tsquery", "'fat & rat'" }, new String[] { "oid", "n" },
			new String[] { "regclass", "'pg_class'" }, new String[] { "name", "'n' || n" },
			new String[] { "\"char\"", "'c'" }, new String[] { "pg_lsn", "'0/1'" });

	private final Random random;

	private final List<String> sql = new ArrayList<>();

	private final List<String> keyed = new ArrayList<>();

	private final List<String[]> types = new ArrayList<>(TYPES);

	private final List<String> schemas = new ArrayList<>();

	private int number;

	SchemaGenerator(long seed) {
		this.random = new Random(seed);
	}

	/** The commands of its owner. */
	List<String> commands() {
		schemas();
		types();
		sequences();
		for (int table = 0; table < 3 + this.random.nextInt(6); table++) {
			table();
		}
		partitioned();
		inherited();
		views();
		code();
		others();
		return this.sql;
	}

	private void schemas() {
		this.schemas.add("public");
		for (int schema = 0; schema < this.random.nextInt(4); schema++) {
			String name = name();
			add("create schema " + name);
			this.schemas.add(name);
		}
	}

	private void types() {
		String mood = qualified();
		add("create type " + mood + " as enum ('sad', 'so \"so\"', 'it''s')");
		this.types.add(new String[] { mood, "'sad'" });
		this.types.add(new String[] { mood + "[]", "array['sad', null]::" + mood + "[]" });
		String domain = qualified();
		add("create domain " + domain + " as numeric(9,2) default 7 check (value >= 0)");
		this.types.add(new String[] { domain, "n" });
		String pair = qualified();
		add("create type " + pair + " as (" + name() + " integer, b " + mood + ")");
		this.types.add(new String[] { pair, "row(n, 'sad')::" + pair });
		String range = qualified();
		add("create type " + range + " as range (subtype = float8)");
		this.types.add(new String[] { range, "'[1,2)'" });
	}

	private void sequences() {
		for (int index = 0; index < this.random.nextInt(4); index++) {
			String name = qualified();
			int step = pick(List.of(1, 5, -1, -7));
			add("create sequence " + name + " increment " + step
					+ ((step < 0) ? " minvalue -5000 maxvalue 100 start 90" : " start 10") + maybe(" cycle")
					+ maybe(" cache 5"));
			if (this.random.nextBoolean()) {
				add("select nextval(" + Names.literal(name) + ") from generate_series(1, "
						+ (1 + this.random.nextInt(20)) + ")");
			}
		}
	}

	private void table() {
		String table = qualified();
		List<String> columns = new ArrayList<>();
		List<String> names = new ArrayList<>();
		List<String> values = new ArrayList<>();
		String key = key(columns, names, values);
		for (int index = 0; index < this.random.nextInt(9); index++) {
			String[] type = pick(this.types);
			String name = name();
			names.add(name);
			String value = "(" + type[1] + ")::" + type[0];
			values.add((this.random.nextInt(3) == 0) ? "case when n % 3 > 0 then " + value + " end" : value);
			columns.add(name + " " + type[0] + (type[0].equals("text") ? maybe(" collate \"C\"") : ""));
		}
		if (!key.isEmpty() && this.random.nextBoolean()) {
			columns.add(
					name() + " text generated always as ('<' || (" + names.getFirst() + ")::int4::text || '>') stored");
		}
		add("create " + (key.isEmpty() ? maybe("unlogged ") : "") + "table " + table + " (" + String.join(", ", columns)
				+ ")" + maybe(" with (fillfactor = 80, autovacuum_enabled = false)"));
		fill(table, names, values);
		dress(table, key, names);
	}

	private String key(List<String> columns, List<String> names, List<String> values) {
		String key = name();
		switch (this.random.nextInt(4)) {
			case 0 -> columns.add(key + " serial primary key");
			case 1 -> columns.add(key + " bigint generated by default as identity (start 5 increment 3) primary key");
			case 2 -> columns.add(key + " integer constraint " + name() + " primary key");
			default -> {
				return "";
			}
		}
		names.add(key);
		values.add("n");
		return key;
	}

	private void fill(String table, List<String> names, List<String> values) {
		int rows = pick(List.of(0, 1, 30, 300));
		if (names.isEmpty()) {
			add("insert into " + table + " default values");
			return;
		}
		add("insert into " + table + " (" + String.join(", ", names) + ") select " + String.join(", ", values)
				+ " from generate_series(1, " + rows + ") n");
		if (this.random.nextBoolean()) {
			add("delete from " + table + " where ctid in (select ctid from " + table + " limit 7)");
		}
	}

	private void dress(String table, String key, List<String> names) {
		String any = names.isEmpty() ? "" : names.getLast();
		if (!key.isEmpty()) {
			indexes(table, key);
			if (!this.keyed.isEmpty() && this.random.nextBoolean()) {
				add("alter table " + table + " add column " + name() + " bigint");
			}
			this.keyed.add(table + " (" + key + ")");
		}
		if (!any.isEmpty() && this.random.nextInt(3) == 0) {
			add("alter table " + table + " add column gone text default 'x', add column late text default 'it''s'");
			add("alter table " + table + " drop column gone");
			add("comment on column " + table + ".late is 'says \"late\" it''s '");
			add("alter table " + table
					+ " alter column late set storage external, alter column late set statistics 50");
		}
		if (this.random.nextInt(3) == 0) {
			add("comment on table " + table + " is E'two\\nlines'");
			add("grant select on " + table + " to public");
		}
	}

	private void indexes(String table, String key) {
		if (this.random.nextBoolean()) {
			add("create index " + name() + " on " + table + " ((" + key + " + 1) desc nulls last) where " + key
					+ " > 3");
		}
		if (this.random.nextBoolean()) {
			add("create unique index " + name() + " on " + table + " (" + key + ") include (" + key + ")");
		}
		if (this.random.nextBoolean()) {
			add("create index " + name() + " on " + table + " using " + pick(List.of("hash", "brin")) + " (" + key
					+ ")");
		}
		if (this.random.nextBoolean()) {
			add("alter table " + table + " add constraint " + name() + " check (" + key + " > 0)"
					+ maybe(" not valid"));
		}
		if (!this.keyed.isEmpty() && this.random.nextBoolean()) {
			add("create table " + qualified() + " (id int primary key, other " + "bigint references " + pick(this.keyed)
					+ maybe(" on delete cascade deferrable") + ")");
		}
		if (this.random.nextInt(4) == 0) {
			String index = name();
			add("create unique index " + index + " on " + table + " (" + key + ")");
			add("alter table " + table + " cluster on " + index);
			add("alter table " + table + " replica identity full");
		}
	}

	private void partitioned() {
		String table = qualified();
		String schema = pick(this.schemas);
		add("create table " + table
				+ " (id integer not null, at date not null, word text, primary key (id, at)) partition by range (at)");
		for (int year = 2024; year < 2027; year++) {
			add("create table " + schema + "." + name() + " partition of " + table + " for values from ('" + year
					+ "-01-01') to ('" + (year + 1) + "-01-01')" + ((year == 2026) ? " partition by hash (id)" : ""));
			if (year == 2026) {
				String parent = this.sql.getLast().replaceFirst("(?s)create table (.*) partition of .*", "$1");
				add("create table " + schema + "." + name() + " partition of " + parent
						+ " for values with (modulus 1, remainder 0)");
			}
		}
		add("create table " + schema + "." + name() + " partition of " + table + " default");
		add("create index " + name() + " on " + table + " (word)");
		add("insert into " + table + " select n, date '2023-06-01' + n, 'w' || n from generate_series(1, 1500, 13) n");
		add("create table " + qualified() + " (id integer, at date, foreign key (id, at) references " + table + ")");
	}

	private void inherited() {
		String parent = qualified();
		add("create table " + parent + " (id serial, kind text)");
		add("create table " + qualified() + " (extra text) inherits (" + parent + ")");
		add("alter table " + parent + " add column later integer default 3");
		add("insert into " + parent + " (kind) values ('p')");
	}

	private void views() {
		String[] keyed = this.keyed.isEmpty() ? null : pick(this.keyed).split(" \\((?=[^(]*$)");
		if (keyed == null) {
			return;
		}
		String column = keyed[1].substring(0, keyed[1].length() - 1);
		String view = qualified();
		add("create view " + view + maybe(" with (security_barrier)") + " as select " + column
				+ " as one, count(*) over () as " + name() + " from " + keyed[0]);
		String materialized = qualified();
		add("create materialized view " + materialized + " as select * from " + view + maybe(" with no data"));
		add("create unique index " + name() + " on " + materialized + " (one)");
	}

	private void code() {
		String function = qualified();
		add("create function " + function + "(a integer, b text default 'x''y') returns text language sql immutable as"
				+ " $$ select b || a $$");
		add("create function " + function + "(a date) returns date stable begin atomic select a; end");
		String trigger = qualified();
		add("create function " + trigger + "() returns trigger language plpgsql as $$ begin return new; end $$");
		String table = qualified();
		add("create table " + table
				+ " (id int, word text, search tsvector generated always as (to_tsvector('simple', word)) stored)");
		add("insert into " + table + " select n, 'w ' || n from generate_series(1, 20) n");
		add("create index " + name() + " on " + table + " using gin (search)");
		String name = name();
		add("create trigger " + name + " before update of word on " + table
				+ " for each row when (new.id > 1) execute function " + trigger + "()");
		if (this.random.nextBoolean()) {
			add("alter table " + table + " disable trigger " + name);
		}
		add("create policy " + name() + " on " + table + " for select using (id > 0)");
		add("create rule " + name() + " as on insert to " + table + " where new.id < 0 do instead nothing");
		add("create statistics " + qualified() + " (ndistinct) on id, word from " + table);
		add("create aggregate " + qualified() + " (integer) (sfunc = int4pl, stype = integer, initcond = '0')");
	}

	private void others() {
		for (int index = 0; index < this.random.nextInt(4); index++) {
			add("select lo_from_bytea(0, repeat('x', " + this.random.nextInt(1_500_000) + ")::bytea)");
		}
		add("create collation " + qualified() + " (provider = icu, locale = 'de-DE')");
		add("create text search configuration " + qualified() + " (copy = simple)");
		if (this.random.nextBoolean()) {
			add("alter default privileges grant select on tables to public");
		}
	}

	private void add(String command) {
		this.sql.add(command);
	}

	private String maybe(String text) {
		return this.random.nextBoolean() ? text : "";
	}

	private <T> T pick(List<T> some) {
		return some.get(this.random.nextInt(some.size()));
	}

	private String qualified() {
		return pick(this.schemas) + "." + name();
	}

	private String name() {
		String odd = pick(ODD);
		this.number++;
		return Names.quoted(odd.substring(0, Math.min(odd.length(), 50)) + this.number);
	}

}
