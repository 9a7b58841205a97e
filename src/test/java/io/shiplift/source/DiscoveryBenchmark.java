package io.shiplift.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.shiplift.credentials.Connection;
import io.shiplift.credentials.TeamConnections;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.heroku.api.HerokuServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures a whole look at an app with twelve add-ons, two of them databases, while each
 * answer takes 300 milliseconds. Not part of the suite: run it with
 * {@code -Dtest=DiscoveryBenchmark}.
 */
@SpringBootTest(
		properties = { "db-scheduler.enabled=false", "spring.datasource.url=jdbc:h2:mem:benchmark;DB_CLOSE_DELAY=-1" })
class DiscoveryBenchmark {

	private static final int ADD_ONS = 12;

	private static final HerokuServer SERVER = new HerokuServer();

	private static final NameServer NAMES = new NameServer();

	@Autowired
	private SourceDiscovery discovery;

	@Autowired
	private TeamConnections connections;

	@DynamicPropertySource
	static void addresses(DynamicPropertyRegistry registry) {
		for (String host : List.of("platform", "data", "scheduler", "github")) {
			registry.add("shiplift.heroku." + host, SERVER::address);
		}
		registry.add("shiplift.dns.resolver", NAMES::address);
	}

	@AfterAll
	static void close() {
		SERVER.close();
		NAMES.close();
	}

	@Test
	void looksWithinFiveSeconds() {
		SERVER.answer("/apps/shop/addons",
				IntStream.range(0, ADD_ONS)
					.mapToObj(DiscoveryBenchmark::addOn)
					.collect(Collectors.joining(",", "[", "]")));
		SERVER.delay(300);
		String id = this.connections.add(1, "Benchmark", HerokuServer.TOKEN,
				new TeamConnections.Tested("", "global", -1, ""), 1);
		List<Long> millis = new ArrayList<>();
		for (int round = 0; round < 5; round++) {
			int before = SERVER.requests().size();
			long began = System.nanoTime();
			SourceSnapshot found = this.discovery.look(new Connection.Accounts(id), "shop").orElseThrow();
			millis.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
			assertThat(found.app().addOns()).hasSize(ADD_ONS);
			System.out.println(millis.getLast() + " ms for " + (SERVER.requests().size() - before) + " requests");
		}
		assertThat(millis).allMatch((one) -> one < 5000);
	}

	private static String addOn(int number) {
		String service = switch (number) {
			case 1, 2 -> "heroku-postgresql";
			case 3 -> "scheduler";
			default -> "papertrail";
		};
		return """
				{"id":"d0000000-0000-4000-8000-%012d","name":"add-on-%d","addon_service":{"name":"%s"},"plan":"x:y",
				"app":{"name":"shop"},"config_vars":[],"state":"provisioned"}""".formatted(number, number, service);
	}

}
