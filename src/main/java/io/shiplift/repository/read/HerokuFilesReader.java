package io.shiplift.repository.read;

import java.util.Map;

import io.shiplift.repository.Confidence;
import io.shiplift.repository.Topic;
import io.shiplift.repository.read.Conclusions.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads app.json, heroku.yml and package.json.
 */
class HerokuFilesReader implements Reader {

	private final JsonMapper json = new JsonMapper();

	@Override
	public void read(Sources sources, Conclusions found) {
		sources.find("app.json").ifPresent((path) -> appJson(sources, path, json(sources, path, found), found));
		sources.find("package.json").ifPresent((path) -> packageJson(sources, path, json(sources, path, found), found));
		for (String name : new String[] { "heroku.yml", "heroku.yaml" }) {
			sources.find(name).ifPresent((path) -> herokuYml(sources, path, found));
		}
	}

	private void appJson(Sources sources, String path, JsonNode app, Conclusions found) {
		app.path("buildpacks").forEach((each) -> {
			String url = each.path("url").asString("");
			found.certain(Topic.BUILDPACK, url, url, at(sources, path, url));
		});
		app.path("addons").forEach((each) -> {
			String plan = each.isObject() ? each.path("plan").asString("") : each.asString("");
			found.certain(Topic.ADD_ON, plan.replaceFirst(":.*", ""), plan, at(sources, path, plan));
		});
		app.path("env").propertyStream().forEach((each) -> {
			JsonNode value = each.getValue().isObject() ? each.getValue().path("value") : each.getValue();
			String shown = Settings.hidden(each.getKey(), value.asString("")) ? "" : value.asString("");
			boolean given = !shown.isEmpty() || each.getValue().has("generator")
					|| !each.getValue().path("required").asBoolean(true);
			found.add(Topic.VARIABLE, each.getKey(), shown, at(sources, path, each.getKey()),
					given ? Confidence.LIKELY : Confidence.CERTAIN);
		});
		app.path("formation").propertyStream().forEach((each) -> {
			if (!found.has(Topic.PROCESS, each.getKey()) && found.first(Topic.PROCESS).isPresent()) {
				found.problem("app.json starts the process " + each.getKey() + ", which the Procfile does not have.",
						at(sources, path, each.getKey()));
			}
		});
		String after = app.path("scripts").path("postdeploy").asString("");
		if (!after.isEmpty()) {
			found.certain(Topic.BUILD_STEP, "postdeploy", after, at(sources, path, "postdeploy"));
		}
	}

	private void packageJson(Sources sources, String path, JsonNode app, Conclusions found) {
		String node = app.path("engines").path("node").asString("");
		found.add(Topic.NODE, "", node.isEmpty() ? "any" : node, at(sources, path, "node"),
				node.isEmpty() ? Confidence.GUESSED : Confidence.CERTAIN);
		for (String script : new String[] { "heroku-prebuild", "heroku-postbuild", "build", "postinstall" }) {
			String command = app.path("scripts").path(script).asString("");
			if (!command.isEmpty()) {
				found.certain(Topic.BUILD_STEP, script, command, at(sources, path, script));
			}
		}
	}

	private void herokuYml(Sources sources, String path, Conclusions found) {
		try {
			Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(sources.text(path).orElse(""));
			Map<?, ?> file = (read instanceof Map<?, ?> map) ? map : Map.of();
			if (file.get("build") instanceof Map<?, ?> build && build.get("docker") instanceof Map<?, ?> docker) {
				docker.forEach((process, dockerfile) -> found.certain(Topic.CONTAINER, String.valueOf(process),
						file(dockerfile), at(sources, path, file(dockerfile))));
			}
			if (file.get("run") instanceof Map<?, ?> run) {
				run.forEach((process, command) -> found.certain(Topic.PROCESS, String.valueOf(process),
						command(command), at(sources, path, String.valueOf(process))));
			}
			if (file.get("release") instanceof Map<?, ?> release) {
				found.certain(Topic.RELEASE_COMMAND, "", command(release), at(sources, path, "release"));
			}
		}
		catch (YAMLException ex) {
			found.problem("The file cannot be read as YAML.", new Place(path, 0));
		}
	}

	private static String file(Object written) {
		return String.valueOf((written instanceof Map<?, ?> map) ? map.get("dockerfile") : written);
	}

	private static String command(Object written) {
		Object command = (written instanceof Map<?, ?> map) ? map.get("command") : written;
		return (command instanceof Iterable<?> parts)
				? String.join(" && ",
						java.util.stream.StreamSupport.stream(parts.spliterator(), false).map(String::valueOf).toList())
				: String.valueOf(command);
	}

	private JsonNode json(Sources sources, String path, Conclusions found) {
		try {
			return this.json.readTree(sources.text(path).orElse("{}"));
		}
		catch (JacksonException ex) {
			int line = (ex.getLocation() != null) ? Math.max(0, ex.getLocation().getLineNr()) : 0;
			found.problem("The file cannot be read as JSON.", new Place(path, line));
			return this.json.createObjectNode();
		}
	}

	private static Place at(Sources sources, String path, String word) {
		return new Place(path, word.isEmpty() ? 0 : TomlReader.lineOf(sources, path, word));
	}

}
