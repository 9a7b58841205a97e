package io.shiplift.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that {@code script/prices} understands AWS's price list files.
 */
class PriceScriptTests {

	private static final String OFFERS = "src/test/resources/io/shiplift/plan/offers";

	@Test
	void readsAPriceListFromTheFilesOfAws() throws Exception {
		String json = run("eu-west-1", "--files", OFFERS, "--print");
		PriceList list = CanonicalJson.read(json, PriceList.class);
		assertThat(list.region()).isEqualTo("eu-west-1");
		assertThat(list.date()).isEqualTo("2026-10-02");
		assertThat(list.source()).contains("AWS price list files");
		assertThat(list.prices()).containsEntry("t4g.small", "0.0184")
			.containsEntry("db.t4g.medium", "0.07")
			.containsEntry("database.storage.gb", "0.127")
			.containsEntry("nat.gb", "0.048")
			.containsEntry("files.puts.1000", "0.005")
			.containsEntry("transfer.out.gb", "0.09")
			.containsEntry("database.backup.gb", "0.095")
			.doesNotContainKeys("cache.t4g.micro");
	}

	@Test
	void tellsPricesOfTheRegionFromThoseBesideThem() throws Exception {
		PriceList list = CanonicalJson.read(run("eu-west-1", "--files", OFFERS, "--print"), PriceList.class);
		assertThat(list.prices()).as("no local zone and no trust store").containsEntry("balancer.hour", "0.0252");
		assertThat(list.prices()).as("the first step that costs anything, in dollars, over two lines")
			.containsEntry("transfer.out.gb", "0.09")
			.containsEntry("transfer.zone.gb", "0.01");
		assertThat(list.prices()).as("two spellings of a usage type")
			.containsEntry("secret.month", "0.4")
			.containsEntry("secret.calls.10000", "0.05");
		assertThat(list.prices()).containsEntry("key.calls.10000", "0.03").containsEntry("balancer.unit.hour", "0.008");
	}

	@Test
	void readsWhatOursAreCalled() throws Exception {
		String source = Files.readString(Path.of("script/prices"));
		assertThat(PriceList.of("us-east-1").prices().keySet()).allSatisfy((name) -> assertThat(source).contains(name));
	}

	private static String run(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List
			.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--source", "25", "script/prices"));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

}
