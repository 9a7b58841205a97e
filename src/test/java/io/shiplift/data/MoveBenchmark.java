package io.shiplift.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.shiplift.mover.Depth;
import io.shiplift.mover.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures ways to move a large shop side by side: all variants in each round, medians
 * and ratios to the usual way at the end, in {@code target/benchmark/move-*.md}. Run it
 * with {@code mvn test -Dtest=MoveBenchmark}; {@code -Dshiplift.benchmark.gigabytes} and
 * {@code .rounds} say how much, and {@code -Dsurefire.timeout=0} lets it take its time.
 */
@Timeout(value = 1, unit = TimeUnit.DAYS)
class MoveBenchmark {

	private static final int GIGABYTES = Integer.getInteger("shiplift.benchmark.gigabytes", 1);

	private static final int ROUNDS = Integer.getInteger("shiplift.benchmark.rounds", 3);

	private static final boolean PGCOPYDB = Stream.of(System.getenv("PATH").split(":"))
		.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "pgcopydb")));

	private static final Path HOME = Path.of("target", "benchmark").toAbsolutePath();

	private static final List<String> MOVER = List.of("mover-", "pg_dump", "pg_restore");

	private final DatabaseTools tools = new DatabaseTools("");

	private final MoverJobs jobs = new MoverJobs(HOME.toString(), new MoverProgram(HOME.toString()));

	private final DataMove move = new DataMove(this.jobs, this.tools);

	private final DataMoveAhead ahead = new DataMoveAhead(this.jobs, this.move);

	private final DatabaseComparison comparison = new DatabaseComparison(this.jobs);

	private final BenchmarkServers servers = BenchmarkServers.with(GIGABYTES);

	private int databases;

	MoveBenchmark() throws Exception {
	}

	@Test
	void movesALargeShop() throws Exception {
		FileSystemUtils.deleteRecursively(HOME.resolve("jobs"));
		Map<String, List<Measured>> measured = new LinkedHashMap<>();
		try (this.servers) {
			for (int round = 1; round <= ROUNDS; round++) {
				for (Map.Entry<String, Variant> variant : variants().entrySet()) {
					this.servers.loading(variant.getKey().endsWith("loading settings"));
					Measured one = once(variant.getValue());
					measured.computeIfAbsent(variant.getKey(), (_) -> new ArrayList<>()).add(one);
					System.out.printf("Round %d, %s: %.1f s, %d MB%n", round, variant.getKey(), one.seconds(),
							one.peakKilobytes() / 1024);
				}
			}
			Files.writeString(HOME.resolve("move-" + GIGABYTES + ".md"), new MeasuredTable(measured).text());
		}
	}

	private Map<String, Variant> variants() {
		Map<String, Variant> variants = new LinkedHashMap<>();
		variants.put("the usual way", this::usualWay);
		variants.put("directory dump, two jobs", this::directoryDump);
		if (PGCOPYDB) {
			variants.put("pgcopydb", this::pgcopydb);
		}
		variants.put("copy in the window", this::copy);
		variants.put("copy in the window and proof", this::copyAndProof);
		variants.put("finish of a copy made ahead, 1 % changed",
				(source, target) -> finish(source, target, Proof.NONE));
		variants.put("finish of a copy made ahead and proof of touched rows, 1 % changed",
				(source, target) -> finish(source, target, Proof.TOUCHED));
		variants.put("finish of a copy made ahead and proof of every row, 1 % changed",
				(source, target) -> finish(source, target, Proof.EVERYTHING));
		if (PGCOPYDB) {
			variants.put("pgcopydb, loading settings", this::pgcopydb);
		}
		variants.put("copy in the window and proof, loading settings", this::copyAndProof);
		return variants;
	}

	private Measured once(Variant variant) throws Exception {
		DatabaseServer server = DatabaseServer.at(this.servers.master());
		String name = "bench_" + ++this.databases;
		server.drop(name, name, "bench_");
		DatabaseAddress target = server
			.createFresh(name, name, "pw", new DatabaseInspector(this.tools).inspect(this.servers.shop()))
			.address();
		this.servers.checkpoint();
		try {
			return variant.run(this.servers.shop(), target);
		}
		finally {
			server.drop(name, name, "bench_");
		}
	}

	private Measured usualWay(DatabaseAddress source, DatabaseAddress target) throws Exception {
		Path dump = HOME.resolve("usual.dump");
		Path copy = HOME.resolve("usual.copy");
		Measured dumped = program(source, "pg_dump", "-Fc", "-N", "_heroku", "-f", dump.toString());
		long start = System.nanoTime();
		Files.copy(dump, copy);
		Measured copied = new Measured((System.nanoTime() - start) / 1e9, 0);
		Measured restored = program(target, "pg_restore", "--clean", "--if-exists", "--no-acl", "--no-owner", "-d",
				target.database(), copy.toString());
		Measured analyzed = program(target, "psql", "-qc", "analyze");
		Files.delete(dump);
		Files.delete(copy);
		return dumped.plus(copied).plus(restored).plus(analyzed);
	}

	private Measured directoryDump(DatabaseAddress source, DatabaseAddress target) throws Exception {
		Path dump = HOME.resolve("directory.dump");
		FileSystemUtils.deleteRecursively(dump);
		Measured dumped = program(source, "pg_dump", "-Fd", "-j2", "-Z0", "-N", "_heroku", "-f", dump.toString());
		Measured restored = program(target, "pg_restore", "-j2", "--no-acl", "--no-owner", "-d", target.database(),
				dump.toString());
		Measured analyzed = program(target, "psql", "-qc", "analyze");
		FileSystemUtils.deleteRecursively(dump);
		return dumped.plus(restored).plus(analyzed);
	}

	private Measured pgcopydb(DatabaseAddress source, DatabaseAddress target) throws Exception {
		DatabaseAddress plain = this.servers.plainTarget();
		Path directory = HOME.resolve("pgcopydb");
		FileSystemUtils.deleteRecursively(directory);
		// It ends its whole process group when it fails.
		return new ClientProgram(source,
				List.of("setsid", "--wait", "pgcopydb", "clone", "--table-jobs", "2", "--index-jobs", "2", "--no-acl",
						"--no-owner", "--no-comments", "--split-tables-larger-than", "200MB", "--dir",
						directory.toString()))
			.run(Map.of("PGCOPYDB_SOURCE_PGURI", source.toUrl(), "PGCOPYDB_TARGET_PGURI", plain.toUrl()));
	}

	private Measured copy(DatabaseAddress source, DatabaseAddress target) throws Exception {
		return job(target.database(), () -> this.move.start(target.database(), source, target));
	}

	private Measured copyAndProof(DatabaseAddress source, DatabaseAddress target) throws Exception {
		return copy(source, target).plus(proof(source, target, DatabaseComparison.Scope.FAST));
	}

	/** Only what happens in the window is measured: the last changes, and the proof. */
	private Measured finish(DatabaseAddress source, DatabaseAddress target, Proof proof) throws Exception {
		DataMoveAhead.Sides sides = new DataMoveAhead.Sides(source, target, this.servers.changer());
		String token = target.database();
		job(token, () -> this.ahead.start(token, "bench", sides, 4L << 30));
		Sql.run(source, "update log_event set body = body || 'x' where id % 100 = 1",
				"update measurement set value = value + 1 where id % 100 = 2",
				"update document set name = name || 'y' where id % 100 = 3");
		this.servers.checkpoint();
		Measured finished = job("finish-" + token,
				() -> this.ahead.finish("finish-" + token, "bench", token, sides, false));
		Measured measured = switch (proof) {
			case NONE -> finished;
			case TOUCHED -> finished.plus(proof(source, target,
					new DatabaseComparison.Scope(Depth.FAST, List.of(), new Mark("bench", token))));
			case EVERYTHING -> finished.plus(proof(source, target, DatabaseComparison.Scope.FAST));
		};
		job("release-" + token, () -> this.ahead.release("release-" + token, "bench", source));
		return measured;
	}

	/** From the start of a job until it is done. */
	private Measured job(String token, Runnable start) throws Exception {
		long begin = System.nanoTime();
		start.run();
		Measured waited = Measured.until(() -> this.jobs.state(token).orElseThrow().over(), MOVER);
		MoveState state = this.jobs.state(token).orElseThrow();
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
		return new Measured((System.nanoTime() - begin) / 1e9, waited.peakKilobytes());
	}

	private Measured proof(DatabaseAddress source, DatabaseAddress target, DatabaseComparison.Scope scope)
			throws Exception {
		String token = "proof-" + target.database();
		Measured measured = job(token, () -> this.comparison.start(token, source, target, scope));
		assertThat(this.comparison.result(token).differences()).isEmpty();
		return measured;
	}

	private static Measured program(DatabaseAddress address, String... words) throws Exception {
		return new ClientProgram(address, List.of(words)).run(Map.of());
	}

	/** What is compared after the finish. */
	private enum Proof {

		NONE, TOUCHED, EVERYTHING

	}

	private interface Variant {

		Measured run(DatabaseAddress source, DatabaseAddress target) throws Exception;

	}

}
