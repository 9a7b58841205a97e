package io.shiplift.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a role: the account it is in, and its name.
 */
public record RoleArn(String partition, String accountId, String name) {

	private static final Pattern SHAPE = Pattern
		.compile("arn:(aws[a-z-]{0,12}):iam::([0-9]{12}):role/(?:[\\x21-\\x7e]{1,80}/)?([A-Za-z0-9+=,.@_-]{1,64})");

	/** Reads it, if it is one. */
	public static Optional<RoleArn> of(String text) {
		Matcher matcher = SHAPE.matcher(text);
		return matcher.matches() ? Optional.of(new RoleArn(matcher.group(1), matcher.group(2), matcher.group(3)))
				: Optional.empty();
	}

	/** The role that CloudFormation works with, as the launch template names it. */
	public String stacks() {
		return "arn:" + this.partition + ":iam::" + this.accountId + ":role/" + this.name + "-stacks";
	}

	/** The limit of roles that stacks make, as the launch template names it. */
	public String limit() {
		return "arn:" + this.partition + ":iam::" + this.accountId + ":policy/" + this.name + "-limit";
	}

}
