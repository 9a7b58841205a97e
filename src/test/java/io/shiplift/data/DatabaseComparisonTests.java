package io.shiplift.data;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.Depth;
import io.shiplift.mover.Hash;
import io.shiplift.mover.Invariant;
import io.shiplift.mover.verify.Differences;
import io.shiplift.mover.verify.Fingerprint;
import io.shiplift.mover.verify.FingerprintReader;
import io.shiplift.mover.work.Snapshot;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.database.TestShops;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DatabaseComparison} on a real shop and its real copy.
 */
class DatabaseComparisonTests {

	private static final AtomicInteger number = new AtomicInteger();

	private static DatabaseAddress source;

	private static DataMove move;

	private static DatabaseComparison comparison;

	@TempDir
	static Path home;

	@BeforeAll
	static void makeShop() {
		DatabaseTools tools = new DatabaseTools("");
		source = TestShops.shop("compared");
		MoverJobs jobs = new MoverJobs(home.toString(), new MoverProgram("target"));
		move = new DataMove(jobs, tools);
		comparison = new DatabaseComparison(jobs);
	}

	@Test
	void aCopyEqualsItsSource() throws Exception {
		DatabaseAddress copy = copy("same");
		Comparison result = compare(source, copy);
		assertThat(result.differences()).isEmpty();
		assertThat(result.explained()).extracting(Comparison.Explained::rule)
			.contains("_heroku", "pg_stat_statements", "grants")
			.doesNotContain("event triggers", "other servers", "unfinished indexes");
		assertThat(result.rows()).isGreaterThan(200_000);
		assertThat(result.sequences()).hasSizeGreaterThan(10);
		assertThat(result.tables()).allMatch(Comparison.Table::equal)
			.extracting(Comparison.Table::name)
			.contains("public.shop_event_2025", "public.\"shop_Import Queue\"", "public.shop_daily_revenue");
	}

	@Test
	void findsWhateverDiffers() throws Exception {
		DatabaseAddress copy = TestShops.clone(source, "compare_planted");
		Sql.run(copy, "delete from shop_orderline where id = 77777",
				"update shop_customer set name = 'Somebody Else' where id = 123",
				"update shop_product set attributes = attributes || '{\"size\": 61}' where id = 5",
				"select setval('shop_order_id_seq', 44000)", "select setval('shop_invoice_number', 145122)",
				"drop index shop_payment_order", "alter table shop_order drop constraint shop_order_customer_id_fkey",
				"refresh materialized view shop_daily_revenue with no data",
				"alter table auth_group alter name type text", "create table left_over (id int)",
				"alter table shop_order disable trigger shop_touch");
		assertThat(compare(source, copy).differences()).contains(
				"public.shop_orderline has 112321 rows in the source but 112320 in the target.",
				"public.shop_customer has 25000 rows on both sides, but some of their values differ.",
				"public.shop_product has 3000 rows on both sides, but some of their values differ.",
				"Sequence public.shop_order_id_seq has given 44000 in the target but already 45000 in the source.",
				"Sequence public.shop_invoice_number has given 145122 in the target but already 145123 in the source.",
				"Index public.shop_payment_order is missing in the target.",
				"Constraint public.shop_order.shop_order_customer_id_fkey is missing in the target.",
				"Content of materialized view public.shop_daily_revenue differs: the source has \"filled\", the target \"never filled\".",
				"Table public.left_over is in the target but not in the source.")
			.anyMatch((text) -> text.startsWith("Column public.auth_group.name differs"))
			.anyMatch((text) -> text.startsWith("Trigger public.shop_order.shop_touch differs"));
	}

	@Test
	void twoValuesThatChangedPlacesAreFound() throws Exception {
		DatabaseAddress copy = TestShops.clone(source, "compare_swapped");
		Sql.run(copy,
				"update shop_payment set amount = case id when md5('payment1')::uuid then b.amount else a.amount end"
						+ " from (select amount from shop_payment where id = md5('payment1')::uuid) a,"
						+ " (select amount from shop_payment where id = md5('payment2')::uuid) b"
						+ " where id in (md5('payment1')::uuid, md5('payment2')::uuid)");
		assertThat(compare(source, copy).differences())
			.containsExactly("public.shop_payment has 35000 rows on both sides, but some of their values differ.");
	}

	@Test
	void writesAfterTheCopyDoNotCountAgainstIt() throws Exception {
		DatabaseAddress live = TestShops.clone(source, "compare_live");
		DatabaseAddress copy = copy(live, "livecopy");
		Sql.run(live, "insert into auth_group (name) values ('late')", "delete from shop_payment where order_id < 100");
		assertThat(compareWithCopy("livecopy", live, copy).differences()).isEmpty();
		assertThat(compare(live, copy).differences()).hasSize(2);
		Sql.run(copy, "delete from shop_picture where id = 9");
		assertThat(compareWithCopy("livecopy", live, copy).differences())
			.containsExactly("public.shop_picture has 1500 rows in the source but 1499 in the target.");
	}

	@Test
	void anOddDatabaseIsMovedWhole() throws Exception {
		DatabaseAddress odd = TestShops.small("odd");
		try (InputStream script = getClass().getResourceAsStream("odd.sql")) {
			Sql.run(odd, new String(script.readAllBytes(), StandardCharsets.UTF_8));
		}
		DatabaseAddress copy = copy(odd, "oddcopy");
		assertThat(compareWithCopy("oddcopy", odd, copy).differences()).isEmpty();
		Comparison result = compare(odd, copy);
		assertThat(result.differences()).isEmpty();
		assertThat(result.tables()).extracting(Comparison.Table::name).contains("large objects", "other.\"Odd\"");
		Sql.run(copy, "select lo_put(4711, 0, 'x')");
		assertThat(compare(odd, copy).differences())
			.containsExactly("large objects has 1 rows on both sides, but some of their values differ.");
	}

	@Test
	void rowTextIsComparedBetweenVersions() {
		Fingerprint text = read(Hash.TEXT);
		assertThat(new Differences(text, read(Hash.TEXT)).sentences()).isEmpty();
		assertThat(text.rows().get("public.shop_order"))
			.isNotEqualTo(read(Hash.VALUES).rows().get("public.shop_order"));
		assertThat(Fingerprint.parse(text.lines())).usingRecursiveComparison().isEqualTo(text);
	}

	@Test
	void whatVersionsSpellDifferentlyIsShown() {
		Fingerprint old = Fingerprint.parse(List.of("[\"moment\", \"\", \"14.9\"]",
				"[\"thing\", \"View\", \"a.v\", \"1\"]", "[\"thing\", \"Function\", \"a.f()\", \"1\"]"));
		Fingerprint later = Fingerprint.parse(List.of("[\"moment\", \"\", \"16.1\"]",
				"[\"thing\", \"View\", \"a.v\", \"2\"]", "[\"thing\", \"Function\", \"a.f()\", \"2\"]"));
		Differences differences = new Differences(old, later);
		assertThat(differences.sentences()).containsExactly("Function a.f() is defined differently in the target.");
		assertThat(differences.explained()).extracting(Comparison.Explained::text)
			.containsExactly("View a.v is spelled differently in the target.");
	}

	@Test
	void namesTheRowsThatDiffer() throws Exception {
		DatabaseAddress copy = TestShops.clone(source, "compare_named");
		Sql.run(copy, "delete from shop_orderline where id = 77777",
				"update shop_customer set name = 'Somebody Else', since = '1999-01-01' where id = 123",
				"insert into auth_group (id, name) values (9999, 'extra')",
				"delete from \"shop_Import Queue\" where ctid = '(0,1)'",
				"update django_session set session_data = 'x' where session_key = (select min(session_key) from django_session)");
		Comparison result = compare(source, copy, new DatabaseComparison.Scope(Depth.DEEP, List.of()));
		assertThat(result.hash()).isEqualTo(Hash.TEXT);
		assertThat(result.remarks())
			.contains("Row id = 77777 of public.shop_orderline is missing in the target.",
					"Row id = 123 of public.shop_customer differs in name, since.",
					"Row id = 9999 of public.auth_group is in the target but not in the source.")
			.anyMatch((text) -> text
				.matches("Row #[0-9a-f]{8} of public.\"shop_Import Queue\" is missing in the target\\."))
			.anyMatch((text) -> text
				.matches("Row session_key = #[0-9a-f]{8} of public.django_session differs in session_data\\."))
			.hasSize(5);
	}

	@Test
	void asksATeamsOwnQuestions() throws Exception {
		DatabaseAddress copy = TestShops.clone(source, "compare_asked");
		Sql.run(copy, "update shop_payment set amount = amount + 1 where order_id = 77");
		List<Invariant> questions = List.of(new Invariant("orders", "select count(*), sum(total) from shop_order"),
				new Invariant("payments", "select sum(amount) from shop_payment"),
				new Invariant("newest", "with n as (select max(id) from shop_order) select * from n"),
				new Invariant("two", "select 1; drop table shop_payment"),
				new Invariant("writes", "with d as (delete from shop_payment returning 1) select count(*) from d"),
				new Invariant("not a question", "delete from shop_payment"));
		Comparison result = compare(source, copy, new DatabaseComparison.Scope(Depth.FAST, questions));
		assertThat(result.answers()).extracting(Comparison.Answer::equal)
			.containsExactly(true, false, true, false, false, false);
		assertThat(result.differences()).contains("Your question \"payments\": the answers differ.")
			.anyMatch((text) -> text.startsWith("Your question \"two\": it is not one statement that only reads."))
			.anyMatch((text) -> text.contains("in a read-only transaction"));
		assertThat(Sql.number(copy, "select count(*) from shop_payment")).isEqualTo(35000);
	}

	@Test
	void asksThemAsOfTheMomentOfTheCopy() throws Exception {
		DatabaseAddress shop = TestShops.small("compare_then");
		DatabaseAddress target = DatabaseServer.at(TestShops.master())
			.createFresh("compare_then_copy", "compare_then_copy", "pw",
					new DatabaseInspector(new DatabaseTools("")).inspect(shop))
			.address();
		DatabaseComparison.Scope scope = new DatabaseComparison.Scope(Depth.FAST,
				List.of(new Invariant("words", "select count(*) from part_1"),
						new Invariant("writes", "with d as (delete from part_2 returning 1) select count(*) from d"),
						new Invariant("last", "select max(word) from part_3")));
		move.start("asked-then", shop, target, scope);
		awaitJob("asked-then");
		Sql.run(shop, "delete from part_1", "update part_3 set word = 'z'");
		comparison.startForCopy("asked-then-1", "asked-then", shop, target, scope);
		assertThat(await("asked-then-1").differences()).singleElement()
			.asString()
			.startsWith("Your question \"writes\": it could not be asked.");
		assertThat(Sql.number(shop, "select count(*) from part_2")).isEqualTo(10);
		Sql.run(target, "delete from part_1 where id = 1");
		comparison.startForCopy("asked-then-2", "asked-then", shop, target, scope);
		assertThat(await("asked-then-2").differences()).contains("Your question \"words\": the answers differ.");
	}

	@Test
	void narrowsDownByRangesOfEveryKindOfKey() throws Exception {
		DatabaseAddress small = TestShops.small("compare_ranges");
		Sql.run(small, "create type mood as enum ('glad', 'sad')",
				"create table ranged (word text, mood mood, at date, n numeric, primary key (word, mood, at))",
				"insert into ranged select chr(97 + n % 26) || (n % 7), case n % 2 when 0 then 'glad'::mood else 'sad' end,"
						+ " date '2020-01-01' + n, n from generate_series(1, 20000) n");
		DatabaseAddress copy = TestShops.clone(small, "compare_ranges_copy");
		Sql.run(copy, "update ranged set n = n + 1 where at = '2021-02-03'",
				"delete from ranged where at = '2040-05-06'",
				"insert into ranged values ('A quote'' and \\', 'sad', '1999-01-01', 1)");
		assertThat(compare(small, copy, new DatabaseComparison.Scope(Depth.DEEP, List.of())).remarks()).hasSize(3)
			.anyMatch((text) -> text.contains("2021-02-03 of public.ranged differs in n."))
			.anyMatch((text) -> text.contains("2040-05-06 of public.ranged is missing in the target."))
			.anyMatch((text) -> text.contains("1999-01-01 of public.ranged is in the target but not in the source."));
	}

	@Test
	void severalLanesSeeTheSameAsOne() {
		try (Snapshot snapshot = Snapshot.of(source.side())) {
			assertThat(new FingerprintReader(snapshot, Hash.VALUES, 4).read()).usingRecursiveComparison()
				.isEqualTo(new FingerprintReader(snapshot, Hash.VALUES, 1).read());
		}
	}

	private static Fingerprint read(Hash hash) {
		try (Snapshot snapshot = Snapshot.of(source.side())) {
			return new FingerprintReader(snapshot, hash, 2).read();
		}
	}

	@Test
	void aKilledComparisonIsStartedAgain() throws Exception {
		DatabaseAddress copy = TestShops.clone(source, "compare_killed");
		comparison.start("killed-1", source, copy, DatabaseComparison.Scope.FAST);
		await((state) -> !state.message().equals("Starting"), "killed-1");
		comparison.stop("killed-1");
		assertThat(comparison.state("killed-1").orElseThrow().status()).isEqualTo(MoveState.Status.DIED);
		comparison.start("killed-2", source, copy, DatabaseComparison.Scope.FAST);
		assertThat(await("killed-2").differences()).isEmpty();
	}

	@Test
	void saysThatASideIsGone() {
		DatabaseAddress nowhere = source.withDatabase("nowhere");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> compare(source, nowhere))
			.withMessageContaining("no database called nowhere");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> compareWithCopy("never", source, source))
			.withMessageContaining("Copy the database first");
	}

	private static Comparison compare(DatabaseAddress from, DatabaseAddress to) throws Exception {
		String token = "compare-" + number.incrementAndGet();
		comparison.start(token, from, to, DatabaseComparison.Scope.FAST);
		return await(token);
	}

	private static Comparison compare(DatabaseAddress from, DatabaseAddress to, DatabaseComparison.Scope scope)
			throws Exception {
		String token = "compare-" + number.incrementAndGet();
		comparison.start(token, from, to, scope);
		return await(token);
	}

	private static Comparison compareWithCopy(String copy, DatabaseAddress from, DatabaseAddress to) throws Exception {
		String token = "compare-" + number.incrementAndGet();
		comparison.startForCopy(token, copy, from, to, DatabaseComparison.Scope.FAST);
		return await(token);
	}

	private static Comparison await(String token) throws Exception {
		awaitJob(token);
		return comparison.result(token);
	}

	private static DatabaseAddress copy(String name) throws Exception {
		return copy(source, name);
	}

	private static DatabaseAddress copy(DatabaseAddress from, String name) throws Exception {
		DatabaseFacts facts = new DatabaseInspector(new DatabaseTools("")).inspect(from);
		DatabaseAddress target = DatabaseServer.at(TestShops.master())
			.createFresh("compare_" + name, "compare_" + name, "pw", facts)
			.address();
		move.start(name, from, target);
		awaitJob(name);
		return target;
	}

	private static void awaitJob(String token) throws Exception {
		MoveState state = await(MoveState::over, token);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
	}

	private static MoveState await(Predicate<MoveState> until, String token) throws Exception {
		long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (!until.test(move.state(token).orElseThrow()) && System.nanoTime() < end) {
			assertThat(new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS)).isFalse();
		}
		return move.state(token).orElseThrow();
	}

}
