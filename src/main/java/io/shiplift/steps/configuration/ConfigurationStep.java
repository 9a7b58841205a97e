package io.shiplift.steps.configuration;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.shiplift.aws.Aws;
import io.shiplift.aws.AwsAccounts;
import io.shiplift.credentials.SecretStore;
import io.shiplift.fact.Account;
import io.shiplift.fact.Cache;
import io.shiplift.fact.Configuration;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.Herokus;
import io.shiplift.plan.Plan;
import io.shiplift.plan.Provided;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Copies config vars to AWS as the plan says: secrets into the secret store, plain values
 * as they are, and those that AWS sets by reference.
 */
@Component
class ConfigurationStep implements Step {

	/** All environment properties of a Beanstalk environment together, in bytes. */
	private static final int LIMIT = 4096;

	private static final Set<Plan.ConfigFate> SECRETS = EnumSet.of(Plan.ConfigFate.SECRET, Plan.ConfigFate.GENERATED,
			Plan.ConfigFate.ASKED);

	private static final String DATABASE_URL = "DATABASE_URL";

	private static final String NOT_MOVED_YET = "postgresql://not-moved-yet.invalid/";

	private final AwsAccounts accounts;

	private final Herokus herokus;

	private final SecretStore typed;

	private final SecureRandom random = new SecureRandom();

	ConfigurationStep(AwsAccounts accounts, Herokus herokus, SecretStore typed) {
		this.accounts = accounts;
		this.herokus = herokus;
		this.typed = typed;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("configuration", "Config vars",
					"Your config vars as secrets and plain settings on AWS; no secret is ever kept by Shiplift.",
					Configuration.class)
			.needs(Account.class, Cache.class)
			.forward(RunKind.PREPARE)
			.backward(RunKind.TEARDOWN);
	}

	@Override
	public List<Plan.Resource> resources(Plan plan) {
		return plan.config()
			.entrySet()
			.stream()
			.filter((fate) -> SECRETS.contains(fate.getValue()) || fate.getKey().equals(DATABASE_URL))
			.map((fate) -> new Plan.Resource("configuration", "AWS::SecretsManager::Secret", fate.getKey()))
			.toList();
	}

	@Override
	public StepResult advance(StepContext context) {
		Aws.Secrets secrets = secrets(context);
		Map<String, String> values = values(context);
		Map<String, String> references = new TreeMap<>();
		Map<String, String> plain = new TreeMap<>();
		context.plan().config().forEach((name, fate) -> {
			switch (fate) {
				case SECRET -> references.put(name, secret(context, secrets, name, values.getOrDefault(name, "")));
				case PLAIN -> plain.put(name, values.getOrDefault(name, ""));
				case GENERATED ->
					references.put(name, generated(context, secrets, name, values.getOrDefault(name, "")));
				case ASKED -> references.put(name, secret(context, secrets, name, typed(context, name)));
				case REPLACED -> replaced(context, secrets, name).ifPresent((arn) -> references.put(name, arn));
				case DROPPED -> {
				}
			}
		});
		int bytes = bytes(references) + bytes(plain);
		if (bytes > LIMIT) {
			return StepResult.failed("The config vars take " + bytes + " bytes; Elastic Beanstalk allows " + LIMIT
					+ ". Drop some in the plan, or make large plain values secrets, then freeze and prepare again.");
		}
		return StepResult.done(new Configuration(references, plain));
	}

	@Override
	public StepResult undo(StepContext context) {
		Aws.Secrets secrets = secrets(context);
		Set<String> names = new TreeSet<>(context.plan().config().keySet());
		names.add(DATABASE_URL);
		names.forEach((name) -> {
			if (secrets.find(path(context, name)).isPresent()) {
				context.act("Delete secret " + path(context, name),
						() -> secrets.delete(path(context, name), context.token("delete-" + name)));
			}
		});
		return StepResult.undone();
	}

	private Optional<String> replaced(StepContext context, Aws.Secrets secrets, String name) {
		return switch (provided(context.plan(), name)) {
			case DATABASE -> Optional.of(secret(context, secrets, DATABASE_URL, NOT_MOVED_YET));
			case CACHE -> context.find(Cache.class).map(Cache::urlSecret);
			case null -> Optional.empty();
		};
	}

	/** What has the new address; a plan from before that was planned knows by name. */
	private static @Nullable Provided provided(Plan plan, String name) {
		return switch (name) {
			case DATABASE_URL -> Provided.DATABASE;
			case "REDIS_URL", "CELERY_BROKER_URL" -> plan.mapping().rewrites().getOrDefault(name, Provided.CACHE);
			default -> plan.mapping().rewrites().get(name);
		};
	}

	/** A value that was made once stays; the one that Heroku has is not it. */
	private String generated(StepContext context, Aws.Secrets secrets, String name, String herokus) {
		return secrets.find(path(context, name)).filter((arn) -> !secrets.read(arn).equals(herokus)).orElseGet(() -> {
			byte[] bytes = new byte[48];
			this.random.nextBytes(bytes);
			return secret(context, secrets, name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
		});
	}

	private String typed(StepContext context, String name) {
		String id = context.plan().mapping().typed().getOrDefault(name, "");
		return this.typed.read(context.migrationId(), id);
	}

	private String secret(StepContext context, Aws.Secrets secrets, String name, String value) {
		return secrets.find(path(context, name))
			.filter((arn) -> secrets.read(arn).equals(value))
			.orElseGet(() -> context.act("Store secret " + path(context, name), () -> secrets.put(path(context, name),
					value, context.tags("configuration"), context.token(name + "-" + context.attempt()))));
	}

	private Map<String, String> values(StepContext context) {
		return this.herokus.open(context.connection())
			.configVars(context.plan().source().name())
			.stream()
			.collect(Collectors.toMap(Heroku.ConfigVar::name, Heroku.ConfigVar::value));
	}

	private static String path(StepContext context, String name) {
		return context.slug() + "/env/" + name;
	}

	private static int bytes(Map<String, String> properties) {
		return properties.entrySet()
			.stream()
			.mapToInt((entry) -> entry.getKey().length() + entry.getValue().getBytes(StandardCharsets.UTF_8).length + 2)
			.sum();
	}

	private Aws.Secrets secrets(StepContext context) {
		return this.accounts.open(context.connection(), context.plan().region()).secrets();
	}

}
