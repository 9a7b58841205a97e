package io.shiplift.web;

/**
 * A path on this site that came from outside; anything else becomes the home page.
 */
final class LocalPath {

	private LocalPath() {
	}

	static String of(String path) {
		return (path.matches("/[A-Za-z0-9._~/?&=-]*") && !path.startsWith("//")) ? path : "/";
	}

}
