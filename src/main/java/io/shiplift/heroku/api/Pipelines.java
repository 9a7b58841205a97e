package io.shiplift.heroku.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.heroku.Inventory.Stage;
import io.shiplift.heroku.api.HerokuProperties.Host;
import tools.jackson.databind.JsonNode;

/**
 * Reads which apps are the stages of an app's pipelines.
 */
final class Pipelines {

	private static final String PIPELINES = "application/vnd.heroku+json; version=3.pipelines";

	private final Requests requests;

	Pipelines(Requests requests) {
		this.requests = requests;
	}

	List<Stage> of(String app) {
		Map<String, String> pipelines = new LinkedHashMap<>();
		couplings(Paths.app(app) + "/pipeline-couplings").forEach((coupling) -> {
			String id = text(coupling, "pipeline", "id");
			if (!id.isEmpty()) {
				pipelines.put(id, text(coupling, "pipeline", "name"));
			}
		});
		return pipelines.isEmpty() ? List.of() : stages(pipelines);
	}

	/** Names come from the list of apps: the call that finds them by id is a POST. */
	private List<Stage> stages(Map<String, String> pipelines) {
		Map<String, String> names = new HashMap<>();
		this.requests.list("/apps").forEach((app) -> names.put(text(app, "id"), text(app, "name")));
		List<Stage> stages = new ArrayList<>();
		pipelines.forEach((id, name) -> couplings("/pipelines/" + Paths.segment(id) + "/pipeline-couplings")
			.forEach((coupling) -> {
				String app = text(coupling, "app", "id");
				stages
					.add(new Stage(name.isEmpty() ? id : name, text(coupling, "stage"), names.getOrDefault(app, app)));
			}));
		return List.copyOf(stages);
	}

	/** A list, one of them, or none. */
	private List<JsonNode> couplings(String path) {
		try {
			JsonNode found = this.requests.get(Host.PLATFORM, path, PIPELINES);
			return found.isArray() ? found.valueStream().toList() : List.of(found);
		}
		catch (HerokuProblem ex) {
			if (ex.missing()) {
				return List.of();
			}
			throw ex;
		}
	}

	private static String text(JsonNode node, String... path) {
		return Fields.text(node, path);
	}

}
