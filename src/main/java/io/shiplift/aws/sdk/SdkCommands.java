package io.shiplift.aws.sdk;

import java.util.List;
import java.util.Optional;

import io.shiplift.aws.Aws;
import io.shiplift.outside.OutsideProblem;

/**
 * One-off commands, which nothing carries out on a real account yet.
 */
final class SdkCommands implements Aws.Commands {

	@Override
	public Optional<CommandState> find(String token) {
		return Optional.empty();
	}

	@Override
	public void start(String environment, List<String> command, String token) {
		throw new OutsideProblem(OutsideProblem.Kind.REFUSED, "Shiplift cannot run " + String.join(" ", command)
				+ " on a real AWS account yet. Run it yourself on a machine of " + environment + ".");
	}

}
