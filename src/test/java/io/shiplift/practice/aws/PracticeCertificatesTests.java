package io.shiplift.practice.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.shiplift.aws.Certificates;
import io.shiplift.aws.Certificates.Certificate;
import io.shiplift.aws.Certificates.Status;
import io.shiplift.aws.Certificates.ValidationRecord;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.Change.Effect;
import io.shiplift.practice.Faults;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PracticeCertificates}.
 */
class PracticeCertificatesTests {

	private static final List<String> DOMAINS = List.of("shop.example.com", "www.shop.example.com");

	private final AwsWorld world = new AwsWorld();

	@Test
	void showsRecordsAMomentAfterTheRequest() {
		assertThat(certificates().find(AwsWorld.TAGS)).isEmpty();
		request();
		assertThat(certificate().validation()).isEmpty();
		this.world.pass(Duration.ofSeconds(30));
		assertThat(certificate().validation()).hasSize(2)
			.allSatisfy((record) -> assertThat(record.name()).endsWith("." + record.domain()))
			.extracting(ValidationRecord::domain)
			.containsExactlyElementsOf(DOMAINS);
		assertThat(certificate().status()).isEqualTo(Status.PENDING_VALIDATION);
		assertThat(certificate().arn()).startsWith("arn:aws:acm:eu-central-1:");
	}

	@Test
	void waitsForEveryRecordInTheZone() {
		request();
		this.world.pass(Duration.ofHours(3));
		List<ValidationRecord> records = certificate().validation();
		put(records.getFirst());
		this.world.pass(Duration.ofHours(3));
		assertThat(certificate().status()).isEqualTo(Status.PENDING_VALIDATION);
		put(records.getLast());
		assertThat(certificate().status()).isEqualTo(Status.PENDING_VALIDATION);
		this.world.pass(Duration.ofMinutes(2));
		assertThat(certificate().status()).isEqualTo(Status.ISSUED);
	}

	@Test
	void staysIssuedWithoutItsRecords() {
		request();
		this.world.pass(Duration.ofMinutes(1));
		certificate().validation().forEach(this::put);
		this.world.pass(Duration.ofMinutes(2));
		assertThat(certificate().status()).isEqualTo(Status.ISSUED);
		this.world.world().jdbc().sql("update practice_dns_record set stands = null").update();
		assertThat(certificate().status()).isEqualTo(Status.ISSUED);
	}

	@Test
	void findsByTags() {
		request();
		assertThat(certificates().find(Map.of("shiplift:migration", "w1"))).isPresent();
		assertThat(certificates().find(Map.of("shiplift:migration", "w2"))).isEmpty();
	}

	@Test
	void theSameTokenHasNoSecondEffect() {
		request();
		request();
		assertThat(this.world.effects("certificates", "request")).containsExactly(Effect.CREATED, Effect.NONE);
	}

	@Test
	void failsOnDemand() {
		this.world.world().faults().add("w1", "aws.certificates.request", Faults.Kind.FAIL_ONCE);
		request();
		this.world.pass(Duration.ofMinutes(1));
		assertThat(certificate().status()).isEqualTo(Status.FAILED);
		assertThat(certificate().reason()).contains("CAA_ERROR");
	}

	@Test
	void isNotDeletedWhileAnEnvironmentUsesIt() {
		request();
		String arn = certificate().arn();
		this.world.application();
		this.world.aws()
			.applications()
			.createEnvironment(AwsWorld.environment(Map.of("aws:elbv2:listener:443/SSLCertificateArns", arn), "e"));
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> certificates().delete(arn, "d"))
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(OutsideProblem.Kind.TRANSIENT));
		this.world.aws().applications().terminateEnvironment("shiplift-w1-web", "t");
		this.world.pass(Duration.ofMinutes(5));
		certificates().delete(arn, "d");
		certificates().delete(arn, "d");
		assertThat(certificates().find(AwsWorld.TAGS)).isEmpty();
		assertThat(this.world.effects("certificates", "delete")).containsExactly(Effect.DELETED, Effect.NONE);
	}

	private Certificates certificates() {
		return this.world.aws().certificates();
	}

	private void request() {
		certificates().request(DOMAINS, AwsWorld.TAGS, "c1");
	}

	private Certificate certificate() {
		return certificates().find(AwsWorld.TAGS).orElseThrow();
	}

	private void put(ValidationRecord record) {
		this.world.world()
			.jdbc()
			.sql("insert into practice_dns_record (world, name, type, content, ttl, appeared_at, stands)"
					+ " values ('w1', ?, 'CNAME', ?, 60, ?, true)")
			.params(record.name(), record.value() + ".", Column.time(this.world.world().clock().instant()))
			.update();
	}

}
