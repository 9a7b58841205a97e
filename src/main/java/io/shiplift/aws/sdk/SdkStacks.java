package io.shiplift.aws.sdk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.shiplift.aws.ChangeSets;
import io.shiplift.aws.StackStatus;
import io.shiplift.aws.Stacks;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/**
 * CloudFormation stacks of an account. That there is no stack is an error of AWS which
 * only its text tells from others.
 */
final class SdkStacks implements Stacks {

	private final Clients clients;

	private final StackEvents events;

	private final StackRoles roles;

	SdkStacks(Clients clients, StackRoles roles) {
		this.clients = clients;
		this.roles = roles;
		this.events = new StackEvents(clients);
	}

	@Override
	public Optional<Stack> find(String nameOrId) {
		return orNone(() -> this.clients.calls()
			.call("cloudformation:DescribeStacks", nameOrId,
					() -> client().describeStacks((request) -> request.stackName(nameOrId))))
			.flatMap((response) -> response.stacks().stream().findFirst())
			.map(this::stack);
	}

	private Stack stack(software.amazon.awssdk.services.cloudformation.model.Stack stack) {
		StackStatus status = StackStatus.valueOf(stack.stackStatusAsString());
		Map<String, String> outputs = stack.outputs()
			.stream()
			.collect(Collectors.toMap(Output::outputKey, Output::outputValue));
		Map<String, String> tags = StackTags.map(stack.tags());
		if (status == StackStatus.REVIEW_IN_PROGRESS && tags.isEmpty()) {
			tags = new SdkChangeSets(this.clients, this, this.roles).tagsOfAny(stack.stackName());
		}
		String reason = status.troubled()
				? this.events.firstFailure(stack.stackId()).orElseGet(() -> plain(stack.stackStatusReason())) : "";
		return new Stack(stack.stackName(), stack.stackId(), status, reason, status.stands() ? outputs : Map.of(),
				tags);
	}

	@Override
	public List<Resource> resources(String nameOrId) {
		List<Resource> resources = new ArrayList<>();
		String token = null;
		do {
			ListStackResourcesResponse page = resourcesPage(nameOrId, token).orElse(null);
			if (page == null) {
				return resources;
			}
			page.stackResourceSummaries().forEach((summary) -> resources.add(resource(summary)));
			token = page.nextToken();
		}
		while (token != null);
		return resources;
	}

	private Optional<ListStackResourcesResponse> resourcesPage(String nameOrId, @Nullable String token) {
		return orNone(() -> this.clients.calls()
			.call("cloudformation:ListStackResources", nameOrId,
					() -> client().listStackResources((request) -> request.stackName(nameOrId).nextToken(token))));
	}

	private static Resource resource(StackResourceSummary summary) {
		Instant since = summary.lastUpdatedTimestamp();
		return new Resource(plain(summary.logicalResourceId()), plain(summary.resourceType()),
				plain(summary.physicalResourceId()), plain(summary.resourceStatusAsString()),
				(since != null) ? since : Instant.EPOCH);
	}

	@Override
	public void create(Request request) {
		try {
			this.clients.calls()
				.call("cloudformation:CreateStack", request.name(),
						() -> client().createStack((create) -> create.stackName(request.name())
							.templateBody(request.template().text())
							.parameters(StackTags.parameters(this.roles.parameters(request)))
							.tags(StackTags.list(request.tags()))
							.capabilitiesWithStrings("CAPABILITY_IAM")
							.roleARN(this.roles.roleOrNull())
							.onFailure(request.onFailure().name())
							.clientRequestToken(request.token())));
		}
		catch (AwsProblem ex) {
			ignore(ex, "AlreadyExistsException");
		}
	}

	@Override
	public void delete(String name, String token) {
		this.clients.calls()
			.call("cloudformation:DeleteStack", name, () -> client().deleteStack(
					(delete) -> delete.stackName(name).roleARN(this.roles.roleOrNull()).clientRequestToken(token)));
	}

	@Override
	public void continueRollback(String name, String token) {
		this.clients.calls()
			.call("cloudformation:ContinueUpdateRollback", name, () -> client().continueUpdateRollback(
					(rollback) -> rollback.stackName(name).roleARN(this.roles.roleOrNull()).clientRequestToken(token)));
	}

	@Override
	public List<Event> events(String nameOrId, @Nullable String afterId) {
		return this.events.after(nameOrId, afterId);
	}

	@Override
	public ChangeSets changes() {
		return new SdkChangeSets(this.clients, this, this.roles);
	}

	private CloudFormationClient client() {
		return this.clients.cloudFormation();
	}

	/** What is there already is looked at next time. */
	static void ignore(AwsProblem problem, String... codes) {
		if (!problem.says(codes)) {
			throw problem;
		}
	}

	/** Nothing, if AWS says that there is no such stack. */
	static <T> Optional<T> orNone(Supplier<T> call) {
		try {
			return Optional.of(call.get());
		}
		catch (AwsProblem ex) {
			if (ex.says("ValidationError", "ChangeSetNotFound", "ChangeSetNotFoundException")
					&& ex.getMessage().contains("does not exist")) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	static String plain(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
