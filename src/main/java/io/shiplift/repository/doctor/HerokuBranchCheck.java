package io.shiplift.repository.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.shiplift.repository.Conclusion;
import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.Topic;
import io.shiplift.repository.python.PythonFile;

/**
 * Whether settings apply only where Heroku's own variables are.
 */
class HerokuBranchCheck implements Check {

	@Override
	public String key() {
		return "heroku-branch";
	}

	@Override
	public String title() {
		return "Take the settings of production on AWS, too";
	}

	private static final Pattern IN = Pattern.compile("([\"'])(DYNO|HEROKU\\w*)\\1 in (os\\.)?environ(?!\\.)");

	private static final Pattern GET = Pattern.compile(
			"(os\\.environ\\.get|os\\.getenv|getenv)\\(\\s*([\"'])(DYNO|HEROKU\\w*)\\2\\s*(?:,\\s*(?:None|False|\\2\\2))?\\s*\\)");

	@Override
	public Optional<Diagnosis> examine(Patient patient) {
		List<String> paths = patient.settings().files().stream().map(PythonFile::path).toList();
		List<Conclusion> uses = patient.all(Topic.HEROKU_VARIABLE)
			.stream()
			.filter((use) -> paths.contains(use.file()))
			.toList();
		List<Conclusion> open = uses.stream().filter((use) -> !line(patient, use).contains("ON_AWS")).toList();
		if (open.isEmpty()) {
			return uses.isEmpty() ? Optional.empty() : Optional
				.of(Diagnosis.fine("They apply on AWS as well.", uses.getFirst().file(), uses.getFirst().line()));
		}
		List<Change> changes = new ArrayList<>();
		for (Conclusion use : open) {
			String before = line(patient, use);
			String after = GET.matcher(IN.matcher(before).replaceAll("($0 or \"ON_AWS\" in $3environ)"))
				.replaceAll("($0 or $1(\"ON_AWS\"))");
			if (!after.equals(before)) {
				changes.add(new Change.Replace(use.file(), use.line(), after.replace("in nullenviron", "in environ")));
			}
		}
		Conclusion first = open.getFirst();
		return Optional.of(new Diagnosis(State.NEEDED, "Some settings apply only where " + first.name()
				+ " is set, which Heroku does and AWS does not: the app would run with the settings of a developer. They apply where ON_AWS is set, too; give it the value 1 on AWS.",
				first.file(), first.line(), changes));
	}

	private static String line(Patient patient, Conclusion use) {
		return patient.reading().sources().line(use.file(), use.line());
	}

}
