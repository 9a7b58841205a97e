package io.shiplift.repository.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.shiplift.fact.SecretShape;
import io.shiplift.repository.python.Assignment;
import io.shiplift.repository.python.Expression;
import io.shiplift.repository.python.Import;
import io.shiplift.repository.python.PythonFile;

/**
 * The settings of Django as Python would read them: file after file, with what each
 * imports, and with the branches that are likely to be taken in production.
 */
public final class Settings {

	private final Sources sources;

	private final Map<String, List<Setting>> settings = new LinkedHashMap<>();

	private final List<PythonFile> files = new ArrayList<>();

	private Settings(Sources sources) {
		this.sources = sources;
	}

	/** Reads a settings module and everything it imports whole. */
	public static Settings of(Sources sources, String path) {
		Settings settings = new Settings(sources);
		settings.read(path, new HashSet<>());
		return settings;
	}

	/** Whether a value must not be shown. */
	static boolean hidden(String name, String value) {
		return !value.isEmpty() && SecretShape.fits(name, value);
	}

	/** Files they were read from, the module itself last. */
	public List<PythonFile> files() {
		return this.files;
	}

	public Set<String> names() {
		return this.settings.keySet();
	}

	/** The value that production is likely to have. */
	public Optional<Setting> find(String name) {
		Setting chosen = null;
		for (Setting setting : all(name)) {
			boolean replaces = "=".equals(setting.operator()) || chosen == null;
			if (replaces
					&& (chosen == null || setting.branch().ordinal() <= Branch.MAYBE.ordinal()
							|| chosen.branch() == Branch.DEVELOPMENT)
					&& !(chosen != null && setting.branch() == Branch.MAYBE && chosen.branch() == Branch.PRODUCTION)) {
				chosen = setting;
			}
		}
		return Optional.ofNullable(chosen);
	}

	/** Everything that is assigned to a name. */
	public List<Setting> all(String name) {
		return this.settings.getOrDefault(name, List.of());
	}

	/** Texts in the lists that make up a setting, except where only developers work. */
	public Set<String> texts(String name) {
		Set<String> texts = new LinkedHashSet<>();
		texts(name, texts, new HashSet<>());
		return texts;
	}

	private void texts(String name, Set<String> texts, Set<String> seen) {
		if (!seen.add(name)) {
			return;
		}
		all(name).stream()
			.filter((setting) -> setting.branch() != Branch.DEVELOPMENT)
			.forEach((setting) -> setting.value().walk((part) -> {
				part.text().ifPresent(texts::add);
				if (part instanceof Expression.Name other && other.value().matches("[A-Z][A-Z0-9_]+")) {
					texts(other.value(), texts, seen);
				}
			}));
	}

	/** An entry inside a dict: find("CACHES", "default", "BACKEND"). */
	public Optional<Setting> entry(String name, String... keys) {
		for (int count = keys.length; count >= 0; count--) {
			int known = count;
			String whole = (known == 0) ? name : name + "." + String.join(".", List.of(keys).subList(0, known));
			Optional<Setting> inner = find(whole).flatMap((setting) -> inside(setting, known, keys));
			if (inner.isPresent()) {
				return inner;
			}
		}
		return Optional.empty();
	}

	private Optional<Setting> inside(Setting outer, int known, String... keys) {
		Expression value = resolved(outer.value());
		for (int index = known; index < keys.length; index++) {
			if (!(value instanceof Expression.Mapping mapping) || !mapping.entries().containsKey(keys[index])) {
				return Optional.empty();
			}
			value = resolved(mapping.entries().get(keys[index]));
		}
		return Optional.of(outer.with(value));
	}

	/** The expression itself, or what the name it consists of was given. */
	public Expression resolved(Expression expression) {
		return resolved(expression, 0);
	}

	private Expression resolved(Expression expression, int depth) {
		if (depth < 5 && expression instanceof Expression.Name name) {
			return find(name.value()).map((setting) -> resolved(setting.value(), depth + 1)).orElse(expression);
		}
		return expression;
	}

	private void read(String path, Set<String> seen) {
		Optional<PythonFile> read = seen.add(path) ? this.sources.python(path) : Optional.empty();
		if (read.isEmpty() || seen.size() > 60) {
			return;
		}
		PythonFile file = read.get();
		List<Object> events = new ArrayList<>(file.assignments());
		events.addAll(file.imports());
		events.addAll(includes(file));
		events.sort(Comparator.comparingInt(Settings::line));
		for (Object event : events) {
			switch (event) {
				case Assignment assignment when assignment.global() -> keep(assignment, file);
				case Import imported when imported.everything() ->
					imported(imported, path).ifPresent((next) -> read(next, seen));
				case Include include -> included(path, include.path()).forEach((next) -> read(next, seen));
				default -> {
				}
			}
		}
		this.files.add(file);
	}

	private void keep(Assignment assignment, PythonFile file) {
		this.settings.computeIfAbsent(assignment.target(), (key) -> new ArrayList<>())
			.add(new Setting(assignment, file, Branch.of(assignment.blocks())));
	}

	private Optional<String> imported(Import imported, String path) {
		String module = imported.module();
		if (!module.startsWith(".")) {
			return this.sources.module(module);
		}
		String directory = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
		String rest = module.substring(1);
		while (rest.startsWith(".")) {
			directory = directory.contains("/") ? directory.substring(0, directory.lastIndexOf('/')) : "";
			rest = rest.substring(1);
		}
		String base = directory.isEmpty() ? "" : directory + "/";
		String file = base + rest.replace('.', '/');
		return List.of(file + ".py", file + "/__init__.py")
			.stream()
			.filter((name) -> this.sources.text(name).isPresent())
			.findFirst();
	}

	/** What django-split-settings includes. */
	private List<Include> includes(PythonFile file) {
		List<Include> includes = new ArrayList<>();
		boolean splits = file.imports().stream().anyMatch((imported) -> imported.module().startsWith("split_settings"));
		if (splits) {
			file.uses((expression, line) -> {
				if (expression instanceof Expression.Call call && "include".equals(call.function().dotted())) {
					call.arguments()
						.forEach((argument) -> argument
							.walk((part) -> part.text().ifPresent((text) -> includes.add(new Include(text, line)))));
				}
			});
		}
		return includes;
	}

	private List<String> included(String path, String named) {
		String base = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
		String pattern = (base + named).replace(".", "\\.").replace("*", "[^/]*");
		return named.matches("[\\w./*-]+")
				? this.sources.tree().texts().keySet().stream().filter((name) -> name.matches(pattern)).toList()
				: List.of();
	}

	private static int line(Object event) {
		return switch (event) {
			case Assignment assignment -> assignment.line();
			case Import imported -> imported.line();
			case Include include -> include.line();
			default -> 0;
		};
	}

	/**
	 * A file that is read at this place.
	 */
	private record Include(String path, int line) {

	}

}
