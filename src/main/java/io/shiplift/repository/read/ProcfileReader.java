package io.shiplift.repository.read;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.repository.Topic;
import io.shiplift.repository.read.Conclusions.Place;

/**
 * Reads the Procfile and scripts that run while the app is built.
 */
class ProcfileReader implements Reader {

	private static final Pattern PROCESS = Pattern.compile("([A-Za-z0-9_-]+):\\s*(.+)");

	@Override
	public void read(Sources sources, Conclusions found) {
		sources.find("Procfile").ifPresent((path) -> procfile(sources, path, found));
		for (String hook : List.of("bin/pre_compile", "bin/post_compile")) {
			sources.find(hook).ifPresent((path) -> hook(sources, path, found));
		}
	}

	private void procfile(Sources sources, String path, Conclusions found) {
		List<String> lines = sources.lines(path);
		for (int index = 0; index < lines.size(); index++) {
			String line = lines.get(index).strip();
			Matcher matcher = PROCESS.matcher(line);
			if (line.isEmpty() || line.startsWith("#")) {
				continue;
			}
			Place place = new Place(path, index + 1);
			if (!matcher.matches()) {
				found.problem("A line of the Procfile names no process; Heroku leaves it out.", place);
			}
			else if ("release".equals(matcher.group(1))) {
				found.certain(Topic.RELEASE_COMMAND, "", matcher.group(2), place);
			}
			else {
				found.certain(Topic.PROCESS, matcher.group(1), matcher.group(2), place);
			}
		}
	}

	private void hook(Sources sources, String path, Conclusions found) {
		List<String> lines = sources.lines(path);
		for (int index = 0; index < lines.size(); index++) {
			String line = lines.get(index).strip();
			boolean command = !line.isEmpty() && !line.startsWith("#")
					&& !line.matches("(set|fi|then|else|done|echo|export|if|for|esac|case)\\b.*");
			if (command) {
				found.certain(Topic.BUILD_STEP, path, line, new Place(path, index + 1));
			}
		}
	}

}
