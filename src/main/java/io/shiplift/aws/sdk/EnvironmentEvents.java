package io.shiplift.aws.sdk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.shiplift.aws.Applications.Event;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEventsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EventDescription;

/**
 * Events of one environment. Beanstalk gives them no ids: ours are made of the time and
 * of what is said, so that they are the same at every look.
 */
final class EnvironmentEvents {

	private static final int PAGE = 1000;

	private final Clients clients;

	private final String environmentId;

	EnvironmentEvents(Clients clients, String environmentId) {
		this.clients = clients;
		this.environmentId = environmentId;
	}

	/** Oldest first. */
	List<Event> after(@Nullable String afterId) {
		Instant start = (afterId != null) ? at(afterId) : null;
		List<Event> events = new ArrayList<>();
		Map<String, Integer> same = new HashMap<>();
		for (EventDescription event : since(start).reversed()) {
			String severity = Objects.requireNonNullElse(event.severityAsString(), "INFO");
			String message = Objects.requireNonNullElse(event.message(), "");
			Instant at = Objects.requireNonNullElse(event.eventDate(), Instant.EPOCH);
			String id = "%015d-%s".formatted(at.toEpochMilli(), Tokens.of(12, severity, message));
			int before = same.merge(id, 1, Integer::sum) - 1;
			events.add(new Event((before > 0) ? id + "-" + before : id, at, severity, message));
		}
		return (afterId != null) ? following(events, afterId) : events;
	}

	private static List<Event> following(List<Event> events, String afterId) {
		List<String> ids = events.stream().map(Event::id).toList();
		int index = ids.indexOf(afterId);
		if (index >= 0) {
			return events.subList(index + 1, events.size());
		}
		Instant seen = at(afterId);
		return events.stream().filter((event) -> event.at().isAfter(seen)).toList();
	}

	private static Instant at(String id) {
		return Instant.ofEpochMilli(Long.parseLong(id.substring(0, 15)));
	}

	/** Newest first, as AWS gives them. */
	private List<EventDescription> since(@Nullable Instant start) {
		List<EventDescription> all = new ArrayList<>();
		String next = null;
		do {
			DescribeEventsResponse page = page(start, next);
			all.addAll(page.events());
			next = page.nextToken();
		}
		while (next != null);
		return all;
	}

	private DescribeEventsResponse page(@Nullable Instant start, @Nullable String next) {
		return this.clients.calls()
			.call("elasticbeanstalk:DescribeEvents", this.environmentId,
					() -> this.clients.beanstalk()
						.describeEvents((events) -> events.environmentId(this.environmentId)
							.startTime(start)
							.maxRecords(PAGE)
							.nextToken(next)));
	}

}
