package io.shiplift.repository.python;

/**
 * A word, number, text or mark of Python; {@code value} of a text is what is between its
 * quotes. Offsets count characters from the start of the file, lines count from 1.
 */
record Token(Kind kind, String value, int line, int start, int end) {

	boolean is(String mark) {
		return this.kind != Kind.TEXT && this.value.equals(mark);
	}

	boolean name() {
		return this.kind == Kind.NAME;
	}

	/**
	 * Kinds of tokens.
	 */
	enum Kind {

		/** A name or keyword. */
		NAME,

		/** A number. */
		NUMBER,

		/** A string. */
		TEXT,

		/** An operator or bracket. */
		MARK

	}

}
