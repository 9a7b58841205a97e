package io.shiplift.repository.read;

import java.util.List;
import java.util.Optional;

import io.shiplift.repository.Topic;
import io.shiplift.repository.read.Conclusions.Place;
import io.shiplift.repository.tree.SourceTree;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tree of files from the Procfile to the last line of code.
 */
public final class Reading {

	private static final List<Reader> READERS = List.of(new ProcfileReader(), new VersionReader(), new PackagesReader(),
			new TomlReader(), new HerokuFilesReader(), new DockerReader(), new CodeReader(), new SiteReader());

	private final Sources sources;

	private final Conclusions found;

	private final String named;

	private final @Nullable Settings workers;

	private @Nullable Settings settings;

	/**
	 * Reads a tree.
	 * @param settingsModule the settings that a person named; empty to find them
	 */
	public Reading(SourceTree tree, String settingsModule) {
		this.named = settingsModule;
		this.sources = new Sources(tree);
		this.found = new Conclusions(this.sources);
		READERS.forEach((reader) -> reader.read(this.sources, this.found));
		django();
		CeleryReader celery = new CeleryReader(this.sources, this.settings, this.found);
		celery.read();
		this.workers = celery.ofWorkers().orElse(null);
		build();
		nothing(tree);
	}

	public Sources sources() {
		return this.sources;
	}

	public Conclusions found() {
		return this.found;
	}

	/** The settings of Django, if there are any. */
	public Optional<Settings> settings() {
		return Optional.ofNullable(this.settings);
	}

	/** Settings that only workers read; empty if there are none. */
	public Optional<Settings> workers() {
		return Optional.ofNullable(this.workers);
	}

	private void django() {
		Optional<String> manage = this.sources.find("manage.py");
		boolean installed = this.found.has(Topic.PACKAGE, "django");
		Optional<String> module = new SettingsModule(this.sources, this.found).find(this.named);
		if (!installed && (manage.isEmpty() || module.isEmpty())) {
			other();
			return;
		}
		Place place = this.found.first(Topic.DJANGO)
			.map((django) -> new Place(django.file(), django.line()))
			.orElse(new Place(manage.orElse(""), 0));
		this.found.certain(Topic.FRAMEWORK, "", "django", place);
		if (module.isEmpty()) {
			this.found.problem("Django is installed, but we found no settings. Say below which module they are in.",
					place);
			return;
		}
		Settings read = Settings.of(this.sources, module.get());
		this.settings = read;
		new DjangoReader(read, this.found).read();
	}

	private void other() {
		for (String framework : List.of("flask", "fastapi", "pyramid", "tornado", "starlette")) {
			this.found.all(Topic.PACKAGE)
				.stream()
				.filter((each) -> each.name().equals(framework))
				.findFirst()
				.ifPresent((each) -> this.found.certain(Topic.FRAMEWORK, "", framework,
						new Place(each.file(), each.line())));
		}
		this.found.problem(
				"This is no Django app as far as we can see. We can still move it, but cannot check its settings.",
				new Place("", 0));
	}

	private void build() {
		boolean disabled = this.found.has(Topic.VARIABLE, "DISABLE_COLLECTSTATIC");
		this.found.all(Topic.BUILD_STEP)
			.stream()
			.filter((step) -> step.value().contains("collectstatic"))
			.findFirst()
			.ifPresent(
					(step) -> this.found.certain(Topic.COLLECTSTATIC, "", "yes", new Place(step.file(), step.line())));
		boolean root = this.settings != null && this.settings.find("STATIC_ROOT").isPresent();
		if (this.found.first(Topic.COLLECTSTATIC).isEmpty() && root && !disabled) {
			Setting setting = java.util.Objects.requireNonNull(this.settings).find("STATIC_ROOT").orElseThrow();
			this.found.likely(Topic.COLLECTSTATIC, "", "yes", setting.place());
		}
	}

	private void nothing(SourceTree tree) {
		if (tree.names().isEmpty()) {
			this.found.problem("There are no files. Is it the right branch?", new Place("", 0));
		}
		else if (this.found.all(Topic.PROCESS).isEmpty() && this.found.all(Topic.CONTAINER).isEmpty()) {
			this.found.problem("There is no Procfile and no Dockerfile, so the processes are known from Heroku only.",
					new Place("", 0));
		}
		tree.remarks().forEach((remark) -> this.found.problem(remark, new Place("", 0)));
	}

}
