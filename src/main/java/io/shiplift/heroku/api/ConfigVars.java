package io.shiplift.heroku.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.heroku.Inventory.ConfigVar;
import io.shiplift.heroku.api.HerokuProperties.Host;
import tools.jackson.databind.JsonNode;

/**
 * Reads config vars with who owns them. The newer way tells owners and masked vars; where
 * it is not to be had, owners follow from what attachments say.
 */
final class ConfigVars {

	private final Requests requests;

	ConfigVars(Requests requests) {
		this.requests = requests;
	}

	List<ConfigVar> of(String app, List<JsonNode> attachments) {
		Map<String, String> owners = new HashMap<>();
		Map<String, String> byAttachment = new HashMap<>();
		attachments.forEach((attachment) -> {
			String addOn = Fields.text(attachment, "addon", "name");
			byAttachment.put(Fields.text(attachment, "id"), addOn);
			Fields.texts(attachment, "config_vars").forEach((name) -> owners.put(name, addOn));
		});
		try {
			JsonNode settings = this.requests.get(Host.PLATFORM, Paths.app(app) + "/config-vars-settings",
					Requests.MORE);
			return settings.valueStream().map((setting) -> setting(setting, byAttachment, owners)).toList();
		}
		catch (HerokuProblem ex) {
			if (!ex.unsuitable()) {
				throw ex;
			}
			return flat(this.requests.get(Host.PLATFORM, Paths.app(app) + "/config-vars"), owners);
		}
	}

	private static ConfigVar setting(JsonNode setting, Map<String, String> byAttachment, Map<String, String> owners) {
		String name = Fields.text(setting, "key");
		String attached = byAttachment.get(Fields.text(setting, "attachment", "id"));
		boolean masked = Fields.flag(setting, "masked");
		return new ConfigVar(name, masked ? "" : Fields.text(setting, "value"),
				(attached != null) ? attached : owners.get(name), masked);
	}

	/** A value of null is one that Heroku does not tell. */
	private static List<ConfigVar> flat(JsonNode values, Map<String, String> owners) {
		List<ConfigVar> found = new ArrayList<>();
		values.properties()
			.forEach((entry) -> found.add(new ConfigVar(entry.getKey(), Fields.text(entry.getValue()),
					owners.get(entry.getKey()), entry.getValue().isNull())));
		return found;
	}

}
