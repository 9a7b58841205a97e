package io.shiplift.repository.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.python.PythonFile;

/**
 * Whether code expects addresses to begin with postgres://, as Heroku writes them.
 */
class SchemeCheck implements Check {

	@Override
	public String key() {
		return "database-scheme";
	}

	@Override
	public String title() {
		return "Take postgresql:// for the address of the database";
	}

	private static final Pattern OLD = Pattern.compile("startswith\\(\\s*([\"'])postgres://\\1\\s*\\)");

	@Override
	public Optional<Diagnosis> examine(Patient patient) {
		List<Change> changes = new ArrayList<>();
		for (PythonFile file : patient.settings().files()) {
			List<String> lines = patient.reading().sources().text(file.path()).orElse("").lines().toList();
			for (int index = 0; index < lines.size(); index++) {
				if (OLD.matcher(lines.get(index)).find() && !lines.get(index).contains("replace(")) {
					changes.add(new Change.Replace(file.path(), index + 1, OLD.matcher(lines.get(index))
						.replaceAll("startswith((\"postgres://\", \"postgresql://\"))")));
				}
			}
		}
		if (changes.isEmpty()) {
			return patient.setting("DATABASES")
				.map((databases) -> patient.fine("Nothing depends on how the address begins.", databases));
		}
		Change.Replace first = (Change.Replace) changes.getFirst();
		return Optional.of(new Diagnosis(State.NEEDED,
				"The address of the database begins with postgresql:// on AWS, as newer libraries want it. The settings look for postgres:// only.",
				first.path(), first.line(), changes));
	}

}
