package io.shiplift.aws.sdk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.shiplift.aws.Certificates.Certificate;
import io.shiplift.aws.Certificates.Status;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.testing.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for certificates of a real account, on the emulator.
 */
@EnabledIf(value = "io.shiplift.testing.Moto#installed", disabledReason = "moto_server is not on the PATH")
@ExtendWith(Proves.class)
class SdkCertificatesTests {

	private static final Clients clients = TestClients.moto("100000000004");

	private final SdkCertificates certificates = new SdkCertificates(clients);

	@AfterAll
	static void close() {
		clients.close();
	}

	@Test
	void requestsOneCertificateHoweverOftenItIsAsked() {
		this.certificates.request(List.of("shop.example.com", "www.example.com"), tags("m1", 1), "token");
		this.certificates.request(List.of("shop.example.com", "www.example.com"), tags("m1", 1), "token");
		assertThat(clients.acm().listCertificates().certificateSummaryList())
			.filteredOn((certificate) -> certificate.domainName().equals("shop.example.com"))
			.hasSize(1);
		Certificate found = this.certificates.find(tags("m1", 1)).orElseThrow();
		assertThat(found.validation()).extracting((record) -> record.domain())
			.containsExactlyInAnyOrder("shop.example.com", "www.example.com");
		assertThat(found.validation()).allSatisfy((record) -> {
			assertThat(record.name()).doesNotEndWith(".");
			assertThat(record.value()).doesNotEndWith(".");
		});
	}

	@Test
	void findsThatOfItsTags() {
		this.certificates.request(List.of("old.example.com"), tags("m2", 1), "token-1");
		this.certificates.request(List.of("new.example.com"), tags("m2", 2), "token-2");
		String first = this.certificates.find(tags("m2", 1)).orElseThrow().arn();
		assertThat(this.certificates.find(tags("m2", 2))).map(Certificate::arn)
			.hasValueSatisfying((arn) -> assertThat(arn).isNotEqualTo(first));
		assertThat(this.certificates.find(tags("m3", 1))).isEmpty();
	}

	@Test
	void seesItIssued() throws InterruptedException {
		this.certificates.request(List.of("soon.example.com"), tags("m4", 1), "token");
		CountDownLatch never = new CountDownLatch(1);
		Status status = Status.PENDING_VALIDATION;
		for (int tries = 0; tries < 100 && status == Status.PENDING_VALIDATION; tries++) {
			never.await(100, TimeUnit.MILLISECONDS);
			status = this.certificates.find(tags("m4", 1)).orElseThrow().status();
		}
		assertThat(status).isEqualTo(Status.ISSUED);
	}

	@Test
	void deletesWhatMayBeGoneAlready() {
		this.certificates.request(List.of("brief.example.com"), tags("m5", 1), "token");
		String arn = this.certificates.find(tags("m5", 1)).orElseThrow().arn();
		this.certificates.delete(arn, "token");
		this.certificates.delete(arn, "token");
		assertThat(this.certificates.find(tags("m5", 1))).isEmpty();
	}

	@Test
	void wantsAName() {
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> this.certificates.request(List.of(), tags("m6", 1), "token"));
	}

	private static Map<String, String> tags(String migration, int generation) {
		return Map.of("shiplift:migration", migration, "shiplift:step", "certificate", "shiplift:generation",
				Integer.toString(generation));
	}

}
