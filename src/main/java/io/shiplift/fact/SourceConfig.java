package io.shiplift.fact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of the values of an app's config vars without the values themselves: how
 * long they are, and which hold the address of an add-on.
 */
public record SourceConfig(List<Value> values) {

	/** Nobody looked. */
	public static final SourceConfig NONE = new SourceConfig(List.of());

	@SuppressWarnings("ConstantValue")
	public SourceConfig {
		values = List.copyOf(Objects.requireNonNullElse(values, List.of()));
	}

	/** What is known of a var. */
	public Optional<Value> of(String name) {
		return this.values.stream().filter((value) -> value.name().equals(name)).findFirst();
	}

	/**
	 * A var with the length of its value in bytes. {@code refersTo} is the var of an
	 * add-on whose address it holds, in whole or in part; mostly empty.
	 */
	public record Value(String name, int bytes, String refersTo, Part part) {

		public boolean empty() {
			return this.bytes == 0;
		}

	}

	/**
	 * How much of an address a var holds.
	 */
	public enum Part {

		/** None of it. */
		NOTHING("nothing"),

		/** All of it. */
		WHOLE("the address"),

		/** The name of the server. */
		HOST("the server's name"),

		/** The user. */
		USER("the user"),

		/** The password. */
		PASSWORD("the password"),

		/** The name of the database. */
		DATABASE("the name of the database"),

		/** The server's name amid other text. */
		INSIDE("an address of the same server amid other text");

		private final String words;

		Part(String words) {
			this.words = words;
		}

		/** What it holds, in words. */
		public String words() {
			return this.words;
		}

	}

}
