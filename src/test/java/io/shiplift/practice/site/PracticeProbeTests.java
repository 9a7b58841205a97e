package io.shiplift.practice.site;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

import io.shiplift.credentials.Connection;
import io.shiplift.http.Probe.Answer;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.Faults;
import io.shiplift.practice.PracticeWorld;
import io.shiplift.practice.aws.Environments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PracticeProbe}.
 */
class PracticeProbeTests {

	private static final String AWS = "shiplift-w1-web.eba-1234.eu-central-1.elasticbeanstalk.com";

	private final PracticeWorld world = new PracticeWorld();

	private final PracticeProbe probe = new PracticeProbe(this.world.jdbc(),
			new Environments(this.world.jdbc(), this.world.clock()), this.world.faults());

	@BeforeEach
	void aShop() {
		sql("insert into practice_heroku_app (world, name, region, stack, maintenance)"
				+ " values ('w1', 'shop', 'us', 'heroku-24', false)");
		record("shop.example.com", "CNAME", "harbor.herokudns.com.");
	}

	@Test
	void answersFromHerokuUntilMaintenance() {
		assertThat(get("https://shop-w1.herokuapp.com/").status()).isEqualTo(200);
		assertThat(get("shop.example.com").body()).contains("Served by Heroku");
		sql("update practice_heroku_app set maintenance = true");
		assertThat(get("shop.example.com"))
			.extracting(Answer::status, (answer) -> answer.body().contains("maintenance"))
			.containsExactly(503, true);
	}

	@Test
	void answersFromAwsOnceHealthy() {
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> get(AWS));
		environment("LAUNCHING", 300);
		assertThat(get(AWS).status()).isEqualTo(503);
		this.world.pass(Duration.ofSeconds(290));
		assertThat(get(AWS).status()).isEqualTo(502);
		this.world.pass(Duration.ofSeconds(20));
		assertThat(get("http://" + AWS + ":80/health").body()).contains("Served by AWS");
	}

	@Test
	void followsWhatTheZoneSays() {
		environment("UPDATING", -1);
		sql("update practice_dns_record set stands = null");
		record("shop.example.com", "ALIAS", "www.shop.example.com");
		record("www.shop.example.com", "CNAME", AWS);
		assertThat(get("Shop.Example.com.").body()).contains("Served by AWS");
	}

	@Test
	void noticesNamesThatLeadNowhereOrInARing() {
		record("a.example.com", "CNAME", "b.example.com");
		record("b.example.com", "CNAME", "a.example.com");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> get("a.example.com"));
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> get("nowhere.example.com"))
			.withMessageContaining("nowhere.example.com");
	}

	@Test
	void doesNotAnswerOnDemand() {
		this.world.faults().add("w1", "http.get", Faults.Kind.FAIL_ONCE);
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> get("shop.example.com"));
		assertThat(get("shop.example.com").status()).isEqualTo(200);
	}

	private Answer get(String address) {
		return this.probe.get(new Connection.Practice("w1"), address, "shop.example.com", "/", Duration.ofSeconds(5));
	}

	private void record(String name, String type, String content) {
		this.world.jdbc()
			.sql("insert into practice_dns_record (world, name, type, content, ttl, appeared_at, stands)"
					+ " values ('w1', ?, ?, ?, 60, ?, true)")
			.params(name, type, content, this.world.clock().instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	private void environment(String phase, int greenAfter) {
		Clock clock = this.world.clock();
		this.world.jdbc()
			.sql("insert into practice_environment (world, name, generation, environment_id, application,"
					+ " version_label, address, settings, tags, token, phase, phase_token, phase_ends, green_from)"
					+ " values ('w1', 'web', 1, 'e-1', 'a', 'v', ?, '{}', '{}', 't', ?, 't', ?, ?)")
			.params(AWS, phase, clock.instant().plusSeconds(285).atOffset(ZoneOffset.UTC),
					clock.instant().plusSeconds(greenAfter).atOffset(ZoneOffset.UTC))
			.update();
	}

	private void sql(String sql) {
		this.world.jdbc().sql(sql).update();
	}

}
