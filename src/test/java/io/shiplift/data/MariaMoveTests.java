package io.shiplift.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.Depth;
import io.shiplift.mover.Invariant;
import io.shiplift.mover.Shape;
import io.shiplift.practice.database.MariaServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for moving a real MariaDB database into PostgreSQL and for the proof of it.
 */
class MariaMoveTests {

	private static final MariaServer server = MariaServer.shared();

	private static final Duration LIMIT = Duration.ofSeconds(120);

	@TempDir
	Path home;

	@Test
	void movesADjangoDatabaseAndTheFirstInsertInEveryTableWorks() throws Exception {
		DatabaseAddress source = server.django("django");
		DatabaseAddress target = fresh("try_django", source);
		move(source, target, Shape.CONVERTED);
		server.execute("django", "update auth_user set first_name = 'later' where id = 1");
		Comparison rehearsed = compare(source, target, Shape.CONVERTED, "try_django",
				"select count(*) from auth_user where first_name = 'later'", "select count(*) from auth_group");
		assertThat(rehearsed.differences()).isEmpty();
		assertThat(rehearsed.answers()).allMatch(Comparison.Answer::equal).hasSize(2);
		assertThat(rehearsed.rows()).isGreaterThan(2000);
		assertThat(compare(source, target, Shape.CONVERTED, null).remarks())
			.containsExactly("Row id = 1 of public.auth_user differs in first_name.");
		server.execute("django", "update auth_user set first_name = 'Änn 😀' where id = 1");
		Comparison result = compare(source, target, Shape.CONVERTED, null, "select paid, total from shop_order",
				"select sum(price) from shop_orderline");
		assertThat(result.differences()).isEmpty();
		assertThat(result.answers()).allMatch(Comparison.Answer::equal).hasSize(2);
		assertThat(result.sequences()).allMatch(Comparison.Sequence::enough).hasSize(11);
		assertThat(result.explained()).extracting(Comparison.Explained::text)
			.contains("public.shop_order.paid: tinyint(1) became boolean.",
					"public.shop_order.loyalty: bigint(20) unsigned became numeric(20,0).",
					"public.shop_order.extras: JSON in longtext became jsonb.",
					"public.shop_order.took: time became interval.",
					"public.shop_order.shipped in 1 rows: a date with a zero in it became null.",
					"Index username of public.auth_user: unique whatever the case of letters became unique to the letter.",
					"Index shop_order_words of public.shop_order is not carried over.",
					"View shop_paid is not carried over.", "Trigger shop_counts is not carried over.",
					"public.shop_order.twice: a computed column became a plain one.");
		valuesAreThere(target);
		firstInserts(target);
	}

	private static void valuesAreThere(DatabaseAddress target) throws Exception {
		assertThat(
				Sql.number(target, "select count(*) from auth_user where first_name = 'Änn \uD83D\uDE00' and is_staff"
						+ " and date_joined = '2020-01-02 03:04:05.5+00'"))
			.isOne();
		assertThat(
				Sql.number(target, "select count(*) from auth_user where first_name = E'tab\\tback\\\\slash\\nline'"))
			.isOne();
		assertThat(Sql.number(target, "select count(*) from shop_order where loyalty = 18446744073709551615"
				+ " and extras @> '{\"a\": [{\"x\": \"\uD83D\uDE00\"}], \"b\": 2}' and took = interval '25:00:01'"
				+ " and receipt = '\\x00ff5c0a09' and flags = b'011' and shipped is null and factor = 0.1::real"))
			.isOne();
		assertThat(Sql.number(target, "select count(*) from pg_class where oid = 'loose'::regclass"
				+ " and obj_description(oid) = 'Belongs to nobody' and col_description(oid, 1) = 'it''s a \\ ü'"))
			.isOne();
	}

	/** Each id is the one that the source would have given. */
	private static void firstInserts(DatabaseAddress target) throws Exception {
		Sql.run(target, "insert into django_migrations (app, name, applied) values ('a', 'b', now())",
				"insert into django_content_type (app_label, model) values ('new', 'new')",
				"insert into auth_permission (name, content_type_id, codename) values ('n', 50, 'new')",
				"insert into auth_group (name) values ('new')",
				"insert into auth_group_permissions (group_id, permission_id) values (3, 1)",
				"insert into auth_user (password, is_superuser, username, first_name, email, is_staff, date_joined)"
						+ " values ('', false, 'new', '', '', false, now())",
				"insert into auth_user_groups (user_id, group_id) values (3, 1)",
				"insert into django_admin_log (action_time, object_repr, action_flag, change_message, user_id)"
						+ " values (now(), '', 1, '', 1)",
				"insert into django_session values ('new', '', now())",
				"insert into shop_order (reference, customer_id, extras, quantity) values ('r', 1, '{}', 1)",
				"insert into shop_orderline (order_id, title, price) values (4, 't', 1)",
				"insert into shop_label select max(id), 'new' from shop_orderline",
				"insert into loose values ('new', 1)",
				"insert into \"" + longName(target) + "\" (\"Select\") values ('two')");
		assertThat(Sql.number(target, "select max(id) from django_content_type")).isEqualTo(52);
		assertThat(Sql.number(target, "select max(id) from shop_orderline")).isGreaterThan(2000);
		assertThat(Sql.number(target, "select max(id) from auth_user where is_active")).isEqualTo(3);
	}

	private static String longName(DatabaseAddress target) throws Exception {
		try (Connection session = target.connect();
				Statement statement = session.createStatement();
				ResultSet row = statement
					.executeQuery("select relname from pg_class where relname like 'shop_a_name%' and relkind = 'r'")) {
			row.next();
			return row.getString(1);
		}
	}

	@Test
	void findsWhatIsPlantedIntoTheCopy() throws Exception {
		DatabaseAddress source = server.django("planted");
		DatabaseAddress target = fresh("try_planted", source);
		move(source, target, Shape.CONVERTED);
		Sql.run(target, "update shop_orderline set title = title || '!' where id = 7",
				"delete from shop_label where line_id = 1809", "insert into loose values ('more', 1)",
				"update shop_order set extras = '{}' where id = 1",
				"alter table shop_order drop constraint shop_order_customer_fk",
				"drop index shop_order_note; alter table auth_user alter is_active drop default",
				"alter table django_session alter session_data drop not null",
				"alter sequence shop_orderline_id_seq restart with 5", "create table stranger (id int)",
				"comment on column loose.word is null");
		Comparison result = compare(source, target, Shape.CONVERTED, null, "select json_valid(extras) from shop_order");
		assertThat(result.differences()).anyMatch((text) -> text.contains("could not be asked in the target"))
			.anyMatch((text) -> text.startsWith("public.shop_orderline has 1999 rows"))
			.anyMatch((text) -> text.startsWith("public.shop_label has 100 rows in the source but 99"))
			.anyMatch((text) -> text.startsWith("Foreign key public.shop_order (customer_id) to public.auth_user (id)"))
			.anyMatch((text) -> text.startsWith("Index public.shop_order (left(note, 20)) is missing"))
			.anyMatch((text) -> text.startsWith("Column public.auth_user.is_active differs"))
			.anyMatch((text) -> text.startsWith("Column public.django_session.session_data differs"))
			.anyMatch((text) -> text.startsWith("Sequence public.shop_orderline_id_seq has given"))
			.anyMatch((text) -> text.equals("Comment on public.loose.word is missing in the target."))
			.anyMatch((text) -> text.equals("Table public.stranger is in the target but not in the source."));
		assertThat(result.remarks())
			.contains("Row id = 7 of public.shop_orderline differs in title.",
					"Row id = 1 of public.shop_order differs in extras.")
			.anyMatch((text) -> text
				.matches("Row line_id, word = 1809, #\\w+ of public.shop_label is missing in the target."))
			.anyMatch((text) -> text.matches("Row #\\w+ of public.loose is in the target but not in the source."));
	}

	@Test
	void fillsTheTablesThatMigrationsMade() throws Exception {
		DatabaseAddress source = server.database("migrated",
				"create table Author (id int auto_increment primary key, Name varchar(50) not null, born date comment 'at home', ref char(32) not null, active tinyint(1) not null, spent bigint not null, at datetime(6) not null)",
				"create table book (id bigint auto_increment primary key, author_id int not null, data longtext check (json_valid(data)), constraint book_author foreign key (author_id) references Author (id))",
				"insert into Author values (7, 'Ann', '0000-00-00', '00000000000000000000000000000001', 1, 90061000001, '2020-01-01 00:00:00')",
				"insert into book (author_id, data) values (7, '{\"a\": 1}')");
		DatabaseAddress target = fresh("try_migrated", source);
		Sql.run(target,
				"create table author (id serial primary key, name text not null, born date, ref uuid not null, active boolean not null, spent interval not null, at timestamp not null, extra text default 'x')",
				"create table book (id bigint generated by default as identity primary key, author_id int not null references author deferrable initially deferred, data jsonb)",
				"insert into author (name, ref, active, spent, at) values ('made by a migration', gen_random_uuid(), true, '1s', now())");
		move(source, target, Shape.MIGRATED);
		Comparison result = compare(source, target, Shape.MIGRATED, null);
		assertThat(result.differences()).isEmpty();
		assertThat(result.explained()).extracting(Comparison.Explained::text)
			.contains("Comment on public.author.born is not carried over.");
		assertThat(compare(source, target, Shape.MIGRATED, "try_migrated").differences()).isEmpty();
		assertThat(Sql.number(target,
				"select count(*) from author where spent = interval '25:01:01.000001'"
						+ " and ref = '00000000-0000-0000-0000-000000000001' and extra = 'x' and born is null"))
			.isOne();
		Sql.run(target,
				"insert into author (name, ref, active, spent, at) values ('b', gen_random_uuid(), true, '1s', now())",
				"insert into book (author_id) values (8)");
		assertThat(compare(source, target, Shape.MIGRATED, null).differences())
			.contains("public.author has 1 rows in the source but 2 in the target.");
	}

	@Test
	void refusesASchemaThatHasNoPlaceForSomething() throws Exception {
		DatabaseAddress source = server.database("placeless", "create table note (id int primary key, word text)",
				"create table other (id int primary key)");
		DatabaseAddress target = fresh("try_placeless", source);
		Sql.run(target, "create table note (id int primary key)");
		assertThat(moved(source, target, Shape.MIGRATED).message()).contains("does not match the source",
				"no table other", "no column word of table note");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = {
			"day date not null|'0000-00-00'|Table odd, row id = 5, cannot be moved. Column v is a date with a zero",
			"text|concat('a', char(0))|Table odd, row id = 5, cannot be moved. Column v has a byte 0 in its text",
			"longtext check (json_valid(v))|'{\"a\": \"\\\\u0000\"}'|Table odd, row id = 5, cannot be moved. Column v has \\u0000",
			"geometry|null|of type geometry, which is not moved" })
	void namesTheRowThatCannotBeMoved(String type, String value, String said) throws Exception {
		String name = "odd_" + Integer.toHexString((type + value).hashCode());
		DatabaseAddress source = server.database(name,
				"create table odd (id int primary key, v " + type.replaceFirst("^day ", "") + ")",
				"insert into odd values (5, " + value + ")");
		MoveState state = moved(source, fresh("try_" + name, source), Shape.CONVERTED);
		assertThat(state.status()).isEqualTo(MoveState.Status.FAILED);
		assertThat(state.message()).contains(said);
	}

	@Test
	void readsTextThatWasStoredAsLatin1() throws Exception {
		DatabaseAddress source = server.database("latin",
				"create table word (id int auto_increment primary key, w varchar(20)) character set latin1",
				"insert into word (w) values ('Größe'), ('50 €'), ('')");
		DatabaseAddress target = fresh("try_latin", source);
		move(source, target, Shape.CONVERTED);
		assertThat(compare(source, target, Shape.CONVERTED, null).differences()).isEmpty();
		assertThat(Sql.number(target, "select count(*) from word where w in ('Größe', '50 €')")).isEqualTo(2);
	}

	@Test
	void saysWhatStandsInTheWay() {
		DatabaseAddress source = server.database("blocked", "create table t (id int, place point)",
				"create table old (id int) engine = MyISAM", "create user nobody identified by 'x'");
		DatabaseInspector inspector = new DatabaseInspector(new DatabaseTools(""));
		DatabaseFacts facts = inspector.inspect(source);
		assertThat(facts.server()).startsWith("MariaDB 1");
		assertThat(facts.problems()).singleElement().asString().contains("Geometries", "t.place (point)", "ST_AsText");
		assertThat(facts.remarks()).anyMatch((text) -> text.contains("old (MyISAM)"))
			.anyMatch((text) -> text.startsWith("Without a primary key: "));
		assertThat(inspector.inspect(source.withUser(source.user(), "wrong")).problems()).singleElement()
			.asString()
			.contains("refused the password of user blocked");
		assertThat(inspector.inspect(source.withUser("nobody", "x")).problems()).singleElement()
			.asString()
			.contains("User nobody may not use database blocked");
		assertThat(
				inspector.inspect(new DatabaseAddress(DatabaseEngine.MYSQL, "127.0.0.1", 1, "d", "u", "p")).problems())
			.singleElement()
			.asString()
			.contains("No MySQL or MariaDB server answered at 127.0.0.1:1");
	}

	@Test
	void tablesThatMayNotBeReadAreNotLeftOutInSilence() throws Exception {
		DatabaseAddress source = server.database("hidden", "create table seen (id int primary key)",
				"create table secret (id int primary key, word text)", "revoke all on hidden.* from hidden",
				"grant select on hidden.seen to hidden", "grant select (id) on hidden.secret to hidden");
		assertThat(moved(source, fresh("try_hidden", source), Shape.CONVERTED).message())
			.contains("may see only some columns of table secret");
		assertThat(new DatabaseInspector(new DatabaseTools("")).inspect(source).problems()).singleElement()
			.asString()
			.contains("only some columns", "secret");
	}

	@Test
	void aSourceThatDiesInTheMiddleIsNamed() throws Exception {
		try (MariaServer dying = MariaServer.another()) {
			DatabaseAddress source = dying.database("dying",
					"create table big (id int primary key, word text) select seq as id, repeat('x', 400) as word from seq_1_to_300000");
			DatabaseAddress target = fresh("try_dying", source);
			new DataMove(jobs(), new DatabaseTools("")).start("try_dying", source, target);
			await("try_dying", (state) -> state.phase().equals("rows"));
			dying.stopAtOnce();
			MoveState state = await("try_dying", MoveState::over);
			assertThat(state.status()).isEqualTo(MoveState.Status.FAILED);
			assertThat(state.message()).contains("127.0.0.1:" + source.port(), "that the server");
		}
	}

	private static DatabaseAddress fresh(String name, DatabaseAddress source) {
		return CopyTries.fresh(name, source);
	}

	private MoverJobs jobs() {
		return new MoverJobs(this.home.toString(), new MoverProgram("target"));
	}

	private void move(DatabaseAddress source, DatabaseAddress target, Shape shape) throws InterruptedException {
		MoveState state = moved(source, target, shape);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
	}

	private MoveState moved(DatabaseAddress source, DatabaseAddress target, Shape shape) throws InterruptedException {
		new DataMove(jobs(), new DatabaseTools("")).start(target.database(), source, target,
				scope(shape, "select count(*) from auth_user where first_name = 'later'"));
		return await(target.database(), MoveState::over);
	}

	private static DatabaseComparison.Scope scope(Shape shape, String... questions) {
		return new DatabaseComparison.Scope(Depth.FAST,
				List.of(questions).stream().map((query) -> new Invariant(query, query)).toList(), null, shape);
	}

	/** With the moment of a copy, or as both are now. */
	private Comparison compare(DatabaseAddress source, DatabaseAddress target, Shape shape, @Nullable String copy,
			String... questions) throws InterruptedException {
		DatabaseComparison comparison = new DatabaseComparison(jobs());
		DatabaseComparison.Scope scope = scope(shape, questions);
		String token = "proof-" + System.nanoTime();
		if (copy != null) {
			comparison.startForCopy(token, copy, source, target, scope);
		}
		else {
			comparison.start(token, source, target, scope);
		}
		MoveState state = await(token, MoveState::over);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
		return comparison.result(token);
	}

	/** Looks every 10 ms. */
	private MoveState await(String token, Predicate<MoveState> until) throws InterruptedException {
		long end = System.nanoTime() + LIMIT.toNanos();
		MoveState state = jobs().state(token).orElseThrow();
		while (!until.test(state) && !state.over() && System.nanoTime() < end) {
			assertThat(new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS)).isFalse();
			state = jobs().state(token).orElseThrow();
		}
		assertThat(until.test(state)).as(state.toString()).isTrue();
		return state;
	}

}
