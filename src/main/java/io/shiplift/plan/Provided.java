package io.shiplift.plan;

/**
 * What AWS provides the address of, so that config vars with the old one are rewritten.
 */
public enum Provided {

	/** The moved database. */
	DATABASE("the database on Amazon RDS, known when the step \u201cDatabase\u201d is done"),

	/** The cache, which is also the broker. */
	CACHE("the cache on Amazon ElastiCache, known when the step \u201cCache\u201d is done");

	private final String words;

	Provided(String words) {
		this.words = words;
	}

	/** Where the new address comes from, in words. */
	public String words() {
		return this.words;
	}

}
