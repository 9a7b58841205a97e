package io.shiplift.steps.ttl;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.shiplift.dns.DnsHost;
import io.shiplift.dns.DnsHosts;
import io.shiplift.fact.Approved;
import io.shiplift.fact.TtlLowered;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Lowers the time to live of the records to be moved and waits until nobody remembers
 * them for longer.
 */
@Component
class TtlStep implements Step {

	private static final Duration POLL = Duration.ofSeconds(2);

	private final DnsHosts hosts;

	TtlStep(DnsHosts hosts) {
		this.hosts = hosts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("ttl", "Short-lived DNS records",
					"Lowers the time to live, so that the switch, and a way back, spread within a minute.",
					TtlLowered.class)
			.needs(Approved.class)
			.forward(RunKind.CUTOVER)
			.backward(RunKind.RETURN);
	}

	@Override
	public StepResult advance(StepContext context) {
		DnsHost host = this.hosts.open(context.connection());
		Plan.Dns dns = context.plan().dns();
		Before before = context.remember("before", Before.class, () -> before(host, dns));
		for (String name : dns.hostNames()) {
			lower(context, host, name, dns.ttl());
		}
		for (String name : dns.hostNames()) {
			Optional<DnsHost.Sighting> slow = host.look(name)
				.stream()
				.filter((sighting) -> sighting.ttlLeft() > dns.ttl())
				.max(Comparator.comparingLong(DnsHost.Sighting::ttlLeft));
			if (slow.isPresent()) {
				return StepResult.underway(POLL,
						slow.get().resolver() + " remembers " + name + " for another " + slow.get().ttlLeft() + " s");
			}
		}
		return StepResult.done(new TtlLowered(before.seconds()));
	}

	@Override
	public StepResult undo(StepContext context) {
		DnsHost host = this.hosts.open(context.connection());
		context.recall("before", Before.class)
			.ifPresent((before) -> before.seconds().forEach((name, ttl) -> lower(context, host, name, ttl)));
		return StepResult.undone();
	}

	private static Before before(DnsHost host, Plan.Dns dns) {
		Map<String, Long> seconds = new TreeMap<>();
		dns.hostNames().forEach((name) -> host.records(name).forEach((record) -> seconds.put(name, record.ttl())));
		return new Before(seconds);
	}

	private static void lower(StepContext context, DnsHost host, String name, long ttl) {
		List<DnsHost.DnsRecord> standing = host.records(name);
		List<DnsHost.DnsRecord> wanted = standing.stream()
			.map((record) -> new DnsHost.DnsRecord(record.name(), record.type(), record.value(), ttl))
			.toList();
		if (!standing.equals(wanted)) {
			context.act("Set the time to live of " + name + " to " + ttl + " s",
					() -> host.replace(standing, wanted, context.token("ttl-" + name)));
		}
	}

	/** Seconds by name. */
	record Before(Map<String, Long> seconds) {

	}

}
