package io.shiplift.steps;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.shiplift.aws.Template;
import io.shiplift.fact.Fact;
import io.shiplift.fact.FileStore;
import io.shiplift.fact.Network;
import io.shiplift.fact.SourceApp;
import io.shiplift.plan.Mapping;
import io.shiplift.plan.Plan;
import io.shiplift.step.Blueprint;
import io.shiplift.step.Outlook;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepCatalog;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for the templates with the parameters that different plans give them: what the
 * linter says, and what it does not see.
 */
@SpringBootTest(
		properties = { "db-scheduler.enabled=false", "spring.datasource.url=jdbc:h2:mem:order;DB_CLOSE_DELAY=-1" })
class PlannedTemplatesTests {

	private static final List<Plan> PLANS = List.of(plan(sizes("db.t4g.micro", 20, false, ""), List.of(), "us-east-1"),
			plan(sizes("db.t4g.medium", 50, false, "cache.t4g.micro"), List.of("shop.example.com"), "eu-central-1"),
			plan(sizes("db.t4g.large", 100, true, "cache.t4g.small"), List.of("shop.example.com"), "eu-west-1"),
			plan(sizes("db.m7g.large", 500, true, "cache.m7g.large"), List.of("a.example.com", "b.example.com"),
					"us-east-1"),
			plan(sizes("db.m7g.xlarge", 1000, false, "cache.t4g.medium"), List.of("example.com"), "us-west-2"),
			plan(sizes("db.r7g.large", 2000, true, ""), List.of("example.com"), "eu-central-1"),
			plan(sizes("db.r7g.2xlarge", 16_000, true, "cache.r7g.large"), List.of("shop.example.com"), "us-east-1"),
			plan(sizes("db.t4g.small", 20, true, "cache.t4g.micro"), List.of(), "ap-southeast-2"),
			plan(sizes("db.m7g.4xlarge", 16_384, false, "cache.m7g.xlarge"), List.of("x.example.com"), "us-east-1"));

	@Autowired
	StepCatalog catalog;

	@Test
	void passTheLinter() throws Exception {
		assumeTrue(onThePath("cfn-lint"), "cfn-lint is not on the PATH: planned templates were not linted");
		Path folder = Files.createDirectories(Path.of("target", "planned-templates"));
		List<String> command = new ArrayList<>(List.of("cfn-lint", "--"));
		TreeSet<String> texts = new TreeSet<>();
		for (Plan plan : PLANS) {
			for (Blueprint blueprint : blueprints(plan)) {
				String text = withDefaults(blueprint);
				if (texts.add(text)) {
					Path file = folder.resolve(blueprint.part() + "-" + texts.size() + ".yaml");
					command.add(Files.writeString(file, text).toString());
				}
			}
		}
		assertThat(texts).hasSizeGreaterThan(PLANS.size());
		Process linter = new ProcessBuilder(command).redirectErrorStream(true).start();
		String findings = new String(linter.getInputStream().readAllBytes());
		assertThat(linter.waitFor()).as(findings).isZero();
	}

	@Test
	void areSafe() {
		for (Plan plan : PLANS) {
			for (Blueprint blueprint : blueprints(plan)) {
				assertThat(blueprint.missing()).as(blueprint.part()).isEmpty();
				assertThat(new TemplateInspector(new Template(blueprint.template()), parameters(blueprint)).problems())
					.isEmpty();
				assertThat(blueprint.tags()).containsKeys("shiplift:migration", "shiplift:step", "shiplift:settings");
			}
		}
	}

	@Test
	void sayWhatIsMissingBeforeTheNetworkStands() {
		List<Blueprint> early = this.catalog.forward(RunKind.PREPARE, PLANS.get(1))
			.stream()
			.flatMap((step) -> this.catalog.step(step.key()).blueprint(Outlook.of(PLANS.get(1))).stream())
			.toList();
		assertThat(early).extracting(Blueprint::part, Blueprint::complete)
			.contains(tuple("network", true), tuple("database", false));
	}

	private List<Blueprint> blueprints(Plan plan) {
		return this.catalog.forward(RunKind.PREPARE, plan)
			.stream()
			.flatMap((step) -> this.catalog.step(step.key()).blueprint(new Known(plan)).stream())
			.toList();
	}

	private static Map<String, String> parameters(Blueprint blueprint) {
		Parameters parameters = new Parameters(blueprint.parameters());
		for (String secret : blueprint.secret()) {
			parameters = parameters.with(Map.of(secret, "x".repeat(40)));
		}
		return parameters.values();
	}

	/** The template with the plan's values in place of its own defaults. */
	private static String withDefaults(Blueprint blueprint) {
		String text = blueprint.template();
		for (Map.Entry<String, String> parameter : blueprint.parameters().entrySet()) {
			String name = "\n  " + parameter.getKey() + ":\n";
			int begin = text.indexOf(name) + name.length();
			String rest = text.substring(begin);
			int end = rest.length() - rest.replaceFirst("(?s)^(    [^\n]*\n)+", "").length();
			String rules = rest.substring(0, end).replaceFirst("    Default: [^\n]*\n", "");
			text = text.substring(0, begin) + rules + "    Default: \"" + parameter.getValue() + "\"\n"
					+ rest.substring(end);
		}
		return text;
	}

	private static boolean onThePath(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program)));
	}

	private static Plan.Sizes sizes(String database, int storage, boolean standby, String cache) {
		return new Plan.Sizes("t4g.small", 2, database, storage, standby, cache);
	}

	private static Plan plan(Plan.Sizes sizes, List<String> hosts, String region) {
		List<SourceApp.AddOn> addOns = sizes.cacheNode().isEmpty() ? List.of()
				: List.of(new SourceApp.AddOn("redis-curly", "heroku-redis", "premium-0", 1500, List.of("REDIS_URL")));
		SourceApp app = new SourceApp("shop", "us", "heroku-24", List.of(), List.of(), addOns, hosts);
		return new Plan("k3f9x2ab", "Shop", "beanstalk", region, app,
				new Plan.SourceDatabase(Plan.SourceDatabase.Kind.HEROKU, "", 0, "", "", ""), sizes, Map.of(),
				new Plan.Dns(hosts, 60), "/", List.of(), List.of(), Mapping.NONE);
	}

	/**
	 * A migration whose network and buckets stand.
	 */
	private record Known(Plan plan) implements Outlook {

		@Override
		public String migrationId() {
			return this.plan.migrationId();
		}

		@Override
		public <F extends Fact> Optional<F> find(Class<F> type) {
			return Stream
				.<Fact>of(
						new Network("vpc-0123456789abcdef0", List.of("subnet-0123456789abcdef0"),
								List.of("subnet-0123456789abcdef1", "subnet-0123456789abcdef2"), "sg-0123456789abcdef0",
								"sg-0123456789abcdef1", "sg-0123456789abcdef2"),
						new FileStore("uploads", "work", "arn:aws:s3:::uploads", "arn:aws:s3:::work"))
				.filter(type::isInstance)
				.map(type::cast)
				.findFirst();
		}

	}

}
