package io.shiplift.aws.sdk;

import java.util.Map;
import java.util.TreeMap;

import io.shiplift.aws.Stacks.Request;
import org.jspecify.annotations.Nullable;

/**
 * With which rights CloudFormation works for us: the role it takes on, and the limit of
 * every role that a stack makes. Both may be empty.
 */
record StackRoles(String role, String limit) {

	/** CloudFormation works with the rights of whoever calls it. */
	static final StackRoles NONE = new StackRoles("", "");

	private static final String LIMIT = "PermissionsBoundaryArn";

	/** The parameters of a request, with the limit if the template asks for it. */
	Map<String, String> parameters(Request request) {
		boolean asked = request.template()
			.parameters()
			.stream()
			.anyMatch((parameter) -> parameter.name().equals(LIMIT));
		if (this.limit.isEmpty() || !asked) {
			return request.parameters();
		}
		Map<String, String> all = new TreeMap<>(request.parameters());
		all.put(LIMIT, this.limit);
		return all;
	}

	/** The role as the SDK wants it: nothing instead of an empty text. */
	@Nullable String roleOrNull() {
		return this.role.isEmpty() ? null : this.role;
	}

}
