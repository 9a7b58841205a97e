package io.shiplift.repository.read;

import java.util.Optional;
import java.util.stream.Stream;

import io.shiplift.repository.Topic;
import io.shiplift.repository.python.Assignment;
import io.shiplift.repository.python.Expression;
import io.shiplift.repository.python.PythonFile;
import io.shiplift.repository.read.Conclusions.Place;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Celery application, its broker and what its clock runs.
 */
class CeleryReader {

	private final Sources sources;

	private final @Nullable Settings settings;

	private final Conclusions found;

	private @Nullable Settings workers;

	CeleryReader(Sources sources, @Nullable Settings settings, Conclusions found) {
		this.sources = sources;
		this.settings = settings;
		this.found = found;
	}

	void read() {
		for (PythonFile file : this.sources.code()) {
			for (Assignment assignment : file.assignments()) {
				if (assignment.global()) {
					app(file, assignment);
					schedule(file, assignment);
				}
			}
		}
		workers();
		for (String name : new String[] { "CELERY_BROKER_URL", "BROKER_URL", "RQ_QUEUES", "DRAMATIQ_BROKER", "HUEY",
				"Q_CLUSTER" }) {
			setting(name).ifPresent((setting) -> this.found.certain(Topic.BROKER, name,
					new Words(settings(setting)).of(name, setting.value()), setting.place()));
		}
		setting("CELERY_BEAT_SCHEDULER").or(() -> setting("CELERYBEAT_SCHEDULER"))
			.filter((setting) -> setting.value().text().orElse("").contains("DatabaseScheduler"))
			.ifPresent((setting) -> this.found.certain(Topic.SCHEDULE, "*", "kept in the database (django-celery-beat)",
					setting.place()));
	}

	/** Settings that only workers read; empty if they read those of the web. */
	Optional<Settings> ofWorkers() {
		return Optional.ofNullable(this.workers);
	}

	/** Looks whether the file of the Celery application names settings of its own. */
	private void workers() {
		String web = (this.settings != null) ? this.settings.files().getLast().path() : "";
		this.found.first(Topic.CELERY)
			.flatMap((app) -> SettingsModule.namedIn(this.sources, app.file()))
			.map((path) -> Settings.of(this.sources, path))
			.filter((named) -> this.settings != null && extend(named, web))
			.ifPresent((named) -> this.workers = named);
	}

	/** Whether these settings take those of the web in and add to them. */
	private static boolean extend(Settings named, String web) {
		return !named.files().getLast().path().equals(web)
				&& named.files().stream().anyMatch((file) -> file.path().equals(web));
	}

	private Optional<Setting> setting(String name) {
		return Stream.of(Optional.ofNullable(this.settings), ofWorkers())
			.flatMap(Optional::stream)
			.flatMap((read) -> read.find(name).stream())
			.findFirst();
	}

	private Settings settings(Setting setting) {
		return Stream.of(Optional.ofNullable(this.settings), ofWorkers())
			.flatMap(Optional::stream)
			.filter((read) -> read.files().stream().anyMatch((file) -> file.path().equals(setting.file().path())))
			.findFirst()
			.orElseGet(() -> Settings.of(this.sources, setting.file().path()));
	}

	private void app(PythonFile file, Assignment assignment) {
		if (assignment.value() instanceof Expression.Call call
				&& call.function().dotted().matches("(celery\\.)?Celery|Celery")) {
			this.found.certain(Topic.CELERY, assignment.target(), this.sources.moduleOf(file.path()),
					new Place(file.path(), assignment.line()));
			call.argument("broker", 9)
				.flatMap(Variable::in)
				.ifPresent((broker) -> this.found.certain(Topic.BROKER, "broker", "$" + broker.name(),
						new Place(file.path(), assignment.line())));
		}
		if (assignment.target().endsWith(".conf.broker_url")) {
			this.found.certain(Topic.BROKER, "broker",
					Variable.in(assignment.value()).map((variable) -> "$" + variable.name()).orElse("(hard-coded)"),
					new Place(file.path(), assignment.line()));
		}
	}

	private void schedule(PythonFile file, Assignment assignment) {
		String target = assignment.target();
		boolean schedule = target.matches("CELERY_?BEAT_SCHEDULE|(\\w+\\.conf\\.)?beat_schedule");
		if (schedule && assignment.value() instanceof Expression.Mapping mapping) {
			mapping.entries().forEach((name, entry) -> entry(file, name, entry));
		}
		else if (target.matches("(CELERY_?BEAT_SCHEDULE|(\\w+\\.conf\\.)?beat_schedule)\\.[^.]+")) {
			entry(file, target.substring(target.lastIndexOf('.') + 1), assignment.value());
		}
	}

	private void entry(PythonFile file, String name, Expression entry) {
		if (entry instanceof Expression.Mapping mapping) {
			String task = Optional.ofNullable(mapping.entries().get("task")).flatMap(Expression::text).orElse("");
			Expression when = mapping.entries().get("schedule");
			String source = (when != null) ? this.sources.text(file.path())
				.orElse("")
				.replace("\r\n", "\n")
				.substring(when.place().start(), when.place().end())
				.replaceAll("\\s+", " ") : "";
			this.found.certain(Topic.SCHEDULE, name, (task + " at " + source).strip(),
					new Place(file.path(), entry.place().line()));
		}
	}

}
