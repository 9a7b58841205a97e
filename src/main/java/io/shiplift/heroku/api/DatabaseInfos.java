package io.shiplift.heroku.api;

import java.time.Instant;
import java.util.List;

import io.shiplift.heroku.Inventory.DatabaseInfo;
import io.shiplift.heroku.api.HerokuProperties.Host;
import io.shiplift.outside.OutsideProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what Heroku says of a Postgres: the usual tiers answer in one way, the tier
 * Advanced in another.
 */
final class DatabaseInfos {

	private final Requests requests;

	DatabaseInfos(Requests requests) {
		this.requests = requests;
	}

	DatabaseInfo of(String addOn) {
		String name = Paths.segment(addOn);
		try {
			return usual(this.requests.get(Host.DATA, "/client/v11/databases/" + name), maintenance(name));
		}
		catch (HerokuProblem ex) {
			if (!ex.unsuitable()) {
				throw ex;
			}
			return advanced(this.requests.get(Host.DATA, "/data/postgres/v1/" + name + "/info"), maintenance(name));
		}
	}

	private static DatabaseInfo usual(JsonNode info, @Nullable Instant maintenance) {
		String version = Fields.text(info, "postgres_version");
		List<String> named = values(info, "PG Version");
		return new DatabaseInfo(Fields.text(info, "plan"),
				version.isEmpty() ? named.stream().findFirst().orElse("") : version,
				Fields.number(info, 0, "num_bytes"), values(info, "Followers"), maintenance);
	}

	private static DatabaseInfo advanced(JsonNode info, @Nullable Instant maintenance) {
		long gigabytes = info.path("plan_limits")
			.valueStream()
			.filter((limit) -> Fields.text(limit, "name").equals("storage-limit-in-gb"))
			.mapToLong((limit) -> (long) (limit.path("current").asDouble(0) * 1e9))
			.findFirst()
			.orElse(0);
		return new DatabaseInfo(Fields.text(info, "tier"), Fields.text(info, "version"), gigabytes, List.of(),
				maintenance);
	}

	/** Values may be texts or numbers. */
	private static List<String> values(JsonNode info, String name) {
		return info.path("info")
			.valueStream()
			.filter((entry) -> Fields.text(entry, "name").equals(name))
			.flatMap((entry) -> Fields.texts(entry, "values").stream())
			.toList();
	}

	/** Nobody needs to know this to go on. */
	private @Nullable Instant maintenance(String addOn) {
		try {
			JsonNode answer = this.requests.get(Host.DATA, "/data/maintenances/v1/" + addOn);
			return List.of("none", "completed", "").contains(Fields.text(answer, "status")) ? null
					: Fields.instant(answer, "scheduled_for");
		}
		catch (OutsideProblem ex) {
			return null;
		}
	}

}
