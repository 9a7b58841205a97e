package io.shiplift.repository.doctor;

import java.util.Optional;

import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.read.Setting;

/**
 * Whether the app answers the load balancer, which names a machine by its own address.
 */
class AllowedHostsCheck implements Check {

	@Override
	public String key() {
		return "allowed-hosts";
	}

	@Override
	public String title() {
		return "Answer health checks";
	}

	@Override
	public Optional<Diagnosis> examine(Patient patient) {
		Optional<Setting> hosts = patient.setting("ALLOWED_HOSTS");
		if (hosts.isPresent() && patient.counts("ALLOWED_HOSTS", "\\*|.*gethostbyname.*|.*gethostname.*")) {
			return Optional
				.of(patient.fine("Every host name, or that of the machine itself, is allowed.", hosts.get()));
		}
		String before = hosts.isPresent() ? "*ALLOWED_HOSTS, " : "";
		return Optional.of(patient.add(State.NEEDED,
				"The load balancer asks each machine by its own address, which Django refuses with status 400, so that no machine ever counts as healthy. The address of the machine is allowed as well.",
				"""
						# The health checks of the load balancer name this machine by its own address.
						try:
						    ALLOWED_HOSTS = [%s*socket.gethostbyname_ex(socket.gethostname())[2]]
						except OSError:
						    pass""".formatted(before), "socket"));
	}

}
