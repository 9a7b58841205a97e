package io.shiplift.credentials;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

/**
 * The one place that takes secrets out of text before it is stored or shown: values known
 * to be secret, and shapes that secrets usually have.
 */
@Component
public class Mask {

	private static final String HIDDEN = "••••";

	private static final Pattern URL_PASSWORD = Pattern.compile("(\\w+://[^\\s:/@]*:)[^\\s@]+(@)");

	private static final Pattern ASSIGNED = Pattern
		.compile("(?i)((?:password|passwd|secret|token|api[_-]?key|authorization)\\s*[=:]\\s*\"?)[^\\s\",;}]+");

	private static final Pattern KEYS = Pattern
		.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b|\\bHRKU-[\\w-]+|\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	/**
	 * From now on this value is hidden wherever it occurs; short values are not
	 * remembered.
	 */
	public void remember(String secret) {
		if (secret.length() >= 8) {
			this.known.add(secret);
		}
	}

	public String mask(String text) {
		String masked = text;
		for (String secret : this.known) {
			masked = masked.replace(secret, HIDDEN);
		}
		masked = URL_PASSWORD.matcher(masked).replaceAll("$1" + HIDDEN + "$2");
		masked = ASSIGNED.matcher(masked).replaceAll("$1" + HIDDEN);
		return KEYS.matcher(masked).replaceAll(HIDDEN);
	}

}
