package io.shiplift.plan;

import java.util.List;
import java.util.Map;

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
				Question.Layout.FIELDS, List.of(Question.Field.text("path", "Path", "For example /health/", "/",
						"Every app answers there; a page of its own is better if you have one.")));
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
