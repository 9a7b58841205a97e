package io.shiplift.repository.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.repository.Topic;
import io.shiplift.repository.read.Conclusions.Place;

/**
 * Reads requirements files, with those that they name.
 */
class PackagesReader implements Reader {

	private static final Pattern INCLUDE = Pattern.compile("(?:-r|--requirement|-c|--constraint)[ =]*(\\S+)");

	private static final Pattern PACKAGE = Pattern.compile(
			"([A-Za-z0-9][A-Za-z0-9._-]*)(?:\\[[^\\]]*])?\\s*(?:@.*|([=<>~!]=?=?.*?))?(?:\\s*;.*|\\s+--.*|\\s+#.*|\\s*\\\\)?");

	private static final List<String> FIRST = List.of("requirements.txt", "requirements/production.txt",
			"requirements/prod.txt", "requirements/heroku.txt", "requirements/base.txt", "requirements/common.txt",
			"requirements.in");

	@Override
	public void read(Sources sources, Conclusions found) {
		for (String name : FIRST) {
			if (sources.find(name).isPresent()) {
				String path = sources.find(name).get();
				found.certain(Topic.INSTALLER, "", "pip", new Place(path, 0));
				file(sources, path, found, new HashSet<>());
				return;
			}
		}
	}

	static String clean(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
	}

	static void add(String name, String version, Place place, Conclusions found) {
		String clean = clean(name);
		String shown = version.replaceFirst("^==\\s*", "").strip();
		found.certain(Topic.PACKAGE, clean, shown, place);
		if ("django".equals(clean)) {
			found.certain(Topic.DJANGO, "", shown.isEmpty() ? "any" : shown, place);
		}
	}

	private void file(Sources sources, String path, Conclusions found, Set<String> seen) {
		if (!seen.add(path) || seen.size() > 50) {
			return;
		}
		List<String> lines = sources.lines(path);
		if (lines.isEmpty()) {
			found.problem("The file " + path + " is named by another one but is not there.", new Place(path, 0));
		}
		for (int index = 0; index < lines.size(); index++) {
			String line = lines.get(index).strip();
			Matcher include = INCLUDE.matcher(line);
			Matcher named = PACKAGE.matcher(line);
			if (include.lookingAt()) {
				file(sources, beside(path, include.group(1)), found, seen);
			}
			else if (line.matches(".*#egg=[\\w.-]+.*")) {
				add(line.replaceFirst(".*#egg=([\\w.-]+).*", "$1"), "", new Place(path, index + 1), found);
			}
			else if (!line.startsWith("#") && !line.startsWith("-") && named.matches()) {
				add(named.group(1), (named.group(2) != null) ? named.group(2) : "", new Place(path, index + 1), found);
			}
		}
	}

	private static String beside(String path, String named) {
		String base = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
		String whole = base + named;
		while (whole.matches("(?:.*/)?[^/.][^/]*/\\.\\./.*")) {
			whole = whole.replaceFirst("(^|/)[^/]+/\\.\\./", "$1");
		}
		return whole.replace("/./", "/").replaceFirst("^\\./", "");
	}

}
