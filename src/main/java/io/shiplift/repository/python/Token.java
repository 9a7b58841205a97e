package io.shiplift.repository.python;

/**
 * A word, number, text or mark of Python; {@code value} of a text is what is between its
 * quotes, and {@code prefix} the letters before them. Offsets count characters from the
 * start of the file, lines count from 1.
 */
record Token(Kind kind, String value, String prefix, int line, int start, int end) {

	/** A token that is no text. */
	Token(Kind kind, String value, int line, int start, int end) {
		this(kind, value, "", line, start, end);
	}

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
