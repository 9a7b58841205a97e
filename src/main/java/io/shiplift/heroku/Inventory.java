package io.shiplift.heroku;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What an account has and what its apps are made of. These calls change nothing.
 */
public interface Inventory {

	/** Whose account it is, and what the token may do. */
	Account account();

	List<App> apps();

	Optional<App> app(String name);

	List<Formation> formation(String app);

	/** The sizes that the app may choose from. */
	List<DynoSize> dynoSizes(String app);

	List<ConfigVar> configVars(String app);

	List<AddOn> addOns(String app);

	/** By which names add-ons are attached to the app, those of other apps too. */
	List<Attachment> attachments(String app);

	/** Host names of its own; the one Heroku gives is not among them. */
	List<HostName> hostNames(String app);

	/** The same without what Heroku says of them. */
	default List<String> domains(String app) {
		return hostNames(app).stream().map(HostName::name).toList();
	}

	List<Certificate> certificates(String app);

	/** The last ten, newest first. */
	List<Release> releases(String app);

	/** In order; none if Heroku detects them. */
	List<String> buildpacks(String app);

	/** Names of the features that are switched on. */
	List<String> features(String app);

	/** Addresses that log lines are sent to; a secret may be part of them. */
	List<String> drains(String app);

	/** All apps of the pipelines that the app is part of. */
	List<Stage> stages(String app);

	/** The region of AWS that one of Heroku's lies in, or an empty text. */
	String awsRegion(String region);

	/** The GitHub repository that the app is deployed from, if Heroku tells. */
	Optional<Repository> repository(String app);

	/**
	 * Jobs of the scheduler add-on. Heroku documents neither how to read nor how to pause
	 * them, so this may well be refused.
	 */
	List<Job> schedulerJobs(String app);

	/** What Heroku says of a Postgres, by the id of the add-on. */
	DatabaseInfo databaseInfo(String addOnId);

	/**
	 * An account: its scopes such as {@code global}, requests that are left in this hour
	 * or -1, and why Heroku blocks it, or an empty text.
	 */
	record Account(String email, List<String> scopes, boolean twoFactor, int requestsLeft, String blocked) {

	}

	/** An app; {@code region} is Heroku's own word, such as {@code us}. */
	record App(String name, String region, String stack, boolean maintenance, String webUrl, Traits traits) {

		/** A common app. */
		public App(String name, String region, String stack, boolean maintenance, String webUrl) {
			this(name, region, stack, maintenance, webUrl, Traits.NONE);
		}

	}

	/** More of an app; texts are empty where Heroku says nothing. */
	record Traits(String id, String generation, String language, String owner, String team, String space,
			boolean shield, boolean internalRouting) {

		/** Those of a common app. */
		public static final Traits NONE = new Traits("", "cedar", "", "", "", "", false, false);

	}

	/** A process type with its command, number of dynos and dyno size. */
	record Formation(String type, String command, int quantity, String size) {

	}

	/** A dyno size with GB of memory and US cents a month, -1 without a price. */
	record DynoSize(String name, double memory, int centsPerMonth) {

	}

	/**
	 * A config var with its value; {@code addOn} names the add-on that owns it. Heroku
	 * does not tell the value of a masked one.
	 */
	record ConfigVar(String name, String value, @Nullable String addOn, boolean masked) {

		/** One that can be read. */
		public ConfigVar(String name, String value, @Nullable String addOn) {
			this(name, value, addOn, false);
		}

		@Override
		public String toString() {
			return "ConfigVar[name=" + this.name + ", addOn=" + this.addOn + "]";
		}

	}

	/** An add-on with its billed price in US cents a month. */
	record AddOn(String name, String service, String plan, int centsPerMonth, List<String> configVars, More more) {

		/** One that the app owns and that has a price. */
		public AddOn(String name, String service, String plan, int centsPerMonth, List<String> configVars) {
			this(name, service, plan, centsPerMonth, configVars, new More(name, "", service, "provisioned", "", true));
		}

	}

	/**
	 * More of an add-on: its id, the app it is billed to (empty if it is the one that was
	 * asked for), what its vendor calls it, its state, its page, and whether it has a
	 * price.
	 */
	record More(String id, String owner, String title, String state, String webUrl, boolean priced) {

	}

	/** An add-on under the name it is attached by. */
	record Attachment(String name, String addOn, String app, String namespace, List<String> configVars) {

	}

	/** A host name with what it has to point at, and how it and its certificate stand. */
	record HostName(String name, String target, String status, String certificateStatus) {

	}

	/** A certificate; {@code automatic} if Heroku renews it. */
	record Certificate(String name, List<String> hostNames, boolean automatic, String issuer,
			@Nullable Instant expires) {

	}

	/** A release and who made it. */
	record Release(int version, String status, boolean current, String description, String by, @Nullable Instant at) {

	}

	/** An app in a stage of a pipeline; its id, if the account may not see it. */
	record Stage(String pipeline, String stage, String app) {

	}

	/** A repository such as {@code acme/shop}. */
	record Repository(String name, String branch, boolean autoDeploy) {

	}

	/** A scheduled job, such as {@code every 10 minutes}. */
	record Job(String command, String schedule) {

	}

	/**
	 * A Postgres as Heroku describes it: bytes, names of its followers, and when Heroku
	 * plans to work on it.
	 */
	record DatabaseInfo(String plan, String version, long bytes, List<String> followers,
			@Nullable Instant maintenance) {

	}

}
