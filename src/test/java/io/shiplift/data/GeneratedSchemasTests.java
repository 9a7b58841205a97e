package io.shiplift.data;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.Depth;
import io.shiplift.mover.Hash;
import io.shiplift.mover.VerifyJob;
import io.shiplift.mover.verify.Verify;
import io.shiplift.mover.work.Report;
import io.shiplift.practice.database.TestShops;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the mover moves databases that nobody would write, and that the comparison
 * raises no false alarm. More of them with {@code -Dshiplift.generated=50}.
 */
class GeneratedSchemasTests {

	private static final DatabaseTools tools = new DatabaseTools("");

	@TempDir
	Path home;

	static LongStream seeds() {
		return LongStream.rangeClosed(1, Integer.getInteger("shiplift.generated", 8));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void movesWithoutAFalseAlarm(long seed) throws Exception {
		DatabaseAddress source = TestShops.small("generated_" + seed);
		Sql.run(source, new SchemaGenerator(seed).commands().toArray(String[]::new));
		MoverJobs jobs = new MoverJobs(this.home.toString(), new MoverProgram("target"));
		DataMove move = new DataMove(jobs, tools);
		DatabaseAddress target = DatabaseServer.at(TestShops.master())
			.createFresh("generated_copy_" + seed, "generated_copy_" + seed, "pw",
					new DatabaseInspector(tools).inspect(source))
			.address();
		move.start("copy", source, target);
		assertThat(await(move)).extracting(MoveState::status, MoveState::message).contains(MoveState.Status.DONE);
		String fingerprint = jobs.path("copy", "fingerprint").toString();
		for (VerifyJob job : List.of(job(source, target, Hash.VALUES, null), job(source, target, Hash.TEXT, null),
				job(source, target, Hash.VALUES, fingerprint))) {
			Comparison result = new Verify(job,
					new Report(new PrintStream(OutputStream.nullOutputStream()), new JsonMapper()))
				.run();
			assertThat(result.differences()).isEmpty();
			assertThat(result.explained()).extracting(Comparison.Explained::rule).isSubsetOf("grants");
			assertThat(result.tables()).hasSizeGreaterThan(10);
		}
	}

	private static VerifyJob job(DatabaseAddress source, DatabaseAddress target, Hash hash,
			@Nullable String fingerprint) {
		return new VerifyJob(source.side(), target.side(), 2, hash, Depth.FAST, List.of(), fingerprint, null);
	}

	private static MoveState await(DataMove move) throws Exception {
		long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (!move.state("copy").orElseThrow().over() && System.nanoTime() < end) {
			assertThat(new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS)).isFalse();
		}
		return move.state("copy").orElseThrow();
	}

}
