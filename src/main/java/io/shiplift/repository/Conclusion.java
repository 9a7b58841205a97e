package io.shiplift.repository;

/**
 * One thing that is known of the code, and the line it is known from. The {@code line}
 * counts from 1, and is 0 where it is about a whole file or about none; {@code text} is
 * that line without secrets.
 */
public record Conclusion(Topic topic, String name, String value, String file, int line, String text,
		Confidence confidence) {

	/** Where it stands, as editors take it: shop/settings.py:12. */
	public String place() {
		return (this.line > 0) ? this.file + ":" + this.line : this.file;
	}

	/** Whether it is about this topic and name. */
	public boolean about(Topic topic, String name) {
		return this.topic == topic && this.name.equals(name);
	}

}
