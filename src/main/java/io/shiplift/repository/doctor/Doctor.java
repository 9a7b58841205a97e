package io.shiplift.repository.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.repository.Proposal;
import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.read.Reading;
import io.shiplift.repository.read.Settings;

/**
 * Examines the settings of a Django app and proposes changes for AWS.
 */
public final class Doctor {

	private static final List<Check> CHECKS = List.of(new HerokuBranchCheck(), new AllowedHostsCheck(),
			new RedirectCheck(), new ProxyHeaderCheck(), new OriginsCheck(), new UploadsCheck(), new BrokerCheck(),
			new CertificateCheck(), new ConnectionAgeCheck(), new LoggingCheck(), new SchemeCheck());

	private final List<Proposal> proposals = new ArrayList<>();

	private String patch = "";

	public Doctor(Reading reading) {
		Optional<Settings> settings = reading.settings().filter((read) -> !read.files().isEmpty());
		if (settings.isPresent()) {
			examine(new Patient(reading, settings.get()));
		}
	}

	public List<Proposal> proposals() {
		return this.proposals;
	}

	/** All changes that must be made, as one patch. */
	public String patch() {
		return this.patch;
	}

	private void examine(Patient patient) {
		Patch writer = new Patch(patient.reading().sources());
		List<Change> all = new ArrayList<>();
		for (Check check : CHECKS) {
			check.examine(patient).ifPresent((diagnosis) -> {
				String diff = diagnosis.changes().isEmpty() ? "" : writer.of(diagnosis.changes());
				boolean hidden = diff.isEmpty() && !diagnosis.changes().isEmpty();
				String why = hidden
						? diagnosis.why()
								+ " A patch would show a secret of the file or does not fit it: change it by hand."
						: diagnosis.why();
				if (diagnosis.state() == State.NEEDED && !diff.isEmpty()) {
					all.addAll(diagnosis.changes());
				}
				this.proposals.add(new Proposal(check.key(), check.title(), diagnosis.state(), why, diagnosis.file(),
						diagnosis.line(), diff));
			});
		}
		this.patch = all.isEmpty() ? "" : writer.of(all);
	}

}
