package io.shiplift.steps.certificate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.shiplift.aws.AwsAccounts;
import io.shiplift.aws.Certificates;
import io.shiplift.dns.DnsHost;
import io.shiplift.dns.DnsHosts;
import io.shiplift.fact.Account;
import io.shiplift.fact.Certificate;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Requests a certificate for the host names and proves that they are ours: by adding the
 * records where we can, by asking a person where we cannot.
 */
@Component
class CertificateStep implements Step {

	private static final Duration POLL = Duration.ofSeconds(2);

	private final AwsAccounts accounts;

	private final DnsHosts hosts;

	CertificateStep(AwsAccounts accounts, DnsHosts hosts) {
		this.accounts = accounts;
		this.hosts = hosts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("certificate", "TLS certificate",
					"A certificate for your host names, proved by DNS records, so that browsers trust the new address.",
					Certificate.class)
			.needs(Account.class)
			.forward(RunKind.PREPARE)
			.backward(RunKind.TEARDOWN);
	}

	@Override
	public boolean appliesTo(Plan plan) {
		return !plan.dns().hostNames().isEmpty();
	}

	@Override
	public List<Plan.Resource> resources(Plan plan) {
		return List.of(new Plan.Resource("certificate", "AWS::CertificateManager::Certificate", "Certificate"));
	}

	@Override
	public StepResult advance(StepContext context) {
		Certificates certificates = certificates(context);
		List<String> domains = context.plan().dns().hostNames();
		Optional<Certificates.Certificate> found = certificates.find(tags(context));
		if (found.isEmpty() || refusedBefore(context, certificates, found.get())) {
			context.act("Request a certificate for " + String.join(", ", domains),
					() -> certificates.request(domains, context.tags("certificate"), context.token("certificate")));
			return StepResult.underway(POLL, "The certificate was requested");
		}
		Certificates.Certificate certificate = found.get();
		return switch (certificate.status()) {
			case ISSUED -> StepResult.done(new Certificate(certificate.arn(), domains));
			case FAILED -> StepResult.failed("AWS refused the certificate: " + certificate.reason()
					+ " Correct the cause, then retry to request a new one.");
			case PENDING_VALIDATION -> validate(context, certificate);
		};
	}

	@Override
	public StepResult undo(StepContext context) {
		Certificates certificates = certificates(context);
		Optional<Certificates.Certificate> found = certificates.find(tags(context));
		if (found.isEmpty()) {
			return StepResult.undone();
		}
		DnsHost host = this.hosts.open(context.connection());
		for (Certificates.ValidationRecord proof : found.get().validation()) {
			List<DnsHost.DnsRecord> standing = standing(host, proof);
			if (!standing.isEmpty()) {
				context.act("Remove record " + proof.name(),
						() -> host.replace(standing, List.of(), context.token("proof-removal-" + proof.domain())));
			}
		}
		context.act("Delete certificate " + found.get().arn(),
				() -> certificates.delete(found.get().arn(), context.token("certificate-delete")));
		return StepResult.underway(POLL, "The certificate is being removed");
	}

	/** Of whichever generation: only the newest counts, and all have to go. */
	private static Map<String, String> tags(StepContext context) {
		Map<String, String> tags = new TreeMap<>(context.tags("certificate"));
		tags.remove("shiplift:generation");
		return tags;
	}

	private static boolean refusedBefore(StepContext context, Certificates certificates,
			Certificates.Certificate newest) {
		return newest.status() == Certificates.Status.FAILED
				&& certificates.find(context.tags("certificate")).filter(newest::equals).isEmpty();
	}

	private StepResult validate(StepContext context, Certificates.Certificate certificate) {
		DnsHost host = this.hosts.open(context.connection());
		List<String> byHand = new ArrayList<>();
		for (Certificates.ValidationRecord proof : certificate.validation()) {
			if (host.zoneOf(proof.name()).isEmpty()) {
				byHand.add("CNAME " + proof.name() + " → " + proof.value());
			}
			else if (standing(host, proof).isEmpty()) {
				DnsHost.DnsRecord proven = new DnsHost.DnsRecord(proof.name(), "CNAME", proof.value(), 300);
				context.act("Add record " + proof.name(),
						() -> host.replace(List.of(), List.of(proven), context.token("proof-" + proof.domain())));
			}
		}
		if (!byHand.isEmpty()) {
			return StepResult.blocked("Add these records where your DNS is kept: " + String.join("; ", byHand)
					+ ". The certificate follows by itself within some minutes.");
		}
		return StepResult.underway(POLL, certificate.validation().isEmpty() ? "AWS has not named the records yet"
				: "The records stand; AWS has not looked yet");
	}

	private static List<DnsHost.DnsRecord> standing(DnsHost host, Certificates.ValidationRecord proof) {
		return host.records(proof.name()).stream().filter((record) -> record.value().equals(proof.value())).toList();
	}

	private Certificates certificates(StepContext context) {
		return this.accounts.open(context.connection(), context.plan().region()).certificates();
	}

}
