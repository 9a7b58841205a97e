package io.shiplift.practice.dns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.shiplift.credentials.Connection;
import io.shiplift.dns.DnsHost;
import io.shiplift.dns.DnsHost.DnsRecord;
import io.shiplift.dns.DnsHost.Sighting;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.Change;
import io.shiplift.practice.Ledger;
import io.shiplift.practice.PracticeWorld;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PracticeDnsHost} and {@link Resolver}.
 */
class PracticeDnsHostTests {

	private static final DnsRecord AWS = new DnsRecord("shop.example.com", "CNAME", "lb.elb.amazonaws.com", 60);

	private final PracticeWorld world = world();

	private final DnsHost host = open("w");

	private final DnsRecord heroku = this.host.records("shop.example.com").getFirst();

	@Test
	void startsWithTheNamesOfTheShop() {
		assertThat(this.host.zoneOf("WWW.shop.example.com.")).contains("example.com");
		assertThat(this.host.zoneOf("shop.example.org")).isEmpty();
		assertThat(this.heroku.value()).endsWith(".herokudns.com");
		assertThat(this.heroku.ttl()).isEqualTo(3600);
		assertThat(this.host.look("shop.example.com")).hasSize(6)
			.allSatisfy((sighting) -> assertThat(sighting.value()).isEqualTo(this.heroku.value()))
			.filteredOn(Sighting::authoritative)
			.hasSize(2);
		assertThat(this.host.look("nothing.example.com"))
			.allSatisfy((sighting) -> assertThat(sighting.value()).isNull());
	}

	@Test
	void resolversLearnOneAfterTheOther() {
		this.host.replace(List.of(this.heroku), List.of(AWS), "t1");
		assertThat(this.host.records("shop.example.com")).containsExactly(AWS);
		assertThat(seeing(AWS)).isZero();
		pass(2);
		assertThat(seeing(AWS)).isEqualTo(1);
		pass(10);
		assertThat(authoritative(AWS)).isEqualTo(2);
		int before = seeing(AWS);
		for (int minute = 0; minute < 62; minute++) {
			pass(60);
			assertThat(seeing(AWS)).isGreaterThanOrEqualTo(before);
			before = seeing(AWS);
		}
		assertThat(seeing(AWS)).isEqualTo(6);
	}

	@Test
	void aLowTimeToLiveMakesTheSwitchFast() {
		DnsRecord low = new DnsRecord(this.heroku.name(), "CNAME", this.heroku.value(), 60);
		this.host.replace(List.of(this.heroku), List.of(low), "t1");
		pass(1);
		long longest = this.host.look("shop.example.com").stream().mapToLong(Sighting::ttlLeft).max().orElseThrow();
		assertThat(longest).as("old copies live on").isBetween(3000L, 3600L);
		pass(3700);
		assertThat(this.host.look("shop.example.com"))
			.allSatisfy((sighting) -> assertThat(sighting.ttlLeft()).isLessThanOrEqualTo(60));
		this.host.replace(List.of(low), List.of(AWS), "t2");
		pass(80);
		assertThat(seeing(AWS)).isEqualTo(6);
	}

	@Test
	void givesTheSameViewForTheSameInstant() {
		this.host.replace(List.of(this.heroku), List.of(AWS), "t1");
		pass(400);
		assertThat(this.host.look("shop.example.com")).isEqualTo(open("w").look("shop.example.com"));
		pass(86_400 * 365);
		assertThat(seeing(AWS)).isEqualTo(6);
	}

	@Test
	void refusesToReplaceWhatDoesNotStand() {
		DnsRecord wrong = new DnsRecord(this.heroku.name(), "CNAME", this.heroku.value(), 300);
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> this.host.replace(List.of(wrong), List.of(AWS), "t1"))
			.withMessageContaining("Look again");
		assertThat(this.host.records("shop.example.com")).containsExactly(this.heroku);
	}

	@Test
	void changesAllOrNothing() {
		DnsRecord www = this.host.records("www.shop.example.com").getFirst();
		DnsRecord gone = new DnsRecord("x.example.com", "A", "192.0.2.1", 60);
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> this.host.replace(List.of(www, gone), List.of(), "t1"));
		assertThat(this.host.records("www.shop.example.com")).containsExactly(www);
		assertThat(this.world.ledger().entries("w")).isEmpty();
	}

	@Test
	void takesARepeatForDone() {
		this.host.replace(List.of(this.heroku), List.of(AWS), "t1");
		this.host.replace(List.of(this.heroku), List.of(AWS), "t1");
		assertThat(this.world.ledger().entries("w")).extracting(Ledger.Entry::effect)
			.containsExactly(Change.Effect.CHANGED, Change.Effect.NONE);
		this.host.replace(List.of(AWS), List.of(this.heroku), "t2");
		assertThat(this.host.records("shop.example.com")).containsExactly(this.heroku);
	}

	@Test
	void refusesForeignNamesAndNeighboursOfAnAlias() {
		DnsRecord foreign = new DnsRecord("shop.example.org", "A", "192.0.2.1", 60);
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> this.host.replace(List.of(), List.of(foreign), "t1"));
		DnsRecord beside = new DnsRecord("shop.example.com", "TXT", "x", 60);
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> this.host.replace(List.of(), List.of(beside), "t2"));
		assertThat(this.host.records("shop.example.com")).containsExactly(this.heroku);
	}

	@Test
	void showsANewNameSoon() {
		DnsRecord proof = new DnsRecord("_a1.shop.example.com", "CNAME", "_b2.acm-validations.aws", 300);
		this.host.replace(List.of(), List.of(proof), "t1");
		pass(20);
		assertThat(this.host.look("_a1.shop.example.com."))
			.allSatisfy((sighting) -> assertThat(sighting.value()).isEqualTo("_b2.acm-validations.aws"));
		this.host.replace(List.of(proof), List.of(), "t2");
		pass(400);
		assertThat(this.host.look("_a1.shop.example.com"))
			.allSatisfy((sighting) -> assertThat(sighting.value()).isNull());
	}

	@Test
	void oneOfManyAtOnceWins() throws Exception {
		List<Callable<Boolean>> switches = new ArrayList<>();
		for (int number = 0; number < 8; number++) {
			DnsRecord wanted = new DnsRecord("shop.example.com", "CNAME", "lb" + number + ".amazonaws.com", 60);
			switches.add(() -> {
				DnsHost opened = open("crowd");
				try {
					opened.replace(List.of(this.heroku), List.of(wanted), wanted.value());
					return true;
				}
				catch (OutsideProblem ex) {
					return false;
				}
			});
		}
		int won = 0;
		try (ExecutorService people = Executors.newFixedThreadPool(8)) {
			for (Future<Boolean> result : people.invokeAll(switches)) {
				won += result.get() ? 1 : 0;
			}
		}
		assertThat(won).isEqualTo(1);
		assertThat(open("crowd").records("shop.example.com")).hasSize(1);
		assertThat(open("crowd").records("www.shop.example.com")).hasSize(1);
	}

	PracticeWorld world() {
		return new PracticeWorld();
	}

	private DnsHost open(String name) {
		Records records = new Records(this.world.jdbc(), this.world.worlds());
		return new PracticeDnsHostProvider(records, this.world.ledger(), this.world.faults(), this.world.clock(),
				this.world.properties())
			.open(new Connection.Practice(name));
	}

	/** Lets time pass, in seconds as the zone counts them. */
	private void pass(long seconds) {
		this.world.pass(Duration.ofMillis(seconds * 1000 / 5));
	}

	private int seeing(DnsRecord record) {
		return Math.toIntExact(this.host.look(record.name())
			.stream()
			.filter((sighting) -> Objects.equals(sighting.value(), record.value()))
			.count());
	}

	private int authoritative(DnsRecord record) {
		return Math.toIntExact(this.host.look(record.name())
			.stream()
			.filter((sighting) -> sighting.authoritative() && Objects.equals(sighting.value(), record.value()))
			.count());
	}

}
