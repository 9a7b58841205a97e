package io.shiplift.practice.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import io.shiplift.aws.Applications.Health;
import io.shiplift.aws.Aws.Leftover;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.Change.Effect;
import io.shiplift.practice.Ledger;
import io.shiplift.practice.PracticeWorld;
import io.shiplift.testing.PostgresServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for everything from the first stack to the last leftover, on both databases.
 */
class WholeLifeTests {

	@ParameterizedTest
	@EnumSource(Kind.class)
	void buildsAndRemovesEverything(Kind kind) {
		AwsWorld world = kind.world();
		Map<String, String> network = world.network();
		world.built("database", AwsWorld.databaseParameters(network));
		world.application();
		world.aws().certificates().request(List.of("shop.example.com"), AwsWorld.TAGS, "c");
		world.aws().secrets().put("shiplift-w1/env/KEY", "value", AwsWorld.TAGS, "s");
		world.aws().applications().createEnvironment(AwsWorld.environment(Map.of("a:b", network.get("VpcId")), "e"));
		world.pass(Duration.ofMinutes(10));
		assertThat(world.aws().applications().findEnvironment("shiplift-w1-web").orElseThrow().health())
			.isEqualTo(Health.GREEN);
		world.aws().commands().start("shiplift-w1-web", List.of("python", "manage.py", "migrate"), "m");
		world.pass(Duration.ofMinutes(10));
		remove(world);
		assertThat(world.aws().leftovers("w1")).extracting(Leftover::type)
			.containsExactlyInAnyOrder("AWS::RDS::DBSnapshot", "AWS::S3::Bucket");
		assertThat(world.aws().leftovers("w1")).noneMatch((leftover) -> leftover.keptBecause().isEmpty());
		assertThat(world.world().ledger().entries("w1")).extracting(Ledger.Entry::effect).doesNotContain(Effect.NONE);
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void ofManyCallersAtOnceOneCreates(Kind kind) throws Exception {
		AwsWorld world = kind.world();
		List<Callable<Boolean>> calls = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			calls.add(() -> {
				world.create("filestore", Map.of());
				return true;
			});
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			for (Future<Boolean> call : threads.invokeAll(calls)) {
				assertThat(call.state() == Future.State.SUCCESS || call.exceptionNow() instanceof OutsideProblem problem
						&& problem.kind() == OutsideProblem.Kind.TRANSIENT)
					.isTrue();
			}
		}
		assertThat(world.effects("stacks", "create")).containsOnlyOnce(Effect.CREATED);
	}

	private static void remove(AwsWorld world) {
		world.aws().applications().terminateEnvironment("shiplift-w1-web", "t");
		world.pass(Duration.ofMinutes(10));
		world.aws().applications().deleteVersion("shiplift-w1", "v1", "t");
		world.aws().objects().empty(world.stack("filestore").outputs().get("WorkBucket"), "t");
		world.aws().certificates().delete(world.aws().certificates().find(AwsWorld.TAGS).orElseThrow().arn(), "t");
		world.aws().secrets().delete("shiplift-w1/env/KEY", "t");
		for (String step : List.of("application", "filestore", "database", "network")) {
			world.aws().stacks().delete("shiplift-w1-" + step, "t");
			world.pass(Duration.ofMinutes(10));
		}
	}

	/**
	 * The databases that hold the tables of the practice world.
	 */
	enum Kind {

		/** The embedded one. */
		H2,

		/** A server. */
		POSTGRESQL;

		AwsWorld world() {
			return (this == H2) ? new AwsWorld() : new AwsWorld(new PracticeWorld(postgresql()));
		}

		private static DataSource postgresql() {
			PostgresServer.Database database = PostgresServer.freshDatabase();
			return new DriverManagerDataSource(database.url(), database.user(), database.password());
		}

	}

}
