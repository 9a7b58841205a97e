package io.shiplift.repository.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.shiplift.repository.python.PythonFile;
import io.shiplift.repository.tree.SourceTree;

/**
 * The files of an app as readers ask for them, and the directory that holds the app.
 */
public final class Sources {

	private static final Pattern TESTS = Pattern.compile(
			"(.*/)?(tests?|testing|docs?|examples?|fixtures|benchmarks?|\\.[\\w-]+)/.*|(.*/)?(test_\\w+|\\w+_tests?|tests|conftest)\\.py");

	private final SourceTree tree;

	private final Map<String, PythonFile> parsed = new HashMap<>();

	private final Map<String, List<String>> lines = new HashMap<>();

	private final String root;

	public Sources(SourceTree tree) {
		this.tree = tree;
		this.root = root(tree);
	}

	public SourceTree tree() {
		return this.tree;
	}

	/** The directory of the app with a slash behind it; empty for the top. */
	String root() {
		return this.root;
	}

	public Optional<String> text(String path) {
		return this.tree.text(path);
	}

	/** A file in the app's directory, or else at the top. */
	Optional<String> find(String name) {
		return List.of(this.root + name, name).stream().filter((path) -> text(path).isPresent()).findFirst();
	}

	List<String> lines(String path) {
		return this.lines.computeIfAbsent(path,
				(key) -> text(key).map((text) -> text.lines().toList()).orElse(List.of()));
	}

	public String line(String path, int number) {
		List<String> lines = lines(path);
		return (number > 0 && number <= lines.size()) ? lines.get(number - 1) : "";
	}

	/** The file as Python; empty if it was not read. */
	public Optional<PythonFile> python(String path) {
		return text(path).map((text) -> this.parsed.computeIfAbsent(path, (key) -> PythonFile.of(key, text)));
	}

	/** Python files of the app itself, tests and examples left out. */
	public List<PythonFile> code() {
		List<PythonFile> files = new ArrayList<>();
		for (String path : this.tree.texts().keySet()) {
			if (path.endsWith(".py") && !TESTS.matcher(path).matches()) {
				python(path).ifPresent(files::add);
			}
		}
		return files;
	}

	/** The file of a module such as shop.settings. */
	public Optional<String> module(String module) {
		String path = module.replace('.', '/');
		for (String base : List.of(this.root, "", "src/", this.root + "src/", "backend/", "app/")) {
			for (String name : List.of(base + path + ".py", base + path + "/__init__.py")) {
				if (text(name).isPresent()) {
					return Optional.of(name);
				}
			}
		}
		return Optional.empty();
	}

	/** The module of a file, seen from the app's directory. */
	String moduleOf(String path) {
		String inside = path.startsWith(this.root) ? path.substring(this.root.length()) : path;
		return inside.replaceFirst("(/__init__)?\\.py$", "").replace('/', '.').replaceFirst("^src\\.", "");
	}

	private static String root(SourceTree tree) {
		return tree.texts()
			.keySet()
			.stream()
			.filter((path) -> path.endsWith("manage.py") && (path.equals("manage.py") || path.endsWith("/manage.py")))
			.filter((path) -> !TESTS.matcher(path).matches())
			.min(Comparator.comparingInt((String path) -> path.split("/").length).thenComparing((path) -> path))
			.map((path) -> path.substring(0, path.length() - "manage.py".length()))
			.orElse("");
	}

}
