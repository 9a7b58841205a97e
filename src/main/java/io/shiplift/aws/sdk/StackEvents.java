package io.shiplift.aws.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.shiplift.aws.Stacks.Event;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * The events of stacks, which AWS tells newest first, page by page.
 */
final class StackEvents {

	private static final String STACK = "AWS::CloudFormation::Stack";

	/** A hundred events each; more than a stack of ours ever has. */
	private static final int PAGES = 40;

	private final Clients clients;

	StackEvents(Clients clients) {
		this.clients = clients;
	}

	/** What came after an event, oldest first. */
	List<Event> after(String nameOrId, @Nullable String eventId) {
		return newestUntil(nameOrId, (event) -> event.id().equals(eventId)).reversed();
	}

	/** What failed first in that which was started last. */
	Optional<String> firstFailure(String stackId) {
		List<Event> newest = newestUntil(stackId, StackEvents::starts);
		return newest.reversed()
			.stream()
			.filter((event) -> event.failed() && !event.type().equals(STACK))
			.filter((event) -> !event.reason().toLowerCase(java.util.Locale.ROOT).contains("cancelled"))
			.map((event) -> event.resource() + ": " + event.reason())
			.findFirst();
	}

	private static boolean starts(Event event) {
		return event.type().equals(STACK) && event.reason().equals("User Initiated");
	}

	private List<Event> newestUntil(String nameOrId, Predicate<Event> end) {
		List<Event> events = new ArrayList<>();
		String token = null;
		for (int page = 0; page < PAGES; page++) {
			DescribeStackEventsResponse response = page(nameOrId, token).orElse(null);
			if (response == null) {
				return events;
			}
			for (StackEvent found : response.stackEvents()) {
				Event event = event(found);
				if (end.test(event)) {
					return events;
				}
				events.add(event);
			}
			token = response.nextToken();
			if (token == null) {
				return events;
			}
		}
		return events;
	}

	private Optional<DescribeStackEventsResponse> page(String nameOrId, @Nullable String token) {
		return SdkStacks.orNone(() -> this.clients.calls()
			.call("cloudformation:DescribeStackEvents", nameOrId, () -> this.clients.cloudFormation()
				.describeStackEvents((request) -> request.stackName(nameOrId).nextToken(token))));
	}

	private static Event event(StackEvent event) {
		return new Event(event.eventId(), event.timestamp(), SdkStacks.plain(event.logicalResourceId()),
				SdkStacks.plain(event.resourceType()), SdkStacks.plain(event.resourceStatusAsString()),
				SdkStacks.plain(event.resourceStatusReason()));
	}

}
