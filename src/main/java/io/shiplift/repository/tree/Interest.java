package io.shiplift.repository.tree;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which files say something about an app. Nothing else is read.
 */
final class Interest {

	private static final Pattern NAMES = Pattern
		.compile("(?i)procfile(\\.[\\w-]+)?|[\\w.-]*(requirements|constraints)[\\w.-]*\\.(txt|in)"
				+ "|pyproject\\.toml|setup\\.cfg|pipfile(\\.lock)?|poetry\\.lock|uv\\.lock|runtime\\.txt|\\.python-version|app\\.json"
				+ "|heroku\\.ya?ml|([\\w.-]+\\.)?dockerfile([.-][\\w.-]+)?|package\\.json|project\\.toml|.*\\.py|\\.slugignore|aptfile|\\.buildpacks");

	private static final Pattern HOOKS = Pattern
		.compile("(.*/)?(bin/[\\w.-]+|[\\w.-]+\\.sh|requirements/[\\w./-]+\\.txt)");

	private static final Set<String> FOREIGN = Set.of("node_modules", ".git", "venv", ".venv", "env", "site-packages",
			"__pycache__", ".tox", ".nox", ".mypy_cache", "bower_components", "migrations", "locale");

	private Interest() {
	}

	static boolean in(String path) {
		String[] parts = path.split("/");
		for (int index = 0; index < parts.length - 1; index++) {
			if (FOREIGN.contains(parts[index])) {
				return false;
			}
		}
		return NAMES.matcher(parts[parts.length - 1]).matches() || HOOKS.matcher(path).matches();
	}

}
