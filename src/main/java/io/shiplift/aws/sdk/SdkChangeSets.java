package io.shiplift.aws.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.shiplift.aws.ChangeSets;
import io.shiplift.aws.StackStatus;
import io.shiplift.aws.Stacks;
import io.shiplift.aws.Stacks.Request;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;

/**
 * Change sets of the stacks of an account.
 */
final class SdkChangeSets implements ChangeSets {

	private final Clients clients;

	private final Stacks stacks;

	private final StackRoles roles;

	SdkChangeSets(Clients clients, Stacks stacks, StackRoles roles) {
		this.clients = clients;
		this.roles = roles;
		this.stacks = stacks;
	}

	@Override
	public void propose(String name, Request request) {
		boolean stands = this.stacks.find(request.name())
			.filter((stack) -> stack.status() != StackStatus.REVIEW_IN_PROGRESS)
			.isPresent();
		try {
			this.clients.calls()
				.call("cloudformation:CreateChangeSet", request.name(),
						() -> client().createChangeSet(proposal(name, request, stands)));
		}
		catch (AwsProblem ex) {
			SdkStacks.ignore(ex, "AlreadyExistsException");
		}
	}

	private Consumer<CreateChangeSetRequest.Builder> proposal(String name, Request request, boolean stands) {
		return (create) -> {
			create.stackName(request.name())
				.changeSetName(name)
				.changeSetType(stands ? ChangeSetType.UPDATE : ChangeSetType.CREATE)
				.templateBody(request.template().text())
				.parameters(StackTags.parameters(this.roles.parameters(request)))
				.roleARN(this.roles.roleOrNull())
				.tags(StackTags.list(request.tags()))
				.capabilitiesWithStrings("CAPABILITY_IAM");
			if (!stands) {
				create.onStackFailure(request.onFailure().name());
			}
		};
	}

	@Override
	public Optional<ChangeSet> find(String stack, String name) {
		List<Change> changes = new ArrayList<>();
		DescribeChangeSetResponse first = null;
		String token = null;
		do {
			DescribeChangeSetResponse page = page(stack, name, token).orElse(null);
			if (page == null) {
				return Optional.empty();
			}
			first = (first != null) ? first : page;
			page.changes().forEach((change) -> changes.add(ChangeWords.of(change.resourceChange())));
			token = page.nextToken();
		}
		while (token != null);
		return Optional.of(new ChangeSet(stack, name, ChangeWords.state(first), SdkStacks.plain(first.statusReason()),
				StackTags.map(first.tags()), changes));
	}

	private Optional<DescribeChangeSetResponse> page(String stack, String name, @Nullable String token) {
		return SdkStacks.orNone(() -> this.clients.calls()
			.call("cloudformation:DescribeChangeSet", name, () -> client()
				.describeChangeSet((request) -> request.stackName(stack).changeSetName(name).nextToken(token))));
	}

	@Override
	public void execute(String stack, String name, String token) {
		try {
			this.clients.calls()
				.call("cloudformation:ExecuteChangeSet", name, () -> client().executeChangeSet(
						(request) -> request.stackName(stack).changeSetName(name).clientRequestToken(token)));
		}
		catch (AwsProblem ex) {
			SdkStacks.ignore(ex, "InvalidChangeSetStatus");
		}
	}

	@Override
	public void discard(String stack, String name, String token) {
		SdkStacks.orNone(() -> this.clients.calls()
			.call("cloudformation:DeleteChangeSet", name,
					() -> client().deleteChangeSet((request) -> request.stackName(stack).changeSetName(name))));
	}

	/** Whose a stack under review is, if that shows only in its changes. */
	Map<String, String> tagsOfAny(String stack) {
		return SdkStacks
			.orNone(() -> this.clients.calls()
				.call("cloudformation:ListChangeSets", stack,
						() -> client().listChangeSets((request) -> request.stackName(stack))))
			.stream()
			.flatMap((response) -> response.summaries().stream())
			.map((summary) -> find(stack, summary.changeSetName()).map(ChangeSet::tags).orElse(Map.of()))
			.filter((tags) -> !tags.isEmpty())
			.findFirst()
			.orElse(Map.of());
	}

	private CloudFormationClient client() {
		return this.clients.cloudFormation();
	}

}
