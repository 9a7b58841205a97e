package io.shiplift.practice.heroku;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.shiplift.heroku.Inventory;
import io.shiplift.outside.OutsideProblem;

/**
 * What the scripted app is made of and never changes.
 */
abstract class PracticeInventory implements Inventory {

	/** Meets the faults that somebody armed. */
	abstract void look(String name, String target);

	@Override
	public Account account() {
		look("account", "");
		return new Account("practice@example.com", List.of("global"), false, 4500, "");
	}

	@Override
	public List<DynoSize> dynoSizes(String app) {
		look("sizes", known(app));
		return List.of(new DynoSize("Basic", 0.5, 700), new DynoSize("Standard-1X", 0.5, 2500),
				new DynoSize("Standard-2X", 1, 5000));
	}

	@Override
	public List<AddOn> addOns(String app) {
		look("add-ons", known(app));
		return Script.ADD_ONS;
	}

	@Override
	public List<Attachment> attachments(String app) {
		look("attachments", known(app));
		return List.of(new Attachment("DATABASE", Script.POSTGRES.name(), app, "", List.of("DATABASE_URL")),
				new Attachment("REDIS", Script.REDIS.name(), app, "", List.of("REDIS_URL")),
				new Attachment("SCHEDULER", Script.SCHEDULER.name(), app, "", List.of()));
	}

	@Override
	public List<HostName> hostNames(String app) {
		look("domains", known(app));
		return List.of(new HostName(Script.DOMAINS.getFirst(), "tranquil-harbor-4f2a.herokudns.com", "succeeded", "ok"),
				new HostName(Script.DOMAINS.getLast(), "serene-anchor-9c1d.herokudns.com", "succeeded", "ok"));
	}

	@Override
	public List<Certificate> certificates(String app) {
		look("certificates", known(app));
		return List.of(new Certificate("tyrannosaurus-71234", Script.DOMAINS, true, "Let's Encrypt",
				Instant.parse("2027-02-14T08:00:00Z")));
	}

	@Override
	public List<Release> releases(String app) {
		look("releases", known(app));
		return List.of(
				new Release(214, "succeeded", true, "Deploy 4c1d2e3f", "ana@example.com",
						Instant.parse("2026-11-17T13:05:00Z")),
				new Release(213, "succeeded", false, "Set TIME_ZONE config vars", "olga@example.com",
						Instant.parse("2026-11-16T09:40:00Z")));
	}

	@Override
	public List<String> buildpacks(String app) {
		look("buildpacks", known(app));
		return List.of("heroku/python");
	}

	@Override
	public List<String> features(String app) {
		look("features", known(app));
		return List.of("preboot");
	}

	@Override
	public List<String> drains(String app) {
		look("drains", known(app));
		return List.of();
	}

	@Override
	public List<Stage> stages(String app) {
		look("pipelines", known(app));
		return List.of(new Stage("shop", "production", app));
	}

	@Override
	public String awsRegion(String region) {
		look("regions", region);
		return "us-east-1";
	}

	@Override
	public Optional<Repository> repository(String app) {
		look("repository", known(app));
		return Optional.empty();
	}

	@Override
	public List<Job> schedulerJobs(String app) {
		look("jobs", known(app));
		return Script.JOBS;
	}

	@Override
	public DatabaseInfo databaseInfo(String addOnId) {
		look("database-info", addOnId);
		return new DatabaseInfo(Script.POSTGRES.plan(), "", 0, List.of(), null);
	}

	/** The app, if the account has it. */
	static String known(String app) {
		if (!Script.APP.equals(app)) {
			throw refused("This account has no app " + app);
		}
		return app;
	}

	static OutsideProblem refused(String what) {
		return new OutsideProblem(OutsideProblem.Kind.REFUSED, "Heroku (practice): " + what + ".");
	}

}
