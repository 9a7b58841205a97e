package io.shiplift.practice.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.shiplift.aws.Applications.Status;
import io.shiplift.aws.Aws;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.practice.Change;
import io.shiplift.practice.Fate;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One-off commands of the practice world: they take some seconds and say plausible
 * things.
 */
final class PracticeCommands implements Aws.Commands {

	private static final double TAKES = 60;

	private final Ground ground;

	private final Place place;

	private final JdbcClient jdbc;

	private final EnvironmentRows environments;

	PracticeCommands(Ground ground, Place place) {
		this.ground = ground;
		this.place = place;
		this.jdbc = ground.jdbc();
		this.environments = new EnvironmentRows(ground.jdbc(), place.world());
	}

	@Override
	public Optional<CommandState> find(String token) {
		this.ground.look(this.place, "commands", "find", token);
		return row(token).map(this::state);
	}

	@Override
	public void start(String environment, List<String> command, String token) {
		this.ground.process(Ground.call(this.place, "commands", "start", token, environment),
				(fate) -> start(environment, command, token, fate));
	}

	private Change<Boolean> start(String environment, List<String> command, String token, Fate fate) {
		if (row(token).isPresent()) {
			return Change.none(true);
		}
		Instant now = this.ground.now();
		EnvironmentRow target = this.environments.latest(environment)
			.filter((row) -> row.stands(now))
			.orElseThrow(() -> new OutsideProblem(Kind.REFUSED, "No Environment found for " + environment));
		if (target.status(now) != Status.READY) {
			throw new OutsideProblem(Kind.TRANSIENT, "Environment " + environment + " is not ready for a command.");
		}
		Instant ends = (fate != Fate.HANGS) ? now.plus(this.ground.pace().of(TAKES)) : Column.NEVER;
		this.jdbc
			.sql("insert into practice_command (world, token, environment, command, began, ends, exit_code)"
					+ " values (?, ?, ?, ?, ?, ?, ?)")
			.params(this.place.world(), token, environment, Column.write(command), Column.time(now), Column.time(ends),
					(fate == Fate.FAILS) ? 1 : 0)
			.update();
		return Change.created(true);
	}

	private Optional<Row> row(String token) {
		return this.jdbc
			.sql("select command, began, ends, exit_code from practice_command where world = ? and token = ?")
			.params(this.place.world(), token)
			.query((row, number) -> new Row(Column.list(row.getString("command")), Column.instant(row, "began"),
					Column.instant(row, "ends"), row.getInt("exit_code")))
			.optional();
	}

	private CommandState state(Row row) {
		Instant now = this.ground.now();
		Instant ends = row.ends();
		List<String> lines = lines(row.command(), row.exitCode());
		if (!ends.isAfter(now)) {
			return new CommandState(row.exitCode(), lines.getLast());
		}
		double passed = (double) Duration.between(row.began(), now).toMillis()
				/ Math.max(1, this.ground.pace().of(TAKES).toMillis());
		int said = Math.min(lines.size() - 2, (int) (passed * (lines.size() - 1)));
		return new CommandState(-1, lines.get(Math.max(0, said)));
	}

	private static List<String> lines(List<String> command, int exitCode) {
		String last = (exitCode == 0) ? "Done." : "CommandError (practice fault): the command ended with 1";
		if (!command.contains("migrate")) {
			return List.of("Running " + String.join(" ", command), last);
		}
		return List.of("Operations to perform:", "  Apply all migrations: admin, auth, contenttypes, sessions, shop",
				"Running migrations:", "  Looking at the tables that are there",
				(exitCode == 0) ? "  No migrations to apply." : last);
	}

	private record Row(List<String> command, Instant began, Instant ends, int exitCode) {

	}

}
