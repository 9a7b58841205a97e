package io.shiplift.steps.copy;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.shiplift.credentials.Connection;
import io.shiplift.credentials.Leave;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.HerokuProvider;
import io.shiplift.heroku.Herokus;
import io.shiplift.heroku.api.HerokuServer;
import io.shiplift.mover.Backup;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.step.StepContext;
import io.shiplift.testing.ScriptedRunbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.RETURNS_DEFAULTS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

/**
 * Tests that a backup is captured once, whatever happens between Heroku's answer and our
 * note of it.
 */
class BackupSourceTests {

	private static final String DATABASE = "/client/v11/databases/d0000000-0000-4000-8000-000000000001";

	private static final String TRANSFERS = "/client/v11/apps/shop/transfers";

	private final HerokuServer server = new HerokuServer();

	private final BackupSource source = new BackupSource(new Herokus(List.of(new Only(this.server))), null, null, null);

	private final Memory memory = new Memory();

	private final StepContext context = this.memory.context();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void capturesOnceThoughTheAnswerGotLost() {
		this.server.answer(TRANSFERS, list(backup(4, "true")));
		this.server.answer("POST " + DATABASE + "/backups", 503, "");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.source.find(this.context, "t"))
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(OutsideProblem.Kind.UNKNOWN));
		this.server.answer(TRANSFERS, list(backup(4, "true"), backup(6, null), backup(5, "false")));
		assertThat(this.source.find(this.context, "t")).isEmpty();
		this.server.answer(TRANSFERS, list(backup(7, null), backup(6, "true")));
		this.server.answer("POST " + TRANSFERS + "/6/actions/public-url",
				"{\"url\":\"https://backups.example.com/6\"}");
		assertThat(this.source.find(this.context, "t")).get()
			.extracting(Backup::url)
			.isEqualTo("https://backups.example.com/6");
		assertThat(captures()).isOne();
		assertThat(this.memory.acts).isOne();
	}

	@Test
	void takesNoBackupFromBeforeForItsOwn() {
		this.server.answer(TRANSFERS, list(backup(4, "true"), backup(5, null)));
		this.server.answer("POST " + DATABASE + "/backups", 201, "{\"num\":6}");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.source.find(this.context, "t"))
			.withMessageContaining("does not know the backup any more");
		assertThat(captures()).isOne();
	}

	private long captures() {
		return this.server.requests()
			.stream()
			.filter((request) -> request.getUrl().encodedPath().equals(DATABASE + "/backups"))
			.count();
	}

	private static String list(String... backups) {
		return "[" + String.join(",", backups) + "]";
	}

	private static String backup(int number, String succeeded) {
		return "{\"num\":%d,\"from_type\":\"pg_dump\",\"to_type\":\"gof3r\",\"succeeded\":%s%s}".formatted(number,
				succeeded, (succeeded != null) ? ",\"finished_at\":\"2026-05-01 16:23:05 +0000\"" : "");
	}

	private record Only(HerokuServer server) implements HerokuProvider {

		@Override
		public boolean serves(Connection connection) {
			return true;
		}

		@Override
		public Heroku open(Connection connection) {
			return this.server.open(Leave.BACKUP);
		}

	}

	/** A context that remembers, and acts at once. */
	private static final class Memory {

		private final Map<String, Object> kept = new HashMap<>();

		private int acts;

		StepContext context() {
			StepContext context = mock(StepContext.class, this::answer);
			doReturn(ScriptedRunbook.plan("k3f9abcd", "Shop")).when(context).plan();
			doReturn(new Connection.Practice("k3f9abcd")).when(context).connection();
			doReturn(Clock.systemUTC()).when(context).clock();
			return context;
		}

		private Object answer(InvocationOnMock call) throws Throwable {
			return switch (call.getMethod().getName()) {
				case "act" -> {
					this.acts++;
					yield ((Supplier<?>) call.getArgument(1)).get();
				}
				case "remember" -> this.kept.computeIfAbsent(call.getArgument(0),
						(missing) -> ((Supplier<?>) call.getArgument(2)).get());
				case "recall" -> Optional.ofNullable(this.kept.get(call.<String>getArgument(0)));
				default -> RETURNS_DEFAULTS.answer(call);
			};
		}

	}

}
