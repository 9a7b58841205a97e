package io.shiplift.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceConfig;
import io.shiplift.fact.SourceConfig.Part;
import io.shiplift.plan.AddOnFate.Kind;
import io.shiplift.plan.Plan.ConfigFate;
import io.shiplift.repository.Conclusion;
import io.shiplift.repository.RepositoryScan;
import io.shiplift.repository.Topic;

/**
 * Judges config vars one by one: by who set them, what their value refers to, and what
 * becomes of the add-on behind them.
 */
final class ConfigAdviser {

	private static final Set<String> BUILD_ONLY = Set.of("BUILDPACK_URL", "LANGUAGE_PACK_URL", "DISABLE_COLLECTSTATIC",
			"DYNO", "PORT", "SOURCE_VERSION", "STACK");

	private static final Pattern OWN_SECRET = Pattern
		.compile("(.*_)?(SECRET_KEY|SECRET_KEY_BASE|SESSION_SECRET|COOKIE_SECRET|JWT_SECRET|SIGNING_KEY|HASH_SALT)");

	private static final Pattern BUCKET = Pattern.compile("AWS_STORAGE_BUCKET_NAME|(.*_)?(S3|AWS)_BUCKET(_NAME)?");

	private static final String TYPE_IT = " choose \u201cI type the value\u201d and type the new one.";

	/** A reference takes less of the 4,096 bytes than a longer value. */
	private static final int LONG = 160;

	private final Setting setting;

	private final AddOns addOns;

	ConfigAdviser(Setting setting) {
		this.setting = setting;
		this.addOns = new AddOns(setting);
	}

	ConfigAdvice of(SourceApp.ConfigVar configVar) {
		return advice(configVar).because(readers(configVar.name()));
	}

	/** Config vars that hold an address which AWS provides, with what provides it. */
	Map<String, Provided> rewrites() {
		Map<String, Provided> rewrites = new TreeMap<>();
		this.setting.app()
			.configVars()
			.forEach((configVar) -> provided(configVar)
				.ifPresent((provided) -> rewrites.put(configVar.name(), provided)));
		return rewrites;
	}

	private ConfigAdvice advice(SourceApp.ConfigVar configVar) {
		Optional<Provided> provided = provided(configVar);
		if (provided.isPresent()) {
			return ConfigAdvice
				.rewrite("It is " + origin(configVar) + "; the app gets that of " + provided.get().words() + ".");
		}
		SourceConfig.Value value = value(configVar);
		if (value.part() != Part.NOTHING && value.part() != Part.WHOLE && moves(value.refersTo())) {
			return ConfigAdvice.type(ConfigFate.DROPPED,
					"It holds " + value.part().words() + " of " + value.refersTo() + ", which leads to Heroku. AWS sets"
							+ " only whole addresses: let the code read " + value.refersTo() + " instead.");
		}
		if (this.setting.app().masked().contains(configVar.name())) {
			return ConfigAdvice.type(ConfigFate.ASKED, "Heroku does not show its value, so somebody has to type it.");
		}
		Optional<SourceApp.AddOn> addOn = addOn(configVar);
		return addOn.isPresent() ? ofAddOn(addOn.get()) : ofItsOwn(configVar, value);
	}

	private ConfigAdvice ofAddOn(SourceApp.AddOn addOn) {
		String whose = "It belongs to " + addOn.service();
		String target = this.addOns.target(addOn);
		return switch (this.addOns.chosen(addOn).orElse(Kind.KEEP)) {
			case KEEP -> ConfigAdvice.copy(ConfigFate.SECRET, whose
					+ ", which goes on working. Credentials of an add-on end with it; when you have others," + TYPE_IT);
			case AWS -> ConfigAdvice.copy(ConfigFate.SECRET, whose + ", and no step builds " + target
					+ " or writes its address here. Until you do, the app goes on using it where it is: build it,"
					+ " and" + TYPE_IT);
			case REPLACE -> ConfigAdvice.copy(ConfigFate.DROPPED, whose
					+ ", which something else replaces, and no step writes what that needs. If the app shall find it"
					+ " under this name," + TYPE_IT);
			case DROP -> ConfigAdvice.copy(ConfigFate.DROPPED, whose + ", which stays behind.");
		};
	}

	private ConfigAdvice ofItsOwn(SourceApp.ConfigVar configVar, SourceConfig.Value value) {
		String name = configVar.name().toUpperCase(Locale.ROOT);
		if (name.startsWith("HEROKU_") || BUILD_ONLY.contains(name)) {
			return ConfigAdvice.copy(ConfigFate.DROPPED, "Only Heroku uses it.");
		}
		if (value.empty()) {
			return ConfigAdvice.copy(ConfigFate.ASKED, "It is empty on Heroku: type a value, or leave it behind.");
		}
		if (configVar.secret()) {
			String reason = "Its name or value looks like a secret.";
			return OWN_SECRET.matcher(name).matches()
					? ConfigAdvice.secretOfItsOwn(reason + " A new one would sign everybody out.")
					: ConfigAdvice.copy(ConfigFate.SECRET, reason);
		}
		if (BUCKET.matcher(name).matches()) {
			return ConfigAdvice.copy(ConfigFate.PLAIN,
					"It names a bucket, which works from AWS as it is. The step \u201cFile store\u201d makes an empty one"
							+ " besides, but no step copies files or writes its name here: to use it, copy them with aws s3"
							+ " sync, and" + TYPE_IT);
		}
		if (value.bytes() > LONG) {
			return ConfigAdvice.copy(ConfigFate.SECRET, "Its " + value.bytes() + " bytes would take much of the "
					+ EnvironmentSize.LIMIT_WORDS + " that Elastic Beanstalk allows; a reference takes about 100.");
		}
		return ConfigAdvice.copy(ConfigFate.PLAIN, "Nothing about it looks secret.");
	}

	private Optional<Provided> provided(SourceApp.ConfigVar configVar) {
		Optional<SourceApp.AddOn> addOn = addOn(configVar);
		if (addOn.isEmpty() || this.addOns.chosen(addOn.get()).orElse(Kind.KEEP) != Kind.AWS) {
			return Optional.empty();
		}
		return switch (addOn.get().service()) {
			case Destinations.POSTGRES -> Optional.of(Provided.DATABASE);
			case Destinations.REDIS -> Optional.of(Provided.CACHE);
			default -> Optional.empty();
		};
	}

	/** The add-on whose address it holds, also under another name. */
	private Optional<SourceApp.AddOn> addOn(SourceApp.ConfigVar configVar) {
		if (configVar.addOn() != null) {
			return this.addOns.named(configVar.addOn());
		}
		SourceConfig.Value value = value(configVar);
		return (value.part() == Part.WHOLE) ? owner(value.refersTo()) : Optional.empty();
	}

	private Optional<SourceApp.AddOn> owner(String configVar) {
		return this.setting.app()
			.configVars()
			.stream()
			.filter((other) -> other.name().equals(configVar))
			.findFirst()
			.flatMap((other) -> this.addOns.named(String.valueOf(other.addOn())));
	}

	private boolean moves(String configVar) {
		return owner(configVar).filter((addOn) -> this.addOns.chosen(addOn).orElse(Kind.KEEP) == Kind.AWS).isPresent();
	}

	private String origin(SourceApp.ConfigVar configVar) {
		String name = addOn(configVar).map(SourceApp.AddOn::name).orElse("an add-on");
		boolean listed = addOn(configVar).filter((addOn) -> addOn.configVars().contains(configVar.name())).isPresent();
		return (listed ? "the address of " : "a copy of the address of ") + name;
	}

	private SourceConfig.Value value(SourceApp.ConfigVar configVar) {
		return this.setting.known()
			.config()
			.of(configVar.name())
			.orElseGet(() -> new SourceConfig.Value(configVar.name(), 1, "", Part.NOTHING));
	}

	private String readers(String name) {
		RepositoryScan scan = this.setting.known().scan();
		return (scan != null) ? scan.first(Topic.VARIABLE, name)
			.map(Conclusion::place)
			.map((place) -> "Read in " + place + ".")
			.orElse("") : "";
	}

}
