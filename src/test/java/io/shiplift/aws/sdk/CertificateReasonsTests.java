package io.shiplift.aws.sdk;

import java.util.List;
import java.util.Map;

import io.shiplift.aws.Certificates.Certificate;
import io.shiplift.aws.Certificates.Status;
import io.shiplift.outside.OutsideProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.acm.model.FailureReason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for states of certificates that the emulator never reaches, as ACM documents its
 * answers.
 */
class CertificateReasonsTests {

	private static final String ARN = "arn:aws:acm:eu-central-1:111122223333:certificate/1";

	private final AwsStub aws = new AwsStub();

	private final SdkCertificates certificates = new SdkCertificates(this.aws.clients());

	@AfterEach
	void close() {
		this.aws.close();
	}

	@ParameterizedTest
	@EnumSource(value = FailureReason.class, names = "UNKNOWN_TO_SDK_VERSION", mode = EnumSource.Mode.EXCLUDE)
	void saysWhyAwsRefused(FailureReason reason) {
		Certificate certificate = described("\"Status\":\"FAILED\",\"FailureReason\":\"" + reason + "\"");
		assertThat(certificate.status()).isEqualTo(Status.FAILED);
		assertThat(certificate.reason()).startsWith(reason + ": ").endsWith(".");
	}

	@ParameterizedTest
	@CsvSource({ "FAILED", "VALIDATION_TIMED_OUT", "REVOKED", "EXPIRED", "INACTIVE", "NOVEL" })
	void saysWhyACertificateIsOfNoUse(String status) {
		Certificate certificate = described("\"Status\":\"" + status + "\"");
		assertThat(certificate.status()).isEqualTo(Status.FAILED);
		assertThat(certificate.reason()).startsWith(status);
	}

	@Test
	void namesItsRecordsAllAtOnceOrNotYet() {
		String named = "{\"DomainName\":\"a.example.com\",\"ResourceRecord\":{\"Name\":\"_x.a.example.com.\","
				+ "\"Type\":\"CNAME\",\"Value\":\"_y.acm-validations.aws.\"}}";
		String unnamed = "{\"DomainName\":\"b.example.com\"}";
		assertThat(described("\"Status\":\"PENDING_VALIDATION\"").validation()).isEmpty();
		assertThat(described(
				"\"Status\":\"PENDING_VALIDATION\",\"DomainValidationOptions\":[" + named + "," + unnamed + "]")
			.validation()).isEmpty();
		assertThat(
				described("\"Status\":\"PENDING_VALIDATION\",\"DomainValidationOptions\":[" + named + "]").validation())
			.singleElement()
			.satisfies((record) -> assertThat(record.name()).isEqualTo("_x.a.example.com"));
	}

	@Test
	void takesTheNewest() {
		this.aws.answer("ListCertificates", 200, """
				{"CertificateSummaryList":[{"CertificateArn":"old","CreatedAt":1795000000},
				{"CertificateArn":"new","CreatedAt":1795000002},{"CertificateArn":"between","CreatedAt":1795000001}]}
				""");
		described("\"Status\":\"ISSUED\"");
		assertThat(this.aws.sent("DescribeCertificate").getFirst().get("body")).contains("\"new\"");
	}

	@Test
	void looksOnEveryPage() {
		this.aws.answer("ListCertificates", 200, "{\"NextToken\":\"more\",\"CertificateSummaryList\":[]}");
		assertThat(described("\"Status\":\"ISSUED\"").status()).isEqualTo(Status.ISSUED);
		assertThat(this.aws.sent("ListCertificates").getLast().get("body")).contains("more");
	}

	@Test
	void waitsForTheBalancerToLetGo() {
		this.aws.refuseJson("DeleteCertificate", 400, "ResourceInUseException", "Certificate is in use");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.certificates.delete(ARN, "token"))
			.withMessageContaining("still in use by a load balancer")
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(OutsideProblem.Kind.TRANSIENT));
	}

	@Test
	void asksWithATokenThatAcmTakes() {
		this.aws.answer("ListCertificates", 200, "{\"CertificateSummaryList\":[]}")
			.answer("RequestCertificate", 200, "{\"CertificateArn\":\"" + ARN + "\"}");
		this.certificates.request(List.of("a.example.com"), Map.of("shiplift:migration", "m1"),
				"shiplift-m1-certificate-1-g1");
		this.certificates.request(List.of("a.example.com"), Map.of("shiplift:migration", "m1"),
				"shiplift-m1-certificate-1-g1");
		List<String> sent = this.aws.sent("RequestCertificate").stream().map((body) -> body.get("body")).toList();
		assertThat(sent).hasSize(2).allMatch((body) -> body.matches(".*\"IdempotencyToken\":\"\\w{32}\".*"));
		assertThat(sent.getFirst()).isEqualTo(sent.getLast());
	}

	private Certificate described(String more) {
		this.aws.forget("DescribeCertificate")
			.answer("ListCertificates", 200,
					"{\"CertificateSummaryList\":[{\"CertificateArn\":\"" + ARN + "\",\"CreatedAt\":1795000000}]}")
			.answer("ListTagsForCertificate", 200, "{\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"}]}")
			.answer("DescribeCertificate", 200, "{\"Certificate\":{\"CertificateArn\":\"" + ARN + "\"," + more + "}}");
		return this.certificates.find(Map.of("a", "b")).orElseThrow();
	}

}
