package io.shiplift.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceServices;
import io.shiplift.fact.SourceSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AddOnTopic} and {@link Destinations}.
 */
class AddOnTopicTests {

	private final Questions questions = Apps.questions();

	@ParameterizedTest
	@ValueSource(strings = { "heroku-postgresql", "heroku-redis", "heroku-kafka", "rediscloud", "redistogo",
			"stackhero-redis", "memcachier", "memcachedcloud", "jawsdb", "jawsdb-maria", "cleardb", "mongolab",
			"objectrocket", "ormongo", "cloudamqp", "rabbitmq-bigwig", "bonsai", "searchbox", "foundelasticsearch",
			"websolr", "opensolr", "scheduler", "cronto", "crontogo", "advanced-scheduler", "papertrail", "logentries",
			"coralogix", "logdna", "sumologic", "timber", "newrelic", "scout", "appsignal", "skylight", "librato",
			"hostedgraphite", "datadog", "sentry", "rollbar", "bugsnag", "airbrake", "honeybadger", "raygun",
			"sendgrid", "mailgun", "postmark", "sparkpost", "mandrill", "bucketeer", "hdrive", "cloudcube",
			"cloudinary", "imgix", "transloadit", "filepicker", "filestack", "deadmanssnitch", "pingdom",
			"healthchecks", "fixie", "quotaguard", "quotaguardstatic", "proximo", "auth0", "okta", "algoliasearch",
			"pusher", "ably", "getstream", "iron_mq", "iron_worker", "hirefire", "judoscale", "rails-autoscale",
			"adept-scale", "ssl", "expeditedssl", "expeditedwaf", "edge", "herokuconnect", "heroku-inference",
			"heroku-applink", "openredis", "redisgreen", "stackhero-mysql", "graphenedb", "statica" })
	void knowsWhereItGoes(String service) {
		Destinations.Destination destination = Destinations.standard().of(service).orElseThrow();
		assertThat(destination.reason()).endsWith(".");
		assertThat(destination.built() || destination.kind() == AddOnFate.Kind.DROP || !destination.todo().isEmpty())
			.as("what people have to do")
			.isTrue();
	}

	@Test
	void listsNoServiceTwice() {
		List<String> all = Destinations.standard()
			.destinations()
			.stream()
			.flatMap((destination) -> destination.services().stream())
			.toList();
		assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(80);
	}

	@ParameterizedTest
	@CsvSource({ "postgresql-curly-1, AWS", "redis-round-2, AWS", "sentry-flat-3, KEEP", "scheduler-1, REPLACE",
			"second-db, KEEP", "theirs, KEEP" })
	void proposesADestination(String name, String kind) {
		assertThat(field(setting(), name).proposal()).isEqualTo(kind);
	}

	@Test
	void saysWhatThisVersionDoesNotMove() {
		assertThat(field(setting(), "second-db").reason()).contains("This version moves one database");
		assertThat(field(setting(), "theirs").reason()).contains("belongs to the app blog");
		assertThat(field(setting(), "scheduler-1").reason()).contains("This version builds no timers");
		assertThat(field(setting(), "postgresql-curly-1").options()).extracting(Question.Option::value)
			.containsExactly("AWS");
	}

	@Test
	void asksForOneThatNobodyKnows() {
		Question.Field field = field(setting(), "odd-1");
		assertThat(field.proposal()).isEmpty();
		assertThat(field.reason())
			.contains("We do not know it: Odd Things, plan odd:large, $12.50 a month, with the config vars ODD_KEY");
		Map<String, String> typed = new TreeMap<>(this.questions.ask("addons", setting()).proposal());
		Reply reply = this.questions.reply("addons", setting(), typed);
		assertThat(((Reply.Refused) reply).errors()).containsOnlyKeys("odd-1");
		assertThat(this.questions.proposed(setting()).has("addons")).as("no proposal makes it vanish").isFalse();
		typed.put("odd-1", "REPLACE");
		assertThat(this.questions.reply("addons", setting(), typed)).isInstanceOf(Reply.Accepted.class);
	}

	@Test
	void opensTheConfigVarsWhenADestinationChanges() {
		Setting shop = Apps.setting(Apps.shop()).with(Apps.proposed(Apps.shop()));
		Map<String, String> changed = new TreeMap<>(shop.answers().of("addons"));
		changed.put("sentry-flat-3", "DROP");
		assertThat(this.questions.change(shop.answers(), "addons", changed).reopened()).containsExactly("config");
	}

	@Test
	void buildsNoCacheThatNobodyWants() {
		Setting shop = Apps.setting(Apps.shop());
		Map<String, String> addOns = new TreeMap<>(Apps.proposed(Apps.shop()).of("addons"));
		addOns.put("redis-round-2", "DROP");
		Setting chosen = shop.with(Answers.none().with("app", Map.of("app", "shop")).with("addons", addOns));
		Plan plan = new Planner(this.questions).plan("k3f9abcd", "Shop", chosen.with(this.questions.proposed(chosen)),
				List.of());
		assertThat(plan.usesCache()).isFalse();
		assertThat(plan.sizes().cacheNode()).isEmpty();
		assertThat(plan.config()).containsEntry("REDIS_URL", Plan.ConfigFate.DROPPED);
		assertThat(plan.mapping().rewritten(Provided.CACHE)).isEmpty();
	}

	private Question.Field field(Setting setting, String name) {
		return this.questions.ask("addons", setting)
			.fields()
			.stream()
			.filter((field) -> field.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static Setting setting() {
		SourceApp shop = Apps.shop();
		List<SourceApp.AddOn> addOns = new ArrayList<>(shop.addOns());
		addOns.add(new SourceApp.AddOn("second-db", "heroku-postgresql", "heroku-postgresql:essential-0", 500,
				List.of("REPORTS_URL")));
		addOns.add(new SourceApp.AddOn("theirs", "heroku-redis", "heroku-redis:mini", 300, List.of(), "blog"));
		addOns.add(new SourceApp.AddOn("odd-1", "odd-things", "odd:large", 1250, List.of("ODD_KEY")));
		SourceApp app = new SourceApp(shop.name(), shop.region(), shop.stack(), shop.processes(), shop.configVars(),
				addOns, shop.domains());
		SourceServices services = new SourceServices(
				List.of(new SourceServices.Detail("odd-1", "Odd Things", "provisioned", "", true)), List.of(), false,
				List.of(), List.of());
		return Apps.setting(app).with(Known.NOTHING.with(SourceSnapshot.of(app).with(services)));
	}

}
