package io.shiplift.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.shiplift.credentials.Connection;
import io.shiplift.dns.DnsHost;
import io.shiplift.dns.DnsHosts;
import io.shiplift.dns.NameLookup;
import io.shiplift.fact.SourceTraffic;
import io.shiplift.heroku.Heroku;

import org.springframework.stereotype.Component;

/**
 * Looks up the host names of an app: in public, or in the zone of the practice world.
 */
@Component
class NameLooks {

	/** An app with more names has them all alike. */
	private static final int MOST = 50;

	private final NameLookup lookup;

	private final DnsHosts hosts;

	NameLooks(NameLookup lookup, DnsHosts hosts) {
		this.lookup = lookup;
		this.hosts = hosts;
	}

	List<SourceTraffic.HostName> of(Connection connection, List<Heroku.HostName> names, Gathering gathering) {
		List<Supplier<SourceTraffic.HostName>> looks = names.stream()
			.limit(MOST)
			.map((name) -> gathering.ask(() -> with(name, look(connection, name.name()))))
			.toList();
		if (names.size() > MOST) {
			gathering.gap("Only " + MOST + " of " + names.size() + " host names were looked up in DNS.");
		}
		return Stream
			.concat(looks.stream().map(Supplier::get),
					names.stream().skip(MOST).map((name) -> with(name, SourceTraffic.Seen.NOTHING)))
			.toList();
	}

	private SourceTraffic.Seen look(Connection connection, String name) {
		return switch (connection) {
			case Connection.Accounts accounts -> {
				NameLookup.Found found = this.lookup.look(name);
				yield new SourceTraffic.Seen(found.records(), found.ttl(), found.zone(), found.nameServers(),
						DnsProviders.of(found.nameServers()), found.issuers());
			}
			case Connection.Practice practice -> practised(this.hosts.open(practice), name);
		};
	}

	private static SourceTraffic.Seen practised(DnsHost host, String name) {
		Optional<String> zone = host.zoneOf(name);
		List<DnsHost.DnsRecord> records = host.records(name);
		return new SourceTraffic.Seen(records.stream().map((one) -> one.type() + " " + one.value()).toList(),
				records.stream().mapToLong(DnsHost.DnsRecord::ttl).max().orElse(0), zone.orElse(""), List.of(),
				zone.isPresent() ? "Practice" : "", List.of());
	}

	private static SourceTraffic.HostName with(Heroku.HostName name, SourceTraffic.Seen seen) {
		return new SourceTraffic.HostName(name.name(), name.target(), name.status(), name.certificateStatus(), seen);
	}

}
