package io.shiplift.repository.read;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.repository.Topic;
import io.shiplift.repository.read.Conclusions.Place;

/**
 * Reads which Python the app asks for.
 */
class VersionReader implements Reader {

	private static final Pattern VERSION = Pattern.compile("(?:python-)?v?(\\d+(?:\\.\\d+){0,2}\\S*)");

	@Override
	public void read(Sources sources, Conclusions found) {
		for (String name : List.of(".python-version", "runtime.txt")) {
			sources.find(name).ifPresent((path) -> version(sources, path, found));
		}
	}

	private void version(Sources sources, String path, Conclusions found) {
		List<String> lines = sources.lines(path);
		for (int index = 0; index < lines.size(); index++) {
			Matcher matcher = VERSION.matcher(lines.get(index).strip());
			if (matcher.matches()) {
				Place place = new Place(path, index + 1);
				found.certain(Topic.PYTHON, "", matcher.group(1), place);
				old(matcher.group(1), place, found);
				return;
			}
		}
	}

	static void old(String version, Place place, Conclusions found) {
		if (version.startsWith("2")) {
			found.problem("The app runs on Python " + version
					+ ". No platform of AWS offers Python 2 any more: move to Python 3 first, while still on Heroku.",
					place);
		}
	}

}
