package io.shiplift.heroku.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.shiplift.heroku.Inventory;
import io.shiplift.heroku.api.HerokuProperties.Host;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an account has, read from the Platform API and the undocumented ones beside it.
 */
class ApiInventory implements Inventory {

	private final Requests requests;

	private final DatabaseInfos databases;

	private final Map<String, String> ids = new ConcurrentHashMap<>();

	ApiInventory(Requests requests) {
		this.requests = requests;
		this.databases = new DatabaseInfos(requests);
	}

	@Override
	public Account account() {
		Answer answer = this.requests.answer("/account");
		JsonNode account = answer.json("GET /account");
		String blocked = Fields.text(account, "suspended_at").isEmpty()
				? (Fields.text(account, "delinquent_at").isEmpty() ? "" : "delinquent") : "suspended";
		String left = answer.header("RateLimit-Remaining");
		return new Account(Fields.text(account, "email"),
				List.of(answer.header("Oauth-Scope").split("[,\\s]+"))
					.stream()
					.filter((one) -> !one.isEmpty())
					.toList(),
				Fields.flag(account, "two_factor_authentication"),
				left.matches("\\d{1,6}") ? Integer.parseInt(left) : -1, blocked);
	}

	@Override
	public List<App> apps() {
		return this.requests.list("/apps").stream().map(this::app).toList();
	}

	@Override
	public Optional<App> app(String name) {
		try {
			return Optional.of(app(this.requests.get(Host.PLATFORM, "/apps/" + Paths.segment(name), Requests.MORE)));
		}
		catch (HerokuProblem ex) {
			if (ex.missing()) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	@Override
	public List<Formation> formation(String app) {
		return list(app, "/formation").stream().map(ApiInventory::formation).toList();
	}

	@Override
	public List<DynoSize> dynoSizes(String app) {
		return list(app, "/available-dyno-sizes").stream()
			.map((size) -> new DynoSize(Fields.text(size, "name"), size.path("memory").asDouble(0),
					(int) Fields.number(size, -1, "cost", "cents")))
			.toList();
	}

	@Override
	public List<ConfigVar> configVars(String app) {
		return new ConfigVars(this.requests).of(app, attachmentNodes(app));
	}

	@Override
	public List<AddOn> addOns(String app) {
		return this.requests.list(Paths.app(app) + "/addons", "Accept-Expansion", "addon_service,plan")
			.stream()
			.map((addOn) -> Services.addOn(addOn, app))
			.toList();
	}

	@Override
	public List<Attachment> attachments(String app) {
		return attachmentNodes(app).stream().map(Services::attachment).toList();
	}

	@Override
	public List<HostName> hostNames(String app) {
		return list(app, "/domains").stream()
			.filter((domain) -> !Fields.text(domain, "kind").equals("heroku"))
			.map((domain) -> new HostName(Fields.text(domain, "hostname"), Fields.text(domain, "cname"),
					Fields.text(domain, "status"), Fields.text(domain, "acm_status")))
			.toList();
	}

	@Override
	public List<Certificate> certificates(String app) {
		return list(app, "/sni-endpoints").stream().map(Services::certificate).toList();
	}

	@Override
	public List<Release> releases(String app) {
		return this.requests.first(Paths.app(app) + "/releases", "version ..; max=10, order=desc")
			.stream()
			.map((release) -> new Release((int) Fields.number(release, 0, "version"), Fields.text(release, "status"),
					Fields.flag(release, "current"), Fields.text(release, "description"),
					Fields.text(release, "user", "email"), Fields.instant(release, "created_at")))
			.toList();
	}

	@Override
	public List<String> buildpacks(String app) {
		return list(app, "/buildpack-installations").stream().map((one) -> {
			String name = Fields.text(one, "buildpack", "name");
			return name.isEmpty() ? Fields.text(one, "buildpack", "url") : name;
		}).toList();
	}

	@Override
	public List<String> features(String app) {
		return list(app, "/features").stream()
			.filter((feature) -> Fields.flag(feature, "enabled"))
			.map((feature) -> Fields.text(feature, "name"))
			.toList();
	}

	@Override
	public List<String> drains(String app) {
		try {
			return list(app, "/log-drains").stream().map((drain) -> Fields.text(drain, "url")).toList();
		}
		catch (HerokuProblem ex) {
			if (!ex.unsuitable()) {
				throw ex;
			}
			return list(app, "/telemetry-drains").stream()
				.map((drain) -> Fields.text(drain, "exporter", "endpoint"))
				.toList();
		}
	}

	@Override
	public List<Stage> stages(String app) {
		return new Pipelines(this.requests).of(app);
	}

	@Override
	public String awsRegion(String region) {
		return this.requests.list("/regions")
			.stream()
			.filter((one) -> Fields.text(one, "name").equals(region))
			.map((one) -> Fields.text(one, "provider", "region"))
			.findFirst()
			.orElse("");
	}

	@Override
	public Optional<Repository> repository(String app) {
		try {
			JsonNode link = this.requests.get(Host.GITHUB, "/apps/" + Paths.segment(id(app)) + "/github");
			String name = Fields.text(link, "repo");
			return name.isEmpty() ? Optional.empty()
					: Optional.of(new Repository(name, Fields.text(link, "branch"), Fields.flag(link, "auto_deploy")));
		}
		catch (HerokuProblem ex) {
			if (ex.missing()) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	@Override
	public List<Job> schedulerJobs(String app) {
		return Services.jobs(this.requests.get(Host.SCHEDULER, "/apps/" + Paths.segment(id(app)) + "/jobs",
				"application/vnd.api+json"));
	}

	@Override
	public DatabaseInfo databaseInfo(String addOn) {
		return this.databases.of(addOn);
	}

	Requests requests() {
		return this.requests;
	}

	List<JsonNode> attachmentNodes(String app) {
		return this.requests.list(Paths.app(app) + "/addon-attachments", "Accept-Inclusion", "addon:plan,config_vars");
	}

	App app(JsonNode app) {
		String name = Fields.text(app, "name");
		this.ids.put(name, Fields.text(app, "id"));
		return Services.app(app);
	}

	static Formation formation(JsonNode process) {
		String size = Fields.text(process, "dyno_size", "name");
		return new Formation(Fields.text(process, "type"), Fields.text(process, "command"),
				(int) Fields.number(process, 0, "quantity"), size.isEmpty() ? Fields.text(process, "size") : size);
	}

	private String id(String app) {
		@Nullable String known = this.ids.get(app);
		if (known == null) {
			app(app);
			known = this.ids.get(app);
		}
		return (known != null && !known.isEmpty()) ? known : app;
	}

	private List<JsonNode> list(String app, String what) {
		return this.requests.list(Paths.app(app) + what);
	}

}
