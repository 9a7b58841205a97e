package io.shiplift.step;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CloudFormation stack as a step would build it: the template and what is known of its
 * parameters. Those that come from steps not carried out yet are {@code missing}; the
 * values of {@code secret} ones are made when they are needed and never shown.
 */
public record Blueprint(String part, String stack, String template, Map<String, String> parameters, Set<String> missing,
		Set<String> secret, Map<String, String> tags, boolean keptOnFailure) {

	/** Whether AWS can be asked what it would do. */
	public boolean complete() {
		return this.missing.isEmpty() && this.secret.isEmpty();
	}

	/** The names of all parameters that have a value. */
	public List<String> known() {
		return this.parameters.keySet().stream().sorted().toList();
	}

}
