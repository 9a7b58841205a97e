package io.shiplift.heroku.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.api.HerokuProperties.Host;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import tools.jackson.databind.JsonNode;

/**
 * One real Heroku account. What changes something needs leave, which the line it goes out
 * through checks.
 */
final class ApiHeroku extends ApiInventory implements Heroku {

	ApiHeroku(Requests requests) {
		super(requests);
	}

	@Override
	public List<Formation> scale(String app, Map<String, Integer> quantities) {
		List<Map<String, Object>> updates = new ArrayList<>();
		new TreeMap<>(quantities).forEach((type, quantity) -> updates.add(Map.of("type", type, "quantity", quantity)));
		return requests().change("PATCH", Host.PLATFORM, Paths.app(app) + "/formation", Map.of("updates", updates))
			.valueStream()
			.map(ApiInventory::formation)
			.toList();
	}

	@Override
	public Map<String, Integer> runningDynos(String app) {
		Map<String, Integer> running = new TreeMap<>();
		requests().list(Paths.app(app) + "/dynos").forEach((dyno) -> {
			if (List.of("up", "starting").contains(Fields.text(dyno, "state"))) {
				running.merge(Fields.text(dyno, "type"), 1, Integer::sum);
			}
		});
		return running;
	}

	@Override
	public App maintenance(String app, boolean on) {
		return app(requests().change("PATCH", Host.PLATFORM, Paths.app(app), Map.of("maintenance", on)));
	}

	@Override
	public String databaseUrl(String app) {
		String url = Fields.text(requests().get(Host.PLATFORM, Paths.app(app) + "/config-vars"), "DATABASE_URL");
		if (url.isEmpty()) {
			throw new OutsideProblem(Kind.REFUSED, "The app " + app
					+ " has no DATABASE_URL that can be read. Attach its database under this name, or type the address of another database.");
		}
		return url;
	}

	@Override
	public int resetDatabaseConnections(String app) {
		String path = "/client/v11/databases/" + mainDatabase(app).id();
		int open = requests().get(Host.DATA, path + "/user_connections")
			.path("connections")
			.valueStream()
			.mapToInt((count) -> (int) Fields.number(count, 0))
			.sum();
		requests().change("POST", Host.DATA, path + "/connection_reset", Map.of());
		return open;
	}

	@Override
	public Backup captureBackup(String app, String token) {
		return Backups.backup(requests().change("POST", Host.DATA,
				"/client/v11/databases/" + mainDatabase(app).id() + "/backups", Map.of()));
	}

	@Override
	public List<Backup> backups(String app) {
		return Backups.newestFirst(requests().get(Host.DATA, transfers(app)));
	}

	@Override
	public String backupUrl(String app, int number) {
		JsonNode answer = requests().change("POST", Host.DATA, transfers(app) + "/" + number + "/actions/public-url",
				Map.of());
		String url = Fields.text(answer, "url");
		if (url.isEmpty()) {
			throw new OutsideProblem(Kind.TRANSIENT,
					"Heroku gave no address for backup " + number + ". Try again in a minute.");
		}
		return url;
	}

	/** Backups are kept with the app that is billed for the database. */
	private String transfers(String app) {
		return "/client/v11/apps/" + mainDatabase(app).owner() + "/transfers";
	}

	private MainDatabase mainDatabase(String app) {
		return attachmentNodes(app).stream()
			.filter((attachment) -> Fields.texts(attachment, "config_vars").contains("DATABASE_URL")
					|| Fields.text(attachment, "name").equals("DATABASE"))
			.map((attachment) -> attachment.path("addon"))
			.map((addOn) -> new MainDatabase(Paths.segment(Fields.text(addOn, "id")),
					Paths.segment(Fields.text(addOn, "app"))))
			.findFirst()
			.orElseThrow(() -> new OutsideProblem(Kind.REFUSED,
					"The app " + app + " has no Heroku Postgres attached as DATABASE."));
	}

	/** The add-on behind DATABASE_URL, and the app it is billed to. */
	private record MainDatabase(String id, String owner) {

	}

}
