package io.shiplift.repository.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/**
 * The https address of a Git repository. It never holds a password.
 */
public record GitAddress(String url) {

	/**
	 * Checks what was typed.
	 * @throws Refused if it is no such address; the message says what to type
	 */
	public static GitAddress parse(String typed) {
		return parse(typed, false);
	}

	/** The same, for tests that run a server on this machine without TLS. */
	static GitAddress parse(String typed, boolean plainAllowed) {
		String text = scp(typed.strip());
		URI uri = uri(text);
		String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
		if (!scheme.equals("https") && !(plainAllowed && scheme.equals("http"))) {
			throw new Refused(
					"Type an address that begins with https://. Other ways, such as ssh or git, are not used here.");
		}
		if (uri.getRawUserInfo() != null || Objects.requireNonNullElse(uri.getRawAuthority(), "").contains("@")) {
			throw new Refused(
					"Leave the name and password out of the address, and type a read-only token in its own field. If the password was real, change it: addresses are easily passed on.");
		}
		if (uri.getHost() == null || uri.getHost().isEmpty()) {
			throw new Refused("The address names no server. It looks like this: https://github.com/team/app.git");
		}
		if (!plainAllowed && uri.getPort() != -1 && uri.getPort() != 443) {
			throw new Refused("Only the usual port of https, 443, is asked.");
		}
		String path = Objects.requireNonNullElse(uri.getRawPath(), "");
		if (path.length() < 2 || uri.getRawQuery() != null || uri.getRawFragment() != null) {
			throw new Refused("The address names no repository. It looks like this: https://github.com/team/app.git");
		}
		String port = (uri.getPort() == -1 || uri.getPort() == 443) ? "" : ":" + uri.getPort();
		return new GitAddress(
				scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path.replaceFirst("/+$", ""));
	}

	/** The form that hosts show for ssh, as https. */
	private static String scp(String typed) {
		return typed.matches("git@(github\\.com|gitlab\\.com|bitbucket\\.org):[\\w./-]+")
				? typed.replaceFirst("^git@([^:]+):", "https://$1/") : typed;
	}

	private static URI uri(String text) {
		try {
			if (text.length() > 500) {
				throw new Refused("The address is too long.");
			}
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			throw new Refused("This is no address. It looks like this: https://github.com/team/app.git");
		}
	}

	@Override
	public String toString() {
		return this.url;
	}

	/**
	 * An address that is not used.
	 */
	public static class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Refused(String message) {
			super(message);
		}

		@Override
		public String getMessage() {
			return Objects.requireNonNull(super.getMessage());
		}

	}

}
