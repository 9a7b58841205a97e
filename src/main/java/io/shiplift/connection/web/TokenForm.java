package io.shiplift.connection.web;

import java.util.regex.Pattern;

import io.shiplift.connection.HerokuConnections;
import io.shiplift.credentials.TeamConnections.Tested;
import io.shiplift.outside.OutsideProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A name and a token that somebody typed. It does not show the token.
 */
record TokenForm(String name, String secret, String token) {

	private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_.-]{20,300}");

	private static final int LONGEST = 60;

	TokenForm {
		name = (name != null) ? name.strip().replaceAll("\\s+", " ") : "";
		secret = (secret != null) ? secret.strip() : "";
		token = (token != null) ? token : "";
	}

	/** What a test found, or nothing if something is wrong with what was typed. */
	@Nullable Tested test(HerokuConnections connections, Errors errors) {
		if (this.secret.isEmpty()) {
			errors.rejectValue("secret", "missing", "Paste the token.");
		}
		else if (!SHAPE.matcher(this.secret).matches()) {
			errors.rejectValue("secret", "shape",
					"This is no token: it has at least 20 letters and digits, such as HRKU- and what follows.");
		}
		if (errors.hasErrors()) {
			return null;
		}
		try {
			return connections.test(this.secret);
		}
		catch (OutsideProblem ex) {
			errors.rejectValue("secret", "refused", ex.getMessage());
			return null;
		}
	}

	void checkName(Errors errors) {
		if (this.name.isEmpty()) {
			errors.rejectValue("name", "missing", "Enter a name, such as Production.");
		}
		else if (this.name.length() > LONGEST || this.name.chars().anyMatch(Character::isISOControl)) {
			errors.rejectValue("name", "long", "The name must have at most " + LONGEST + " characters.");
		}
	}

	@Override
	public String toString() {
		return "TokenForm[name=" + this.name + "]";
	}

}
