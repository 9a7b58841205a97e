package io.shiplift.aws.sdk;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.shiplift.aws.AwsProperties;
import io.shiplift.credentials.Mask;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Keeps the clients of connections that are in use, and counts the calls to each account
 * and region however many connections lead there. Nothing of the SDK is loaded before the
 * first is opened.
 */
@Component
@EnableConfigurationProperties(AwsProperties.class)
class ClientPool {

	private static final int MOST = 40;

	private final Map<String, Budget> budgets = new ConcurrentHashMap<>();

	private final Map<Place, Clients> clients = new LinkedHashMap<>(16, 0.75f, true);

	private final AwsProperties properties;

	private final Mask mask;

	private final Clock clock;

	private @Nullable Line line;

	ClientPool(AwsProperties properties, Mask mask, Clock clock) {
		this.properties = properties;
		this.mask = mask;
		this.clock = clock;
	}

	/** The clients of a connection in a region; the access is made if there are none. */
	synchronized Clients open(String connection, String region, Supplier<Access> access) {
		Clients found = this.clients.get(new Place(connection, region));
		if (found != null) {
			return found;
		}
		if (this.clients.size() >= MOST) {
			close(this.clients.keySet().iterator().next());
		}
		Clients made = once(access.get());
		this.clients.put(new Place(connection, region), made);
		return made;
	}

	/** Clients that nobody keeps, to try credentials out: close them. */
	synchronized Clients once(Access access) {
		Line shared = this.line;
		if (shared == null) {
			shared = Line.to(this.properties.endpoint());
			this.line = shared;
		}
		Budget budget = this.budgets.computeIfAbsent(access.account() + "/" + access.region(),
				(place) -> new Budget(this.clock));
		return new Clients(access, shared, budget, this.mask);
	}

	/** After a connection was changed or removed. */
	synchronized void forget(String connection) {
		this.clients.keySet()
			.stream()
			.filter((place) -> place.connection().equals(connection))
			.toList()
			.forEach(this::close);
	}

	private void close(Place place) {
		Clients closed = this.clients.remove(place);
		if (closed != null) {
			closed.close();
		}
	}

	/** Whose clients, and where. */
	private record Place(String connection, String region) {

	}

}
