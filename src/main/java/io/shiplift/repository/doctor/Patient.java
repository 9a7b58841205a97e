package io.shiplift.repository.doctor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.shiplift.repository.Conclusion;
import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.Topic;
import io.shiplift.repository.python.Expression;
import io.shiplift.repository.python.PythonFile;
import io.shiplift.repository.read.Branch;
import io.shiplift.repository.read.Reading;
import io.shiplift.repository.read.Setting;
import io.shiplift.repository.read.Settings;

/**
 * The app as checks look at it.
 */
record Patient(Reading reading, Settings settings) {

	private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

	/** The file that production reads last, where new settings go. */
	PythonFile home() {
		return this.settings.files().getLast();
	}

	Optional<Setting> setting(String name) {
		return this.settings.find(name);
	}

	List<Conclusion> all(Topic topic) {
		return this.reading.found().all(topic);
	}

	/** The app as its workers see it, if they have settings of their own. */
	Optional<Patient> workers() {
		return this.reading.workers().map((read) -> new Patient(this.reading, read));
	}

	/** Whether any value of the setting has a part of which the text is true. */
	boolean mentions(String name, String pattern) {
		return this.settings.all(name).stream().anyMatch((setting) -> mentions(setting.value(), pattern));
	}

	/** The same of the value that counts, and of what is added to it later. */
	boolean counts(String name, String pattern) {
		List<Setting> all = this.settings.all(name);
		int last = setting(name).map(all::indexOf).orElse(0);
		int first = (last >= 0 && takesUp(all.get(last).value(), name)) ? 0 : Math.max(0, last);
		return IntStream.range(first, all.size())
			.filter((index) -> index == last || all.get(index).branch() != Branch.DEVELOPMENT)
			.anyMatch((index) -> mentions(all.get(index).value(), pattern));
	}

	/** Whether the value is made of what the setting was before. */
	private static boolean takesUp(Expression value, String name) {
		boolean[] found = new boolean[1];
		value.walk((part) -> found[0] |= part instanceof Expression.Name before && before.value().equals(name));
		return found[0];
	}

	static boolean mentions(Expression value, String pattern) {
		boolean[] found = new boolean[1];
		value.walk((part) -> found[0] |= part.text().orElse(part.dotted()).matches(pattern));
		return found[0];
	}

	/** Whether the call is given an argument of this name. */
	static boolean named(Expression value, String name) {
		boolean[] found = new boolean[1];
		value.walk((part) -> found[0] |= part instanceof Expression.Call call && call.named().containsKey(name));
		return found[0];
	}

	/** Whether Django is at least of this version; unknown counts as new. */
	boolean django(int major, int minor) {
		Matcher version = VERSION.matcher(this.reading.found().first(Topic.DJANGO).map(Conclusion::value).orElse(""));
		if (!version.find()) {
			return true;
		}
		int found = Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2));
		return found >= major * 100 + minor;
	}

	/** Where the load balancer asks; the start page if the app has no path of its own. */
	String healthPath() {
		return this.reading.found().first(Topic.HEALTH_PATH).map(Conclusion::value).orElse("/");
	}

	Diagnosis fine(String why, Setting setting) {
		return Diagnosis.fine(why, setting.file().path(), setting.line());
	}

	/** Lines to add to the settings. */
	Diagnosis add(State state, String why, String body, String... imports) {
		return new Diagnosis(state, why, home().path(), 0,
				List.of(new Change.Append(home().path(), List.of(imports), body)));
	}

}
