package io.shiplift.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.aws.Aws;
import io.shiplift.aws.AwsAccounts;
import io.shiplift.fact.Destination;
import io.shiplift.fact.Environment;
import io.shiplift.step.StepContext;

import org.springframework.stereotype.Component;

/**
 * Runs the application's own migrations on AWS against one of our databases.
 */
@Component
public class AppMigrations {

	private static final List<String> COMMAND = List.of("python", "manage.py", "migrate", "--noinput");

	private final AwsAccounts accounts;

	AppMigrations(AwsAccounts accounts) {
		this.accounts = accounts;
	}

	/** The command in words. */
	public static String words() {
		return String.join(" ", COMMAND);
	}

	/** Empty if they were not started with that token. */
	public Optional<Aws.Commands.CommandState> find(StepContext context, String token) {
		return commands(context).find(token);
	}

	/** The command gets the address by reference, never the address itself. */
	public void start(StepContext context, Destination destination, String token) {
		List<String> command = new ArrayList<>(List.of("env", "DATABASE_URL_SECRET=" + destination.secret()));
		command.addAll(COMMAND);
		context.act("Run " + words(),
				() -> commands(context).start(context.fact(Environment.class).name(), command, token));
	}

	private Aws.Commands commands(StepContext context) {
		return this.accounts.open(context.connection(), context.plan().region()).commands();
	}

}
