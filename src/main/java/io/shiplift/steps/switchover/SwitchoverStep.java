package io.shiplift.steps.switchover;

import java.util.List;
import java.util.Optional;

import io.shiplift.dns.DnsHost;
import io.shiplift.dns.DnsHosts;
import io.shiplift.fact.Environment;
import io.shiplift.fact.SmokePassed;
import io.shiplift.fact.Switched;
import io.shiplift.fact.TrafficMoved;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Moves the traffic: all records in one act, with the old values kept so that the same
 * act leads back.
 */
@Component
class SwitchoverStep implements Step {

	private final DnsHosts hosts;

	SwitchoverStep(DnsHosts hosts) {
		this.hosts = hosts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("switchover", "DNS switch",
					"Points your host names to AWS in one act. Users write to AWS from here on.", TrafficMoved.class)
			.needs(SmokePassed.class, Environment.class)
			.forward(RunKind.CUTOVER)
			.backward(RunKind.RETURN)
			.with(StepSheet.Trait.POINT_OF_NO_RETURN);
	}

	@Override
	public StepResult advance(StepContext context) {
		DnsHost host = this.hosts.open(context.connection());
		Before before = context.remember("before", Before.class,
				() -> new Before(standing(host, context.plan()), context.clock().instant().toString()));
		List<DnsHost.DnsRecord> wanted = wanted(context, before.records());
		List<DnsHost.DnsRecord> standing = standing(host, context.plan());
		if (!standing.equals(wanted)) {
			if (!standing.equals(before.records())) {
				return StepResult.failed("The records were changed by somebody else since this step first looked. "
						+ "Put them back as they were, or cancel and plan again.");
			}
			context.act("Switch " + String.join(", ", context.plan().dns().hostNames()) + " to AWS",
					() -> host.replace(standing, wanted, context.token("switch")));
		}
		return StepResult.done(new TrafficMoved(switched(before.records(), wanted), before.at()));
	}

	@Override
	public StepResult undo(StepContext context) {
		DnsHost host = this.hosts.open(context.connection());
		Optional<Before> before = context.recall("before", Before.class);
		if (before.isEmpty()) {
			return StepResult.undone();
		}
		List<DnsHost.DnsRecord> standing = standing(host, context.plan());
		if (!standing.equals(before.get().records())) {
			context.act("Switch " + String.join(", ", context.plan().dns().hostNames()) + " back to Heroku",
					() -> host.replace(standing, before.get().records(), context.token("switch-back")));
		}
		return StepResult.undone();
	}

	private static List<DnsHost.DnsRecord> standing(DnsHost host, Plan plan) {
		return plan.dns().hostNames().stream().flatMap((name) -> host.records(name).stream()).toList();
	}

	private static List<DnsHost.DnsRecord> wanted(StepContext context, List<DnsHost.DnsRecord> before) {
		String address = context.fact(Environment.class).address();
		return before.stream()
			.map((record) -> new DnsHost.DnsRecord(record.name(), "CNAME", address, record.ttl()))
			.distinct()
			.toList();
	}

	private static List<Switched> switched(List<DnsHost.DnsRecord> before, List<DnsHost.DnsRecord> after) {
		return before.stream()
			.flatMap((old) -> after.stream()
				.filter((record) -> record.name().equals(old.name()))
				.map((record) -> new Switched(old.name(), old.type(), old.value(), old.ttl(), record.type(),
						record.value())))
			.toList();
	}

	/** The records as they stood, and when that was. */
	record Before(List<DnsHost.DnsRecord> records, String at) {

	}

}
