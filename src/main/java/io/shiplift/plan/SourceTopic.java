package io.shiplift.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseEngine;
import io.shiplift.data.InvalidAddress;
import io.shiplift.fact.SourceApp;
import io.shiplift.plan.Plan.SourceDatabase;
import io.shiplift.plan.Plan.SourceDatabase.Kind;

/**
 * Where the data comes from.
 */
class SourceTopic implements Topic {

	static final String KEY = "source";

	private static final String HEROKU = "heroku";

	private static final String ADDRESS = "address";

	private static final String FILE = "file";

	private static final String ENGINE = "engine";

	private static final String CREDENTIAL = "credentialId";

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Question ask(Setting setting) {
		Optional<SourceApp.AddOn> mysql = Destinations.mainMysql(setting.app());
		boolean hasPostgres = DatabaseTopic.postgres(setting.app()).isPresent() && mysql.isEmpty();
		List<Question.Option> options = new ArrayList<>(List.of(
				new Question.Option(HEROKU, "The app's own database", "Its address is read from Heroku when needed.",
						mysql.map(SourceTopic::elsewhere).orElse("")),
				new Question.Option(ADDRESS, "Another database",
						"PostgreSQL, MySQL or MariaDB. Type its address below.")));
		Map<String, String> stored = setting.answers().of(KEY);
		if (FILE.equals(stored.get("kind"))) {
			options.add(new Question.Option(FILE, "The backup " + stored.get("name"),
					stored.get("bytes") + " bytes, SHA-256 " + stored.get("sha256")));
		}
		String reason = hasPostgres ? "The app has a Heroku Postgres."
				: mysql.isPresent() ? "The app's own database is of MySQL." : "The app has no Heroku Postgres.";
		return new Question(KEY, "Which database do you want to move?",
				"It is only read, and written to by nobody but your app until the cutover.", Question.Layout.FIELDS,
				List.of(Question.Field.radio("kind", "Source database", options, hasPostgres ? HEROKU : ADDRESS,
						reason),
						Question.Field.text("url", "Address of another database",
								"Like this: postgres://user:password@host:5432/database, or mysql://user:password@host/database. The password is stored encrypted and never shown again.",
								"", "")));
	}

	@Override
	public Reply reply(Setting setting, Map<String, String> typed) {
		Reply reply = Typed.check(ask(setting), typed);
		return switch (reply) {
			case Reply.Refused refused -> new Reply.Refused(masked(refused.typed()), refused.errors());
			case Reply.Accepted accepted when HEROKU.equals(accepted.values().get("kind")) ->
				heroku(setting, accepted.values());
			case Reply.Accepted accepted when FILE.equals(accepted.values().get("kind")) ->
				new Reply.Accepted(setting.answers().of(KEY), null);
			case Reply.Accepted accepted -> address(setting, accepted.values());
		};
	}

	@Override
	public Map<String, String> shown(Map<String, String> stored) {
		if (!ADDRESS.equals(stored.get("kind")) || !stored.containsKey("host")) {
			return stored;
		}
		return Map.of("kind", ADDRESS, "url", withoutPassword(stored));
	}

	static SourceDatabase database(Answers answers) {
		Map<String, String> stored = answers.of(KEY);
		if (HEROKU.equals(stored.get("kind"))) {
			return new SourceDatabase(Kind.HEROKU, "", 0, "", "", "", MethodTopic.method(answers));
		}
		if (FILE.equals(stored.get("kind"))) {
			return new SourceDatabase(Kind.FILE, "", 0, answers.value(KEY, "sha256"), "", "",
					SourceDatabase.Method.BACKUP);
		}
		SourceDatabase typed = new SourceDatabase(Kind.ADDRESS, answers.value(KEY, "host"),
				Integer.parseInt(answers.value(KEY, "port")), answers.value(KEY, "database"),
				answers.value(KEY, "user"), answers.value(KEY, CREDENTIAL), MethodTopic.method(answers));
		return (engine(answers) == DatabaseEngine.MYSQL) ? typed.converted(MethodTopic.shape(answers)) : typed;
	}

	/** What kind of server the source is on. */
	static DatabaseEngine engine(Answers answers) {
		return DatabaseEngine.of(answers.value(KEY, ENGINE));
	}

	/** Whether the data comes from an uploaded backup. */
	static boolean fromFile(Answers answers) {
		return FILE.equals(answers.value(KEY, "kind"));
	}

	/** Its address is typed, as it is converted by a plan of its own kind. */
	private static String elsewhere(SourceApp.AddOn addOn) {
		return "DATABASE_URL leads to " + addOn.name() + ", a database of MySQL or MariaDB. Choose another database and"
				+ " type that address: heroku config:get DATABASE_URL shows it.";
	}

	private static Reply heroku(Setting setting, Map<String, String> typed) {
		if (DatabaseTopic.postgres(setting.app()).isEmpty()) {
			return new Reply.Refused(masked(typed),
					Map.of("kind", "The app has no Heroku Postgres: choose another database and type its address."));
		}
		return new Reply.Accepted(Map.of("kind", HEROKU), null);
	}

	private Reply address(Setting setting, Map<String, String> typed) {
		Map<String, String> before = setting.answers().of(KEY);
		if (before.containsKey(CREDENTIAL) && shown(before).equals(typed)) {
			return new Reply.Accepted(before, null);
		}
		try {
			DatabaseAddress address = DatabaseAddress.parse(tidy(typed.getOrDefault("url", "")));
			Map<String, String> values = new LinkedHashMap<>(Map.of("kind", ADDRESS, "host", address.host(), "port",
					Integer.toString(address.port()), "database", address.database(), "user", address.user()));
			if (address.foreign()) {
				values.put(ENGINE, address.engine().scheme());
			}
			return new Reply.Accepted(values, new Reply.Secret("Password of " + address, address.password()));
		}
		catch (InvalidAddress ex) {
			return new Reply.Refused(masked(typed), Map.of("url", ex.getMessage()));
		}
	}

	/** Without what is copied along from a shell, and without a dot behind the host. */
	private static String tidy(String url) {
		return Typed.clean(url.replaceFirst("^(export )?\\w+ *[=:] *(?=[\"']?(postgres|mysql|mariadb))", ""))
			.replaceFirst("\\.(:\\d+)?(/[^/@]*)$", "$1$2");
	}

	/** The address as it is shown again: without the password. */
	private static String withoutPassword(Map<String, String> stored) {
		String host = stored.getOrDefault("host", "");
		return DatabaseEngine.of(stored.getOrDefault(ENGINE, "")).scheme() + "://" + stored.get("user") + "@"
				+ (host.contains(":") ? "[" + host + "]" : host) + ":" + stored.get("port") + "/"
				+ stored.get("database");
	}

	/** What was typed, without what may be a password. */
	private static Map<String, String> masked(Map<String, String> typed) {
		Map<String, String> masked = new LinkedHashMap<>(typed);
		masked.computeIfPresent("url", (field, url) -> url.replaceFirst("^(\\w+://)?([^:/@]*):.*@", "$1$2:@"));
		return masked;
	}

}
