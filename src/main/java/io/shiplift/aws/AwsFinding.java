package io.shiplift.aws;

/**
 * What a look at an account found on one topic, and what to do about it, if anything.
 */
public record AwsFinding(String topic, Standing standing, String found, String todo) {

	public static AwsFinding fine(String topic, String found) {
		return new AwsFinding(topic, Standing.FINE, found, "");
	}

	public static AwsFinding blocks(String topic, String found, String todo) {
		return new AwsFinding(topic, Standing.BLOCKS, found, todo);
	}

	public static AwsFinding unknown(String topic, String found, String todo) {
		return new AwsFinding(topic, Standing.UNKNOWN, found, todo);
	}

	/** All that was found, as one text. */
	public String words() {
		return this.topic + ": " + this.found + (this.todo.isEmpty() ? "" : " " + this.todo);
	}

	/** Whether it is in the way, worst first. */
	public enum Standing {

		/** Building would fail. */
		BLOCKS("stops the build"),

		/** AWS did not tell. */
		UNKNOWN("not known"),

		/** Nothing to do. */
		FINE("fine");

		private final String word;

		Standing(String word) {
			this.word = word;
		}

		public String word() {
			return this.word;
		}

	}

}
