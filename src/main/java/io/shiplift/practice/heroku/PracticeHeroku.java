package io.shiplift.practice.heroku;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.shiplift.heroku.Heroku;
import io.shiplift.practice.Call;
import io.shiplift.practice.Change;
import io.shiplift.practice.Faults;
import io.shiplift.practice.Ledger;

/**
 * The scripted Heroku of one world. Dynos that are scaled away take a little while to go,
 * as real ones do.
 */
class PracticeHeroku extends PracticeInventory implements Heroku {

	private static final String SERVICE = "heroku";

	private static final Duration TIME_TO_STOP = Duration.ofSeconds(20);

	private final String world;

	private final Rows rows;

	private final Tools tools;

	PracticeHeroku(String world, Rows rows, Tools tools) {
		this.world = world;
		this.rows = rows;
		this.tools = tools;
	}

	@Override
	public List<App> apps() {
		look("apps", "");
		return List.of(app());
	}

	@Override
	public Optional<App> app(String name) {
		look("app", name);
		return Script.APP.equals(name) ? Optional.of(app()) : Optional.empty();
	}

	@Override
	public List<Formation> formation(String app) {
		look("formation", known(app));
		return formation();
	}

	@Override
	public List<Formation> scale(String app, Map<String, Integer> quantities) {
		Map<String, Integer> wanted = new TreeMap<>(quantities);
		return change("scale", app, wanted.toString(), () -> {
			boolean changed = false;
			for (Rows.Process process : this.rows.processes(this.world)) {
				Integer quantity = wanted.remove(process.type());
				if (quantity != null && quantity != process.quantity()) {
					this.rows.scale(this.world, process.type(), quantity, running(process),
							this.tools.clock().instant());
					changed = true;
				}
			}
			if (!wanted.isEmpty()) {
				throw refused(app + " has no process type " + String.join(", ", wanted.keySet()));
			}
			return changed ? Change.changed(formation()) : Change.none(formation());
		});
	}

	@Override
	public Map<String, Integer> runningDynos(String app) {
		look("dynos", known(app));
		Map<String, Integer> running = new TreeMap<>();
		this.rows.processes(this.world).forEach((process) -> {
			int count = running(process);
			if (count > 0) {
				running.put(process.type(), count);
			}
		});
		return running;
	}

	@Override
	public App maintenance(String app, boolean on) {
		return change("maintenance", app, on ? "on" : "off", () -> {
			boolean same = this.rows.maintenance(this.world) == on;
			this.rows.maintenance(this.world, on);
			return same ? Change.none(app()) : Change.changed(app());
		});
	}

	@Override
	public List<ConfigVar> configVars(String app) {
		look("config", known(app));
		return this.rows.configVars(this.world);
	}

	@Override
	public String databaseUrl(String app) {
		look("database", known(app));
		return this.tools.database().url(this.world);
	}

	@Override
	public int resetDatabaseConnections(String app) {
		return change("reset-connections", app, "all", () -> {
			int ended = this.tools.database().endSessions(this.world);
			return (ended > 0) ? Change.changed(ended) : Change.none(ended);
		});
	}

	@Override
	public Backup captureBackup(String app, String token) {
		known(app);
		return this.tools.ledger().effect(new Call(this.world, SERVICE, "capture-backup", token, app), () -> {
			Optional<Rows.Capture> known = captures().filter((capture) -> capture.token().equals(token)).findFirst();
			int number = known.map(Rows.Capture::number).orElseGet(() -> this.rows.addBackup(this.world, token));
			this.tools.database().dump(this.world, token);
			Backup backup = backup(new Rows.Capture(number, token));
			return known.isPresent() ? Change.none(backup) : Change.created(backup);
		});
	}

	@Override
	public List<Backup> backups(String app) {
		look("backups", known(app));
		return captures().map(this::backup).toList();
	}

	@Override
	public String backupUrl(String app, int number) {
		look("backup-url", known(app));
		return captures().filter((capture) -> capture.number() == number)
			.findFirst()
			.map((capture) -> this.tools.database().dumpUrl(capture.token()))
			.orElseThrow(() -> refused(app + " has no backup " + number));
	}

	private Stream<Rows.Capture> captures() {
		return this.rows.backups(this.world).stream();
	}

	private Backup backup(Rows.Capture capture) {
		SourceDatabase.Dump dump = this.tools.database().dumped(capture.token());
		return new Backup(capture.number(), dump.state(), dump.bytes(), dump.note());
	}

	private App app() {
		return new App(Script.APP, Script.REGION, Script.STACK, this.rows.maintenance(this.world),
				Script.webUrl(this.world), Script.TRAITS);
	}

	private List<Formation> formation() {
		Map<String, Rows.Process> processes = new LinkedHashMap<>();
		this.rows.processes(this.world).forEach((process) -> processes.put(process.type(), process));
		return Script.FORMATION.stream()
			.map((scripted) -> Optional.ofNullable(processes.get(scripted.type())))
			.flatMap(Optional::stream)
			.map((process) -> new Formation(process.type(), process.command(), process.quantity(), process.size()))
			.toList();
	}

	private int running(Rows.Process process) {
		Duration since = Duration.between(process.scaledAt(), this.tools.clock().instant());
		long gone = (long) (since.toMillis() * this.tools.speed() / TIME_TO_STOP.toMillis());
		return Math.max(process.quantity(), (int) Math.max(0, process.ran() - gone));
	}

	@Override
	void look(String name, String target) {
		this.tools.faults().look(Call.look(this.world, SERVICE, name, target));
	}

	private <T> T change(String name, String app, String what, Supplier<Change<T>> change) {
		known(app);
		String token = this.world + "-" + name + "-" + what;
		return this.tools.ledger().effect(new Call(this.world, SERVICE, name, token, app), change);
	}

	/** What all worlds share. */
	record Tools(Ledger ledger, Faults faults, SourceDatabase database, Clock clock, double speed) {

	}

}
