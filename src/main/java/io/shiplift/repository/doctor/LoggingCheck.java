package io.shiplift.repository.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.python.Expression;
import io.shiplift.repository.read.Setting;

/**
 * Whether what the app logs can be read on another platform.
 */
class LoggingCheck implements Check {

	@Override
	public String key() {
		return "logging";
	}

	@Override
	public String title() {
		return "Log to standard output";
	}

	@Override
	public Optional<Diagnosis> examine(Patient patient) {
		Optional<Setting> logging = patient.setting("LOGGING");
		if (logging.isEmpty()) {
			return Optional.of(patient.add(State.LOOK,
					"Without settings of its own, Django mails errors to ADMINS and logs little in production. All logs go to standard output then, which AWS collects.",
					"""
							# AWS collects what is written to standard output.
							LOGGING = {
							    "version": 1,
							    "disable_existing_loggers": False,
							    "handlers": {"console": {"class": "logging.StreamHandler"}},
							    "root": {"handlers": ["console"], "level": "INFO"},
							}"""));
		}
		List<String> files = files(patient);
		if (files.isEmpty()) {
			return Optional.of(patient.fine("Nothing is logged to a file.", logging.get()));
		}
		StringBuilder body = new StringBuilder(
				"# The disk of a machine is not kept; AWS collects what is written to standard output.");
		files.forEach((name) -> body.append("\nLOGGING[\"handlers\"][\"")
			.append(name)
			.append("\"] = {\"class\": \"logging.StreamHandler\"}"));
		return Optional.of(patient.add(State.NEEDED, "Logs go to a file (" + String.join(", ", files)
				+ "), which is lost with the machine and which nobody collects.", body.toString()));
	}

	private static List<String> files(Patient patient) {
		List<String> files = new ArrayList<>();
		Map<String, Expression> handlers = patient.settings()
			.entry("LOGGING", "handlers")
			.map(Setting::value)
			.filter(Expression.Mapping.class::isInstance)
			.map((value) -> ((Expression.Mapping) value).entries())
			.orElse(Map.of());
		for (String name : handlers.keySet()) {
			String type = patient.settings()
				.entry("LOGGING", "handlers", name, "class")
				.flatMap((entry) -> entry.value().text())
				.orElse("");
			if (type.matches(".*File\\w*Handler") && name.matches("[\\w.-]+")) {
				files.add(name);
			}
		}
		return files;
	}

}
