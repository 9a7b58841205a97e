package io.shiplift.repository.read;

import java.util.Optional;
import java.util.Set;

import io.shiplift.repository.python.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A variable of the environment that an expression reads, with its default if it has one.
 */
public record Variable(String name, @Nullable Expression fallback) {

	private static final Set<String> DATABASE = Set.of("dj_database_url.config", "env.db", "env.db_url",
			"env.database_url", "env.dj_db_url");

	/** The variable that the expression reads itself, not one of its parts. */
	static Optional<Variable> of(Expression expression) {
		return switch (expression) {
			case Expression.Element element when environment(element.of().dotted()) ->
				element.key().text().map((name) -> new Variable(name, null));
			case Expression.Call call -> call(call);
			default -> Optional.empty();
		};
	}

	/** The first variable that is read anywhere in the expression. */
	public static Optional<Variable> in(Expression expression) {
		Variable[] found = new Variable[1];
		expression.walk((part) -> {
			if (found[0] == null) {
				of(part).ifPresent((variable) -> found[0] = variable);
			}
		});
		return Optional.ofNullable(found[0]);
	}

	private static Optional<Variable> call(Expression.Call call) {
		String function = call.function().dotted();
		Expression fallback = call.argument("default", 1).orElse(null);
		if (DATABASE.contains(function)) {
			boolean own = "dj_database_url.config".equals(function);
			String name = call.argument(own ? "env" : "var", own ? 9 : 0)
				.flatMap(Expression::text)
				.orElse("DATABASE_URL");
			return Optional.of(new Variable(name, call.argument("default", own ? 0 : 1).orElse(null)));
		}
		if (!reads(function)) {
			return Optional.empty();
		}
		return call.argument("var", 0)
			.or(() -> call.argument("name", 0))
			.or(() -> call.argument("key", 0))
			.flatMap(Expression::text)
			.filter((name) -> name.matches("[A-Za-z_][A-Za-z0-9_]*"))
			.map((name) -> new Variable(name, fallback));
	}

	private static boolean reads(String function) {
		String last = function.substring(function.lastIndexOf('.') + 1);
		return function.endsWith("environ.get") || function.endsWith("environ.pop") || "getenv".equals(last)
				|| function.matches("(?i)_?(env|environ|decouple\\.config|config|env_config)(\\.[a-z_]+)?")
						&& !function.matches("(?i).*\\.(read_env|config|update|setdefault|from_\\w+|load\\w*)")
				|| last.matches(
						"(?i)get_\\w+_from_env|(get_|parse_|read_)?(env|environment|secret)(_?(var|variable|setting|bool|int|list|str|or|value)\\w*)?")
						&& !function.contains("read_env");
	}

	private static boolean environment(String name) {
		return name.endsWith("environ") || "env".equals(name) || "ENV".equals(name);
	}

}
