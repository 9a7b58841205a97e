package io.shiplift.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceConfig;
import io.shiplift.fact.SourceDelivery;
import io.shiplift.fact.SourcePlatform;
import io.shiplift.fact.SourceServices;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.fact.SourceTraffic;
import io.shiplift.fact.SourceTraffic.HostName;
import io.shiplift.fact.SourceTraffic.Seen;
import io.shiplift.plan.Answers;
import io.shiplift.repository.RepositoryScan;
import io.shiplift.repository.Topic;

/**
 * An app as it was seen: a small shop that is well. Tests break one thing after another.
 */
final class SeenApp extends SeenData {

	private final List<SourceApp.Process> processes = new ArrayList<>();

	private final List<SourceApp.ConfigVar> configVars = new ArrayList<>();

	private final List<SourceApp.AddOn> addOns = new ArrayList<>();

	private final List<String> masked = new ArrayList<>();

	private final List<String> features = new ArrayList<>();

	private final List<SourceDelivery.Stage> stages = new ArrayList<>();

	private final List<SourceDelivery.Release> releases = new ArrayList<>();

	private final List<SourceServices.Detail> details = new ArrayList<>();

	private final List<SourceServices.Attachment> attachments = new ArrayList<>();

	private final List<SourceServices.Job> jobs = new ArrayList<>();

	private final List<HostName> hostNames = new ArrayList<>();

	private final List<SourceTraffic.Certificate> certificates = new ArrayList<>();

	private final List<String> drains = new ArrayList<>();

	private final List<String> gaps = new ArrayList<>();

	private final SeenCode code = new SeenCode();

	private Answers answers = Answers.none();

	private String stack = "heroku-24";

	private String generation = "cedar";

	private String space = "";

	private boolean shield;

	private boolean internalRouting;

	private boolean maintenance;

	private List<String> buildpacks = List.of("heroku/python");

	private String repository = "";

	private String branch = "";

	private Duration ahead = Duration.ZERO;

	static SeenApp shop() {
		return new SeenApp().process("web", "gunicorn shop.wsgi", 2, "Standard-1X")
			.addOn("postgresql-1", "heroku-postgresql", "standard-0", 5000, "DATABASE_URL")
			.owned("DATABASE_URL", "postgresql-1")
			.secret("SECRET_KEY")
			.code(Topic.VARIABLE, "SECRET_KEY", "")
			.attachment("DATABASE", "postgresql-1", "shop", "")
			.release(12, "succeeded")
			.host("www.example.com", 60, "CNAME shop.herokudns.com", "CAA 0 issue \"amazon.com\"")
			.answer("region", "region", "us-east-1")
			.answer("web", "count", "2")
			.answer("database", "storage", "50")
			.answer("health", "path", "/health/");
	}

	SeenApp stack(String name) {
		this.stack = name;
		return this;
	}

	SeenApp process(String type, String command, int quantity, String size) {
		without(type).processes.add(new SourceApp.Process(type, command, quantity, size));
		this.code.put(Topic.PROCESS, type, command);
		return this;
	}

	SeenApp without(String type) {
		this.processes.removeIf((process) -> process.type().equals(type));
		return this;
	}

	SeenApp set(String name) {
		return config(new SourceApp.ConfigVar(name, false, null));
	}

	SeenApp secret(String name) {
		return config(new SourceApp.ConfigVar(name, true, null));
	}

	SeenApp secrets(int count) {
		IntStream.range(0, count).forEach((number) -> secret("A_RATHER_LONG_NAME_OF_A_SECRET_" + number));
		return this;
	}

	SeenApp owned(String name, String addOn) {
		return config(new SourceApp.ConfigVar(name, true, addOn));
	}

	SeenApp unset(String name) {
		this.configVars.removeIf((set) -> set.name().equals(name));
		return this;
	}

	SeenApp masked(String name) {
		this.masked.add(name);
		return this;
	}

	SeenApp addOn(String name, String service, String plan, int cents, String... vars) {
		this.addOns.add(new SourceApp.AddOn(name, service, service + ":" + plan, cents, List.of(vars)));
		return this;
	}

	SeenApp foreign(String name, String service, String owner) {
		this.addOns.add(new SourceApp.AddOn(name, service, service + ":mini", 0, List.of(), owner));
		return this;
	}

	SeenApp withoutAddOn(String name) {
		this.addOns.removeIf((addOn) -> addOn.name().equals(name));
		databases().clear();
		return this;
	}

	SeenApp generation(String name) {
		this.generation = name;
		return this;
	}

	SeenApp space(String name) {
		this.space = name;
		return this;
	}

	SeenApp shield() {
		this.shield = true;
		return this;
	}

	SeenApp internalRouting() {
		this.internalRouting = true;
		return this;
	}

	SeenApp maintenance() {
		this.maintenance = true;
		return this;
	}

	SeenApp feature(String name) {
		this.features.add(name);
		return this;
	}

	SeenApp stage(String pipeline, String stage, String app) {
		this.stages.add(new SourceDelivery.Stage(pipeline, stage, app));
		return this;
	}

	SeenApp autoDeploy(String from, String of) {
		this.repository = from;
		this.branch = of;
		return this;
	}

	SeenApp release(int version, String status) {
		this.releases.addFirst(
				new SourceDelivery.Release(version, status, true, "Deploy 1234567", "ann@example.com", Instant.EPOCH));
		return this;
	}

	SeenApp buildpacks(String... names) {
		this.buildpacks = List.of(names);
		return this;
	}

	SeenApp detail(String addOn, String state, boolean priced) {
		this.details.add(new SourceServices.Detail(addOn, addOn, state, "", priced));
		return this;
	}

	SeenApp attachment(String name, String addOn, String app, String namespace) {
		this.attachments.add(new SourceServices.Attachment(name, addOn, app, namespace, List.of()));
		return this;
	}

	SeenApp jobs(String... commands) {
		Stream.of(commands).forEach((command) -> this.jobs.add(new SourceServices.Job(command, "every 10 minutes")));
		return this;
	}

	SeenApp host(String name, long ttl, String... records) {
		List<String> issuers = Stream.of(records)
			.filter((entry) -> entry.startsWith("CAA "))
			.map((entry) -> entry.substring(4))
			.toList();
		return host(name, "succeeded",
				new Seen(Stream.of(records).filter((entry) -> !entry.startsWith("CAA ")).toList(), ttl, "example.com",
						List.of(), "Cloudflare", issuers));
	}

	SeenApp apex(String name, String provider) {
		return host(name, "succeeded", new Seen(List.of("ALIAS x.herokudns.com"), 60, name, List.of(), provider));
	}

	SeenApp zone(String name, String provider) {
		return host(name, "succeeded",
				new Seen(List.of("CNAME x.herokudns.com"), 60, "example.com", List.of(), provider));
	}

	SeenApp failing(String name) {
		return host(name, "failing",
				new Seen(List.of("CNAME x.herokudns.com"), 60, "example.com", List.of(), "Route 53"));
	}

	SeenApp noDomains() {
		this.hostNames.clear();
		return this;
	}

	SeenApp certificate(String name, boolean automatic, String issuer, int days) {
		this.certificates.add(new SourceTraffic.Certificate(name, List.of("www.example.com"), automatic, issuer,
				now().plus(Duration.ofDays(days))));
		return this;
	}

	SeenApp drain(String address) {
		this.drains.add(address);
		return this;
	}

	SeenApp gap(String sentence) {
		this.gaps.add(sentence);
		return this;
	}

	SeenApp answer(String question, String field, String value) {
		Map<String, String> fields = new TreeMap<>(this.answers.of(question));
		fields.put(field, value);
		this.answers = this.answers.with(question, fields);
		return this;
	}

	SeenApp hours(int hours) {
		this.ahead = Duration.ofHours(hours);
		return this;
	}

	SeenApp databaseMaintenance(int days) {
		return database((seen) -> seen.maintenance = now().plus(Duration.ofDays(days)));
	}

	/** Says this of the code, and nothing else of the same; empty says nothing. */
	SeenApp code(Topic topic, String name, String value) {
		this.code.put(topic, name, value);
		return this;
	}

	/** Says this of the code too. */
	SeenApp more(Topic topic, String name, String value) {
		this.code.add(topic, name, value);
		return this;
	}

	/** Says that the code needs this change. */
	SeenApp needs(String change) {
		this.code.needs(change);
		return this;
	}

	/** Says that a file reads a variable of Heroku. */
	SeenApp reads(String variable, String file) {
		this.code.reads(variable, file);
		return this;
	}

	/** Says of the code what a scan really found. */
	SeenApp scanned(RepositoryScan scan) {
		this.code.take(scan);
		return this;
	}

	SeenApp withoutCode() {
		this.code.forget();
		return this;
	}

	CheckContext context() {
		return new CheckContext(snapshot(), this.code.scan(), this.answers, now());
	}

	/** Nothing is known but the app itself. */
	CheckContext bare() {
		return new CheckContext(SourceSnapshot.of(app()), null, this.answers, now());
	}

	@Override
	SeenApp self() {
		return this;
	}

	private Instant now() {
		return Clock.systemUTC().instant().plus(this.ahead);
	}

	private SeenApp config(SourceApp.ConfigVar configVar) {
		unset(configVar.name()).configVars.add(configVar);
		return this;
	}

	private SeenApp host(String name, String certificate, Seen seen) {
		this.hostNames.removeIf((known) -> known.name().equals(name));
		this.hostNames.add(new HostName(name, "x.herokudns.com", "succeeded", certificate, seen));
		return this;
	}

	private SourceApp app() {
		return new SourceApp("shop", "us", this.stack, List.copyOf(this.processes), List.copyOf(this.configVars),
				List.copyOf(this.addOns), this.hostNames.stream().map(HostName::name).toList(), this.masked);
	}

	private SourceSnapshot snapshot() {
		SourcePlatform seen = new SourcePlatform("01", this.generation, "python", "", "", this.space, this.shield,
				this.internalRouting, this.maintenance, "", "us-east-1", this.features,
				List.of(new SourcePlatform.DynoSize("Standard-1X", 0.5, 2500),
						new SourcePlatform.DynoSize("Eco", 0.5, 500)));
		return new SourceSnapshot(app(), SourceConfig.NONE, seen,
				new SourceDelivery(this.stages, this.buildpacks, this.releases, this.repository, this.branch,
						!this.repository.isEmpty()),
				new SourceServices(this.details, this.attachments, !this.jobs.isEmpty(), this.jobs, List.of()),
				new SourceTraffic(this.hostNames, this.certificates, this.drains), databases().all(), this.gaps);
	}

}
