package io.shiplift.connection.web;

import java.util.regex.Pattern;

import io.shiplift.connection.AwsConnections;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.security.Member;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * An access key that somebody typed. It does not show its secret half.
 */
record KeyForm(String keyId, String secretKey, @Nullable Boolean aware) {

	private static final Pattern ID = Pattern.compile("AKIA[A-Z0-9]{12,124}");

	private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9/+=]{40}");

	KeyForm {
		keyId = (keyId != null) ? keyId.strip() : "";
		secretKey = (secretKey != null) ? secretKey.strip() : "";
	}

	/** Tries the key and keeps it; what is wrong stands at the field. */
	void keep(AwsConnections connections, AwsConnection connection, Member member, Errors errors) {
		check(errors);
		if (errors.hasErrors()) {
			return;
		}
		try {
			connections.key(connection, this.keyId, this.secretKey, member);
		}
		catch (OutsideProblem ex) {
			errors.rejectValue("secretKey", "refused", ex.getMessage());
		}
	}

	private void check(Errors errors) {
		if (this.keyId.startsWith("ASIA")) {
			errors.rejectValue("keyId", "temporary",
					"This is the id of a session that ends within hours. A move takes longer: use a role.");
		}
		else if (!ID.matcher(this.keyId).matches()) {
			errors.rejectValue("keyId", "shape",
					"The id of an access key begins with AKIA and has 20 letters and digits.");
		}
		if (!SECRET.matcher(this.secretKey).matches()) {
			errors.rejectValue("secretKey", "shape", "A secret access key has 40 characters.");
		}
		if (!Boolean.TRUE.equals(this.aware)) {
			errors.rejectValue("aware", "missing", "Tick this, or better, use a role.");
		}
	}

	@Override
	public String toString() {
		return "KeyForm[keyId=" + this.keyId + "]";
	}

}
