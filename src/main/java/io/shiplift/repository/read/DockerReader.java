package io.shiplift.repository.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.repository.Topic;
import io.shiplift.repository.read.Conclusions.Place;

/**
 * Reads the Dockerfile that is likely to be that of production.
 */
class DockerReader implements Reader {

	private static final Pattern NAME = Pattern.compile("(?i)(.*/)?(dockerfile([.-][\\w.-]+)?|[\\w-]+\\.dockerfile)");

	private static final Pattern PYTHON = Pattern
		.compile("(?i)FROM\\s+(?:--\\S+\\s+)?\\S*python:?v?(\\d+(?:\\.\\d+)*)?\\S*.*");

	private static final Pattern PYTHON_ARG = Pattern.compile("(?i)ARG\\s+PYTHON_VERSION=[\"']?(\\d+(?:\\.\\d+)*).*");

	private static final Pattern SETTINGS = Pattern
		.compile("(?i)(?:ENV|ARG|RUN).*DJANGO_SETTINGS_MODULE[= ][\"']?([\\w.]+).*");

	private static final Pattern RUNS = Pattern.compile("(?i)(?:CMD|ENTRYPOINT)\\s+(.+)");

	@Override
	public void read(Sources sources, Conclusions found) {
		dockerfile(sources).ifPresent((path) -> {
			List<String> lines = sources.lines(path);
			String runs = "";
			int runsAt = 0;
			for (int index = 0; index < lines.size(); index++) {
				String line = lines.get(index).strip();
				Place place = new Place(path, index + 1);
				Matcher command = RUNS.matcher(line);
				if (command.matches()) {
					runs = command.group(1);
					runsAt = index + 1;
				}
				python(line, place, found);
				if (line.contains("collectstatic") && !line.startsWith("#")) {
					found.certain(Topic.COLLECTSTATIC, "", "yes", place);
				}
			}
			found.certain(Topic.CONTAINER, "", runs.isEmpty() ? path : runs, new Place(path, runsAt));
		});
	}

	private void python(String line, Place place, Conclusions found) {
		Matcher python = PYTHON.matcher(line);
		Matcher argument = PYTHON_ARG.matcher(line);
		if (argument.matches()) {
			found.likely(Topic.PYTHON, "", argument.group(1), place);
		}
		else if (python.matches() && python.group(1) != null) {
			found.likely(Topic.PYTHON, "", python.group(1), place);
			VersionReader.old(python.group(1), place, found);
		}
	}

	/** The settings that the image sets; empty if it sets none. */
	static Optional<Place> settings(Sources sources, StringBuilder module) {
		Optional<String> path = dockerfile(sources);
		List<String> lines = path.map(sources::lines).orElse(List.of());
		for (int index = 0; index < lines.size(); index++) {
			Matcher matcher = SETTINGS.matcher(lines.get(index).strip());
			if (matcher.matches()) {
				module.append(matcher.group(1));
				return Optional.of(new Place(path.orElseThrow(), index + 1));
			}
		}
		return Optional.empty();
	}

	private static Optional<String> dockerfile(Sources sources) {
		return sources.tree()
			.texts()
			.keySet()
			.stream()
			.filter((path) -> NAME.matcher(path).matches())
			.filter((path) -> !path.matches("(?i).*(local|dev|test|docs|nginx|traefik|postgres|aws|node|frontend).*"))
			.min(Comparator.comparing((String path) -> !path.matches("(?i).*prod.*|dockerfile|.*/django/dockerfile"))
				.thenComparing((path) -> path.split("/").length));
	}

}
