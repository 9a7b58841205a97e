package io.shiplift.fact;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells by name and value whether a config var is a secret. When in doubt it is one.
 */
public final class SecretShape {

	private static final Pattern NAME = Pattern.compile("(^|_)(SECRET|SECRETS|KEY|APIKEY|TOKEN|PASSWORD|PASSWD|PASS|PWD"
			+ "|CREDENTIALS?|PRIVATE|SALT|DSN|AUTH|SIGNATURE|COOKIE|CERT|PIN)(_|$)");

	private static final Pattern OPEN_NAME = Pattern.compile(
			"PUBLIC_KEY|PUBLISHABLE_KEY|KEY_ID$|KEY_PREFIX|TOKEN_(TTL|AGE|EXPIRY|LIFETIME|URL)|_(HEADER|NAME|HOST|PORT)$");

	private static final Pattern URL_WITH_LOGIN = Pattern.compile("\\w[\\w+.-]*://[^\\s/@]*:[^\\s@]+@.*",
			Pattern.DOTALL);

	private static final Pattern KNOWN = Pattern.compile("(sk|rk|whsec)_[A-Za-z0-9_]{8,}.*|SG\\.[\\w-]{16,}.*"
			+ "|gh[pousr]_\\w{20,}|xox[abprs]-.*|AKIA[A-Z0-9]{16}|HRKU-.*|eyJ[\\w-]+\\.[\\w-]+.*|glpat-.*|-----BEGIN .*",
			Pattern.DOTALL);

	private static final Pattern RANDOM = Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9+/=_!@#$%^&*()-]{24,}");

	private SecretShape() {
	}

	/** Whether a var of this name with this value is one. */
	public static boolean fits(String name, String value) {
		String upper = name.toUpperCase(Locale.ROOT);
		if (URL_WITH_LOGIN.matcher(value).matches() || KNOWN.matcher(value).matches()) {
			return true;
		}
		if (OPEN_NAME.matcher(upper).find()) {
			return false;
		}
		return NAME.matcher(upper).find() || RANDOM.matcher(value).matches();
	}

}
