package io.shiplift.repository.doctor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.python.PythonFile;

/**
 * Whether the checks of certificates were switched off, as Heroku's Redis wants it.
 */
class CertificateCheck implements Check {

	@Override
	public String key() {
		return "cache-tls";
	}

	@Override
	public String title() {
		return "Check certificates again";
	}

	private static final Pattern OFF = Pattern.compile(
			"([\"']?ssl_cert_reqs[\"']?\\]?\\s*[:=]\\s*)(None|ssl\\.CERT_NONE|CERT_NONE|[\"'](?i:none|CERT_NONE)[\"'])");

	@Override
	public Optional<Diagnosis> examine(Patient patient) {
		List<Change> changes = new ArrayList<>();
		Set<PythonFile> files = new LinkedHashSet<>(patient.settings().files());
		files.addAll(patient.reading().sources().code());
		for (PythonFile file : files) {
			List<String> lines = patient.reading().sources().text(file.path()).orElse("").lines().toList();
			for (int index = 0; index < lines.size(); index++) {
				if (OFF.matcher(lines.get(index)).find() && !lines.get(index).strip().startsWith("#")) {
					changes.add(new Change.Replace(file.path(), index + 1,
							OFF.matcher(lines.get(index)).replaceAll("$1\"required\"")));
				}
			}
		}
		if (changes.isEmpty()) {
			return patient.setting("CACHES").map((caches) -> patient.fine("Nobody switched the checks off.", caches));
		}
		Change.Replace first = (Change.Replace) changes.getFirst();
		return Optional.of(new Diagnosis(State.NEEDED,
				"Certificates are not checked here, because Heroku's Redis has one that it signed itself. The one of AWS is valid: without the check anybody in between can read along.",
				first.path(), first.line(), changes));
	}

}
