package io.shiplift.repository.read;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.fact.SecretShape;

/**
 * A line of code as it may be shown: what looks like a secret is covered.
 */
public final class Excerpt {

	/** What stands in place of a secret. */
	public static final String COVER = "\u2022\u2022\u2022";

	private static final int LONGEST = 200;

	private static final Pattern LOGIN = Pattern.compile("://[^\\s/@'\"]*:[^\\s@'\"]+@");

	private static final Pattern QUOTED = Pattern.compile(
			"(?<key>\\w+)?(?<between>['\"]?\\]?\\s*[:=]\\s*[\\w.]*\\(?\\s*\\w?)?(?<quote>['\"])(?<value>(?:\\\\.|(?!\\k<quote>).)*)(?:\\k<quote>|$)");

	private static final Pattern BARE = Pattern
		.compile("\\b(?<key>[A-Z][A-Z0-9_]+)(?<between>\\s*[=:]\\s*)(?<value>[^\\s'\"(\\[{,]+)");

	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+/_-]{24,}={0,2}");

	private static final Pattern ENVIRONMENT = Pattern
		.compile("(?i).*(environ|env|getenv|config|settings)[\\w.]*[(\\[]\\s*$");

	private Excerpt() {
	}

	/** The line without secrets, not too long. */
	public static String of(String line) {
		String text = line.strip();
		text = text.substring(0, Math.min(text.length(), 2000));
		text = LOGIN.matcher(text).replaceAll("://" + COVER + "@");
		text = cover(QUOTED, text, true);
		text = cover(BARE, text, false);
		text = WORD.matcher(text)
			.replaceAll((word) -> SecretShape.fits("", word.group()) ? COVER : Matcher.quoteReplacement(word.group()));
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) + " ..." : text;
	}

	/** Whether something of the line must not be shown. */
	public static boolean hides(String line) {
		return of(line).contains(COVER);
	}

	private static String cover(Pattern pattern, String text, boolean quoted) {
		Matcher matcher = pattern.matcher(text);
		StringBuilder covered = new StringBuilder();
		while (matcher.find()) {
			matcher.appendReplacement(covered,
					Matcher.quoteReplacement(secret(matcher, text, quoted) ? covered(matcher) : matcher.group()));
		}
		return matcher.appendTail(covered).toString();
	}

	private static String covered(MatchResult match) {
		String value = match.group("value");
		int start = match.start("value") - match.start();
		return match.group().substring(0, start) + COVER + match.group().substring(start + value.length());
	}

	private static boolean secret(MatchResult match, String text, boolean quoted) {
		String value = match.group("value");
		String key = (match.group("key") != null && match.group("between") != null) ? match.group("key") : "";
		if (value.isBlank() || value.contains(COVER)) {
			return false;
		}
		if (quoted && ENVIRONMENT.matcher(text.substring(0, match.start("value") - 1)).matches()
				&& value.matches("[A-Za-z_]\\w*")) {
			return false;
		}
		boolean code = !quoted && match.end() < text.length() && "([{".indexOf(text.charAt(match.end())) >= 0;
		if (code || !quoted && value.matches("(?:[a-z_]+\\.)+\\w+.*|None|True|False|\\d{1,5}|\\$.*")) {
			return false;
		}
		return SecretShape.fits(key, value);
	}

}
