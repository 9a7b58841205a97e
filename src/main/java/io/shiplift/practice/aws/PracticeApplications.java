package io.shiplift.practice.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.shiplift.aws.Applications;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.practice.Call;
import io.shiplift.practice.Change;
import io.shiplift.practice.Fate;
import org.jspecify.annotations.Nullable;

/**
 * Elastic Beanstalk of the practice world: an environment is launched, says what it does,
 * gets ready and some time later healthy.
 */
final class PracticeApplications implements Applications {

	private static final String VARIABLES = "aws:elasticbeanstalk:application:environment";

	private static final int VARIABLES_LIMIT = 4096;

	private final Ground ground;

	private final Place place;

	private final EnvironmentRows rows;

	private final Versions versions;

	PracticeApplications(Ground ground, Place place) {
		this.ground = ground;
		this.place = place;
		this.rows = new EnvironmentRows(ground.jdbc(), place.world());
		this.versions = new Versions(ground, place);
	}

	@Override
	public Optional<Version> findVersion(String application, String label) {
		this.ground.look(this.place, "applications", "findVersion", label);
		return this.versions.find(application, label).map((version) -> new Version(label, Version.State.READY));
	}

	@Override
	public void createVersion(VersionRequest request) {
		Versions.Version version = new Versions.Version(request.application(), request.label(), request.bucket(),
				request.key(), request.token());
		this.ground.effect(call("createVersion", request.token(), request.label()),
				() -> this.versions.create(version));
	}

	@Override
	public void deleteVersion(String application, String label, String token) {
		this.ground.effect(call("deleteVersion", token, label), () -> this.versions.delete(application, label));
	}

	@Override
	public Optional<Environment> findEnvironment(String name) {
		this.ground.look(this.place, "applications", "findEnvironment", name);
		Instant now = this.ground.now();
		return standing(name, now).map((row) -> row.environment(now));
	}

	@Override
	public void createEnvironment(EnvironmentRequest request) {
		this.ground.process(call("createEnvironment", request.token(), request.name()),
				(fate) -> create(request, fate));
	}

	private Change<Boolean> create(EnvironmentRequest request, Fate fate) {
		Instant now = this.ground.now();
		EnvironmentRow before = this.rows.latest(request.name()).orElse(null);
		if (before != null && before.stands(now)) {
			if (before.token().equals(request.token())) {
				return Change.none(true);
			}
			throw new OutsideProblem(Kind.REFUSED, "Environment " + request.name() + " already exists.");
		}
		check(request);
		int generation = (before != null) ? before.generation() + 1 : 1;
		String id = this.place.hex("environment/" + request.name() + "/" + generation, 10);
		String address = "%s.eba-%s.%s.elasticbeanstalk.com".formatted(request.name(), id.substring(0, 8),
				this.place.region());
		EnvironmentScript script = new EnvironmentScript(now, this.ground.pace());
		EnvironmentRow row = new EnvironmentRow(0, request.name(), generation, "e-" + id, request.application(),
				request.versionLabel(), address, request.settings(), request.tags(), request.token(),
				new EnvironmentRow.Phase(Status.LAUNCHING, request.token()),
				(fate != Fate.HANGS) ? script.at(EnvironmentScript.LAUNCHED) : Column.NEVER,
				(fate == Fate.STANDS) ? script.at(EnvironmentScript.GREEN) : Column.NEVER);
		this.rows.tell(this.rows.insert(row), now, script.launch(row, fate));
		return Change.created(true);
	}

	private void check(EnvironmentRequest request) {
		if (!request.name().matches("[A-Za-z0-9][A-Za-z0-9-]{2,38}[A-Za-z0-9]")) {
			throw new OutsideProblem(Kind.REFUSED,
					"An environment name has 4 to 40 letters, digits and hyphens, unlike " + request.name());
		}
		if (this.versions.find(request.application(), request.versionLabel()).isEmpty()) {
			throw new OutsideProblem(Kind.REFUSED, "No Application Version named '" + request.versionLabel() + "' of '"
					+ request.application() + "' found.");
		}
		checkVariables(request.settings());
	}

	private static void checkVariables(Map<String, String> settings) {
		int size = settings.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().startsWith(VARIABLES))
			.mapToInt((entry) -> entry.getKey().length() - VARIABLES.length() + entry.getValue().length() + 1)
			.sum();
		if (size > VARIABLES_LIMIT) {
			throw new OutsideProblem(Kind.REFUSED,
					"Environment properties have " + size + " bytes together, " + VARIABLES_LIMIT + " are allowed");
		}
	}

	@Override
	public void updateEnvironment(String name, Map<String, String> settings, String token) {
		this.ground.process(call("updateEnvironment", token, name), (fate) -> update(name, settings, token, fate));
	}

	private Change<Boolean> update(String name, Map<String, String> settings, String token, Fate fate) {
		Instant now = this.ground.now();
		EnvironmentRow row = standing(name, now)
			.orElseThrow(() -> new OutsideProblem(Kind.REFUSED, "No Environment found for " + name));
		if (row.phase().token().equals(token) || row.settings().entrySet().containsAll(settings.entrySet())) {
			return Change.none(true);
		}
		if (row.status(now) != Status.READY) {
			throw new OutsideProblem(Kind.TRANSIENT,
					"Environment " + name + " is in an invalid state for this operation. Must be Ready.");
		}
		Map<String, String> merged = new TreeMap<>(row.settings());
		merged.putAll(settings);
		checkVariables(merged);
		EnvironmentScript script = new EnvironmentScript(now, this.ground.pace());
		this.rows.enter(row.id(), new EnvironmentRow.Phase(Status.UPDATING, token),
				(fate != Fate.HANGS) ? script.at(EnvironmentScript.UPDATED) : Column.NEVER,
				(fate != Fate.FAILS) ? merged : row.settings());
		this.rows.tell(row.id(), now, script.update(fate));
		return Change.changed(true);
	}

	@Override
	public void terminateEnvironment(String name, String token) {
		this.ground.process(call("terminateEnvironment", token, name), (fate) -> terminate(name, token, fate));
	}

	private Change<Boolean> terminate(String name, String token, Fate fate) {
		Instant now = this.ground.now();
		EnvironmentRow row = standing(name, now).orElse(null);
		if (row == null || row.phase().status() == Status.TERMINATING) {
			return Change.none(true);
		}
		if (fate == Fate.FAILS) {
			throw new OutsideProblem(Kind.REFUSED, "Practice: " + name + " could not be terminated");
		}
		EnvironmentScript script = new EnvironmentScript(now, this.ground.pace());
		this.rows.enter(row.id(), new EnvironmentRow.Phase(Status.TERMINATING, token),
				(fate == Fate.STANDS) ? script.at(EnvironmentScript.TERMINATED) : Column.NEVER, row.settings());
		this.rows.tell(row.id(), now, script.terminate(row, fate));
		return Change.deleted(true);
	}

	@Override
	public List<Event> events(String environment, @Nullable String afterId) {
		this.ground.look(this.place, "applications", "events", environment);
		return this.rows.latest(environment)
			.map((row) -> this.rows.told(row.id(), this.ground.now()))
			.orElse(List.of())
			.stream()
			.filter((event) -> afterId == null || EventId.follows(event.id(), afterId))
			.toList();
	}

	private Optional<EnvironmentRow> standing(String name, Instant now) {
		return this.rows.latest(name).filter((row) -> row.stands(now));
	}

	private Call call(String name, String token, String target) {
		return Ground.call(this.place, "applications", name, token, target);
	}

}
