package io.shiplift.repository.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.shiplift.repository.Topic;
import io.shiplift.repository.read.Conclusions.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Reads pyproject.toml, Pipfile and the lock files of uv, Poetry and Pipenv.
 */
class TomlReader implements Reader {

	private final TomlMapper toml = new TomlMapper();

	private final JsonMapper json = new JsonMapper();

	@Override
	public void read(Sources sources, Conclusions found) {
		boolean pip = found.first(Topic.INSTALLER).isPresent();
		lock(sources, "uv.lock", "uv", found, pip);
		lock(sources, "poetry.lock", "poetry", found, pip);
		pipfileLock(sources, found, pip);
		tree(sources, "pyproject.toml", found).ifPresent((at) -> pyproject(sources, at, found, pip));
		tree(sources, "Pipfile", found).ifPresent((at) -> pipfile(sources, at, found));
	}

	private void pyproject(Sources sources, At at, Conclusions found, boolean pip) {
		JsonNode project = at.node().path("project");
		JsonNode poetry = at.node().path("tool").path("poetry");
		version(sources, at, project.path("requires-python").asString(""), "requires-python", found);
		version(sources, at, text(poetry.path("dependencies").path("python")), "python", found);
		if (!pip && found.first(Topic.INSTALLER).isEmpty()
				&& (poetry.isObject() || project.isObject() || at.node().has("dependency-groups"))) {
			found.likely(Topic.INSTALLER, "", poetry.has("dependencies") ? "poetry" : "pip", at.place(0));
		}
		if (pip) {
			return;
		}
		project.path("dependencies").forEach((each) -> requirement(sources, at, each.asString(""), found));
		poetry.path("dependencies").propertyStream().forEach((each) -> dependency(sources, at, each, found));
		at.node().path("dependency-groups").propertyStream().forEach((group) -> {
			if (group.getKey().matches("(?i)prod.*|main|deploy.*|heroku|server|web")) {
				group.getValue().forEach((each) -> requirement(sources, at, each.asString(""), found));
			}
		});
		project.path("optional-dependencies").propertyStream().forEach((group) -> {
			if (group.getKey().matches("(?i)prod.*|deploy.*|heroku|server|web")) {
				group.getValue().forEach((each) -> requirement(sources, at, each.asString(""), found));
			}
		});
	}

	private void pipfile(Sources sources, At at, Conclusions found) {
		version(sources, at, at.node().path("requires").path("python_version").asString(""), "python_version", found);
		if (found.first(Topic.INSTALLER).isEmpty()) {
			found.certain(Topic.INSTALLER, "", "pipenv", at.place(0));
			at.node().path("packages").propertyStream().forEach((each) -> dependency(sources, at, each, found));
		}
	}

	private void dependency(Sources sources, At at, Map.Entry<String, JsonNode> each, Conclusions found) {
		if (!"python".equals(each.getKey()) && !found.has(Topic.PACKAGE, PackagesReader.clean(each.getKey()))) {
			String version = "*".equals(text(each.getValue())) ? "" : text(each.getValue());
			PackagesReader.add(each.getKey(), version, at.place(lineOf(sources, at.path(), each.getKey())), found);
		}
	}

	private void requirement(Sources sources, At at, String text, Conclusions found) {
		String name = text.replaceFirst("^([A-Za-z0-9._-]+).*", "$1");
		if (!name.isEmpty() && !found.has(Topic.PACKAGE, PackagesReader.clean(name))) {
			String version = text.substring(name.length()).replaceFirst("^\\[[^\\]]*]", "").replaceFirst("\\s*;.*", "");
			PackagesReader.add(name, version.strip(), at.place(lineOf(sources, at.path(), name)), found);
		}
	}

	private void version(Sources sources, At at, String version, String key, Conclusions found) {
		if (!version.isEmpty()) {
			Place place = at.place(lineOf(sources, at.path(), key));
			found.likely(Topic.PYTHON, "", version, place);
			VersionReader.old(version.replaceFirst("^[=~^ ]+", ""), place, found);
		}
	}

	private void lock(Sources sources, String name, String installer, Conclusions found, boolean pip) {
		tree(sources, name, found).ifPresent((at) -> {
			if (pip) {
				return;
			}
			found.certain(Topic.INSTALLER, "", installer, at.place(0));
			at.node().path("package").forEach((each) -> {
				String module = each.path("name").asString("");
				PackagesReader.add(module, each.path("version").asString(""),
						at.place(sources.lines(at.path()).indexOf("name = \"" + module + "\"") + 1), found);
			});
		});
	}

	private void pipfileLock(Sources sources, Conclusions found, boolean pip) {
		sources.find("Pipfile.lock").filter((path) -> !pip).ifPresent((path) -> {
			try {
				JsonNode node = this.json.readTree(sources.text(path).orElse("{}"));
				found.certain(Topic.INSTALLER, "", "pipenv", new Place(path, 0));
				node.path("default")
					.propertyStream()
					.forEach((each) -> PackagesReader.add(each.getKey(), each.getValue().path("version").asString(""),
							new Place(path, lineOf(sources, path, each.getKey())), found));
			}
			catch (JacksonException ex) {
				found.problem("The file cannot be read as JSON.", new Place(path, 0));
			}
		});
	}

	private Optional<At> tree(Sources sources, String name, Conclusions found) {
		return sources.find(name).flatMap((path) -> {
			try {
				return Optional.of(new At(path, this.toml.readTree(sources.text(path).orElse(""))));
			}
			catch (JacksonException ex) {
				int line = Math.max(0, (ex.getLocation() != null) ? ex.getLocation().getLineNr() : 0);
				found.problem("The file cannot be read as TOML.", new Place(path, line));
				return Optional.empty();
			}
		});
	}

	private static String text(JsonNode node) {
		return node.isObject() ? node.path("version").asString("") : node.asString("");
	}

	/** The first line with this word; 0 if there is none. */
	static int lineOf(Sources sources, String path, String word) {
		Pattern pattern = Pattern.compile("(?i)(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])");
		List<String> lines = sources.lines(path);
		for (int index = 0; index < lines.size(); index++) {
			if (pattern.matcher(lines.get(index)).find()) {
				return index + 1;
			}
		}
		return 0;
	}

	/**
	 * A file that could be read.
	 */
	private record At(String path, JsonNode node) {

		Place place(int line) {
			return new Place(this.path, line);
		}

	}

}
