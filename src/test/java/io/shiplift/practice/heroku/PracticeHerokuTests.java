package io.shiplift.practice.heroku;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.shiplift.credentials.Connection;
import io.shiplift.heroku.Heroku;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.Change;
import io.shiplift.practice.Faults;
import io.shiplift.practice.Ledger;
import io.shiplift.practice.PracticeWorld;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link PracticeHeroku}.
 */
class PracticeHerokuTests {

	private final PracticeWorld world = world();

	private final Heroku heroku = open("w");

	@Test
	void hasAShopOnFirstUse() {
		assertThat(this.heroku.apps()).extracting(Heroku.App::name).containsExactly("shop");
		assertThat(this.heroku.app("shop")).get().satisfies((app) -> assertThat(app.maintenance()).isFalse());
		assertThat(this.heroku.app("blog")).isEmpty();
		assertThat(this.heroku.formation("shop")).extracting(Heroku.Formation::type)
			.containsExactly("web", "worker", "beat");
		assertThat(this.heroku.addOns("shop")).extracting(Heroku.AddOn::centsPerMonth).containsExactly(5000, 1500, 0);
		assertThat(this.heroku.domains("shop")).containsExactly("shop.example.com", "www.shop.example.com");
		assertThat(this.heroku.schedulerJobs("shop")).hasSize(2);
		assertThat(this.heroku.configVars("shop")).hasSize(15)
			.filteredOn((configVar) -> configVar.addOn() != null)
			.extracting(Heroku.ConfigVar::name)
			.containsExactly("DATABASE_URL", "REDIS_URL");
	}

	@Test
	void keepsItsStateAndMakesOtherSecretsInOtherWorlds() {
		this.heroku.maintenance("shop", true);
		assertThat(open("w").app("shop").orElseThrow().maintenance()).isTrue();
		assertThat(open("w").configVars("shop")).isEqualTo(this.heroku.configVars("shop"));
		assertThat(open("other").app("shop").orElseThrow().maintenance()).isFalse();
		assertThat(value(open("other"), "SECRET_KEY")).isNotEqualTo(value(this.heroku, "SECRET_KEY"));
	}

	@Test
	void letsDynosGoLittleByLittle() {
		assertThat(this.heroku.runningDynos("shop")).isEqualTo(Map.of("web", 2, "worker", 1, "beat", 1));
		this.heroku.scale("shop", Map.of("web", 0, "worker", 0));
		assertThat(this.heroku.formation("shop")).extracting(Heroku.Formation::quantity).containsExactly(0, 0, 1);
		assertThat(this.heroku.runningDynos("shop")).isEqualTo(Map.of("web", 2, "worker", 1, "beat", 1));
		this.world.pass(Duration.ofSeconds(20));
		assertThat(this.heroku.runningDynos("shop")).isEqualTo(Map.of("web", 1, "beat", 1));
		this.world.pass(Duration.ofSeconds(20));
		assertThat(this.heroku.runningDynos("shop")).isEqualTo(Map.of("beat", 1));
		this.heroku.scale("shop", Map.of("web", 3));
		assertThat(this.heroku.runningDynos("shop")).isEqualTo(Map.of("web", 3, "beat", 1));
	}

	@Test
	void writesChangesToTheLedgerAndRepeatsAsNothing() {
		this.heroku.scale("shop", Map.of("worker", 0));
		this.heroku.scale("shop", Map.of("worker", 0));
		this.heroku.maintenance("shop", true);
		this.heroku.maintenance("shop", true);
		assertThat(this.world.ledger().entries("w")).extracting(Ledger.Entry::call, Ledger.Entry::effect)
			.containsExactly(tuple("scale", Change.Effect.CHANGED), tuple("scale", Change.Effect.NONE),
					tuple("maintenance", Change.Effect.CHANGED), tuple("maintenance", Change.Effect.NONE));
	}

	@Test
	void refusesWhatIsNotThere() {
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.heroku.scale("blog", Map.of("web", 1)));
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> this.heroku.scale("shop", Map.of("web", 0, "clock", 1)))
			.withMessageContaining("clock");
		assertThat(this.heroku.formation("shop").getFirst().quantity()).isEqualTo(2);
		assertThat(this.world.ledger().entries("w")).isEmpty();
	}

	@Test
	void goesWrongOnDemand() {
		this.world.faults().add("w", "heroku.maintenance", Faults.Kind.TIMEOUT_AFTER_EFFECT);
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.heroku.maintenance("shop", true))
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(OutsideProblem.Kind.UNKNOWN));
		assertThat(this.heroku.app("shop").orElseThrow().maintenance()).isTrue();
		this.world.faults().add("w", "heroku.formation", Faults.Kind.THROTTLE, 1);
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.heroku.formation("shop"));
	}

	@Test
	void capturesABackupOnceForEachToken() {
		assertThat(this.heroku.captureBackup("shop", "one").name()).isEqualTo("b001");
		assertThat(this.heroku.captureBackup("shop", "one").name()).isEqualTo("b001");
		assertThat(this.heroku.captureBackup("shop", "two").name()).isEqualTo("b002");
		assertThat(this.heroku.backups("shop")).extracting(Heroku.Backup::number).containsExactly(2, 1);
		assertThat(this.heroku.backupUrl("shop", 2)).endsWith("/two");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.heroku.backupUrl("shop", 3));
		assertThat(this.world.ledger().entries("w")).extracting(Ledger.Entry::effect)
			.containsExactly(Change.Effect.CREATED, Change.Effect.NONE, Change.Effect.CREATED);
	}

	@Test
	void asksTheRealDatabase() {
		assertThat(this.heroku.databaseUrl("shop")).isEqualTo("postgres://u:p@127.0.0.1:1/w");
		assertThat(this.heroku.resetDatabaseConnections("shop")).isEqualTo(3);
	}

	PracticeWorld world() {
		return new PracticeWorld();
	}

	private Heroku open(String name) {
		Rows rows = new Rows(this.world.jdbc(), this.world.worlds());
		return new PracticeHerokuProvider(rows, this.world.ledger(), this.world.faults(), new FixedDatabase(),
				this.world.clock(), this.world.properties())
			.open(new Connection.Practice(name));
	}

	private static String value(Heroku heroku, String name) {
		return heroku.configVars("shop")
			.stream()
			.filter((configVar) -> name.equals(configVar.name()))
			.findFirst()
			.orElseThrow()
			.value();
	}

	/**
	 * A database that has always three visitors.
	 */
	private static final class FixedDatabase implements SourceDatabase {

		private final List<String> dumps = new ArrayList<>();

		@Override
		public String url(String world) {
			return "postgres://u:p@127.0.0.1:1/" + world;
		}

		@Override
		public int endSessions(String world) {
			return 3;
		}

		@Override
		public void dump(String world, String token) {
			this.dumps.add(token);
		}

		@Override
		public Dump dumped(String token) {
			return new Dump(Heroku.Backup.State.DONE, this.dumps.size(), "");
		}

		@Override
		public String dumpUrl(String token) {
			return "http://127.0.0.1:1/" + token;
		}

	}

}
