package io.shiplift.repository.python;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Python expression as it is written; nothing is computed. The offsets are those of its
 * first and last characters in the file.
 */
public sealed interface Expression {

	Place place();

	/** Calls the visitor with this expression and everything in it. */
	default void walk(Consumer<Expression> visitor) {
		visitor.accept(this);
		parts().forEach((part) -> part.walk(visitor));
	}

	default List<Expression> parts() {
		return List.of();
	}

	/** The text if this is a text and nothing else. */
	default Optional<String> text() {
		return Optional.empty();
	}

	/** The name with dots if this is one: os.environ.get. */
	default String dotted() {
		return "";
	}

	/**
	 * Where an expression stands: from which line and offset to which offset.
	 */
	record Place(int line, int start, int end) {

	}

	/** A text. */
	record Text(String value, Place place) implements Expression {

		@Override
		public Optional<String> text() {
			return Optional.of(this.value);
		}

	}

	/** A number, True, False or None, as it is written. */
	record Constant(String value, Place place) implements Expression {

	}

	/** A name, with dots if it has any. */
	record Name(String value, Place place) implements Expression {

		@Override
		public String dotted() {
			return this.value;
		}

	}

	/** A list, tuple or set. */
	record Sequence(List<Expression> items, Place place) implements Expression {

		@Override
		public List<Expression> parts() {
			return this.items;
		}

	}

	/** A dict; keys that are no texts are left out, their values kept under "**". */
	record Mapping(Map<String, Expression> entries, Place place) implements Expression {

		@Override
		public List<Expression> parts() {
			return List.copyOf(this.entries.values());
		}

	}

	/** A call. */
	record Call(Expression function, List<Expression> arguments, Map<String, Expression> named,
			Place place) implements Expression {

		@Override
		public List<Expression> parts() {
			java.util.ArrayList<Expression> parts = new java.util.ArrayList<>(this.arguments);
			parts.addAll(this.named.values());
			parts.add(this.function);
			return parts;
		}

		/** The argument of that name, or at that position. */
		public Optional<Expression> argument(String name, int position) {
			return Optional.ofNullable(this.named.get(name))
				.or(() -> (position < this.arguments.size()) ? Optional.of(this.arguments.get(position))
						: Optional.empty());
		}

	}

	/** An element: os.environ["NAME"]. */
	record Element(Expression of, Expression key, Place place) implements Expression {

		@Override
		public List<Expression> parts() {
			return List.of(this.of, this.key);
		}

	}

	/** An attribute of something that is no name: f(x).name. */
	record Attribute(Expression of, String name, Place place) implements Expression {

		@Override
		public List<Expression> parts() {
			return List.of(this.of);
		}

		@Override
		public String dotted() {
			return this.of.dotted().isEmpty() ? "" : this.of.dotted() + "." + this.name;
		}

	}

	/** Anything with operators: a + b, a if b else c, not a. */
	record Operation(String operator, List<Expression> parts, Place place) implements Expression {

	}

}
