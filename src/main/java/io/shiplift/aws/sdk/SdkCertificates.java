package io.shiplift.aws.sdk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.shiplift.aws.Certificates;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.acm.model.ListCertificatesResponse;
import software.amazon.awssdk.services.acm.model.Tag;
import software.amazon.awssdk.services.acm.model.ValidationMethod;

/**
 * ACM. Its tokens are good for an hour only, so our tags are looked for first.
 */
final class SdkCertificates implements Certificates {

	private static final String MISSING = "ResourceNotFoundException";

	private static final int TOKEN_LENGTH = 32;

	private final Clients clients;

	private final Calls calls;

	SdkCertificates(Clients clients) {
		this.clients = clients;
		this.calls = clients.calls();
	}

	/** The newest that carries all of them. */
	@Override
	public Optional<Certificate> find(Map<String, String> tags) {
		return summaries().stream()
			.sorted(Comparator.comparing(SdkCertificates::madeAt).reversed())
			.map(CertificateSummary::certificateArn)
			.filter((arn) -> tags(arn).entrySet().containsAll(tags.entrySet()))
			.map(this::describe)
			.flatMap(Optional::stream)
			.findFirst();
	}

	@Override
	public void request(List<String> domains, Map<String, String> tags, String token) {
		if (domains.isEmpty()) {
			throw new OutsideProblem(Kind.REFUSED, "A certificate needs at least one domain");
		}
		if (find(tags).isPresent()) {
			return;
		}
		List<Tag> all = tags.entrySet()
			.stream()
			.map((tag) -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
			.toList();
		List<String> others = domains.subList(1, domains.size());
		this.calls.call("acm:RequestCertificate", domains.getFirst(),
				() -> client().requestCertificate((wanted) -> wanted.domainName(domains.getFirst())
					.subjectAlternativeNames(others.isEmpty() ? null : others)
					.validationMethod(ValidationMethod.DNS)
					.keyAlgorithm(KeyAlgorithm.RSA_2048)
					.idempotencyToken(Tokens.of(TOKEN_LENGTH, token, String.join(",", domains)))
					.tags(all)));
	}

	@Override
	public void delete(String arn, String token) {
		try {
			this.calls.find("acm:DeleteCertificate", arn,
					() -> client().deleteCertificate((certificate) -> certificate.certificateArn(arn)), MISSING);
		}
		catch (AwsProblem ex) {
			throw ex.says("ResourceInUseException")
					? new OutsideProblem(Kind.TRANSIENT, "The certificate is still in use by a load balancer: " + arn)
					: ex;
		}
	}

	private List<CertificateSummary> summaries() {
		List<CertificateSummary> all = new ArrayList<>();
		String next = null;
		do {
			ListCertificatesResponse page = page(next);
			all.addAll(page.certificateSummaryList());
			next = page.nextToken();
		}
		while (next != null);
		return all;
	}

	private ListCertificatesResponse page(@Nullable String next) {
		return this.calls.call("acm:ListCertificates", "the account",
				() -> client().listCertificates((list) -> list.maxItems(1000).nextToken(next)));
	}

	private static Instant madeAt(CertificateSummary certificate) {
		return Objects.requireNonNullElse(certificate.createdAt(), Instant.EPOCH);
	}

	private Map<String, String> tags(String arn) {
		return this.calls
			.find("acm:ListTagsForCertificate", arn,
					() -> client().listTagsForCertificate((list) -> list.certificateArn(arn)), MISSING)
			.map((answer) -> answer.tags()
				.stream()
				.collect(Collectors.toMap(Tag::key, (tag) -> Objects.requireNonNullElse(tag.value(), ""))))
			.orElse(Map.of());
	}

	private Optional<Certificate> describe(String arn) {
		return this.calls
			.find("acm:DescribeCertificate", arn, () -> client().describeCertificate((one) -> one.certificateArn(arn)),
					MISSING)
			.map((answer) -> certificate(answer.certificate()));
	}

	private static Certificate certificate(CertificateDetail detail) {
		Status status = switch (detail.status()) {
			case ISSUED -> Status.ISSUED;
			case PENDING_VALIDATION -> Status.PENDING_VALIDATION;
			default -> Status.FAILED;
		};
		return new Certificate(detail.certificateArn(), status,
				(status == Status.FAILED) ? CertificateReasons.of(detail) : "", validation(detail));
	}

	/** All or none: AWS names them some seconds after the request. */
	private static List<ValidationRecord> validation(CertificateDetail detail) {
		boolean named = detail.domainValidationOptions().stream().allMatch((proof) -> proof.resourceRecord() != null);
		return named ? detail.domainValidationOptions()
			.stream()
			.map((proof) -> new ValidationRecord(proof.domainName(), withoutDot(proof.resourceRecord().name()),
					withoutDot(proof.resourceRecord().value())))
			.toList() : List.of();
	}

	private static String withoutDot(String name) {
		return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
	}

	private AcmClient client() {
		return this.clients.acm();
	}

}
