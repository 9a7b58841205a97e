package io.shiplift.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.shiplift.mover.Names;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.database.TestShops;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DataMove} with real programs and a real shop.
 */
class DataMoveTests {

	private static final MoverProgram program = new MoverProgram(Path.of("target").toString());

	private static final DatabaseTools tools = new DatabaseTools("");

	private static DatabaseAddress source;

	private static DatabaseFacts facts;

	private static DatabaseAddress small;

	@TempDir
	Path home;

	@BeforeAll
	static void makeShop() {
		source = TestShops.shop("move");
		facts = new DatabaseInspector(tools).inspect(source);
		small = TestShops.small("move");
	}

	@Test
	void movesAWholeShopAndForgetsThePasswords() throws Exception {
		DataMove move = move();
		DatabaseAddress target = fresh("copy_whole");
		assertThat(move.start("t1", source, target)).isTrue();
		MoveState end = await(move, "t1", MoveState::over);
		assertThat(end.status()).as(end.message()).isEqualTo(MoveState.Status.DONE);
		assertThat(end.percent()).isEqualTo(100);
		assertThat(end.bytes()).isGreaterThan(10_000_000);
		assertThat(end.secondsByPhase()).containsOnlyKeys("look", "tables", "rows", "indexes", "statistics",
				"fingerprint");
		assertThat(Files.readAllLines(this.home.resolve("jobs/t1/lines.jsonl")))
			.anyMatch((line) -> line.matches(".*\"END\",\"phase\":\"rows\".*\"millis\":\\d{3,5}}"));
		assertThat(jobs().said("t1", 0)).extracting(MoverJobs.Said::text)
			.anyMatch((text) -> text.startsWith("Copied table public.shop_orderline ("));
		assertThat(filesOf("t1")).containsExactlyInAnyOrder("log", "lines.jsonl", "fingerprint");
		assertThat(Sql.number(target, "select count(*) from pg_event_trigger")).isZero();
		assertThat(Sql.number(target, "select count(*) from pg_namespace where nspname = '_heroku'")).isZero();
		assertThat(Sql.number(target, "select count(*) from shop_orderline"))
			.isEqualTo(Sql.number(source, "select count(*) from shop_orderline"));
	}

	@Test
	void aSecondStartWithTheSameTokenDoesNothing() throws Exception {
		DataMove move = move();
		DatabaseAddress target = fresh("copy_twice");
		assertThat(move.start("t2", small, target)).isTrue();
		assertThat(move.start("t2", small, target)).isFalse();
		assertThat(move().start("t2", small, target)).isFalse();
		assertThat(await(move, "t2", MoveState::over).status()).isEqualTo(MoveState.Status.DONE);
		assertThat(move.start("t2", small, target)).isFalse();
	}

	@Test
	void aKilledWorkerIsSeenAndItsHelpersEnd() throws Exception {
		DataMove move = move();
		move.start("t3", source, fresh("copy_killed"));
		await(move, "t3", (state) -> state.phase().equals("rows"));
		Path job = this.home.resolve("jobs/t3");
		ProcessHandle worker = ProcessHandle.of(pid(job)).orElseThrow();
		worker.destroyForcibly();
		worker.onExit().get(10, TimeUnit.SECONDS);
		MoveState state = move.state("t3").orElseThrow();
		assertThat(state.status()).isEqualTo(MoveState.Status.DIED);
		assertThat(state.message()).contains("Start it again");
		assertThat(processesOf(job)).isZero();
		assertThat(filesOf("t3")).noneMatch((file) -> file.contains("dump"));
		assertThat(move.start("t3-g2", small, fresh("copy_killed_again"))).isTrue();
		assertThat(await(move, "t3-g2", MoveState::over).status()).isEqualTo(MoveState.Status.DONE);
	}

	@Test
	void stopLeavesNoProcess() throws Exception {
		DataMove move = move();
		move.start("t4", source, fresh("copy_stopped"));
		await(move, "t4", (state) -> state.phase().equals("rows"));
		move.stop("t4");
		assertThat(processesOf(this.home.resolve("jobs/t4"))).isZero();
		assertThat(move.state("t4").orElseThrow().status()).isEqualTo(MoveState.Status.DIED);
		jobs().forget("t4");
		assertThat(move.state("t4")).isEmpty();
	}

	@Test
	void theWorkerKnowsNoPasswordByArgumentOrEnvironment() throws Exception {
		DataMove move = move();
		move.start("t5", source, fresh("copy_secret"));
		Path job = this.home.resolve("jobs/t5");
		await(move, "t5", (state) -> state.phase().equals("rows"));
		Path process = Path.of("/proc/" + pid(job));
		assertThat(Files.readString(process.resolve("environ"))).doesNotContain(source.password());
		assertThat(Files.readString(process.resolve("cmdline"))).doesNotContain(source.password());
		await(move, "t5", MoveState::over);
		try (Stream<Path> files = Files.walk(job)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				assertThat(Files.readString(file)).doesNotContain(source.password()).doesNotContain("a\\:b");
			}
		}
	}

	@Test
	void refusesATargetThatIsNotEmpty() throws Exception {
		DatabaseAddress target = fresh("copy_full");
		Sql.run(target, "create table already (id int)");
		DataMove move = move();
		move.start("t6", small, target);
		MoveState state = await(move, "t6", MoveState::over);
		assertThat(state.status()).isEqualTo(MoveState.Status.FAILED);
		assertThat(state.message())
			.isEqualTo("The target database is not empty (1 relations); a copy goes into a fresh one only.");
	}

	@Test
	void saysThatTheTargetRefusedThePassword() {
		DatabaseAddress target = fresh("copy_refused");
		DataMove move = move();
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> move.start("t7", source, target.withUser(target.user(), "wrong")))
			.withMessageContaining("refused the password of user copy_refused");
		assertThat(move.state("t7")).isEmpty();
	}

	@Test
	void movesTablesWithHostileNames() throws Exception {
		DatabaseAddress hostile = TestShops.small("hostile");
		for (String name : List.of("a\"b'c", "$(touch pwned)", "x[$(touch pwned)]", "new\nline\ttab", "über; drop",
				"back\\slash", "`id`", "%s%n")) {
			Sql.run(hostile, "create table " + Names.quoted(name) + " (" + Names.quoted(name) + " int)");
			Sql.run(hostile, "insert into " + Names.quoted(name) + " select generate_series(1, 10)");
		}
		DatabaseFacts looked = new DatabaseInspector(tools).inspect(hostile);
		DatabaseAddress target = DatabaseServer.at(TestShops.master())
			.createFresh("copy_hostile", "copy_hostile", "pw", looked)
			.address();
		DataMove move = move();
		move.start("t8", hostile, target);
		MoveState state = await(move, "t8", MoveState::over);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
		assertThat(filesOf("t8")).doesNotContain("pwned");
		assertThat(Sql.number(target, "select count(*) from \"$(touch pwned)\"")).isEqualTo(10);
	}

	@Test
	void toolsThatAreNewerThanTheTargetWillDo() throws Exception {
		DatabaseTools newer = DatabaseToolsTests.newerTools(this.home.resolve("newer"), "transaction_timeout");
		DataMove move = move(newer);
		move.start("t10", small, fresh("copy_newer"));
		MoveState state = await(move, "t10", MoveState::over);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
		DatabaseTools broken = DatabaseToolsTests.newerTools(this.home.resolve("broken"), "another_thing");
		DataMove other = move(broken);
		other.start("t11", small, fresh("copy_broken"));
		MoveState failed = await(other, "t11", MoveState::over);
		assertThat(failed.status()).isEqualTo(MoveState.Status.FAILED);
		assertThat(failed.message()).contains("The tables could not be made").contains("another_thing");
	}

	@Test
	void refusesATokenThatLeavesTheDirectory() {
		assertThatIllegalArgumentException().isThrownBy(() -> move().state("../../etc"));
	}

	@Test
	void saysThatTheToolsAreTooOldBeforeAnythingStarts() throws Exception {
		DatabaseTools old = DatabaseToolsTests.fakeTools(this.home.resolve("tools"), 13);
		DataMove move = move(old);
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> move.start("t9", source, source))
			.withMessageContaining("newest pg_dump here is 13");
		assertThat(move.state("t9")).isEmpty();
	}

	private DataMove move() {
		return move(tools);
	}

	private MoverJobs jobs() {
		return new MoverJobs(this.home.toString(), program);
	}

	private DataMove move(DatabaseTools programs) {
		return new DataMove(jobs(), programs);
	}

	private static DatabaseAddress fresh(String name) {
		return DatabaseServer.at(TestShops.master()).createFresh(name, name, "p:w\\x", facts).address();
	}

	private List<String> filesOf(String token) throws Exception {
		try (Stream<Path> files = Files.list(this.home.resolve("jobs").resolve(token))) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

	private static long pid(Path job) throws Exception {
		return MoveProgress.read(Files.readAllLines(job.resolve("lines.jsonl"))).process().orElseThrow();
	}

	private static long processesOf(Path job) {
		JobProcesses processes = new JobProcesses(MoveJob.MARK + "=" + job.toAbsolutePath());
		return ProcessHandle.allProcesses().filter((process) -> processes.leader(process.pid())).count();
	}

	/** Looks every 20 ms, as db-scheduler would every second. */
	private static MoveState await(DataMove move, String token, Predicate<MoveState> until) throws Exception {
		long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		MoveState state = move.state(token).orElseThrow();
		while (!until.test(state) && !state.over() && System.nanoTime() < end) {
			assertThat(new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS)).isFalse();
			state = move.state(token).orElseThrow();
		}
		assertThat(until.test(state)).as(state.toString()).isTrue();
		return state;
	}

}
