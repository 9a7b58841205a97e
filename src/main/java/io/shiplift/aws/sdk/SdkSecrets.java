package io.shiplift.aws.sdk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.shiplift.aws.Aws;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/**
 * Secrets Manager. A secret that was deleted can be had back for a week, under the same
 * ARN; until then its name is taken, so it is restored instead of made anew. A secret
 * that does not carry our tag is nobody's but its owner's.
 */
final class SdkSecrets implements Aws.Secrets {

	private static final long RECOVERY_DAYS = 7;

	private static final String OWNER = "shiplift:migration";

	private static final String MISSING = "ResourceNotFoundException";

	private final Clients clients;

	private final Calls calls;

	SdkSecrets(Clients clients) {
		this.clients = clients;
		this.calls = clients.calls();
	}

	@Override
	public Optional<String> find(String name) {
		return describe(name).filter((secret) -> secret.deletedDate() == null).map(DescribeSecretResponse::arn);
	}

	@Override
	public String put(String name, String value, Map<String, String> tags, String token) {
		DescribeSecretResponse standing = describe(name).orElse(null);
		if (standing == null) {
			return create(name, value, tags, token);
		}
		String owner = owner(standing);
		if (!Objects.equals(owner, tags.get(OWNER))) {
			throw new OutsideProblem(Kind.REFUSED, "A secret named " + name
					+ " exists already and does not belong to this migration. Rename or delete it, then retry.");
		}
		if (standing.deletedDate() != null) {
			this.calls.call("secretsmanager:RestoreSecret", name,
					() -> client().restoreSecret((r) -> r.secretId(name)));
		}
		return change(standing.arn(), name, value, token);
	}

	private String create(String name, String value, Map<String, String> tags, String token) {
		List<Tag> all = tags.entrySet()
			.stream()
			.map((tag) -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
			.toList();
		try {
			return this.calls.hiding(value)
				.call("secretsmanager:CreateSecret", name,
						() -> client().createSecret((secret) -> secret.name(name)
							.secretString(value)
							.description("Made by Shiplift")
							.tags(all)
							.clientRequestToken(Tokens.of(64, token))))
				.arn();
		}
		catch (AwsProblem ex) {
			throw known(ex, name);
		}
	}

	/** What we did not see may stand all the same: AWS shows news a little later. */
	private static OutsideProblem known(AwsProblem ex, String name) {
		return (ex.says("ResourceExistsException") || doomed(ex))
				? new OutsideProblem(Kind.TRANSIENT, "AWS has a secret named " + name + " that it did not show yet.")
				: ex;
	}

	/** The version that it replaces makes the token one of this change only. */
	private String change(String arn, String name, String value, String token) {
		Optional<GetSecretValueResponse> current = current(arn);
		if (current.filter((version) -> value.equals(version.secretString())).isEmpty()) {
			String replaced = current.map(GetSecretValueResponse::versionId).orElse("");
			this.calls.hiding(value)
				.call("secretsmanager:PutSecretValue", name,
						() -> client().putSecretValue((secret) -> secret.secretId(arn)
							.secretString(value)
							.clientRequestToken(Tokens.of(64, token, replaced))));
		}
		return arn;
	}

	@Override
	public String read(String arn) {
		String value = current(arn)
			.orElseThrow(() -> new OutsideProblem(Kind.REFUSED, "Secrets Manager can't find the secret " + arn))
			.secretString();
		if (value == null) {
			throw new OutsideProblem(Kind.REFUSED, "The secret " + arn + " is not a text.");
		}
		return value;
	}

	@Override
	public void delete(String name, String token) {
		DescribeSecretResponse standing = describe(name).orElse(null);
		if (standing == null || standing.deletedDate() != null) {
			return;
		}
		if (owner(standing) == null) {
			throw new OutsideProblem(Kind.REFUSED, "The secret " + name
					+ " was not made by Shiplift, which leaves it alone. Rename or delete it yourself, then retry.");
		}
		try {
			this.calls.find("secretsmanager:DeleteSecret", name,
					() -> client()
						.deleteSecret((secret) -> secret.secretId(standing.arn()).recoveryWindowInDays(RECOVERY_DAYS)),
					MISSING);
		}
		catch (AwsProblem ex) {
			if (!doomed(ex)) {
				throw ex;
			}
		}
	}

	/** AWS may show a secret as standing for a moment after it was deleted. */
	private static boolean doomed(AwsProblem ex) {
		return ex.says("InvalidRequestException") && ex.getMessage().contains("delet");
	}

	private Optional<DescribeSecretResponse> describe(String name) {
		return this.calls.find("secretsmanager:DescribeSecret", name,
				() -> client().describeSecret((secret) -> secret.secretId(name)), MISSING);
	}

	private Optional<GetSecretValueResponse> current(String arn) {
		return this.calls.find("secretsmanager:GetSecretValue", Arn.of(arn).name(),
				() -> client().getSecretValue((secret) -> secret.secretId(arn)), MISSING);
	}

	private static @Nullable String owner(DescribeSecretResponse secret) {
		return secret.tags().stream().filter((tag) -> tag.key().equals(OWNER)).map(Tag::value).findFirst().orElse(null);
	}

	private SecretsManagerClient client() {
		return this.clients.secrets();
	}

}
