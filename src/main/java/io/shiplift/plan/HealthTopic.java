package io.shiplift.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.repository.Conclusion;
import io.shiplift.repository.RepositoryScan;

/**
 * Which page shows that the app is well.
 */
class HealthTopic implements Topic {

	static final String KEY = "health";

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Question ask(Setting setting) {
		return new Question(KEY, "Which page shows that the app is well?",
				"The load balancer and the smoke tests ask for it. A page that reads the database proves most.",
				Question.Layout.FIELDS,
				List.of(found(setting)
					.map((path) -> Question.Field.text("path", "Path", "For example /health/", path.value(),
							reason(path)))
					.orElseGet(() -> Question.Field.text("path", "Path", "For example /health/", "/",
							"Every app answers there; a page of its own is better if you have one."))));
	}

	/** The path that the code has for this. */
	private static Optional<Conclusion> found(Setting setting) {
		RepositoryScan scan = setting.known().scan();
		return (scan != null)
				? scan.first(io.shiplift.repository.Topic.HEALTH_PATH).filter((path) -> error(path.value()).isEmpty())
				: Optional.empty();
	}

	private static String reason(Conclusion path) {
		return path.file().isEmpty() ? "A person said so on the page of the code."
				: "The code has this path for it, in " + path.place() + ".";
	}

	@Override
	public Reply reply(Setting setting, Map<String, String> typed) {
		String path = withoutSite(Typed.clean(typed.getOrDefault("path", "")));
		Reply reply = Typed.check(ask(setting), Map.of("path", path));
		return Typed.also(reply, "path", error(path));
	}

	private static String withoutSite(String path) {
		String rest = path.replaceFirst("^[a-zA-Z]+://[^/]*", "");
		return (rest.startsWith("/") || path.isEmpty()) ? rest : "/" + rest;
	}

	private static String error(String path) {
		if (path.isEmpty()) {
			return "Type a path that starts with a slash, for example /health/.";
		}
		if (path.length() > 200) {
			return "Use a path of at most 200 characters.";
		}
		return path.matches("/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*") ? ""
				: "Use only letters, digits and the marks that addresses may hold; write others as %-codes.";
	}

}
