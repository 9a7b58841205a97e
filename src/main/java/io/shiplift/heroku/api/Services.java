package io.shiplift.heroku.api;

import java.util.List;
import java.util.Locale;

import io.shiplift.heroku.Inventory.AddOn;
import io.shiplift.heroku.Inventory.App;
import io.shiplift.heroku.Inventory.Attachment;
import io.shiplift.heroku.Inventory.Certificate;
import io.shiplift.heroku.Inventory.Job;
import io.shiplift.heroku.Inventory.More;
import io.shiplift.heroku.Inventory.Traits;
import tools.jackson.databind.JsonNode;

/**
 * Turns what Heroku writes of apps and add-ons into our words.
 */
final class Services {

	private Services() {
	}

	static App app(JsonNode app) {
		String generation = text(app, "generation");
		Traits traits = new Traits(text(app, "id"), generation.isEmpty() ? "cedar" : generation,
				text(app, "buildpack_provided_description"), text(app, "owner", "email"), text(app, "team"),
				text(app, "space"), Fields.flag(app, "space", "shield"), Fields.flag(app, "internal_routing"));
		return new App(text(app, "name"), text(app, "region"), text(app, "stack"), Fields.flag(app, "maintenance"),
				text(app, "web_url"), traits);
	}

	/** What is billed counts, not the plan's price, which may have changed since. */
	static AddOn addOn(JsonNode addOn, String app) {
		String plan = text(addOn, "plan");
		String service = text(addOn, "addon_service");
		String owner = text(addOn, "app");
		long cents = Fields.number(addOn, -1, "billed_price", "cents");
		if (cents < 0) {
			cents = Fields.number(addOn, -1, "plan", "price", "cents");
		}
		boolean metered = Fields.flag(addOn, "plan", "price", "metered");
		String title = text(addOn, "addon_service", "human_name");
		String slug = service.isEmpty() ? plan.replaceFirst(":.*", "") : service;
		return new AddOn(text(addOn, "name"), slug, plan, (int) Math.max(0, cents), Fields.texts(addOn, "config_vars"),
				new More(text(addOn, "id"), owner.equals(app) ? "" : owner, title.isEmpty() ? slug : title,
						text(addOn, "state"), text(addOn, "web_url"), cents >= 0 && !metered));
	}

	static Attachment attachment(JsonNode attachment) {
		return new Attachment(text(attachment, "name"), text(attachment, "addon"), text(attachment, "app"),
				text(attachment, "namespace"), Fields.texts(attachment, "config_vars"));
	}

	static Certificate certificate(JsonNode endpoint) {
		List<String> names = Fields.texts(endpoint, "ssl_cert", "cert_domains");
		return new Certificate(text(endpoint, "name"), names.isEmpty() ? Fields.texts(endpoint, "domains") : names,
				Fields.flag(endpoint, "ssl_cert", "acm"), text(endpoint, "ssl_cert", "issuer"),
				Fields.instant(endpoint, "ssl_cert", "expires_at"));
	}

	static List<Job> jobs(JsonNode answer) {
		return answer.path("data")
			.valueStream()
			.map((job) -> job.path("attributes"))
			.map((job) -> new Job(text(job, "command"),
					schedule((int) Fields.number(job, 0, "every"), (int) Fields.number(job, 0, "at"))))
			.toList();
	}

	/** Heroku knows three: every ten minutes, every hour, every day; minutes in UTC. */
	private static String schedule(int every, int at) {
		return switch (every) {
			case 60 -> String.format(Locale.ROOT, "every hour at minute %d", at % 60);
			case 1440 -> String.format(Locale.ROOT, "every day at %02d:%02d UTC", at / 60 % 24, at % 60);
			default -> "every " + every + " minutes";
		};
	}

	private static String text(JsonNode node, String... path) {
		return Fields.text(node, path);
	}

}
