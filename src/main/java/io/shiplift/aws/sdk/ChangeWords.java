package io.shiplift.aws.sdk;

import java.util.List;
import java.util.Objects;

import io.shiplift.aws.ChangeSets.Action;
import io.shiplift.aws.ChangeSets.Change;
import io.shiplift.aws.ChangeSets.Replacement;
import io.shiplift.aws.ChangeSets.State;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;

/**
 * What CloudFormation says of changes, in our words.
 */
final class ChangeWords {

	private ChangeWords() {
	}

	static State state(DescribeChangeSetResponse set) {
		ChangeSetStatus status = set.status();
		if (status == ChangeSetStatus.FAILED) {
			String reason = SdkStacks.plain(set.statusReason());
			boolean nothing = reason.contains("didn't contain changes")
					|| reason.contains("No updates are to be performed");
			return nothing ? State.EMPTY : State.REFUSED;
		}
		if (status != ChangeSetStatus.CREATE_COMPLETE) {
			return (status == ChangeSetStatus.CREATE_PENDING || status == ChangeSetStatus.CREATE_IN_PROGRESS)
					? State.WORKING : State.USED;
		}
		ExecutionStatus execution = set.executionStatus();
		if (execution == ExecutionStatus.AVAILABLE) {
			return State.READY;
		}
		if (execution == ExecutionStatus.EXECUTE_COMPLETE) {
			return State.CARRIED_OUT;
		}
		return (execution == ExecutionStatus.UNAVAILABLE) ? State.WORKING : State.USED;
	}

	static Change of(ResourceChange change) {
		return new Change(action(change), change.logicalResourceId(), change.resourceType(),
				SdkStacks.plain(change.physicalResourceId()), replacement(change), causes(change.details()));
	}

	private static Action action(ResourceChange change) {
		return switch (change.action()) {
			case ADD -> Action.ADD;
			case MODIFY -> Action.MODIFY;
			case REMOVE -> Action.REMOVE;
			default -> Action.OTHER;
		};
	}

	/** What AWS leaves open, or says in a new word, may be a loss. */
	private static Replacement replacement(ResourceChange change) {
		String word = SdkStacks.plain(change.replacementAsString());
		return switch (word) {
			case "", "False" -> Replacement.NO;
			case "True" -> Replacement.YES;
			default -> Replacement.PERHAPS;
		};
	}

	private static List<String> causes(List<ResourceChangeDetail> details) {
		return details.stream()
			.map(ResourceChangeDetail::target)
			.filter(Objects::nonNull)
			.map(ChangeWords::name)
			.filter((name) -> !name.isEmpty())
			.distinct()
			.sorted()
			.toList();
	}

	private static String name(ResourceTargetDefinition target) {
		String name = SdkStacks.plain(target.name());
		return name.isEmpty() ? SdkStacks.plain(target.attributeAsString()) : name;
	}

}
