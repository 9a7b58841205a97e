package io.shiplift.repository.doctor;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.python.Expression;
import io.shiplift.repository.read.Setting;

/**
 * Whether health checks, which come without TLS, are redirected.
 */
class RedirectCheck implements Check {

	@Override
	public String key() {
		return "redirect-exemption";
	}

	@Override
	public String title() {
		return "Leave the health path out of the redirect to https";
	}

	@Override
	public Optional<Diagnosis> examine(Patient patient) {
		Optional<Setting> redirect = patient.setting("SECURE_SSL_REDIRECT");
		if (redirect.isEmpty() || constantFalse(redirect.get())) {
			return Optional.empty();
		}
		String path = patient.healthPath().replaceFirst("^/", "");
		boolean exempt = patient.settings()
			.texts("SECURE_REDIRECT_EXEMPT")
			.stream()
			.anyMatch((text) -> matches(text, path));
		if (exempt) {
			return Optional.of(patient.fine("The health path is left out of the redirect.", redirect.get()));
		}
		String pattern = path.isEmpty() ? "^$" : "^" + path.replaceFirst("/$", "").replace(".", "\\\\.") + "/?$";
		String before = patient.setting("SECURE_REDIRECT_EXEMPT").isPresent() ? "*SECURE_REDIRECT_EXEMPT, " : "";
		return Optional.of(patient.add(State.NEEDED, "The load balancer ends TLS and asks /" + path
				+ " without it. A redirect to https is no answer to a health check, so that no machine ever counts as healthy.",
				"# Health checks of the load balancer come without TLS and take no redirect for an answer.\nSECURE_REDIRECT_EXEMPT = ["
						+ before + "r\"" + pattern + "\"]"));
	}

	private static boolean constantFalse(Setting setting) {
		return setting.value() instanceof Expression.Constant constant && "False".equals(constant.value());
	}

	private static boolean matches(String pattern, String path) {
		try {
			return Pattern.compile(pattern).matcher(path).find();
		}
		catch (PatternSyntaxException ex) {
			return pattern.contains(path);
		}
	}

}
