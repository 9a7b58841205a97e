package io.shiplift.repository.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.repository.Confidence;
import io.shiplift.repository.Topic;
import io.shiplift.repository.python.Expression;
import io.shiplift.repository.python.Import;
import io.shiplift.repository.python.PythonFile;
import io.shiplift.repository.read.Conclusions.Place;

/**
 * Finds out which settings module production uses. The first place that names one counts,
 * from those that only production reads to those that developers read.
 */
class SettingsModule {

	private static final Pattern NAMED = Pattern
		.compile("DJANGO_SETTINGS_MODULE[\"']?\\s*(?:,|=|:|\\]\\s*=)\\s*[\"']?([A-Za-z_][\\w.]*)");

	private static final Pattern PRODUCTION = Pattern.compile("production|prod|heroku|live|deploy");

	private static final Pattern DEVELOPERS = Pattern
		.compile("(.*\\.)?(local|dev|development|tests?|testing|ci|docker)(\\.\\w+)?");

	private final Sources sources;

	private final Conclusions found;

	private final List<Candidate> candidates = new ArrayList<>();

	SettingsModule(Sources sources, Conclusions found) {
		this.sources = sources;
		this.found = found;
	}

	/** The file of the settings, after the module was concluded. */
	Optional<String> find(String named) {
		add(named, new Place("", 0), Confidence.SAID);
		variable("app.json");
		this.found.all(Topic.PROCESS)
			.forEach((process) -> text(process.value(), new Place(process.file(), process.line()), Confidence.CERTAIN));
		this.found.all(Topic.RELEASE_COMMAND)
			.forEach((process) -> text(process.value(), new Place(process.file(), process.line()), Confidence.CERTAIN));
		StringBuilder module = new StringBuilder();
		DockerReader.settings(this.sources, module)
			.ifPresent((place) -> add(module.toString(), place, Confidence.CERTAIN));
		for (String name : List.of("wsgi.py", "asgi.py", "celery.py", "manage.py")) {
			files(name);
		}
		guess();
		for (Candidate candidate : this.candidates) {
			Confidence first = this.candidates.getFirst().confidence();
			Confidence own = candidate.confidence();
			this.found.add(Topic.SETTINGS_MODULE, "", candidate.module(), candidate.place(),
					(own.ordinal() < first.ordinal()) ? first : own);
		}
		developers();
		return this.candidates.stream().findFirst().map(Candidate::path);
	}

	private void developers() {
		this.candidates.stream()
			.findFirst()
			.filter((candidate) -> DEVELOPERS.matcher(candidate.module()).matches())
			.ifPresent(
					(candidate) -> this.found.problem(
							"We found only the settings of developers, " + candidate.module()
									+ ". Say which settings production uses, and read the code again.",
							candidate.place()));
	}

	private void variable(String file) {
		this.found.all(Topic.VARIABLE)
			.stream()
			.filter((variable) -> "DJANGO_SETTINGS_MODULE".equals(variable.name()) && variable.file().endsWith(file))
			.forEach((variable) -> add(variable.value(), new Place(variable.file(), variable.line()),
					Confidence.CERTAIN));
	}

	/** The settings that a file names by itself, such as those of workers. */
	static Optional<String> namedIn(Sources sources, String path) {
		return sources.lines(path)
			.stream()
			.filter((line) -> !line.strip().startsWith("#"))
			.map(NAMED::matcher)
			.filter(Matcher::find)
			.map((named) -> named.group(1))
			.findFirst()
			.flatMap(sources::module);
	}

	private void files(String name) {
		for (String path : this.sources.tree().texts().keySet()) {
			if (path.equals(name) || path.endsWith("/" + name)) {
				List<String> lines = this.sources.lines(path);
				for (int index = 0; index < lines.size(); index++) {
					text(lines.get(index).strip().startsWith("#") ? "" : lines.get(index), new Place(path, index + 1),
							Confidence.LIKELY);
				}
			}
		}
	}

	/** A file named for production beside the one that was found, or any settings. */
	private void guess() {
		List<String> all = this.sources.tree()
			.texts()
			.keySet()
			.stream()
			.filter((path) -> path.matches("(.*/)?(settings|config)/[\\w/]+\\.py|(.*/)?settings\\w*\\.py"))
			.toList();
		boolean named = this.candidates.stream()
			.anyMatch((candidate) -> (candidate.confidence() != Confidence.LIKELY
					|| PRODUCTION.matcher(candidate.module()).find())
					&& !DEVELOPERS.matcher(candidate.module()).matches());
		if (!named) {
			this.sources.tree()
				.texts()
				.keySet()
				.stream()
				.filter(this::production)
				.findFirst()
				.or(() -> all.stream().filter(this::deployed).findFirst())
				.ifPresent((path) -> this.candidates.addFirst(
						new Candidate(this.sources.moduleOf(path), path, new Place(path, 0), Confidence.GUESSED)));
		}
		if (this.candidates.isEmpty()) {
			all.stream()
				.filter((path) -> path.matches("(.*/)?settings(/__init__|/base)?\\.py"))
				.findFirst()
				.ifPresent((path) -> this.candidates
					.add(new Candidate(this.sources.moduleOf(path), path, new Place(path, 0), Confidence.GUESSED)));
		}
	}

	/** Whether the file is named for production and lies where settings lie. */
	private boolean production(String path) {
		String directory = path.substring(0, path.lastIndexOf('/') + 1);
		boolean near = this.candidates.stream()
			.anyMatch((candidate) -> candidate.path()
				.substring(0, candidate.path().lastIndexOf('/') + 1)
				.equals(directory));
		return path.matches("(.*/)?(settings/|settings_?)(production|prod|heroku|live|deploy)\\.py")
				|| near && path.matches("(.*/)?(production|prod|heroku)\\.py");
	}

	/** Whether the file takes other settings in and switches DEBUG off. */
	private boolean deployed(String path) {
		Optional<PythonFile> file = DEVELOPERS.matcher(this.sources.moduleOf(path)).matches() ? Optional.empty()
				: this.sources.python(path);
		return file.filter((read) -> read.imports().stream().anyMatch(Import::everything))
			.stream()
			.flatMap((read) -> read.assignments().stream())
			.filter((assignment) -> "DEBUG".equals(assignment.target()) && assignment.global())
			.reduce((first, second) -> second)
			.filter((last) -> last.value() instanceof Expression.Constant constant && "False".equals(constant.value()))
			.isPresent();
	}

	private void text(String line, Place place, Confidence confidence) {
		Matcher matcher = NAMED.matcher(line);
		if (matcher.find()) {
			add(matcher.group(1), place, confidence);
		}
	}

	private void add(String module, Place place, Confidence confidence) {
		Optional<String> path = this.sources.module(module);
		boolean first = this.candidates.stream().noneMatch((candidate) -> candidate.module().equals(module));
		if (path.isPresent() && first) {
			this.candidates.add(new Candidate(module, path.get(), place, confidence));
		}
	}

	/**
	 * A module that is named somewhere.
	 */
	private record Candidate(String module, String path, Place place, Confidence confidence) {

	}

}
