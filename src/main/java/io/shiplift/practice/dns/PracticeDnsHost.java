package io.shiplift.practice.dns;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.shiplift.dns.DnsHost;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.Call;
import io.shiplift.practice.Change;
import io.shiplift.practice.Faults;
import io.shiplift.practice.Ledger;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;

/**
 * The zone of one world and the resolvers around it.
 */
class PracticeDnsHost implements DnsHost {

	private static final String SERVICE = "dns";

	private final String world;

	private final Records records;

	private final Tools tools;

	PracticeDnsHost(String world, Records records, Tools tools) {
		this.world = world;
		this.records = records;
		this.tools = tools;
	}

	@Override
	public Optional<String> zoneOf(String name) {
		look("zone", name);
		return Zone.holds(Zone.tidy(name)) ? Optional.of(Zone.NAME) : Optional.empty();
	}

	@Override
	public List<DnsRecord> records(String name) {
		look("records", name);
		return this.records.standing(this.world, Zone.tidy(name));
	}

	@Override
	public void replace(List<DnsRecord> before, List<DnsRecord> after, String token) {
		List<DnsRecord> old = before.stream().map(Zone::tidy).toList();
		List<DnsRecord> wanted = after.stream().map(Zone::tidy).toList();
		wanted.forEach(PracticeDnsHost::refuseForeign);
		try {
			this.tools.ledger()
				.effect(new Call(this.world, SERVICE, "replace", token, names(old, wanted)),
						() -> replace(old, wanted));
		}
		catch (DuplicateKeyException ex) {
			throw refused("Such a record stands already: " + names(old, wanted), ex);
		}
	}

	@Override
	public List<Sighting> look(String name) {
		look("look", name);
		History history = this.records.history(this.world, Zone.tidy(name));
		Instant now = this.tools.clock().instant();
		return Resolver.ALL.stream().map((resolver) -> resolver.look(history, now, this.tools.speed())).toList();
	}

	private Change<Boolean> replace(List<DnsRecord> old, List<DnsRecord> wanted) {
		List<DnsRecord> removed = old.stream().filter((record) -> !wanted.contains(record)).toList();
		List<DnsRecord> added = wanted.stream().filter((record) -> !old.contains(record)).toList();
		if (wanted.stream().allMatch(this::stands) && removed.stream().noneMatch(this::stands)) {
			return Change.none(true);
		}
		old.forEach(this::refuseUnlessStanding);
		Instant now = this.tools.clock().instant();
		for (DnsRecord record : removed) {
			if (!this.records.remove(this.world, record, now)) {
				throw notAsExpected(record);
			}
		}
		added.forEach((record) -> this.records.add(this.world, record, now));
		added.forEach(this::refuseBesideAlias);
		return Change.changed(true);
	}

	private void refuseUnlessStanding(DnsRecord record) {
		if (!stands(record)) {
			throw notAsExpected(record);
		}
	}

	private boolean stands(DnsRecord record) {
		return this.records.standing(this.world, record.name()).contains(record);
	}

	/** Beside a CNAME nothing else may stand. */
	private void refuseBesideAlias(DnsRecord added) {
		List<DnsRecord> standing = this.records.standing(this.world, added.name());
		if (standing.size() > 1 && standing.stream().anyMatch((record) -> "CNAME".equals(record.type()))) {
			throw refused("Beside a CNAME no other record may stand at " + added.name(), null);
		}
	}

	private void look(String name, String target) {
		this.tools.faults().look(Call.look(this.world, SERVICE, name, target));
	}

	private static void refuseForeign(DnsRecord record) {
		if (!Zone.holds(record.name())) {
			throw refused("No zone of this account holds " + record.name(), null);
		}
	}

	private static String names(List<DnsRecord> old, List<DnsRecord> wanted) {
		String names = Stream.concat(old.stream(), wanted.stream())
			.map(DnsRecord::name)
			.distinct()
			.sorted()
			.collect(Collectors.joining(","));
		return (names.length() <= 400) ? names : names.substring(0, 400);
	}

	private static OutsideProblem notAsExpected(DnsRecord record) {
		return refused("There is no record " + record.name() + " " + record.type() + " " + record.value() + " with TTL "
				+ record.ttl() + " any more. Look again before changing it", null);
	}

	private static OutsideProblem refused(String what, @Nullable Throwable cause) {
		String message = "DNS (practice): " + what + ".";
		return (cause != null) ? new OutsideProblem(OutsideProblem.Kind.REFUSED, message, cause)
				: new OutsideProblem(OutsideProblem.Kind.REFUSED, message);
	}

	/** What all worlds share. */
	record Tools(Ledger ledger, Faults faults, Clock clock, double speed) {

	}

}
