package io.shiplift.steps.cache;

import java.security.SecureRandom;
import java.util.List;

import io.shiplift.aws.Aws.Secrets;
import io.shiplift.step.StepContext;

/**
 * The password of the cache, which is made once and then only kept in the account, and
 * the address with it, which the application gets.
 */
final class CacheSecrets {

	private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

	private static final int LENGTH = 48;

	private final SecureRandom random = new SecureRandom();

	String password(StepContext context, Secrets secrets) {
		String path = path(context, "cache/password");
		return secrets.find(path).map(secrets::read).orElseGet(() -> {
			String password = generate();
			context.act("Store secret " + path,
					() -> secrets.put(path, password, context.tags("cache"), context.token("cache-password")));
			return secrets.find(path).map(secrets::read).orElse(password);
		});
	}

	/** Stores the address and answers where it is. */
	String address(StepContext context, Secrets secrets, String host, int port) {
		String path = path(context, "env/REDIS_URL");
		String address = "rediss://:" + password(context, secrets) + "@" + host + ":" + port + "/0";
		return secrets.find(path)
			.filter((arn) -> secrets.read(arn).equals(address))
			.orElseGet(() -> context.act("Store secret " + path,
					() -> secrets.put(path, address, context.tags("cache"), context.token("cache-address"))));
	}

	void delete(StepContext context, Secrets secrets) {
		for (String name : List.of("env/REDIS_URL", "cache/password")) {
			String path = path(context, name);
			if (secrets.find(path).isPresent()) {
				context.act("Delete secret " + path,
						() -> secrets.delete(path, context.token("delete-" + name.replace('/', '-'))));
			}
		}
	}

	private String generate() {
		StringBuilder password = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			password.append(SIGNS.charAt(this.random.nextInt(SIGNS.length())));
		}
		return password.toString();
	}

	private static String path(StepContext context, String name) {
		return context.slug() + "/" + name;
	}

}
